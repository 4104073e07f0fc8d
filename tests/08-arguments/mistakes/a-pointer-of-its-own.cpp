// fails: 8b
// says: an-address-of-another-process
// TODO 8b
  string.bytes = reinterpret_cast<const char*>(address);
  string.ended = string.bytes.size() <= limit;
  string.bytes.resize(std::min(string.bytes.size(), limit));
// end of 8b
