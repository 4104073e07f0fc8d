// fails: 8e
// says: null-has-a-name
// TODO 8e
  timespec time;
  const std::string bytes = read_memory(pid, address, sizeof time);
  if (bytes.size() != sizeof time) return fmt::format("{:#x}", address);
  std::memcpy(&time, bytes.data(), sizeof time);
  return fmt::format("{{tv_sec={}, tv_nsec={}}}", time.tv_sec,
                     static_cast<unsigned long>(time.tv_nsec));
// end of 8e
