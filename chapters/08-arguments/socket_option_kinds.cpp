#include "socket_option_kinds.hpp"

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "constants.hpp"
#include "names.hpp"
#include "network_kinds.hpp"

namespace {

constexpr FlagSet socket_option_set{constants::socket_options, "SO_???"};
constexpr FlagSet tcp_option_set{constants::tcp_options, "TCP_???"};
constexpr FlagSet ip_option_set{constants::ip_options, "IP_???"};
constexpr FlagSet ipv6_option_set{constants::ipv6_options, "IPV6_???"};

const FlagSet& options_of(unsigned level) {
  switch (level) {
    case SOL_SOCKET:
      return socket_option_set;
    case IPPROTO_TCP:
      return tcp_option_set;
    case IPPROTO_IP:
      return ip_option_set;
    case IPPROTO_IPV6:
      return ipv6_option_set;
    default: {
      static constexpr FlagSet none{{}, "???"};
      return none;
    }
  }
}

// The options of sockets are ints, but for these. By name, for not every libc
// has all of them.
constexpr std::string_view structs[] = {
    "SO_ATTACH_FILTER",    "SO_ATTACH_REUSEPORT_CBPF",
    "SO_BINDTODEVICE",     "SO_COOKIE",
    "SO_MEMINFO",          "SO_PEERGROUPS",
    "SO_PEERNAME",         "SO_PEERSEC",
    "SO_RCVTIMEO_NEW",     "SO_RCVTIMEO_OLD",
    "SO_SNDTIMEO_NEW",     "SO_SNDTIMEO_OLD",
    "SO_TIMESTAMPING",     "SO_TIMESTAMPING_NEW",
    "SO_TIMESTAMPING_OLD", "SO_TXTIME"};
bool is_int_option(unsigned level, unsigned name) {
  return level == SOL_SOCKET &&
         std::find(std::begin(structs), std::end(structs),
                   name_text(name, socket_option_set)) == std::end(structs);
}

std::string error_text(int value) {
  for (const Name& error : error_table()) {
    if (error.number == value) return error.name;
  }
  return fmt::format("{}", value);
}

std::string value_text(const Argument& argument, int size, bool out) {
  const Call& call = *argument.call;
  const auto level = static_cast<unsigned>(call.args[1]);
  const auto name = static_cast<unsigned>(call.args[2]);
  if (argument.value == 0) return "NULL";
  if (size < 0 || (out && size == 0)) return address_text(argument.value);
  const auto wanted = static_cast<std::size_t>(size);
  const bool credentials = level == SOL_SOCKET && name == SO_PEERCRED;
  const bool lingers = level == SOL_SOCKET && name == SO_LINGER;
  if (credentials || lingers) {
    const std::size_t whole = credentials ? sizeof(ucred) : sizeof(linger);
    if (!out && wanted < whole) return address_text(argument.value);
    const std::string bytes =
        read_memory(call.tid, argument.value, std::min(wanted, whole));
    if (bytes.size() < std::min(wanted, whole)) {
      return address_text(argument.value);
    }
    return credentials ? ints_text(bytes, {"pid", "uid", "gid"})
                       : ints_text(bytes, {"l_onoff", "l_linger"});
  }
  if (is_int_option(level, name) || size == sizeof(int)) {
    if (wanted < sizeof(int)) {
      const std::string bytes = read_memory(call.tid, argument.value, wanted);
      return out && !bytes.empty() ? quoted(bytes, Style::Hex::always)
                                   : address_text(argument.value);
    }
    const auto value = read_struct<int>(call.tid, argument.value);
    if (!value) return address_text(argument.value);
    const bool error = level == SOL_SOCKET && name == SO_ERROR;
    return "[" + (error ? error_text(*value) : fmt::format("{}", *value)) + "]";
  }
  return bytes_text(call, argument.value, wanted);
}

}  // namespace

const Kind option_level{[](const Argument& argument) {
  return level_text(static_cast<unsigned>(argument.value));
}};
const Kind option_name{[](const Argument& argument) {
  const auto level = static_cast<unsigned>(argument.call->args[1]);
  const auto name = static_cast<unsigned>(argument.value);
  const FlagSet& options = options_of(level);
  return options.flags.empty() ? fmt::format("{}", static_cast<int>(name))
                               : name_text(name, options);
}};
const Kind option_in{[](const Argument& argument) {
  return value_text(argument, static_cast<int>(argument.word(4)), false);
}};
const Kind option_out{.text =
                          [](const Argument& argument) {
                            const auto size = read_struct<int>(
                                argument.call->tid, argument.call->args[4]);
                            if (argument.failed() || !size || *size < 0) {
                              return address_text(argument.value);
                            }
                            return value_text(argument, *size, true);
                          },
                      .moment = Moment::exit};
