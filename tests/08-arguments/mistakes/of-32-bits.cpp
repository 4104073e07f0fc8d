// fails: 8e
// says: cut-to-an-int
// TODO 8e
  if (address == 0) return "NULL";
  timespec time;
  const std::string bytes = read_memory(pid, address, sizeof time);
  if (bytes.size() != sizeof time) return fmt::format("{:#x}", address);
  std::memcpy(&time, bytes.data(), sizeof time);
  return fmt::format("{{tv_sec={}, tv_nsec={}}}", static_cast<int>(time.tv_sec),
                     static_cast<unsigned>(time.tv_nsec));
// end of 8e
