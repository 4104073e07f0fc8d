// A hash table, made on first use.
#include "names.hpp"

#include <fmt/format.h>
#include <string.h>

#include <algorithm>
#include <unordered_map>

#include "raw_syscall.hpp"

namespace {

// Results that never reach the program: the kernel makes the call again, or
// turns them into EINTR. No header for user space has them; see signal(7).
[[maybe_unused]] constexpr struct {
  long number;
  const char* text;
} restarts[] = {
    {512, "ERESTARTSYS (To be restarted if SA_RESTART is set)"},
    {513, "ERESTARTNOINTR (To be restarted)"},
    {514, "ERESTARTNOHAND (To be restarted if no handler)"},
    {516, "ERESTART_RESTARTBLOCK (Interrupted by signal)"},
};

std::unordered_map<long, std::string> by_number(Abi abi) {
  std::unordered_map<long, std::string> names;
  for (const Name& entry : syscall_table(abi)) names[entry.number] = entry.name;
  return names;
}

}  // namespace

std::string syscall_name(long number, [[maybe_unused]] Abi abi) {
  static const auto native = by_number(Abi::native);
  static const auto compat = by_number(Abi::compat32);
  const auto& names = abi == Abi::native ? native : compat;
  if (const auto found = names.find(number); found != names.end()) {
    return found->second;
  }
  return fmt::format("syscall_{:#x}", static_cast<unsigned long>(number));
}

std::optional<long> syscall_number([[maybe_unused]] std::string_view name) {
  const auto table = syscall_table(Abi::native);
  const auto found =
      std::find_if(table.begin(), table.end(),
                   [&](const Name& entry) { return name == entry.name; });
  if (found == table.end()) return std::nullopt;
  return found->number;
}

std::string result_text(const std::optional<long>& result) {
  if (!result) return "?";
  if (is_error(*result)) {
    const long error = -*result;
    for (const auto& restart : restarts) {
      if (restart.number == error) return fmt::format("? {}", restart.text);
    }
    for (const Name& entry : error_table()) {
      if (entry.number == error) {
        return fmt::format("-1 {} ({})", entry.name,
                           strerror(static_cast<int>(error)));
      }
    }
    return fmt::format("-1 (errno {})", error);
  }
  return fmt::format("{}", *result);
}

std::string call_line(const Syscall& call) {
  return fmt::format("{} = {}", syscall_name(call.number, call.abi),
                     result_text(call.result));
}
