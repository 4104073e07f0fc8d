// probe-04 WAY: asks the learner's functions directly.
//   names TABLE    every number of a table, "native" or "32-bit", whose name is
//                  another one
//   places         of the places in the table that are not their entries'
//                  numbers: how many have those entries' names ("0 of 30")
//   gaps           every number that no call has, and that has a call's name;
//                  and whose that is: "335: openat, the next"
//   nameless       every such number whose name is not strace's
//   numbers        every name of the table whose number is another one
//   name N...      what call N is called
//   number NAME    its number, or none; the name stands in a longer text
//   alone NAME     the same, but a zero follows the name
//   zero NAME      the same, but a zero and more are part of the name
//   only-32-bit    every name of the 32-bit table alone that has a number
//   errors         every error of the table that looks otherwise than in strace
//   results        every result from -1 down to -4095 that does
//   result N...    what a result looks like
#include <fmt/format.h>
#include <string.h>
#include <sys/syscall.h>

#include <climits>
#include <cstdio>
#include <string>
#include <vector>

#include "names.hpp"

namespace {

const Name* entry_of(long number, Abi abi) {
  for (const Name& entry : syscall_table(abi)) {
    if (entry.number == number) return &entry;
  }
  return nullptr;
}

// A line at once: the next call may be the last.
template <class... T>
void say(fmt::format_string<T...> form, T&&... values) {
  fmt::print(form, std::forward<T>(values)...);
  std::fflush(stdout);
}

const char* end_of(std::span<const Name> table, const Name& entry) {
  return &entry == &table.front()  ? " (the first)"
         : &entry == &table.back() ? " (the last)"
                                   : "";
}

void print_names(Abi abi) {
  const auto table = syscall_table(abi);
  for (const Name& entry : table) {
    const std::string got = syscall_name(entry.number, abi);
    if (got == entry.name) continue;
    say("{} {}{}: {}\n", entry.number, entry.name, end_of(table, entry), got);
  }
}

void print_places() {
  const auto table = syscall_table(Abi::native);
  int places = 0;
  int taken = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].number == static_cast<long>(i)) continue;
    ++places;
    if (syscall_name(static_cast<long>(i)) == table[i].name) ++taken;
  }
  say("{} of {}\n", taken, places);
}

// Numbers that no call of the table has: near those that are there, and like
// them but for the upper bits.
std::vector<long> numbers_without_a_call(Abi abi) {
  std::vector<long> numbers;
  const long last = syscall_table(Abi::native).back().number;
  for (long number = 0; number <= last + 100; ++number) {
    numbers.push_back(number);
  }
  for (const long number :
       {-1L, -2L, SYS_openat + (1L << 16), SYS_openat + (1L << 30),
        SYS_openat + (1L << 31), SYS_openat + (1L << 32),
        SYS_openat - (1L << 32), LONG_MAX, LONG_MIN}) {
    numbers.push_back(number);
  }
  std::erase_if(numbers,
                [&](long number) { return entry_of(number, abi) != nullptr; });
  return numbers;
}

// Whose name is it that such a number has? It can be that of two.
std::string owner_of(const std::string& name, long number, Abi abi) {
  std::string owner;
  const auto table = syscall_table(abi);
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].name != name) continue;
    const bool next =
        number < table[i].number && (i == 0 || table[i - 1].number < number);
    const bool before = table[i].number < number &&
                        (i + 1 == table.size() || number < table[i + 1].number);
    owner = next ? ", the next" : before ? ", the one before" : ", another";
  }
  const Abi other = abi == Abi::native ? Abi::compat32 : Abi::native;
  const Name* same = entry_of(number, other);
  if (same && same->name == name) owner += ", the other table's";
  return owner;
}

// With `named`, those that have a call's name; else those with another than
// strace's.
void print_gaps(bool named) {
  for (const Abi abi : {Abi::native, Abi::compat32}) {
    for (const long number : numbers_without_a_call(abi)) {
      const char* table = abi == Abi::native ? "" : "32-bit ";
      const std::string got = syscall_name(number, abi);
      const std::string owner = owner_of(got, number, abi);
      const std::string wanted =
          fmt::format("syscall_{:#x}", static_cast<unsigned long>(number));
      if (named && !owner.empty()) {
        say("{}{}: {}{}\n", table, number, got, owner);
      } else if (!named && got != wanted) {
        say("{}{}: {}\n", table, number, got);
      }
    }
  }
}

std::string text_of(const std::optional<long>& number) {
  return number ? fmt::format("{}", *number) : "none";
}

void print_numbers() {
  const auto table = syscall_table(Abi::native);
  for (const Name& entry : table) {
    const auto got = syscall_number(entry.name);
    if (got == entry.number) continue;
    const Name* found = got ? entry_of(*got, Abi::native) : nullptr;
    say("{}{}: {}{}\n", entry.name, end_of(table, entry), text_of(got),
        found ? std::string(" ") + found->name : "");
  }
}

void print_only_32_bit() {
  for (const Name& entry : syscall_table(Abi::compat32)) {
    bool native = false;
    for (const Name& other : syscall_table(Abi::native)) {
      if (strcmp(entry.name, other.name) == 0) native = true;
    }
    if (native) continue;
    const auto got = syscall_number(entry.name);
    if (got) say("{}: {}\n", entry.name, *got);
  }
}

// What strace says of an error.
std::string wanted_of(long error) {
  switch (error) {
    case 512:
      return "? ERESTARTSYS (To be restarted if SA_RESTART is set)";
    case 513:
      return "? ERESTARTNOINTR (To be restarted)";
    case 514:
      return "? ERESTARTNOHAND (To be restarted if no handler)";
    case 516:
      return "? ERESTART_RESTARTBLOCK (Interrupted by signal)";
  }
  for (const Name& entry : error_table()) {
    if (entry.number == error) {
      return fmt::format("-1 {} ({})", entry.name,
                         strerror(static_cast<int>(error)));
    }
  }
  return fmt::format("-1 (errno {})", error);
}

void print_error(long error, const char* end = "") {
  const std::string got = result_text(-error);
  if (got != wanted_of(error)) say("{}{}: {}\n", -error, end, got);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string way = argc > 1 ? argv[1] : "";
  if (way == "names" && argc > 2) {
    print_names(argv[2] == std::string("native") ? Abi::native : Abi::compat32);
  } else if (way == "places") {
    print_places();
  } else if (way == "gaps" || way == "nameless") {
    print_gaps(way == "gaps");
  } else if (way == "numbers") {
    print_numbers();
  } else if (way == "name") {
    for (int i = 2; i < argc; ++i)
      say("{}\n", syscall_name(std::stol(argv[i])));
  } else if (way == "number" || way == "alone") {
    const std::string_view name = argv[2];
    std::string text(name);
    if (way == "number") text += "x";
    const std::string_view view = std::string_view(text).substr(0, name.size());
    say("{}\n", text_of(syscall_number(view)));
  } else if (way == "zero") {
    using namespace std::string_view_literals;
    const std::string text = argv[2] + std::string("\0more"sv);
    say("{}\n", text_of(syscall_number(text)));
  } else if (way == "only-32-bit") {
    print_only_32_bit();
  } else if (way == "errors") {
    const auto table = error_table();
    for (const Name& error : table)
      print_error(error.number, end_of(table, error));
  } else if (way == "results") {
    for (long error = 1; error <= 4095; ++error) print_error(error);
  } else if (way == "result") {
    for (int i = 2; i < argc; ++i) say("{}\n", result_text(std::stol(argv[i])));
  } else {
    return 2;
  }
}
