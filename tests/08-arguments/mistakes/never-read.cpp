// fails: 8a
// says: nothing-landed-in-them
// TODO 8a
  bytes.resize(std::min(size, most_bytes));
// end of 8a
