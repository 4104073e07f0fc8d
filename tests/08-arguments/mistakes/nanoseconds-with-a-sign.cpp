// fails: 8e
// says: nanoseconds-with-a-sign
// TODO 8e
  if (address == 0) return "NULL";
  timespec time;
  const std::string bytes = read_memory(pid, address, sizeof time);
  if (bytes.size() != sizeof time) return fmt::format("{:#x}", address);
  std::memcpy(&time, bytes.data(), sizeof time);
  return fmt::format("{{tv_sec={}, tv_nsec={}}}", time.tv_sec, time.tv_nsec);
// end of 8e
