#include "ioctl_kinds.hpp"

#include <fmt/format.h>
#include <linux/fs.h>
#include <sys/ioctl.h>

#include "constants.hpp"

namespace {

// A number can be known under two names.
constexpr std::span<const Name> request_sets[] = {constants::terminal_requests,
                                                  constants::btrfs_requests,
                                                  constants::file_requests};

std::string window_fields(const Call&, const winsize& window) {
  return fmt::format("{{ws_row={}, ws_col={}, ws_xpixel={}, ws_ypixel={}}}",
                     window.ws_row, window.ws_col, window.ws_xpixel,
                     window.ws_ypixel);
}
std::string long_fields(const Call&, const std::uint64_t& value) {
  return fmt::format("{}", value);
}

// A number without a name, taken to pieces; see ioctl(2).
std::string coded(unsigned code) {
  static constexpr const char* directions[] = {
      "_IOC_NONE", "_IOC_WRITE", "_IOC_READ", "_IOC_READ|_IOC_WRITE"};
  return fmt::format("_IOC({}, {}, {}, {})", directions[_IOC_DIR(code)],
                     hex_text(_IOC_TYPE(code)), hex_text(_IOC_NR(code)),
                     hex_text(_IOC_SIZE(code)));
}

const Kind int_in{same_pointer_of<int, int_fields>};
const Kind int_out{.text = same_pointer_of<int, int_fields>,
                   .moment = Moment::exit};
const Kind window_in{same_struct_of<winsize, window_fields>};
const Kind window_out{.text = same_struct_of<winsize, window_fields>,
                      .moment = Moment::exit};
const Kind bytes_out{.text = same_pointer_of<std::uint64_t, long_fields>,
                     .moment = Moment::exit};

}  // namespace

const Kind request{[](const Argument& argument) {
  const auto code = static_cast<unsigned>(argument.value);
  std::string text;
  for (const auto& set : request_sets) {
    const auto known =
        std::find_if(set.begin(), set.end(), [&](const Name& name) {
          return static_cast<unsigned>(name.number) == code;
        });
    if (known != set.end())
      text += (text.empty() ? "" : " or ") + std::string(known->name);
  }
  return text.empty() ? coded(code) : text;
}};
const Kind request_argument{
    .chosen = [](const Argument& argument) -> const Kind& {
      switch (static_cast<unsigned>(argument.call->args[1])) {
        case TIOCGWINSZ:
          return window_out;
        case TIOCSWINSZ:
          return window_in;
        case FIONBIO:
        case FIOASYNC:
        case TIOCSPGRP:
          return int_in;
        case FIONREAD:
        case TIOCGPGRP:
        case TIOCGSID:
        case TIOCOUTQ:
          return int_out;
        case FIOCLEX:
        case FIONCLEX:
        case TIOCNOTTY:
          return absent;
        case TIOCSCTTY:
        case TCFLSH:
        case TCSBRK:
        case FICLONE:
          return integer;
        case BLKGETSIZE64:
          return bytes_out;
        default:
          return address;
      }
    }};
