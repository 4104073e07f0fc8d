// Slow, and right: a string is read a byte at a time.
// TODO 8b
  while (string.bytes.size() < limit) {
    const std::string byte = read_memory(pid, address++, 1);
    if (byte.empty()) return string;
    string.ended = byte[0] == '\0';
    if (string.ended) return string;
    string.bytes += byte;
  }
  string.ended = read_memory(pid, address, 1) == std::string(1, '\0');
// end of 8b
