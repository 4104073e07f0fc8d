// fails: 8b
// says: an-end-that-is-none
// TODO 8b
  // One more than the limit: its zero may be there.
  const std::size_t most = limit + 1;
  while (string.bytes.size() < most) {
    const std::size_t step = 256 - address % 256;
    const std::string part =
        read_memory(pid, address, std::min(step, most - string.bytes.size()));
    const auto end = part.find('\0');
    string.bytes += part.substr(0, end);
    string.ended = end != part.npos;
    if (part.empty()) string.ended = true;
    if (string.ended) break;
    address += part.size();
  }
  if (string.bytes.size() == most) string.bytes.pop_back();
// end of 8b
