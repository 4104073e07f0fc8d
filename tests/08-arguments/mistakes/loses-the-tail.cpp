// fails: 8a
// says: the-tail-is-lost
// TODO 8a
  bytes.resize(std::min(size, most_bytes));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const std::size_t step = std::min<std::size_t>(8, bytes.size() - done);
    const iovec to{bytes.data() + done, step};
    const iovec from{reinterpret_cast<void*>(address + done), step};
    if (process_vm_readv(pid, &to, 1, &from, 1, 0) !=
        static_cast<ssize_t>(step)) {
      break;
    }
    done += step;
  }
  bytes.resize(done);
// end of 8a
