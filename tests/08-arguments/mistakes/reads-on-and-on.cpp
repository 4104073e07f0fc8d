// fails: 8a
// says: a-length-taken-for-granted
// TODO 8a
  while (bytes.size() < size) {
    char piece[4096];
    const std::size_t step =
        std::min(sizeof piece - (address + bytes.size()) % sizeof piece,
                 size - bytes.size());
    const iovec to{piece, step};
    const iovec from{reinterpret_cast<void*>(address + bytes.size()), step};
    const ssize_t got = process_vm_readv(pid, &to, 1, &from, 1, 0);
    if (got <= 0) break;
    bytes.append(piece, static_cast<std::size_t>(got));
  }
// end of 8a
