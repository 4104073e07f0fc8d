// fails: 8e
// says: a-time-without-a-sign
// change: s|^  return fmt::format("{{tv_sec={}, tv_nsec={}}}", time\.tv_sec,$|  return fmt::format("{{tv_sec={}, tv_nsec={}}}", static_cast<unsigned long>(time.tv_sec),|
