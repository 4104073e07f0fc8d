#include "deny.hpp"

#include <fmt/format.h>
#include <linux/filter.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <system_error>

#include "launch.hpp"
#include "names.hpp"
#include "seccomp.hpp"

namespace {

// A call by its name or, as strace takes it, by its number.
long number_of(const std::string& word) {
  if (const auto known = syscall_number(word)) return *known;
  long number = -1;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, number);
  if (error == std::errc{} && stop == end) {
    for (const Name& entry : syscall_table(Abi::native)) {
      if (entry.number == number) return number;
    }
  }
  throw BadUsage(fmt::format("invalid system call '{}'", word));
}

std::vector<long> numbers_of(const std::string& list) {
  std::vector<long> numbers;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    numbers.push_back(number_of(list.substr(begin, end - begin)));
    begin = end + 1;
  }
  return numbers;
}

}  // namespace

pid_t launch_denied(const Options& options) {
  if (options.deny.empty()) return launch(options.command);
  const std::vector<long> numbers = numbers_of(options.deny);
  const auto denied = [&](long number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  };
  // The filter is loaded before the exec, and holds for it, too.
  if (denied(SYS_execve)) {
    if (!options.kill) throw LaunchError(EPERM, std::generic_category());
    throw BadUsage("--kill of execve ends the command before it begins");
  }
  const std::vector<sock_filter> filter =
      deny_filter(numbers, options.kill ? Denied::kills : Denied::fails);
  if (filter.size() > BPF_MAXINSNS) {
    throw BadUsage(
        fmt::format("--deny has {} names, more than a filter holds: it would "
                    "be {} instructions, and {} is the most",
                    numbers.size(), filter.size(), BPF_MAXINSNS));
  }
  try {
    return launch(options.command, [&] {
      const long result = load_filter(filter);
      if (result != 0) errno = static_cast<int>(-result);
      return result == 0;
    });
  } catch (const std::system_error&) {
    throw;
  } catch (const std::runtime_error&) {
    // An exec that failed is told by write, which the filter answers.
    if (!denied(SYS_write)) throw;
    throw std::runtime_error(
        fmt::format("cannot run '{}', and --deny of write keeps the new "
                    "process from saying why",
                    options.command.front()));
  }
}
