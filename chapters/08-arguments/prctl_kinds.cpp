#include "prctl_kinds.hpp"

#include <fmt/format.h>
#include <linux/prctl.h>

#include "constants.hpp"
#include "signal_kinds.hpp"

#if defined(__x86_64__)
#include <asm/prctl.h>
#endif

namespace {

constexpr FlagSet option_set{constants::prctl_options, "PR_???"};
constexpr FlagSet capability_set{constants::capabilities, "CAP_???"};
constexpr FlagSet ambient_set{constants::ambient_operations,
                              "PR_CAP_AMBIENT_???"};
constexpr FlagSet mode_set{constants::seccomp_modes, "SECCOMP_MODE_???"};
constexpr FlagSet attribute_set{constants::vma_attributes, "PR_SET_VMA_???"};

unsigned long option_of(const Argument& argument) {
  return argument.call->args[0] & 0xffffffff;
}
std::string signal_fields(const Call&, const int& value) {
  return signal_text_of(value);
}
std::string name_text_of(const Argument& argument) {
  constexpr std::size_t longest = 15;  // TASK_COMM_LEN without its zero
  if (argument.kind->moment == Moment::exit && argument.failed()) {
    return address_text(argument.value);
  }
  return string_text(*argument.call, argument.value, longest);
}

const Kind name_in{name_text_of};
const Kind name_out{.text = name_text_of, .moment = Moment::exit};
const Kind capability{name_of<capability_set>};
const Kind ambient{name_of<ambient_set>};
const Kind seccomp_mode{name_of<mode_set>};
const Kind attribute{name_of<attribute_set>};
const Kind int_out{.text = same_pointer_of<int, int_fields>,
                   .moment = Moment::exit};
const Kind signal_out{.text = same_pointer_of<int, signal_fields>,
                      .moment = Moment::exit};
const Kind vma_name{[](const Argument& argument) {
  constexpr std::size_t longest = 80;
  return string_text(*argument.call, argument.value, longest);
}};
const Kind dumpable{[](const Argument& argument) {
  static constexpr Name ways[] = {
      {0, "SUID_DUMP_DISABLE"}, {1, "SUID_DUMP_USER"}, {2, "SUID_DUMP_ROOT"}};
  return name_text(argument.value, {ways, "SUID_DUMP_???"});
}};

}  // namespace

const Kind prctl_option{name_of<option_set>};
const Kind prctl_second{.chosen = [](const Argument& argument) -> const Kind& {
  switch (option_of(argument)) {
    case PR_GET_DUMPABLE:
    case PR_GET_KEEPCAPS:
    case PR_GET_SECCOMP:
    case PR_GET_SECUREBITS:
    case PR_GET_TIMERSLACK:
    case PR_GET_TIMING:
    case PR_TASK_PERF_EVENTS_DISABLE:
    case PR_TASK_PERF_EVENTS_ENABLE:
      return absent;
    case PR_SET_NAME:
      return name_in;
    case PR_GET_NAME:
      return name_out;
    case PR_SET_DUMPABLE:
      return dumpable;
    case PR_SET_PDEATHSIG:
      return signal_number;
    case PR_GET_PDEATHSIG:
      return signal_out;
    case PR_GET_CHILD_SUBREAPER:
      return int_out;
    case PR_CAPBSET_READ:
    case PR_CAPBSET_DROP:
      return capability;
    case PR_CAP_AMBIENT:
      return ambient;
    case PR_SET_SECCOMP:
      return seccomp_mode;
    case PR_SET_VMA:
      return attribute;
    case PR_SET_KEEPCAPS:
    case PR_SET_TIMERSLACK:
    case PR_SET_CHILD_SUBREAPER:
    case PR_SET_NO_NEW_PRIVS:
    case PR_GET_NO_NEW_PRIVS:
    case PR_SET_THP_DISABLE:
    case PR_GET_THP_DISABLE:
      return size;
    default:
      return hexadecimal;
  }
}};
const Kind prctl_third{.chosen = [](const Argument& argument) -> const Kind& {
  switch (option_of(argument)) {
    case PR_SET_NAME:
    case PR_GET_NAME:
    case PR_SET_DUMPABLE:
    case PR_SET_PDEATHSIG:
    case PR_GET_PDEATHSIG:
    case PR_SET_CHILD_SUBREAPER:
    case PR_GET_CHILD_SUBREAPER:
    case PR_SET_KEEPCAPS:
    case PR_SET_TIMERSLACK:
    case PR_CAPBSET_READ:
    case PR_CAPBSET_DROP:
      return absent;
    case PR_CAP_AMBIENT:
      return argument.call->args[1] == PR_CAP_AMBIENT_CLEAR_ALL ? hexadecimal
                                                                : capability;
    case PR_SET_SECCOMP:
      return argument.call->args[1] == 2 ? address : absent;
    case PR_SET_VMA:
      return address;
    case PR_SET_NO_NEW_PRIVS:
    case PR_GET_NO_NEW_PRIVS:
    case PR_SET_THP_DISABLE:
    case PR_GET_THP_DISABLE:
      return size;
    default:
      return hexadecimal;
  }
}};
const Kind prctl_rest{.chosen = [](const Argument& argument) -> const Kind& {
  constexpr std::size_t last = 4;
  switch (option_of(argument)) {
    case PR_SET_SECCOMP:
      return absent;
    case PR_SET_VMA:
      return argument.place == last ? vma_name : size;
    case PR_SET_NO_NEW_PRIVS:
    case PR_GET_NO_NEW_PRIVS:
    case PR_SET_THP_DISABLE:
    case PR_GET_THP_DISABLE:
      return size;
    default:
      return hexadecimal;
  }
}};

#if defined(__x86_64__)
namespace {
constexpr FlagSet code_set{constants::arch_prctls, "ARCH_???"};
std::string base_fields(const Call&, const unsigned long& base) {
  return hex_text(base);
}
const Kind base_out{.text = pointer_of<unsigned long, base_fields>,
                    .moment = Moment::exit};
}  // namespace
const Kind arch_prctl_code{name_of<code_set>};
const Kind arch_prctl_address{
    .chosen = [](const Argument& argument) -> const Kind& {
      switch (option_of(argument)) {
        case ARCH_GET_FS:
        case ARCH_GET_GS:
          return base_out;
        case ARCH_GET_CPUID:
          return absent;
        default:
          return hexadecimal;
      }
    }};
#endif
