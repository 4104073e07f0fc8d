#include "process_kinds.hpp"

#include <fmt/format.h>
#include <linux/sched.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "constants.hpp"
#include "names.hpp"
#include "raw_syscall.hpp"
#include "signal_kinds.hpp"

namespace {

constexpr FlagSet clone_set{constants::clone_flags, "CLONE_???"};
constexpr FlagSet clone3_set{constants::clone3_flags, "CLONE_???"};
constexpr FlagSet unshare_set{constants::unshared, "CLONE_???"};
constexpr FlagSet namespace_set{constants::namespaces, "CLONE_NEW???"};
constexpr FlagSet wait_set{constants::wait_flags, "W???"};
constexpr FlagSet pidfd_set{constants::pidfd_flags, "PIDFD_???"};
constexpr FlagSet wait_id_set{constants::wait_ids, "P_???"};

// ---- Programs: execve(2) --------------------------------------------------

// The word of a tracee that stands at `address`, of the size that it has there.
std::optional<unsigned long> read_word(const Call& call,
                                       unsigned long address) {
  if (call.abi == Abi::native) {
    return read_struct<unsigned long>(call.tid, address);
  }
  const auto word = read_struct<unsigned>(call.tid, address);
  if (!word) return {};
  return *word;
}
unsigned long word_size(const Call& call) {
  return call.abi == Abi::native ? sizeof(unsigned long) : sizeof(unsigned);
}
constexpr std::size_t most_words = most_bytes / sizeof(unsigned long);

// A list of strings that ends with a NULL.
std::string strings_text(const Call& call, unsigned long address) {
  if (address == 0) return "NULL";
  const std::size_t most =
      call.style.verbose ? most_words : call.style.string_limit;
  std::string text = "[";
  for (std::size_t i = 0;; ++i) {
    const auto word = read_word(call, address);
    if (!word && i == 0) return address_text(address);
    if (word && *word == 0) break;
    if (i != 0) text += ", ";
    if (!word) {
      text += "... /* " + address_text(address) + " */";
      break;
    }
    if (i == most) {
      text += "...";
      break;
    }
    text += string_text(call, *word, call.style.string_limit);
    address += word_size(call);
  }
  return text + "]";
}

std::string environment_text(const Call& call, unsigned long address) {
  if (address == 0 || call.style.verbose) return strings_text(call, address);
  std::size_t count = 0;
  const char* unterminated = "";
  for (unsigned long at = address; count < most_words; ++count) {
    const auto word = read_word(call, at);
    if (!word) unterminated = ", unterminated";
    if (!word && count == 0) return address_text(address);
    if (!word || *word == 0) break;
    at += word_size(call);
  }
  return fmt::format("{} /* {} var{}{} */", address_text(address), count,
                     count == 1 ? "" : "s", unterminated);
}

// ---- Threads and children: clone(2) ---------------------------------------

std::string clone_flags_text(unsigned long flags) {
  constexpr unsigned long signals = 0xff;
  const int signal = static_cast<int>(flags & signals);
  const unsigned long rest = flags & ~signals;
  if (signal == 0) return flags_text(rest, clone_set);
  return (rest == 0 ? "" : flags_text(rest, clone_set) + "|") +
         signal_text_of(signal);
}

// "[7]", or the address
std::string int_at(const Call& call, unsigned long address) {
  const auto value = read_struct<int>(call.tid, address);
  return value ? fmt::format("[{}]", *value) : address_text(address);
}

// What is behind the flags depends on them, and on the machine.
std::string clone_rest(const Argument& argument) {
  const Call& call = *argument.call;
  const unsigned long flags = call.args[0];
#if defined(__x86_64__)
  const bool tls_last = call.abi == Abi::native;
#else
  const bool tls_last = false;
#endif
  std::string text;
  if ((flags & (CLONE_PARENT_SETTID | CLONE_PIDFD)) != 0) {
    text += ", parent_tid=" + (argument.failed() ? address_text(call.args[2])
                                                 : int_at(call, call.args[2]));
  }
  if ((flags & CLONE_SETTLS) != 0) {
    text += ", tls=" + (call.abi == Abi::native || call.args[3] == 0
                            ? hex_text(call.args[tls_last ? 4 : 3])
                            : address_text(call.args[3]));
  }
  if ((flags & (CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID)) != 0) {
    text += ", child_tidptr=" + address_text(call.args[tls_last ? 3 : 4]);
  }
  return text;
}

constexpr std::size_t most_tids = 32;  // a pid namespace's depth

std::string exit_signal_text(std::uint64_t signal) {
  return signal <= 64 ? signal_text_of(static_cast<int>(signal))
                      : fmt::format("{}", signal);
}

std::string clone3_fields(const Call& call, const clone_args& how) {
  std::string text = "{flags=" + flags_text(how.flags, clone3_set);
  if ((how.flags & CLONE_PIDFD) != 0) {
    text += ", pidfd=" + address_text(how.pidfd);
  }
  if ((how.flags & (CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID)) != 0) {
    text += ", child_tid=" + address_text(how.child_tid);
  }
  if ((how.flags & CLONE_PARENT_SETTID) != 0) {
    text += ", parent_tid=" + address_text(how.parent_tid);
  }
  text += ", exit_signal=" + exit_signal_text(how.exit_signal) +
          ", stack=" + address_text(how.stack) +
          ", stack_size=" + hex_text(how.stack_size);
  if ((how.flags & CLONE_SETTLS) != 0) text += ", tls=" + address_text(how.tls);
  const unsigned long size = call.args[1];
  if (size > offsetof(clone_args, set_tid) &&
      (how.set_tid != 0 || how.set_tid_size != 0)) {
    const bool shown = how.set_tid_size != 0 && how.set_tid_size <= most_tids;
    text += ", set_tid=" +
            (shown ? array_text<int>(call, how.set_tid, how.set_tid_size,
                                     int_fields)
                   : address_text(how.set_tid)) +
            fmt::format(", set_tid_size={}", how.set_tid_size);
  }
  if (size > offsetof(clone_args, cgroup) &&
      (how.cgroup != 0 || (how.flags & CLONE_INTO_CGROUP) != 0)) {
    text += fmt::format(", cgroup={}", how.cgroup);
  }
  return text + unknown_fields(call, call.args[0], sizeof how, size) + "}";
}

// struct clone_args has grown: as much of it as the caller has.
std::optional<clone_args> read_clone_args(const Argument& argument) {
  const unsigned long size = argument.call->args[argument.place + 1];
  clone_args how{};
  if (size < CLONE_ARGS_SIZE_VER0) return {};
  const std::size_t wanted = std::min<unsigned long>(size, sizeof how);
  const std::string bytes =
      read_memory(argument.call->tid, argument.value, wanted);
  if (bytes.size() != wanted) return {};
  std::memcpy(&how, bytes.data(), wanted);
  return how;
}
std::string clone3_text(const Argument& argument) {
  const auto how = read_clone_args(argument);
  return how ? clone3_fields(*argument.call, *how)
             : address_text(argument.value);
}
std::string clone3_filled_in(const Argument& argument) {
  const auto how = read_clone_args(argument);
  if (!how || argument.failed()) return "";
  std::string text;
  if ((how->flags & CLONE_PIDFD) != 0) {
    text = "pidfd=" + int_at(*argument.call, how->pidfd);
  }
  if ((how->flags & CLONE_PARENT_SETTID) != 0) {
    text += (text.empty() ? "" : ", ");
    text += "parent_tid=" + int_at(*argument.call, how->parent_tid);
  }
  return text.empty() ? "" : " => {" + text + "}";
}

// ---- Ends: wait(2) --------------------------------------------------------

std::string status_fields(const Call&, const int& status) {
  if (WIFEXITED(status)) {
    return fmt::format("{{WIFEXITED(s) && WEXITSTATUS(s) == {}}}",
                       WEXITSTATUS(status));
  }
  if (WIFSIGNALED(status)) {
    return fmt::format("{{WIFSIGNALED(s) && WTERMSIG(s) == {}{}}}",
                       signal_text_of(WTERMSIG(status)),
                       WCOREDUMP(status) ? " && WCOREDUMP(s)" : "");
  }
  if (WIFCONTINUED(status)) return "{WIFCONTINUED(s)}";
  if (WIFSTOPPED(status)) {
    const int signal = WSTOPSIG(status);
    const std::string name = (signal & 0x80) != 0
                                 ? signal_text_of(signal & 0x7f) + " | 0x80"
                                 : signal_text_of(signal);
    const int event = status >> 16;
    return fmt::format("{{WIFSTOPPED(s) && WSTOPSIG(s) == {}}}{}", name,
                       event == 0 ? "" : fmt::format(" | {:#x}", event << 16));
  }
  return fmt::format("{:#x}", static_cast<unsigned>(status));
}

std::string usage_fields(const Call& call, const rusage& usage) {
  const auto time = [](const timeval& value) {
    return fmt::format("{{tv_sec={}, tv_usec={}}}", value.tv_sec,
                       value.tv_usec);
  };
  std::string text = "{ru_utime=" + time(usage.ru_utime) +
                     ", ru_stime=" + time(usage.ru_stime);
  if (!call.style.verbose) return text + ", ...}";
  const auto add = [&](const char* name, long value) {
    text += fmt::format(", ru_{}={}", name, value);
  };
  add("maxrss", usage.ru_maxrss);
  add("ixrss", usage.ru_ixrss);
  add("idrss", usage.ru_idrss);
  add("isrss", usage.ru_isrss);
  add("minflt", usage.ru_minflt);
  add("majflt", usage.ru_majflt);
  add("nswap", usage.ru_nswap);
  add("inblock", usage.ru_inblock);
  add("oublock", usage.ru_oublock);
  add("msgsnd", usage.ru_msgsnd);
  add("msgrcv", usage.ru_msgrcv);
  add("nsignals", usage.ru_nsignals);
  add("nvcsw", usage.ru_nvcsw);
  add("nivcsw", usage.ru_nivcsw);
  return text + "}";
}

}  // namespace

const Kind program_arguments{[](const Argument& argument) {
  return strings_text(*argument.call, argument.value);
}};
const Kind environment{[](const Argument& argument) {
  return environment_text(*argument.call, argument.value);
}};
const Kind clone_stack{[](const Argument& argument) {
  return "child_stack=" + address_text(argument.call->args[1]);
}};
const Kind clone_flags{.text =
                           [](const Argument& argument) {
                             return "flags=" +
                                    clone_flags_text(argument.call->args[0]);
                           },
                       .addition = clone_rest};
const Kind clone_arguments{.text = clone3_text, .addition = clone3_filled_in};
const Kind unshare_flags{[](const Argument& argument) {
  return flags_text(argument.value, unshare_set);
}};
const Kind setns_flags{flags_of<namespace_set>};
const Kind wait_status{
    .text =
        [](const Argument& argument) {
          if (argument.call->result == 0) return address_text(argument.value);
          return same_pointer_of<int, status_fields>(argument);
        },
    .moment = Moment::exit};
const Kind wait_options{flags_of<wait_set>};
const Kind wait_id{name_of<wait_id_set>};
const Kind resource_usage{
    .text =
        [](const Argument& argument) {
          const Call& call = *argument.call;
          const bool wait =
              call.args[3] == argument.value && argument.place == 3;
          if (wait && call.result == 0) return address_text(argument.value);
          return struct_of<rusage, usage_fields>(argument);
        },
    .moment = Moment::exit};
const Kind id_out{.text = same_pointer_of<int, int_fields>,
                  .moment = Moment::exit};
const Kind pidfd_flags{flags_of<pidfd_set>};
const Kind interrupted_call{[](const Argument& argument) {
  const auto name = argument.call->interrupted;
  return fmt::format("<... resuming interrupted {} ...>",
                     name.empty() ? "system call" : name);
}};
