// Sums with std::accumulate, and an order from std::tie.
#include "summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

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
  const long each = row.calls == 0 ? 0 : row.time.count() / row.calls / 1000;
  return fmt::format(
      "{:6.2f} {:11.6f} {:11} {:9} {:>9} {}\n", share, seconds(row.time), each,
      row.calls, row.errors == 0 ? "" : fmt::format("{}", row.errors), name);
}

// Puts the rows in the order of the table.
void sort_rows([[maybe_unused]] std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(b.time, a.number) < std::tie(a.time, b.number);
  });
}

// What the last line shows: all rows together.
Row total([[maybe_unused]] const std::vector<Row>& rows) {
  Row sum;
  sum = std::accumulate(rows.begin(), rows.end(), Row{},
                        [](Row left, const Row& row) {
                          left.calls += row.calls;
                          left.errors += row.errors;
                          left.time += row.time;
                          return left;
                        });
  return sum;
}

}  // namespace

void Summary::count([[maybe_unused]] const Syscall& call) {
  if (!call.result) return;
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
  if (is_error(*call.result)) ++row.errors;
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
