// probe-04 WAY: asks the learner's functions directly.
//   names          every number of the table whose name is another one
//   numbers        every name of the table whose number is another one
//   name N         what call N is called
//   number NAME    its number, or none; the name stands in a longer text
//   alone NAME     the same, but a zero follows the name
//   results        every error of the table that looks otherwise than in strace
//   result N       what a result looks like
#include <fmt/format.h>
#include <string.h>

#include <string>

#include "names.hpp"

namespace {

void print_results() {
  for (const Name& error : error_table()) {
    const std::string wanted = fmt::format(
        "-1 {} ({})", error.name, strerror(static_cast<int>(error.number)));
    const std::string got = result_text(-error.number);
    if (got != wanted) fmt::print("{}: {}\n", wanted, got);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string way = argc > 1 ? argv[1] : "";
  if (way == "names") {
    for (const Name& entry : syscall_table(Abi::native)) {
      const std::string got = syscall_name(entry.number);
      if (got != entry.name)
        fmt::print("{} {}: {}\n", entry.number, entry.name, got);
    }
  } else if (way == "numbers") {
    for (const Name& entry : syscall_table(Abi::native)) {
      const auto got = syscall_number(entry.name);
      if (got != entry.number) {
        fmt::print("{} {}: {}\n", entry.name, entry.number,
                   got ? fmt::format("{}", *got) : "none");
      }
    }
  } else if (way == "name") {
    fmt::print("{}\n", syscall_name(std::stol(argv[2])));
  } else if (way == "number" || way == "alone") {
    const std::string_view name = argv[2];
    std::string text(name);
    if (way == "number") text += "x";
    const auto got =
        syscall_number(std::string_view(text).substr(0, name.size()));
    fmt::print("{}\n", got ? fmt::format("{}", *got) : "none");
  } else if (way == "result") {
    fmt::print("{}\n", result_text(std::stol(argv[2])));
  } else if (way == "results") {
    print_results();
  } else {
    return 2;
  }
}
