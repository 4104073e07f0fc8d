#include "network_kinds.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <linux/netlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "constants.hpp"
#include "file_kinds.hpp"
#include "names.hpp"
#include "raw_syscall.hpp"

namespace {

constexpr unsigned long type_mask = 0xf;  // the rest of the type is flags
constexpr FlagSet family_set{constants::families, "AF_???"};
constexpr FlagSet type_set{constants::socket_types, "SOCK_???"};
constexpr FlagSet flag_set{constants::socket_flags, "SOCK_???"};
constexpr FlagSet ip_set{constants::ip_protocols, "IPPROTO_???"};
constexpr FlagSet netlink_set{constants::netlink_protocols, "NETLINK_???"};
constexpr FlagSet message_set{constants::message_flags, "MSG_???"};
constexpr FlagSet shutdown_set{constants::shutdowns, "SHUT_???"};
constexpr std::span<const Name> level_sets[] = {
    constants::ip_levels, constants::tcp_levels, constants::udp_levels,
    constants::socket_levels};
constexpr FlagSet control_set{constants::control_types, "SCM_???"};

// ---- Addresses: struct sockaddr -------------------------------------------

template <class T>
T head_of(const std::string& bytes) {  // what is missing is 0
  T value{};
  std::memcpy(&value, bytes.data(), std::min(bytes.size(), sizeof value));
  return value;
}

std::string unix_text(const Call& call, const std::string& bytes) {
  constexpr std::size_t start = offsetof(sockaddr_un, sun_path);
  if (bytes.size() <= start) return "";
  std::string path = bytes.substr(start, sizeof(sockaddr_un::sun_path));
  const bool abstract = path[0] == '\0';  // unix(7)
  if (abstract)
    path.erase(0, 1);
  else
    path.resize(std::min(path.size(), path.find('\0')));
  return std::string(", sun_path=") + (abstract ? "@" : "") +
         quoted(path, call.style.hex);
}

std::string inet_text(const Call& call, const std::string& bytes) {
  const auto address = head_of<sockaddr_in>(bytes);
  char text[INET_ADDRSTRLEN] = "";
  inet_ntop(AF_INET, &address.sin_addr, text, sizeof text);
  return fmt::format(", sin_port=htons({}), sin_addr=inet_addr({})",
                     ntohs(address.sin_port), quoted(text, call.style.hex));
}

std::string inet6_text(const Call& call, const std::string& bytes) {
  const auto address = head_of<sockaddr_in6>(bytes);
  char text[INET6_ADDRSTRLEN] = "";
  inet_ntop(AF_INET6, &address.sin6_addr, text, sizeof text);
  std::string all = fmt::format(
      ", sin6_port=htons({}), sin6_flowinfo=htonl({}), "
      "inet_pton(AF_INET6, {}, &sin6_addr)",
      ntohs(address.sin6_port), ntohl(address.sin6_flowinfo),
      quoted(text, call.style.hex));
  if (bytes.size() >= sizeof address) {
    // Of an address that is only good on one network, its interface.
    char interface[IF_NAMESIZE];
    const bool local = IN6_IS_ADDR_LINKLOCAL(&address.sin6_addr) ||
                       IN6_IS_ADDR_MC_LINKLOCAL(&address.sin6_addr);
    all += ", sin6_scope_id=" +
           (local && if_indextoname(address.sin6_scope_id, interface)
                ? fmt::format("if_nametoindex({})",
                              quoted(interface, call.style.hex))
                : fmt::format("{}", address.sin6_scope_id));
  }
  return all;
}

std::string address_fields(const Call& call, const std::string& bytes) {
  const auto family = head_of<sa_family_t>(bytes);
  std::string text = "{sa_family=" + name_text(family, family_set);
  constexpr std::size_t without_scope = offsetof(sockaddr_in6, sin6_scope_id);
  if (family == AF_UNIX) {
    text += unix_text(call, bytes);
  } else if (family == AF_INET && bytes.size() >= sizeof(sockaddr_in)) {
    text += inet_text(call, bytes);
  } else if (family == AF_INET6 && bytes.size() >= without_scope) {
    text += inet6_text(call, bytes);
  } else if (family == AF_NETLINK && bytes.size() >= sizeof(sockaddr_nl)) {
    const auto link = head_of<sockaddr_nl>(bytes);
    text += fmt::format(", nl_pid={}, nl_groups={}", link.nl_pid,
                        link.nl_groups == 0
                            ? "00000000"
                            : fmt::format("{:#010x}", link.nl_groups));
  } else if (bytes.size() > sizeof family) {
    text += ", sa_data=" + quoted(bytes.substr(sizeof family), call.style.hex);
  }
  return text + "}";
}

std::string address_at(const Call& call, unsigned long address,
                       unsigned long length) {
  constexpr std::size_t longest = sizeof(sockaddr_storage);
  if (address == 0) return "NULL";
  if (length < sizeof(sa_family_t) || static_cast<int>(length) < 0) {
    return address_text(address);
  }
  const std::size_t size = std::min(length, longest);
  const std::string bytes = read_memory(call.tid, address, size);
  return bytes.size() == size ? address_fields(call, bytes)
                              : address_text(address);
}

std::string noted_int(const Argument& argument) {
  const auto value = read_struct<int>(argument.call->tid, argument.value);
  return value ? fmt::format("{}", *value) : "";
}

// What the tracee said of the room it has, for the argument at `place`.
std::optional<int> room(const Call& call, std::size_t place) {
  const std::string& noted = call.noted[place];
  if (noted.empty()) return {};
  return static_cast<int>(strtol(noted.c_str(), nullptr, 10));
}

std::string length_text(const Argument& argument) {
  const Call& call = *argument.call;
  if (argument.value == 0) return "NULL";
  const auto before = room(call, argument.place);
  if (!before) return address_text(argument.value);
  const auto after = read_struct<int>(call.tid, argument.value);
  if (argument.failed() || !after || *after == *before) {
    return fmt::format("[{}]", *before);
  }
  return fmt::format("[{} => {}]", *before, *after);
}

std::string address_filled_in(const Argument& argument) {
  const Call& call = *argument.call;
  const std::size_t next = argument.place + 1;
  const auto before = room(call, next);
  const auto after = read_struct<int>(call.tid, call.args[next]);
  if (argument.failed() || !before || !after)
    return address_text(argument.value);
  return address_at(call, argument.value,
                    static_cast<unsigned>(std::min(*before, *after)));
}

}  // namespace

std::string ints_text(const std::string& bytes,
                      std::initializer_list<const char*> names) {
  std::string text = "{";
  std::size_t at = 0;
  for (const char* name : names) {
    if (at >= bytes.size()) break;
    const std::string part = bytes.substr(at, sizeof(int));
    text += fmt::format("{}{}={}", at == 0 ? "" : ", ", name,
                        part.size() == sizeof(int)
                            ? fmt::format("{}", head_of<int>(part))
                            : quoted(part, Style::Hex::always));
    at += sizeof(int);
  }
  return text + "}";
}

std::string level_text(unsigned level) {
  if (level == SOL_SOCKET) return "SOL_SOCKET";
  for (const auto& levels : level_sets) {
    for (const Name& known : levels) {
      if (known.number == level) return known.name;
    }
  }
  return fmt::format("{} /* SOL_?? */", hex_text(level));
}

namespace {

// ---- Messages: struct msghdr ----------------------------------------------

std::string control_data(const Call& call, const cmsghdr& head,
                         const std::string& data) {
  const std::size_t most = call.style.string_limit;
  if (head.cmsg_level == SOL_SOCKET && head.cmsg_type == SCM_RIGHTS) {
    std::string fds;
    for (std::size_t i = 0; (i + 1) * sizeof(int) <= data.size(); ++i) {
      fds += i == 0 ? "" : ", ";
      if (i == most && !call.style.verbose) {
        fds += "...";
        break;
      }
      fds += fmt::format("{}", head_of<int>(data.substr(i * sizeof(int))));
    }
    return "[" + fds + "]";
  }
  if (head.cmsg_level == SOL_SOCKET && head.cmsg_type == SCM_CREDENTIALS &&
      data.size() >= sizeof(ucred)) {
    return ints_text(data, {"pid", "uid", "gid"});
  }
  return quoted(data.substr(0, most), call.style.hex) +
         (data.size() > most ? "..." : "");
}

std::string control_text(const Call& call, unsigned long address,
                         std::size_t size) {
  const std::string bytes =
      read_memory(call.tid, address, std::min(size, most_bytes));
  if (bytes.size() < sizeof(cmsghdr)) return address_text(address);
  std::string text;
  std::size_t at = 0;
  while (at + sizeof(cmsghdr) <= bytes.size()) {
    const auto head = head_of<cmsghdr>(bytes.substr(at, sizeof(cmsghdr)));
    const auto level = static_cast<unsigned>(head.cmsg_level);
    const auto type = static_cast<unsigned>(head.cmsg_type);
    text += (text.empty() ? "{" : ", {") +
            fmt::format("cmsg_len={}, cmsg_level={}, cmsg_type={}",
                        head.cmsg_len, level_text(level),
                        level == SOL_SOCKET ? name_text(type, control_set)
                                            : hex_text(type));
    const std::size_t length =
        std::min<std::size_t>(head.cmsg_len, bytes.size() - at);
    if (length > sizeof head) {
      text += ", cmsg_data=" + control_data(call, head,
                                            bytes.substr(at + sizeof head,
                                                         length - sizeof head));
    }
    text += "}";
    if (head.cmsg_len < sizeof head) break;
    at += CMSG_ALIGN(length);
    if (head.cmsg_len > length) break;
  }
  return "[" + text + (bytes.size() < size ? ", ..." : "") + "]";
}

std::string message_fields(const Call& call, const msghdr& message,
                           std::size_t total, std::optional<int> room) {
  const auto name = reinterpret_cast<unsigned long>(message.msg_name);
  const auto vectors = reinterpret_cast<unsigned long>(message.msg_iov);
  const auto control = reinterpret_cast<unsigned long>(message.msg_control);
  const auto got = static_cast<int>(message.msg_namelen);
  const int length = room && got >= 0 ? std::min(*room, got) : got;
  std::string text =
      "{msg_name=" + address_at(call, name, static_cast<unsigned>(length)) +
      ", msg_namelen=" +
      (room && *room != got ? fmt::format("{} => ", *room) : "") +
      fmt::format("{}", got) +
      ", msg_iov=" + vectors_text(call, vectors, message.msg_iovlen, total) +
      fmt::format(", msg_iovlen={}", message.msg_iovlen);
  if (message.msg_controllen != 0) {
    text +=
        ", msg_control=" +
        (control == 0 ? std::string("NULL")
                      : control_text(call, control, message.msg_controllen));
  }
  return text + fmt::format(", msg_controllen={}", message.msg_controllen) +
         ", msg_flags=" +
         flags_text(static_cast<unsigned>(message.msg_flags), message_set) +
         "}";
}

std::string sent_message(const Call& call, const msghdr& message) {
  return message_fields(call, message, -1UL, {});
}

std::string note_name_length(const Argument& argument) {
  const auto message = read_struct<msghdr>(argument.call->tid, argument.value);
  return message ? fmt::format("{}", message->msg_namelen) : "";
}

std::string received_message(const Argument& argument) {
  const Call& call = *argument.call;
  const auto before = room(call, argument.place);
  if (argument.failed() && before && call.abi == Abi::native) {
    return fmt::format("{{msg_namelen={}}}", *before);
  }
  const auto message = read_struct<msghdr>(call.tid, argument.value);
  if (argument.failed() || !message || call.abi != Abi::native) {
    return address_text(argument.value);
  }
  return message_fields(call, *message,
                        static_cast<std::size_t>(call.result.value_or(0)),
                        before);
}

// Several messages; of those that were sent or received it is known how long.
std::string messages_text(const Argument& argument, std::size_t count,
                          std::size_t done) {
  std::size_t index = 0;
  const auto text = [&](const Call& call, const mmsghdr& message) {
    const bool known = index++ < done;
    return "{msg_hdr=" +
           message_fields(call, message.msg_hdr, known ? message.msg_len : -1UL,
                          {}) +
           (known ? fmt::format(", msg_len={}", message.msg_len) : "") + "}";
  };
  if (argument.call->abi != Abi::native) return address_text(argument.value);
  return array_text<mmsghdr>(*argument.call, argument.value, count, text);
}

}  // namespace

const Kind family{name_of<family_set>};
const Kind socket_type{[](const Argument& argument) {
  const auto value = static_cast<unsigned>(argument.value);
  const unsigned long flags = value & ~type_mask;
  const std::string type = name_text(value & type_mask, type_set);
  if (flags == 0) return type;
  const std::string names = flags_text(flags, flag_set);
  return type + "|" + names;
}};
const Kind protocol{[](const Argument& argument) {
  const auto value = static_cast<unsigned>(argument.value);
  switch (argument.word(0)) {
    case AF_INET:
    case AF_INET6:
      return name_text(value, ip_set);
    case AF_NETLINK:
      return name_text(value, netlink_set);
    default:
      return fmt::format("{}", value);
  }
}};
const Kind socket_flags{flags_of<flag_set>};
const Kind socket_address{[](const Argument& argument) {
  return address_at(*argument.call, argument.value,
                    argument.call->args[argument.place + 1]);
}};
const Kind address_out{.text = address_filled_in, .moment = Moment::exit};
const Kind address_length{
    .text = length_text, .moment = Moment::exit, .note = noted_int};
const Kind message_flags{flags_of<message_set>};
const Kind received_bytes{
    .text =
        [](const Argument& argument) {
          if (argument.failed()) return address_text(argument.value);
          // With MSG_TRUNC the result may be more than there was room for.
          const auto got =
              static_cast<std::size_t>(argument.call->result.value_or(0));
          return bytes_text(
              *argument.call, argument.value,
              std::min(got, argument.call->args[argument.place + 1]));
        },
    .moment = Moment::exit};
const Kind message_in{struct_of<msghdr, sent_message>};
const Kind message_out{
    .text = received_message, .moment = Moment::exit, .note = note_name_length};
const Kind messages_in{
    .text =
        [](const Argument& argument) {
          const auto done =
              argument.failed()
                  ? 0
                  : static_cast<std::size_t>(argument.call->result.value_or(0));
          return messages_text(argument, argument.word(2), done);
        },
    .moment = Moment::exit};
const Kind messages_out{.text =
                            [](const Argument& argument) {
                              if (argument.failed())
                                return address_text(argument.value);
                              const auto done = static_cast<std::size_t>(
                                  argument.call->result.value_or(0));
                              return messages_text(argument, done, done);
                            },
                        .moment = Moment::exit};
const Kind patience{
    .text =
        [](const Argument& argument) {
          const std::string& before = argument.call->noted[argument.place];
          return before.empty() ? address_text(argument.value) : before;
        },
    .moment = Moment::exit,
    .note =
        [](const Argument& argument) {
          const Call& call = *argument.call;
          return call.abi == Abi::native
                     ? timespec_text(call.tid, argument.value)
                     : address_text(argument.value);
        }};
const Kind shutdown_how{name_of<shutdown_set>};
const Kind option_length{
    .text = length_text, .moment = Moment::exit, .note = noted_int};

std::string patience_result(const Call& call) {
  const std::string number = result_text(call.result);
  if (!call.result || is_error(*call.result)) return number;
  if (*call.result == 0) return number + " (Timeout)";
  const unsigned long left = call.args[4];
  if (left == 0 || call.abi != Abi::native) return number;
  return number + " (left " + timespec_text(call.tid, left) + ")";
}
