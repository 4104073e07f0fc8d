// fails: 8a
// says: words-for-bytes
// TODO 8a
  bytes.resize(std::min(size, most_bytes));
  std::size_t done = 0;
  while (bytes.size() < 16 ? done < bytes.size() : done + 8 <= bytes.size()) {
    const std::size_t step = std::min<std::size_t>(8, bytes.size() - done);
    const iovec to{bytes.data() + done, step};
    const iovec from{reinterpret_cast<void*>(address + done), step};
    const ssize_t got = process_vm_readv(pid, &to, 1, &from, 1, 0);
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
// end of 8a
