// fails: 8b
// says: the-zero-behind-the-limit
// TODO 8b
  // One more than the limit: its zero may be there.
  const std::size_t most = limit;
  while (string.bytes.size() < most) {
    const std::size_t step = 256 - address % 256;
    const std::string part =
        read_memory(pid, address, std::min(step, most - string.bytes.size()));
    const auto end = part.find('\0');
    string.bytes += part.substr(0, end);
    string.ended = end != part.npos;
    if (string.ended || part.empty()) break;
    address += part.size();
  }
// end of 8b
