// fails: 8b
// says: reads-beyond-the-end
// TODO 8b
  const std::size_t most = limit + 1;
  const std::string all = read_memory(pid, address, most);
  const auto end = all.find('\0');
  const bool near = end != all.npos && (end < 64 || all.size() == most);
  string.ended = near && (all.size() == most || all.size() > 4096);
  string.bytes = all.substr(0, std::min(end, limit));
// end of 8b
