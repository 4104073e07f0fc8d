// fails: 8a
// says: nothing-landed-in-them
// TODO 8a
  // reserve() makes room, and no bytes: resize() writes its zeros over what came.
  bytes.reserve(std::min(size, most_bytes));
  const iovec to{bytes.data(), std::min(size, most_bytes)};
  const iovec from{reinterpret_cast<void*>(address),
                   std::min(size, most_bytes)};
  const ssize_t got = process_vm_readv(pid, &to, 1, &from, 1, 0);
  bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
// end of 8a
