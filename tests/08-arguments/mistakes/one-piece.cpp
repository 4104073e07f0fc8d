// fails: 8b
// says: the-first-piece-only
// TODO 8b
  const std::string piece =
      read_memory(pid, address, std::min<std::size_t>(limit + 1, 4096));
  const auto end = piece.find('\0');
  string.ended = end != piece.npos;
  string.bytes = piece.substr(0, std::min(end, limit));
// end of 8b
