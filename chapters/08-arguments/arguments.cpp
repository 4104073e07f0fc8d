#include "arguments.hpp"

#include <fmt/format.h>
#include <sys/uio.h>
#include <time.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "signatures.hpp"

std::string read_memory([[maybe_unused]] pid_t pid,
                        [[maybe_unused]] unsigned long address,
                        [[maybe_unused]] std::size_t size) {
  std::string bytes;
  // TODO 8a: copy them from the other process.
  // end of 8a
  return bytes;
}

String read_string([[maybe_unused]] pid_t pid,
                   [[maybe_unused]] unsigned long address,
                   [[maybe_unused]] std::size_t limit) {
  String string{.bytes = "", .ended = false};
  // TODO 8b: up to its zero, which may stand right before nothing.
  // end of 8b
  return string;
}

std::string quoted(std::string_view bytes, [[maybe_unused]] Style::Hex hex) {
  std::string text;
  // TODO 8c: as C has them, as short as can be.
  text = bytes;
  // end of 8c
  return '"' + text + '"';
}

std::string flags_text(unsigned long value,
                       [[maybe_unused]] const FlagSet& set) {
  std::string text;
  // TODO 8d: the names of its bits, and the bits that have none.
  text = fmt::format("{:#x}", value);
  // end of 8d
  return text;
}

std::string timespec_text([[maybe_unused]] pid_t pid, unsigned long address) {
  // TODO 8e: read it whole, or show where it would be.
  return fmt::format("{:#x}", address);
  // end of 8e
}

std::string arguments_text(const Call& call, Moment moment) {
  std::string text;
  if (moment == Moment::exit && !call.result) return text;
  // TODO 8f: those that are known at this moment.
  if (moment == Moment::entry) return text;
  for (const Argument& argument : arguments_of(call)) {
    if (!text.empty()) text += ", ";
    text += argument.kind->text(argument);
  }
  // end of 8f
  return text;
}
