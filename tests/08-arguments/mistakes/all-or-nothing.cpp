// fails: 8a
// says: all-or-nothing
// TODO 8a
  bytes.resize(std::min(size, most_bytes));
  const iovec to{bytes.data(), bytes.size()};
  const iovec from{reinterpret_cast<void*>(address), bytes.size()};
  const ssize_t got = process_vm_readv(pid, &to, 1, &from, 1, 0);
  if (got != static_cast<ssize_t>(bytes.size())) bytes.clear();
// end of 8a
