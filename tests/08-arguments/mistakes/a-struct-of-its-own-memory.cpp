// fails: 8e
// says: its-own-memory
// change: s|^  std::memcpy(&time, bytes\.data(), sizeof time);$|  std::memcpy(\&time, reinterpret_cast<void*>(address), sizeof time);|
