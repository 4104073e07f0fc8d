// try_emplace, a stable sort of what the map had in order, printf's own widths.
// TODO 5d
  char text[200];
  char errors[24] = "";
  if (row.errors > 0) snprintf(errors, sizeof errors, "%ld", row.errors);
  const auto us = std::chrono::duration_cast<std::chrono::microseconds>(
      row.time / std::max(row.calls, 1L));
  snprintf(text, sizeof text, "%6.2f %11.6f %11ld %9ld %9s %s\n", share,
           seconds(row.time), static_cast<long>(us.count()), row.calls, errors,
           name.c_str());
  return text;
// end of 5d
// TODO 5c
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.time > b.time;
  });
// end of 5c
// TODO 5a
  if (!call.result.has_value()) return;
  const auto [at, fresh] = rows_.try_emplace(
      {call.abi, call.number}, Row{call.abi, call.number, 0, 0, {}});
  Row& row = at->second;
  row.calls += 1;
  row.time = row.time + call.time;
// end of 5a
// TODO 5b
  rows_[{call.abi, call.number}].errors += static_cast<unsigned long>(call.result.value_or(0)) >= -4095UL ? 1 : 0;
// end of 5b
