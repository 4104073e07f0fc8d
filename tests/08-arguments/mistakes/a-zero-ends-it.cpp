// fails: 8a
// says: ends-with-a-zero
// TODO 8a
  // Of a piece that is there in part nothing is promised: one for each page.
  constexpr std::size_t page = 4096;  // no machine's is smaller
  bytes.resize(std::min(size, most_bytes));
  std::vector<iovec> from;
  for (std::size_t done = 0; done < bytes.size();) {
    const unsigned long at = address + done;
    const std::size_t step = std::min(page - at % page, bytes.size() - done);
    from.push_back({reinterpret_cast<void*>(at), step});
    done += step;
  }
  const iovec to{bytes.data(), bytes.size()};
  const ssize_t got =
      process_vm_readv(pid, &to, 1, from.data(), from.size(), 0);
  bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  bytes.resize(std::min(bytes.size(), bytes.find('\0')));
// end of 8a
