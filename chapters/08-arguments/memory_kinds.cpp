#include "memory_kinds.hpp"

#include <fmt/format.h>
#include <sys/mman.h>

#include "constants.hpp"
#include "names.hpp"
#include "raw_syscall.hpp"

namespace {

constexpr FlagSet protection_set{constants::protections, "PROT_???"};
constexpr FlagSet type_set{constants::map_types, "MAP_???"};
constexpr FlagSet map_set{constants::map_flags, "MAP_???"};
constexpr FlagSet remap_set{constants::mremap_flags, "MREMAP_???"};
constexpr FlagSet advice_set{constants::memory_advices, "MADV_???"};
constexpr FlagSet msync_set{constants::msync_flags, "MS_???"};
constexpr FlagSet mlock_set{constants::mlock_flags, "MLOCK_???"};
constexpr FlagSet mlockall_set{constants::mlockall_flags, "MCL_???"};

constexpr unsigned long policy_mask = 0xfff;  // the rest is flags
constexpr FlagSet policy_set{constants::memory_policy_flags, "MPOL_???",
                             policy_mask, constants::memory_policies};
constexpr FlagSet question_set{constants::policy_questions, "MPOL_???"};

std::string policy_fields(const Call&, const int& policy) {
  return flags_text(static_cast<unsigned>(policy), policy_set);
}
// Bits of nodes, of which the next argument says one more than there are.
std::string nodes_text(const Argument& argument) {
  constexpr unsigned long bits = 64;
  if (argument.kind->moment == Moment::exit && argument.failed()) {
    return address_text(argument.value);
  }
  if (argument.call->abi != Abi::native) return address_text(argument.value);
  const unsigned long most = argument.call->args[argument.place + 1];
  return array_text<std::uint64_t>(
      *argument.call, argument.value,
      most == 0 ? 0 : (most - 1 + bits - 1) / bits,
      [](const Call&, std::uint64_t word) {
        return word == 0 ? std::string(16, '0') : fmt::format("{:#016x}", word);
      });
}

std::string map_flags_text(const Argument& argument) {
  constexpr unsigned shift = 26;  // MAP_HUGE_SHIFT: of the size of its pages
  constexpr unsigned long sizes = 0x3fUL << shift;
  const unsigned long flags = argument.value;
  const unsigned long type = flags & MAP_TYPE;
  std::string text = type == 0 ? "MAP_FILE" : name_text(type, type_set);
  unsigned long rest = flags & ~static_cast<unsigned long>(MAP_TYPE);
  const unsigned long size = (rest & MAP_HUGETLB) != 0 ? rest & sizes : 0;
  rest &= ~size;
  if (rest != 0) {
    const std::string names = flags_text(rest, map_set);
    text += "|" + names.substr(0, names.find(" /*"));
  }
  if (size != 0) text += fmt::format("|{}<<MAP_HUGE_SHIFT", size >> shift);
  return text;
}

}  // namespace

const Kind protection{[](const Argument& argument) {
  return flags_text(argument.value, protection_set);
}};
const Kind map_flags{map_flags_text};
const Kind page_offset{[](const Argument& argument) {
  constexpr unsigned long unit = 4096;  // whatever the size of a page is
  return hex_text(argument.value * unit);
}};
const Kind remap_flags{[](const Argument& argument) {
  return flags_text(argument.value, remap_set);
}};
const Kind remap_address{.chosen = [](const Argument& argument) -> const Kind& {
  constexpr unsigned long dontunmap = 4;
  const unsigned long flags = argument.call->args[argument.place - 1];
  return (flags & (MREMAP_FIXED | dontunmap)) != 0 ? address : absent;
}};
const Kind memory_advice{name_of<advice_set>};
const Kind msync_flags{flags_of<msync_set>};
const Kind mlock_flags{flags_of<mlock_set>};
const Kind mlockall_flags{flags_of<mlockall_set>};
const Kind memory_policy{flags_of<policy_set>};
const Kind memory_policy_out{.text = same_pointer_of<int, policy_fields>,
                             .moment = Moment::exit};
const Kind nodes_in{nodes_text};
const Kind nodes_out{.text = nodes_text, .moment = Moment::exit};
const Kind policy_question{flags_of<question_set>};

std::string address_result(const Call& call) {
  if (!call.result || is_error(*call.result)) return result_text(call.result);
  return hex_text(static_cast<unsigned long>(*call.result));
}
