#include "system_kinds.hpp"

#include <fmt/format.h>
#include <limits.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/personality.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>

#include "constants.hpp"
#include "names.hpp"
#include "raw_syscall.hpp"

namespace {

constexpr FlagSet usage_set{constants::rusages, "RUSAGE_???"};
constexpr FlagSet priority_set{constants::priorities, "PRIO_???"};
constexpr FlagSet scheduler_set{constants::schedulers, "SCHED_???"};
constexpr Name reset_on_fork[] = {{SCHED_RESET_ON_FORK, "SCHED_RESET_ON_FORK"}};
constexpr FlagSet policy_set{reset_on_fork, "SCHED_???", 0xff,
                             constants::schedulers};
constexpr FlagSet random_set{constants::getrandom_flags, "GRND_???"};
constexpr FlagSet limit_set{constants::resource_limits, "RLIMIT_???"};
constexpr FlagSet personality_set{constants::personalities, "PER_???"};
constexpr FlagSet bug_set{constants::personality_bugs, "???"};
constexpr FlagSet capability_set{constants::capabilities, "CAP_???"};
constexpr FlagSet version_set{constants::capability_versions,
                              "_LINUX_CAPABILITY_VERSION_???"};
constexpr FlagSet operation_set{constants::seccomp_operations,
                                "SECCOMP_SET_???"};
constexpr FlagSet action_set{constants::seccomp_actions, "SECCOMP_RET_???"};
constexpr FlagSet filter_set{constants::seccomp_flags,
                             "SECCOMP_FILTER_FLAG_???"};
constexpr FlagSet membarrier_set{constants::membarriers, "MEMBARRIER_CMD_???"};
constexpr FlagSet rseq_set{constants::rseq_flags, "RSEQ_FLAG_???"};

// ---- What is known of the system ------------------------------------------

std::string names_fields(const Call& call, const utsname& names) {
  const auto text = [&](const char* field, std::size_t size) {
    const std::string bytes(field, strnlen(field, size));
    return quoted(bytes, call.style.hex);
  };
  std::string all = "{sysname=" + text(names.sysname, sizeof names.sysname) +
                    ", nodename=" + text(names.nodename, sizeof names.nodename);
  if (!call.style.verbose) return all + ", ...}";
  return all + ", release=" + text(names.release, sizeof names.release) +
         ", version=" + text(names.version, sizeof names.version) +
         ", machine=" + text(names.machine, sizeof names.machine) +
         ", domainname=" + text(names.domainname, sizeof names.domainname) +
         "}";
}

std::string information_fields(const Call&, const struct sysinfo& system) {
  return fmt::format(
      "{{uptime={}, loads=[{}, {}, {}], totalram={}, freeram={}, "
      "sharedram={}, bufferram={}, totalswap={}, freeswap={}, procs={}, "
      "totalhigh={}, freehigh={}, mem_unit={}}}",
      system.uptime, system.loads[0], system.loads[1], system.loads[2],
      system.totalram, system.freeram, system.sharedram, system.bufferram,
      system.totalswap, system.freeswap, system.procs, system.totalhigh,
      system.freehigh, system.mem_unit);
}

std::string groups_text(const Argument& argument, std::size_t count) {
  return array_text<unsigned>(
      *argument.call, argument.value, count,
      [](const Call&, unsigned group) { return fmt::format("{}", group); });
}

// ---- Processors and their schedule ----------------------------------------

std::string processors_text(const Argument& argument, std::size_t size) {
  constexpr std::size_t most = 4096;
  const std::size_t wanted = std::min(size, most);
  const std::string bytes =
      read_memory(argument.call->tid, argument.value, wanted);
  if (argument.value == 0 || bytes.size() != wanted) {
    return address_text(argument.value);
  }
  std::string text = "[";
  for (std::size_t i = 0; i < bytes.size() * CHAR_BIT; ++i) {
    if ((bytes[i / CHAR_BIT] >> (i % CHAR_BIT) & 1) == 0) continue;
    text += fmt::format("{}{}", text.size() == 1 ? "" : " ", i);
  }
  return text + "]";
}

// ---- Limits ---------------------------------------------------------------

std::string limit_text(std::uint64_t limit) {
  constexpr std::uint64_t kilo = 1024;
  if (limit == RLIM_INFINITY) return "RLIM64_INFINITY";
  if (limit > kilo && limit % kilo == 0) {
    return fmt::format("{}*1024", limit / kilo);
  }
  return fmt::format("{}", limit);
}
// The kernel's rlimit64, too.
static_assert(sizeof(rlimit) == 2 * sizeof(std::uint64_t));
std::string limit_fields(const Call&, const rlimit& limit) {
  return "{rlim_cur=" + limit_text(limit.rlim_cur) +
         ", rlim_max=" + limit_text(limit.rlim_max) + "}";
}

// ---- Capabilities: capset(2) ----------------------------------------------

std::string header_fields(const Call&, const __user_cap_header_struct& header) {
  return fmt::format("{{version={}, pid={}}}",
                     name_text(header.version, version_set), header.pid);
}

std::string capabilities_text(std::uint64_t set) {
  if (set == 0) return "0";
  std::string text;
  for (int i = 0; i < 64; ++i) {
    if ((set >> i & 1) == 0) continue;
    text += fmt::format("{}1<<{}", text.empty() ? "" : "|",
                        name_text(static_cast<unsigned>(i), capability_set));
  }
  return text;
}

std::string sets_text(const Argument& argument) {
  const Call& call = *argument.call;
  const auto header =
      read_struct<__user_cap_header_struct>(call.tid, call.args[0]);
  using Sets = std::array<__user_cap_data_struct, 2>;
  const auto text = [](std::uint64_t effective, std::uint64_t permitted,
                       std::uint64_t inheritable) {
    return "{effective=" + capabilities_text(effective) +
           ", permitted=" + capabilities_text(permitted) +
           ", inheritable=" + capabilities_text(inheritable) + "}";
  };
  if (header &&
      (argument.kind->moment == Moment::entry || !argument.failed())) {
    if (header->version == _LINUX_CAPABILITY_VERSION_1) {
      if (const auto set =
              read_struct<__user_cap_data_struct>(call.tid, argument.value)) {
        return text(set->effective, set->permitted, set->inheritable);
      }
    } else if (const auto sets = read_struct<Sets>(call.tid, argument.value)) {
      const auto both = [](std::uint64_t low, std::uint64_t high) {
        return low | high << 32;
      };
      const auto& [low, high] = *sets;
      return text(both(low.effective, high.effective),
                  both(low.permitted, high.permitted),
                  both(low.inheritable, high.inheritable));
    }
  }
  return address_text(argument.value);
}

// ---- Filters: seccomp(2) --------------------------------------------------

std::string program_fields(const Call&, const sock_fprog& program) {
  return fmt::format(
      "{{len={}, filter={}}}", program.len,
      address_text(reinterpret_cast<unsigned long>(program.filter)));
}
std::string action_fields(const Call&, const unsigned& action) {
  return name_text(action, action_set);
}
std::string sizes_fields(const Call&, const seccomp_notif_sizes& sizes) {
  return fmt::format(
      "{{seccomp_notif={}, seccomp_notif_resp={}, seccomp_data={}}}",
      sizes.seccomp_notif, sizes.seccomp_notif_resp, sizes.seccomp_data);
}

// ---- Personality: personality(2) ------------------------------------------

std::string personality_text(unsigned long value) {
  constexpr unsigned long mask = 0xff;
  const std::string base = name_text(value & mask, personality_set);
  const unsigned long bugs = value & ~mask;
  return bugs == 0 ? base : base + "|" + flags_text(bugs, bug_set);
}

}  // namespace

const Kind system_names{.text = same_struct_of<utsname, names_fields>,
                        .moment = Moment::exit};
const Kind system_information{
    .text = struct_of<struct sysinfo, information_fields>,
    .moment = Moment::exit};
const Kind host_name{[](const Argument& argument) {
  constexpr unsigned longest = 64;
  const unsigned length = argument.word(argument.place + 1);
  return length > longest ? address_text(argument.value)
                          : bytes_text(*argument.call, argument.value, length);
}};
const Kind random_bytes{
    .text =
        [](const Argument& argument) {
          if (argument.failed()) return address_text(argument.value);
          Call call = *argument.call;
          call.style.hex = Style::Hex::always;
          return bytes_text(call, argument.value,
                            static_cast<std::size_t>(call.result.value_or(0)));
        },
    .moment = Moment::exit};
const Kind random_flags{flags_of<random_set>};
const Kind groups_in{[](const Argument& argument) {
  return groups_text(argument, static_cast<unsigned>(argument.call->args[0]));
}};
const Kind groups_out{
    .text =
        [](const Argument& argument) {
          if (argument.failed()) return address_text(argument.value);
          const bool asked = argument.call->args[0] == 0;  // how many there are
          return groups_text(argument,
                             asked ? 0
                                   : static_cast<std::size_t>(
                                         argument.call->result.value_or(0)));
        },
    .moment = Moment::exit};
const Kind processors_in{[](const Argument& argument) {
  return processors_text(argument, argument.call->args[1]);
}};
const Kind processors_out{
    .text =
        [](const Argument& argument) {
          if (argument.failed()) return address_text(argument.value);
          return processors_text(
              argument,
              static_cast<std::size_t>(argument.call->result.value_or(0)));
        },
    .moment = Moment::exit};
const Kind scheduler{name_of<scheduler_set>};
const Kind scheduler_in{same_pointer_of<int, int_fields>};
const Kind scheduler_out{.text = same_pointer_of<int, int_fields>,
                         .moment = Moment::exit};
const Kind priority_of{name_of<priority_set>};
const Kind usage_of{name_of<usage_set>};
const Kind resource{name_of<limit_set>};
const Kind limit_in{struct_of<rlimit, limit_fields>};
const Kind limit_out{.text = struct_of<rlimit, limit_fields>,
                     .moment = Moment::exit};
const Kind limit64_in{same_struct_of<rlimit, limit_fields>};
const Kind limit64_out{.text = same_struct_of<rlimit, limit_fields>,
                       .moment = Moment::exit};
const Kind capability_header{
    same_struct_of<__user_cap_header_struct, header_fields>};
const Kind capabilities_in{sets_text};
const Kind capabilities_out{.text = sets_text, .moment = Moment::exit};
const Kind personality_flags{[](const Argument& argument) {
  constexpr unsigned ask = 0xffffffff;
  const auto value = static_cast<unsigned>(argument.value);
  return value == ask ? hex_text(value) : personality_text(value);
}};
const Kind seccomp_operation{name_of<operation_set>};
const Kind seccomp_flags{.chosen = [](const Argument& argument) -> const Kind& {
  static constexpr Kind flags{flags_of<filter_set>};
  return argument.word(0) == SECCOMP_SET_MODE_FILTER ? flags : hex_word;
}};
const Kind seccomp_argument{
    .chosen = [](const Argument& argument) -> const Kind& {
      static constexpr Kind program{struct_of<sock_fprog, program_fields>};
      static constexpr Kind action{same_pointer_of<unsigned, action_fields>};
      static constexpr Kind sizes{
          .text = same_struct_of<seccomp_notif_sizes, sizes_fields>,
          .moment = Moment::exit};
      switch (argument.word(0)) {
        case SECCOMP_SET_MODE_FILTER:
          return program;
        case SECCOMP_GET_ACTION_AVAIL:
          return action;
        case SECCOMP_GET_NOTIF_SIZES:
          return sizes;
        default:
          return address;
      }
    }};
const Kind membarrier_command{flags_of<membarrier_set>};
const Kind rseq_flags{flags_of<rseq_set>};

std::string scheduler_result(const Call& call) {
  const std::string number = result_text(call.result);
  if (!call.result || is_error(*call.result)) return number;
  return number + " (" +
         flags_text(static_cast<unsigned>(*call.result), policy_set) + ")";
}

std::string personality_result(const Call& call) {
  if (!call.result || is_error(*call.result)) return result_text(call.result);
  const auto value = static_cast<unsigned long>(*call.result);
  return fmt::format("{} ({})", hex_text(value), personality_text(value));
}
