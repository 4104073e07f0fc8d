#include "deny.hpp"

#include <fmt/format.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

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
  if (options.kill &&
      std::find(numbers.begin(), numbers.end(), SYS_execve) != numbers.end()) {
    // The filter is loaded before the exec, and would end the process there.
    throw BadUsage("--kill of execve ends the command before it begins");
  }
  const std::vector<sock_filter> filter =
      deny_filter(numbers, options.kill ? Denied::kills : Denied::fails);
  return launch(options.command, [&] {
    const long result = load_filter(filter);
    if (result != 0) errno = static_cast<int>(-result);
    return result == 0;
  });
}
