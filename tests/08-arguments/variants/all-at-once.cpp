// A string is read at once, as long as it may be.
// TODO 8b
  string.bytes = read_memory(pid, address, limit + 1);
  const auto end = string.bytes.find('\0');
  string.ended = end != std::string::npos;
  string.bytes.resize(std::min({string.bytes.size(), end, limit}));
// end of 8b
