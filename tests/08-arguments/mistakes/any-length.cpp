// fails: 8a
// says: a-length-taken-for-granted
// change: s|^  bytes\.resize(std::min(size, most_bytes));$|  bytes.resize(size);|
