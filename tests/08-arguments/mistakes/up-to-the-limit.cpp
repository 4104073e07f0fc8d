// fails: 8b
// says: the-zero-behind-the-limit
// change: s|^  const std::size_t most = limit + 1;$|  const std::size_t most = limit;|
// change: /^  if (string\.bytes\.size() == most) string\.bytes\.pop_back();$/d
