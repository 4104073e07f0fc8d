// fails: 8b
// says: what-was-read-before
// TODO 8b
  static std::map<std::string, String> known;
  const std::string key = fmt::format("{} {} {}", pid, address, limit);
  if (known.contains(key)) return known[key];
  // One more than the limit: its zero may be there.
  const std::size_t most = limit + 1;
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
  if (string.bytes.size() == most) string.bytes.pop_back();
  if (!string.bytes.empty()) known[key] = string;
// end of 8b
