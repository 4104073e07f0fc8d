// fails: 8a
// says: nothing-landed-in-them
// TODO 8a
  bytes.resize(std::min(size, most_bytes));
  const iovec to{bytes.data(), bytes.size()};
  const iovec from{reinterpret_cast<void*>(address), bytes.size()};
  const ssize_t got = process_vm_readv(pid, &from, 1, &to, 1, 0);
  bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
// end of 8a
