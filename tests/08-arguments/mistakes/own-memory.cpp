// fails: 8a
// says: its-own-memory
// TODO 8a
  bytes.assign(reinterpret_cast<const char*>(address),
               std::min(size, most_bytes));
// end of 8a
