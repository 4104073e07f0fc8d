// fails: 8e
// says: nanoseconds-with-a-sign
// change: s|^  return fmt::format("{{tv_sec={}, tv_nsec={}}}", time\.tv_sec,$|  return fmt::format("{{tv_sec={}, tv_nsec={}}}", time.tv_sec, time.tv_nsec);|
// change: /^                     static_cast<unsigned long>(time\.tv_nsec));$/d
