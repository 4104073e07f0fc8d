// fails: 8a
// says: the-first-page-only
// change: s|^  for (std::size_t done = 0; done < bytes\.size();) {$|  for (std::size_t done = 0; done < std::min(bytes.size(), page);) {|
