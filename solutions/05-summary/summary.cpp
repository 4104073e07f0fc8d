#include "summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "names.hpp"
#include "raw_syscall.hpp"

namespace {

constexpr char header[] =
    "% time     seconds  usecs/call     calls    errors syscall\n";
constexpr char rule[] =
    "------ ----------- ----------- --------- --------- ----------------\n";

double seconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double>(time).count();
}

// One line. `share` is its part of the time of all calls, in percent.
std::string line(const Row& row, [[maybe_unused]] double share,
                 const std::string& name) {
  // TODO 5d: the columns of strace -c. An errors column of 0 stays blank.
  const long each = row.calls == 0 ? 0 : row.time.count() / row.calls / 1000;
  return fmt::format(
      "{:6.2f} {:11.6f} {:11} {:9} {:>9} {}\n", share, seconds(row.time), each,
      row.calls, row.errors == 0 ? "" : fmt::format("{}", row.errors), name);
  // end of 5d
}

// Puts the rows in the order of the table.
void sort_rows([[maybe_unused]] std::vector<Row>& rows) {
  // TODO 5c: the most time first; the lower number first among equals.
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.time != b.time ? a.time > b.time : a.number < b.number;
  });
  // end of 5c
}

// What the last line shows: all rows together.
Row total([[maybe_unused]] const std::vector<Row>& rows) {
  Row sum;
  // TODO 5e: add the rows up.
  for (const Row& row : rows) {
    sum.calls += row.calls;
    sum.errors += row.errors;
    sum.time += row.time;
  }
  // end of 5e
  return sum;
}

}  // namespace

void Summary::count([[maybe_unused]] const Syscall& call) {
  // TODO 5a: count a call that returned, and the time it took.
  if (!call.result) return;
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
  // end of 5a
  // TODO 5b: did it fail?
  if (is_error(call.result.value_or(0))) {
    ++rows_[{call.abi, call.number}].errors;
  }
  // end of 5b
}

std::string Summary::table() const {
  std::string text = table_of(Abi::native);
  const std::string compat32 = table_of(Abi::compat32);
  if (!compat32.empty()) {
    text += "System call usage summary for 32 bit mode:\n" + compat32;
  }
  return text;
}

std::string Summary::table_of(Abi abi) const {
  std::vector<Row> rows;
  for (const auto& [key, row] : rows_) {
    if (row.abi == abi) rows.push_back(row);
  }
  if (rows.empty()) return "";
  sort_rows(rows);
  const Row sum = total(rows);

  std::string text = header;
  text += rule;
  for (const Row& row : rows) {
    const double share =
        sum.time.count() == 0 ? 0 : 100 * seconds(row.time) / seconds(sum.time);
    text += line(row, share, syscall_name(row.number, row.abi));
  }
  text += rule;
  text += line(sum, 100, "total");
  return text;
}
