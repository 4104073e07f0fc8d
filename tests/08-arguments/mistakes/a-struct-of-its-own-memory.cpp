// fails: 8e
// says: its-own-memory
// TODO 8e
  if (address == 0) return "NULL";
  timespec time;
  const std::string bytes = read_memory(pid, address, sizeof time);
  if (bytes.size() != sizeof time) return fmt::format("{:#x}", address);
  std::memcpy(&time, reinterpret_cast<void*>(address), sizeof time);
  return fmt::format("{{tv_sec={}, tv_nsec={}}}", time.tv_sec,
                     static_cast<unsigned long>(time.tv_nsec));
// end of 8e
