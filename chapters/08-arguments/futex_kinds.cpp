#include "futex_kinds.hpp"

#include <fmt/format.h>
#include <linux/futex.h>

#include "constants.hpp"
#include "signal_kinds.hpp"
#include "time_kinds.hpp"

namespace {

constexpr FlagSet command_set{constants::futex_commands, "FUTEX_???"};
constexpr FlagSet operation_set{constants::futex_operations, "FUTEX_OP_???"};
constexpr FlagSet comparison_set{constants::futex_comparisons,
                                 "FUTEX_OP_CMP_???"};

unsigned long command_of(const Argument& argument) {
  return argument.call->args[1] &
         ~static_cast<unsigned long>(FUTEX_PRIVATE_FLAG |
                                     FUTEX_CLOCK_REALTIME) &
         0xffffffff;
}

// An argument that stands in another's place.
Argument instead(const Argument& argument, std::size_t place) {
  Argument other = argument;
  other.place = place;
  other.value = argument.call->args[place];
  return other;
}

const Kind bitset{[](const Argument& argument) {
  const auto bits = static_cast<unsigned>(argument.call->args[5]);
  return bits == FUTEX_BITSET_MATCH_ANY ? "FUTEX_BITSET_MATCH_ANY"
                                        : hex_text(bits);
}};
const Kind timeout{
    [](const Argument& argument) { return timespec_of(instead(argument, 3)); }};
const Kind awaited_signal{[](const Argument& argument) {
  return signal_text_of(static_cast<int>(argument.value));
}};
// FUTEX_WAKE_OP: what is done to the second word, and compared.
const Kind operation{[](const Argument& argument) {
  const auto bits = static_cast<unsigned>(argument.value);
  const bool shift = (bits >> 31) != 0;
  return fmt::format(
      "{}{}<<28|{}<<12|{}<<24|{}", shift ? "FUTEX_OP_OPARG_SHIFT<<28|" : "",
      name_text(bits >> 28 & 7, operation_set), hex_text(bits >> 12 & 0xfff),
      name_text(bits >> 24 & 15, comparison_set), hex_text(bits & 0xfff));
}};

}  // namespace

const Kind futex_operation{[](const Argument& argument) {
  const auto value = static_cast<unsigned>(argument.value);
  const unsigned long command = command_of(argument);
  std::string text = name_text(command, command_set);
  if (text.find("/*") != text.npos) {
    text = hex_text(command);
    if ((value & FUTEX_PRIVATE_FLAG) != 0) text = "FUTEX_PRIVATE_FLAG|" + text;
    if ((value & FUTEX_CLOCK_REALTIME) != 0) {
      text = "FUTEX_CLOCK_REALTIME|" + text;
    }
    return text + " /* FUTEX_??? */";
  }
  if ((value & FUTEX_PRIVATE_FLAG) != 0) text += "_PRIVATE";
  if ((value & FUTEX_CLOCK_REALTIME) != 0) text += "|FUTEX_CLOCK_REALTIME";
  return text;
}};

const Kind futex_third{.chosen = [](const Argument& argument) -> const Kind& {
  switch (command_of(argument)) {
    case FUTEX_LOCK_PI:
    case FUTEX_LOCK_PI2:
      return timeout;
    case FUTEX_UNLOCK_PI:
    case FUTEX_TRYLOCK_PI:
      return absent;
    case FUTEX_FD:
      return awaited_signal;
    default:
      return unsigned_integer;
  }
}};
const Kind futex_fourth{.chosen = [](const Argument& argument) -> const Kind& {
  switch (command_of(argument)) {
    case FUTEX_WAIT:
    case FUTEX_WAIT_BITSET:
    case FUTEX_WAIT_REQUEUE_PI:
      return timeout;
    case FUTEX_WAKE_BITSET:
      return bitset;
    case FUTEX_REQUEUE:
    case FUTEX_CMP_REQUEUE:
    case FUTEX_CMP_REQUEUE_PI:
    case FUTEX_WAKE_OP:
      return unsigned_integer;
    case FUTEX_WAKE:
    case FUTEX_FD:
    case FUTEX_LOCK_PI:
    case FUTEX_LOCK_PI2:
      return absent;
    default:
      return address;
  }
}};
const Kind futex_fifth{.chosen = [](const Argument& argument) -> const Kind& {
  switch (command_of(argument)) {
    case FUTEX_WAIT:
    case FUTEX_WAKE_BITSET:
      return absent;
    case FUTEX_WAIT_BITSET:
      return bitset;
    default:
      return address;
  }
}};
const Kind futex_sixth{.chosen = [](const Argument& argument) -> const Kind& {
  switch (command_of(argument)) {
    case FUTEX_CMP_REQUEUE:
    case FUTEX_CMP_REQUEUE_PI:
      return unsigned_integer;
    case FUTEX_WAKE_OP:
      return operation;
    case FUTEX_REQUEUE:
    case FUTEX_WAIT_BITSET:
    case FUTEX_WAIT_REQUEUE_PI:
      return absent;
    default:
      return hexadecimal;
  }
}};
