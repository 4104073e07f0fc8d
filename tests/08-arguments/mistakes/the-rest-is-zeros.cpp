// fails: 8a
// says: more-than-was-read
// change: s|^  bytes\.resize(got < 0 ? 0 : static_cast<std::size_t>(got));$|  if (got < 0) bytes.clear();|
