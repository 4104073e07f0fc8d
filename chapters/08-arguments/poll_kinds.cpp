#include "poll_kinds.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/time.h>

#include "constants.hpp"
#include "names.hpp"
#include "raw_syscall.hpp"
#include "signal_kinds.hpp"

namespace {

constexpr FlagSet poll_set{constants::poll_events, "POLL???"};
constexpr FlagSet epoll_set{constants::epoll_flags, "EPOLL_???"};
constexpr FlagSet operation_set{constants::epoll_operations, "EPOLL_CTL_???"};
constexpr FlagSet event_set{constants::epoll_events, "EPOLL???"};
constexpr FlagSet eventfd_set{constants::eventfd_flags, "EFD_???"};

bool gave_nothing(const Call& call) {
  return !call.result || is_error(*call.result);
}

std::string event_fields(const Call&, const epoll_event& event) {
  return fmt::format("{{events={}, data={{u32={}, u64={}}}}}",
                     flags_text(event.events, event_set),
                     std::uint32_t(event.data.u32),
                     std::uint64_t(event.data.u64));
}

// The descriptors in a set of select(2); at most as many as there can be.
std::string fds_text(const Call& call, unsigned long address) {
  if (address == 0) return "NULL";
  if (static_cast<int>(call.args[0]) < 0) return address_text(address);
  constexpr int most = 1 << 16;
  constexpr int bits = 8;
  const int count = std::clamp(static_cast<int>(call.args[0]), 0, most);
  // The kernel reads whole words.
  const std::size_t words = (static_cast<std::size_t>(count) + 63) / 64;
  const std::string bytes = read_memory(call.tid, address, words * 8);
  if (bytes.size() != words * 8) return address_text(address);
  std::string text = "[";
  for (int fd = 0; fd < count; ++fd) {
    const auto byte =
        static_cast<unsigned char>(bytes[static_cast<std::size_t>(fd / bits)]);
    if ((byte >> (fd % bits) & 1) == 0) continue;
    text += fmt::format("{}{}", text.size() == 1 ? "" : " ", fd);
  }
  return text + "]";
}

bool with_timespec(const Call& call) {  // pselect6: and select has a timeval
  return syscall_name(call.number, call.abi) == "pselect6";
}

}  // namespace

const Kind polled{[](const Argument& argument) {
  return array_text<pollfd>(
      *argument.call, argument.value,
      static_cast<unsigned>(argument.call->args[1]),
      [](const Call&, const pollfd& one) {
        return one.fd < 0
                   ? fmt::format("{{fd={}}}", one.fd)
                   : fmt::format(
                         "{{fd={}, events={}}}", one.fd,
                         flags_text(static_cast<unsigned short>(one.events),
                                    poll_set));
      });
}};
const Kind set_of_fds{[](const Argument& argument) {
  return fds_text(*argument.call, argument.value);
}};
const Kind mask_and_size{[](const Argument& argument) {
  using Pair = std::array<unsigned long, 2>;
  const auto pair = read_struct<Pair>(argument.call->tid, argument.value);
  if (!pair || argument.call->abi != Abi::native) {
    return address_text(argument.value);
  }
  const auto mask = read_struct<std::uint64_t>(argument.call->tid, (*pair)[0]);
  return fmt::format("{{sigmask={}, sigsetsize={}}}",
                     mask && (*pair)[1] == sizeof *mask
                         ? signals_text(*mask)
                         : address_text((*pair)[0]),
                     (*pair)[1]);
}};
const Kind epoll_flags{flags_of<epoll_set>};
const Kind epoll_operation{name_of<operation_set>};
const Kind epoll_event_in{[](const Argument& argument) {
  return argument.word(1) == EPOLL_CTL_DEL
             ? address_text(argument.value)
             : same_struct_of<epoll_event, event_fields>(argument);
}};
const Kind epoll_events_out{
    .text =
        [](const Argument& argument) {
          if (argument.failed()) return address_text(argument.value);
          return array_text<epoll_event>(
              *argument.call, argument.value,
              static_cast<std::size_t>(argument.call->result.value_or(0)),
              event_fields);
        },
    .moment = Moment::exit};
const Kind eventfd_flags{flags_of<eventfd_set>};

std::string poll_result(const Call& call) {
  if (gave_nothing(call)) return result_text(call.result);
  if (*call.result == 0) return "0 (Timeout)";
  const auto count = std::min<std::size_t>(static_cast<unsigned>(call.args[1]),
                                           most_bytes / sizeof(pollfd));
  const std::string bytes =
      read_memory(call.tid, call.args[0], count * sizeof(pollfd));
  std::string text;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < bytes.size() / sizeof(pollfd); ++i) {
    pollfd one;
    std::memcpy(&one, bytes.data() + i * sizeof one, sizeof one);
    if (one.revents == 0) continue;
    if (shown++ != 0) text += ", ";
    if (!call.style.verbose && shown > call.style.string_limit) {
      text += "...";
      break;
    }
    text += fmt::format(
        "{{fd={}, revents={}}}", one.fd,
        flags_text(static_cast<unsigned short>(one.revents), poll_set));
  }
  return fmt::format("{} ([{}])", *call.result, text);
}

std::string select_result(const Call& call) {
  if (gave_nothing(call)) return result_text(call.result);
  if (*call.result == 0) return "0 (Timeout)";
  static constexpr const char* names[] = {"in", "out", "except"};
  std::string text;
  const auto add = [&](const std::string& part) {
    text += (text.empty() ? "" : ", ") + part;
  };
  for (std::size_t i = 0; i < std::size(names); ++i) {
    const std::string fds = fds_text(call, call.args[i + 1]);
    if (fds.front() == '[' && fds != "[]") add(names[i] + (" " + fds));
  }
  const unsigned long timeout = call.args[4];
  if (timeout != 0 && call.abi == Abi::native) {
    if (with_timespec(call)) {
      add("left " + timespec_text(call.tid, timeout));
    } else if (const auto left = read_struct<timeval>(call.tid, timeout)) {
      add(fmt::format("left {{tv_sec={}, tv_usec={}}}", left->tv_sec,
                      static_cast<unsigned long>(left->tv_usec)));
    }
  }
  return fmt::format("{} ({})", *call.result, text);
}
