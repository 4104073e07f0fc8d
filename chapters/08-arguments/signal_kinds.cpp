#include "signal_kinds.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/ptrace.h>

#include <bit>

#include "constants.hpp"
#include "names.hpp"
#include "siginfo.hpp"
#include "signatures.hpp"
#include "system.hpp"

namespace {

constexpr FlagSet change_set{constants::mask_changes, "SIG_???"};
constexpr FlagSet action_set{constants::sigaction_flags, "SA_???"};
constexpr FlagSet alternate_set{constants::altstack_flags, "SS_???"};
constexpr FlagSet signalfd_set{constants::signalfd_flags, "SFD_???"};

// The kernel's struct sigaction: not the C library's, and of 32-bit calls in
// another size.
template <class Word>
struct Action {
  Word handler;
  Word flags;
  Word restorer;
  std::uint32_t mask[2];
};

template <class Word>
std::string action_fields(const Call&, const Action<Word>& action) {
  constexpr unsigned long restorer = 0x04000000;  // SA_RESTORER
  std::string text = "{sa_handler=";
  switch (action.handler) {
    case 0:
      text += "SIG_DFL";
      break;
    case 1:
      text += "SIG_IGN";
      break;
    default:
      text += hex_text(action.handler);
  }
  text += ", sa_mask=" +
          signals_text(action.mask[0] | std::uint64_t{action.mask[1]} << 32) +
          ", sa_flags=" + flags_text(action.flags, action_set);
  if ((action.flags & restorer) != 0) {
    text += ", sa_restorer=" + address_text(action.restorer);
  }
  return text + "}";
}

std::string action_text(const Argument& argument) {
  return argument.call->abi == Abi::native
             ? same_struct_of<Action<std::uint64_t>,
                              action_fields<std::uint64_t>>(argument)
             : same_struct_of<Action<std::uint32_t>,
                              action_fields<std::uint32_t>>(argument);
}

// The size of a set is the next argument that is a size. What the kernel reads
// has to be whole; it fills in as much as there is room for.
std::string set_text(const Argument& argument) {
  const Call& call = *argument.call;
  if (argument.not_filled_in()) return address_text(argument.value);
  const auto& kinds = signature_of(call.number, call.abi).arguments;
  std::uint64_t set = 0;
  std::size_t place = argument.place + 1;
  while (place < kinds.size() && &kinds[place].get() != &size) ++place;
  const std::size_t room = place < kinds.size() ? call.args[place] : sizeof set;
  if (room == 0 || room > sizeof set ||
      (argument.kind->moment == Moment::entry && room != sizeof set)) {
    return address_text(argument.value);
  }
  const std::string bytes = read_memory(call.tid, argument.value, room);
  if (bytes.size() != room) return address_text(argument.value);
  std::memcpy(&set, bytes.data(), room);
  return signals_text(set);
}

std::string alternate_fields(const Call&, const stack_t& stack) {
  return fmt::format(
      "{{ss_sp={}, ss_flags={}, ss_size={}}}",
      address_text(reinterpret_cast<unsigned long>(stack.ss_sp)),
      flags_text(static_cast<unsigned>(stack.ss_flags), alternate_set),
      stack.ss_size);
}

std::string info_fields(const Call&, const siginfo_t& info) {
  if (info.si_signo == 0) return "{}";
  const std::string text = signal_text(info);  // "SIGUSR1 {si_signo=...}"
  return text.substr(text.find('{'));
}

// Where the kernel has kept the mask: in the frame that it made on the stack.
std::string restored_mask_text(const Argument& argument) {
#if defined(__x86_64__)
  constexpr unsigned long offset = 40 + 256;  // in struct ucontext
#else
  constexpr unsigned long offset = 128 + 40;  // behind the siginfo_t
#endif
  __ptrace_syscall_info info{};
  if (ptrace(PTRACE_GET_SYSCALL_INFO, argument.call->tid, sizeof info, &info) <=
      0) {
    return "";
  }
  const auto mask = read_struct<std::uint64_t>(argument.call->tid,
                                               info.stack_pointer + offset);
  return mask ? "{mask=" + signals_text(*mask) + "}"
              : address_text(info.stack_pointer);
}

}  // namespace

std::string signal_text_of(int number) {
  constexpr int last = 64;
  return number >= 1 && number <= last ? signal_name(number)
                                       : std::to_string(number);
}

std::string signal_result(const Call& call) {
  const std::string number = result_text(call.result);
  if (!call.result || *call.result <= 0) return number;
  return number + " (" + signal_text_of(static_cast<int>(*call.result)) + ")";
}

std::string signals_text(std::uint64_t set) {
  constexpr int all = 64;
  constexpr std::size_t prefix = 3;  // SIG
  // The shorter of the two ways, as strace sees it.
  const bool inverse = std::popcount(set) >= all * 2 / 3;
  if (inverse) set = ~set;
  std::string text = inverse ? "~[" : "[";
  const char* before = "";
  for (int signal = 1; signal <= all; ++signal) {
    if ((set >> (signal - 1) & 1) == 0) continue;
    text += before + signal_name(signal).substr(prefix);
    before = " ";
  }
  return text + "]";
}

const Kind signal_number{[](const Argument& argument) {
  return signal_text_of(static_cast<int>(argument.value));
}};
const Kind mask_change{name_of<change_set>};
const Kind signals_in{set_text};
const Kind signals_out{.text = set_text, .moment = Moment::exit};
const Kind action_in{action_text};
const Kind action_out{.text = action_text, .moment = Moment::exit};
const Kind restored_mask{.chosen = [](const Argument& argument) -> const Kind& {
  static constexpr Kind mask{restored_mask_text};
  return argument.call->abi == Abi::native ? mask : absent;
}};
const Kind alternate_in{struct_of<stack_t, alternate_fields>};
const Kind alternate_out{.text = struct_of<stack_t, alternate_fields>,
                         .moment = Moment::exit};
const Kind siginfo_in{struct_of<siginfo_t, info_fields>};
const Kind siginfo_out{.text = struct_of<siginfo_t, info_fields>,
                       .moment = Moment::exit};
const Kind signalfd_flags{flags_of<signalfd_set>};
