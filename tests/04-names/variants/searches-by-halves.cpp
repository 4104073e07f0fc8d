// The tables are in the order of their numbers: a binary search.
// TODO 4a
  const auto table = syscall_table(abi);
  std::size_t low = 0;
  std::size_t high = table.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (table[middle].number < number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low < table.size() && table[low].number == number) return table[low].name;
// end of 4a
// TODO 4b
  return "syscall_0x" + fmt::format("{:x}", static_cast<unsigned long>(number));
// end of 4b
// TODO 4d
  const long error = -*result;
  if (error >= 1 && error <= 4095) {
    for (const auto& [number, text] : restarts) {
      if (number == error) return std::string("? ") + text;
    }
    for (const auto& [number, name] : error_table()) {
      if (number != error) continue;
      return std::string("-1 ") + name + " (" +
             strerror(static_cast<int>(error)) + ")";
    }
    return "-1 (errno " + std::to_string(error) + ")";
  }
// end of 4d
