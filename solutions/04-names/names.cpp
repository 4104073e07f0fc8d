#include "names.hpp"

#include <fmt/format.h>
#include <string.h>

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

}  // namespace

std::string syscall_name(long number, [[maybe_unused]] Abi abi) {
  // TODO 4a: look the number up in the table of its ABI.
  for (const Name& entry : syscall_table(abi)) {
    if (entry.number == number) return entry.name;
  }
  // end of 4a
  // TODO 4b: a number that the table does not have.
  return fmt::format("syscall_{:#x}", static_cast<unsigned long>(number));
  // end of 4b
}

std::optional<long> syscall_number([[maybe_unused]] std::string_view name) {
  // TODO 4c: look the name up.
  for (const Name& entry : syscall_table(Abi::native)) {
    if (entry.name == name) return entry.number;
  }
  // end of 4c
  return {};
}

std::string result_text(const std::optional<long>& result) {
  if (!result) return "?";
  // TODO 4d: the name and the text of an error.
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
  // end of 4d
  return fmt::format("{}", *result);
}

std::string call_line(const Syscall& call) {
  return fmt::format("{} = {}", syscall_name(call.number, call.abi),
                     result_text(call.result));
}
