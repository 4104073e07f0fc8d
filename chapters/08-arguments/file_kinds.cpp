#include "file_kinds.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <limits.h>
#include <linux/openat2.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "names.hpp"
#include "raw_syscall.hpp"
#include "system.hpp"

namespace {

constexpr FlagSet open_set{constants::open_flags, "O_???", O_ACCMODE,
                           constants::access_modes};
constexpr FlagSet new_set{constants::open_flags, "O_???"};
constexpr FlagSet at_set{constants::at_flags, "AT_???"};
constexpr FlagSet check_set{constants::access_checks, "?_OK"};
constexpr FlagSet eaccess_set{constants::eaccess_flags, "AT_???"};
constexpr FlagSet seek_set{constants::seeks, "SEEK_???"};
constexpr FlagSet rwf_set{constants::rwf_flags, "RWF_???"};
constexpr FlagSet command_set{constants::fcntl_commands, "F_???"};
constexpr FlagSet descriptor_set{constants::descriptor_flags, "FD_???"};
constexpr FlagSet lock_set{constants::lock_types, "F_???"};
constexpr FlagSet seal_set{constants::seals, "F_SEAL_???"};
constexpr FlagSet owner_set{constants::owner_types, "F_OWNER_???"};
constexpr FlagSet notify_set{constants::notify_flags, "DN_???"};
constexpr FlagSet flock_set{constants::flocks, "LOCK_???"};
constexpr FlagSet rename_set{constants::renames, "RENAME_??"};
constexpr FlagSet advice_set{constants::advices, "POSIX_FADV_???"};
constexpr FlagSet fallocate_set{constants::fallocates, "FALLOC_FL_???"};
constexpr FlagSet splice_set{constants::splices, "SPLICE_F_???"};
constexpr FlagSet sync_range_set{constants::sync_ranges, "SYNC_FILE_RANGE_???"};
constexpr FlagSet close_range_set{constants::close_ranges, "CLOSE_RANGE_???"};
constexpr FlagSet xattr_set{constants::xattr_flags, "XATTR_???"};
constexpr FlagSet inotify_set{constants::inotify_masks, "IN_???"};
constexpr FlagSet inotify_init_set{constants::inotify_flags, "IN_???"};
constexpr FlagSet mount_set{constants::mount_flags, "MS_???"};
constexpr FlagSet umount_set{constants::umount_flags, "MNT_???"};
constexpr FlagSet resolve_set{constants::resolves, "RESOLVE_???"};
constexpr FlagSet type_set{constants::file_types, "S_IF???"};

std::string descriptor_text(const Argument& argument) {
  return fmt::format("{}", static_cast<int>(argument.value));
}

std::string octal(unsigned long mode) { return fmt::format("{:#03o}", mode); }

std::string permissions(const Argument& argument) {
  return octal(static_cast<unsigned short>(argument.value));
}

std::string device_text(unsigned long device) {
  return fmt::format("makedev({}, {})", hex_text(major(device)),
                     hex_text(minor(device)));
}

std::string lock_text(const Call&, const struct flock& lock) {
  return fmt::format(
      "{{l_type={}, l_whence={}, l_start={}, l_len={}",
      name_text(static_cast<unsigned short>(lock.l_type), lock_set),
      name_text(static_cast<unsigned short>(lock.l_whence), seek_set),
      lock.l_start, lock.l_len);
}
std::string wanted_lock(const Call& call, const struct flock& lock) {
  return lock_text(call, lock) + "}";
}
std::string found_lock(const Call& call, const struct flock& lock) {
  return lock_text(call, lock) + fmt::format(", l_pid={}}}", lock.l_pid);
}
std::string fd_owner(const Call&, const f_owner_ex& owner) {
  return fmt::format("{{type={}, pid={}}}",
                     name_text(static_cast<unsigned>(owner.type), owner_set),
                     owner.pid);
}
// struct open_how may grow: what is behind the part that is known here is 0, or
// shown as it is.
std::string how_text(const Argument& argument) {
  const Call& call = *argument.call;
  const unsigned long size = call.args[argument.place + 1];
  const auto how = read_struct<struct open_how>(call.tid, argument.value);
  if (!how || size < sizeof *how) return address_text(argument.value);
  std::string text = "{flags=" + flags_text(how->flags, open_set);
  const unsigned long creates = O_CREAT | (O_TMPFILE & ~O_DIRECTORY);
  if (how->mode != 0 || (how->flags & creates) != 0) {
    text += ", mode=" + octal(how->mode);
  }
  text += ", resolve=" + flags_text(how->resolve, resolve_set);
  return text + unknown_fields(call, argument.value, sizeof *how, size) + "}";
}
std::string offset_text(const Call&, const long& value) {
  return fmt::format("{}", value);
}
std::string position_text(const Call&, const unsigned long& value) {
  return fmt::format("{}", value);
}
std::string pair_text(const Call&, const std::array<int, 2>& pair) {
  return fmt::format("{}, {}", pair[0], pair[1]);
}

// Old programs put a magic number, MS_MGC_VAL, into the upper half.
constexpr unsigned long magic_mask = 0xffff0000;
bool with_magic(unsigned long flags) {
  return (flags & magic_mask) == 0xc0ed0000;
}
unsigned long mount_flags_of(const Argument& argument) {
  const unsigned long flags = argument.call->args[3];
  return with_magic(flags) ? flags & ~magic_mask : flags;
}

// An attribute's value; its end is not shown if it is a zero.
std::string attribute_text(const Argument& argument, std::size_t size) {
  constexpr std::size_t largest = 65536;  // xattr(7)
  const Call& call = *argument.call;
  if (size == 0 || size > largest) return address_text(argument.value);
  const auto last = read_struct<char>(call.tid, argument.value + size - 1);
  if (!last) return address_text(argument.value);
  return bytes_text(call, argument.value, *last == '\0' ? size - 1 : size);
}

}  // namespace

std::string mode_text(unsigned mode) {
  std::string text;
  if ((mode & S_IFMT) != 0) {
    text = name_text(mode & S_IFMT, type_set) + "|";
    if (text.find("/*") != text.npos) return octal(mode);
  }
  if ((mode & S_ISUID) != 0) text += "S_ISUID|";
  if ((mode & S_ISGID) != 0) text += "S_ISGID|";
  if ((mode & S_ISVTX) != 0) text += "S_ISVTX|";
  return text + octal(mode & 0777);
}

std::string vectors_text(const Call& call, unsigned long address,
                         unsigned long count, std::size_t total, bool shown) {
  const auto element = [&](unsigned long base, unsigned long length) {
    const std::size_t here = std::min<std::size_t>(length, total);
    total -= here;
    return fmt::format(
        "{{iov_base={}, iov_len={}}}",
        shown ? bytes_text(call, base, here) : address_text(base), length);
  };
  using Long = std::array<unsigned long, 2>;
  using Short = std::array<unsigned, 2>;
  const auto text = [&](const Call&, const auto& pair) {
    return element(pair[0], pair[1]);
  };
  return call.abi == Abi::native
             ? array_text<Long>(call, address, count, text)
             : array_text<Short>(call, address, count, text);
}

const Kind descriptor{descriptor_text};
const Kind directory{[](const Argument& argument) {
  return static_cast<int>(argument.value) == AT_FDCWD
             ? "AT_FDCWD"
             : descriptor_text(argument);
}};
const Kind path{[](const Argument& argument) {
  return string_text(*argument.call, argument.value, PATH_MAX - 1);
}};
const Kind text{[](const Argument& argument) {
  return string_text(*argument.call, argument.value,
                     argument.call->style.string_limit);
}};
const Kind open_flags{flags_of<open_set>};
const Kind new_flags{flags_of<new_set>};
const Kind creation_mode{.chosen = [](const Argument& argument) -> const Kind& {
  const unsigned long flags = argument.call->args[argument.place - 1];
  return (flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY))) != 0 ? mode : absent;
}};
const Kind mode{permissions};
const Kind node_mode{[](const Argument& argument) {
  return mode_text(static_cast<unsigned short>(argument.value));
}};
const Kind node_device{.chosen = [](const Argument& argument) -> const Kind& {
  static constexpr Kind device{[](const Argument& argument) {
    return device_text(static_cast<unsigned>(argument.value));
  }};
  const unsigned node = argument.word(argument.place - 1);
  return S_ISCHR(node) || S_ISBLK(node) ? device : absent;
}};
const Kind at_flags{flags_of<at_set>};
const Kind access_check{flags_of<check_set>};
const Kind access_flags{flags_of<eaccess_set>};
const Kind owner{[](const Argument& argument) {
  const auto id = static_cast<unsigned>(argument.value);
  return id == -1U ? "-1" : fmt::format("{}", id);
}};
const Kind buffer{[](const Argument& argument) {
  return bytes_text(*argument.call, argument.value,
                    argument.call->args[argument.place + 1]);
}};
const Kind buffer_of_result{
    .text =
        [](const Argument& argument) {
          if (argument.failed() || !argument.call->result) {
            return address_text(argument.value);
          }
          return bytes_text(*argument.call, argument.value,
                            static_cast<std::size_t>(*argument.call->result));
        },
    .moment = Moment::exit};
const Kind link_text = buffer_of_result;
const Kind working_directory{
    .text =
        [](const Argument& argument) {
          if (argument.failed()) return address_text(argument.value);
          return string_text(*argument.call, argument.value, PATH_MAX - 1);
        },
    .moment = Moment::exit};
const Kind vectors{[](const Argument& argument) {
  return vectors_text(*argument.call, argument.value,
                      argument.call->args[argument.place + 1], -1UL);
}};
const Kind vectors_of_result{
    .text =
        [](const Argument& argument) {
          return vectors_text(*argument.call, argument.value,
                              argument.call->args[argument.place + 1],
                              argument.failed() ? -1UL
                                                : static_cast<std::size_t>(
                                                      *argument.call->result),
                              !argument.failed());
        },
    .moment = Moment::exit};
const Kind two_descriptors{
    .text = same_pointer_of<std::array<int, 2>, pair_text>,
    .moment = Moment::exit};
const Kind whence{name_of<seek_set>};
const Kind rw_flags{flags_of<rwf_set>};
const Kind offset_at{same_pointer_of<long, offset_text>};
const Kind moved_offset{
    .text = same_pointer_of<unsigned long, position_text>,
    .addition = [](const Argument& argument) {
      if (argument.value == 0 || argument.failed() ||
          *argument.call->result == 0)
        return std::string();
      return " => " + same_pointer_of<unsigned long, position_text>(argument);
    }};
const Kind lock_operation{flags_of<flock_set>};
const Kind rename_flags{flags_of<rename_set>};
const Kind advice{name_of<advice_set>};
const Kind fallocate_mode{flags_of<fallocate_set>};
const Kind splice_flags{flags_of<splice_set>};
const Kind sync_range_flags{flags_of<sync_range_set>};
const Kind close_range_flags{flags_of<close_range_set>};
const Kind memfd_flags{[](const Argument& argument) {
  static constexpr FlagSet set{constants::memfd_flags, "MFD_???"};
  constexpr unsigned shift = 26;  // MFD_HUGE_SHIFT: of the size of its pages
  const auto flags = static_cast<unsigned>(argument.value);
  const unsigned size = flags >> shift;
  const std::string pages = fmt::format("{}<<MFD_HUGE_SHIFT", size);
  const unsigned rest = flags & ((1U << shift) - 1);
  if (size == 0) return flags_text(flags, set);
  return rest == 0 ? pages : flags_text(rest, set) + "|" + pages;
}};
const Kind xattr_name{[](const Argument& argument) {
  constexpr std::size_t longest = 255;  // xattr(7)
  return string_text(*argument.call, argument.value, longest);
}};
const Kind xattr_value{[](const Argument& argument) {
  const std::size_t length = argument.call->args[argument.place + 1];
  return length == 0 && argument.value != 0 ? "\"\""
                                            : attribute_text(argument, length);
}};
const Kind xattr_value_out{
    .text =
        [](const Argument& argument) {
          const Call& call = *argument.call;
          const bool asked =
              call.args[argument.place + 1] == 0;  // how long it is
          if (argument.failed() || asked) return address_text(argument.value);
          return attribute_text(
              argument, static_cast<std::size_t>(call.result.value_or(0)));
        },
    .moment = Moment::exit};
const Kind xattr_names_out{
    .text =
        [](const Argument& argument) {
          const Call& call = *argument.call;
          const bool asked = call.args[argument.place + 1] == 0;
          if (argument.failed() || asked) return address_text(argument.value);
          return bytes_text(call, argument.value,
                            static_cast<std::size_t>(call.result.value_or(0)));
        },
    .moment = Moment::exit};
const Kind xattr_flags{flags_of<xattr_set>};
const Kind inotify_mask{flags_of<inotify_set>};
const Kind inotify_flags{flags_of<inotify_init_set>};
const Kind mount_flags{[](const Argument& argument) {
  if (!with_magic(argument.value)) return flags_text(argument.value, mount_set);
  const unsigned long rest = argument.value & ~magic_mask;
  return "MS_MGC_VAL" + (rest == 0 ? "" : "|" + flags_text(rest, mount_set));
}};
const Kind mount_type{.chosen = [](const Argument& argument) -> const Kind& {
  constexpr unsigned long ignored = MS_REMOUNT | MS_BIND | MS_MOVE |
                                    MS_UNBINDABLE | MS_PRIVATE | MS_SLAVE |
                                    MS_SHARED;
  return (mount_flags_of(argument) & ignored) != 0 ? address : text;
}};
const Kind mount_data{.chosen = [](const Argument& argument) -> const Kind& {
  constexpr unsigned long ignored =
      MS_BIND | MS_MOVE | MS_UNBINDABLE | MS_PRIVATE | MS_SLAVE | MS_SHARED;
  return (mount_flags_of(argument) & ignored) != 0 ? address : text;
}};
const Kind umount_flags{flags_of<umount_set>};
const Kind open_how{how_text};

const Kind fcntl_command{name_of<command_set>};
const Kind fcntl_argument{.chosen =
                              [](const Argument& argument) -> const Kind& {
  static constexpr Kind flags{flags_of<descriptor_set>};
  static constexpr Kind lease{name_of<lock_set>};
  static constexpr Kind seals{flags_of<seal_set>};
  static constexpr Kind notify{flags_of<notify_set>};
  static constexpr Kind wanted{struct_of<struct flock, wanted_lock>};
  static constexpr Kind found{.text = struct_of<struct flock, found_lock>,
                              .moment = Moment::exit};
  static constexpr Kind new_owner{same_struct_of<f_owner_ex, fd_owner>};
  static constexpr Kind old_owner{.text = same_struct_of<f_owner_ex, fd_owner>,
                                  .moment = Moment::exit};
  static constexpr Kind signal{[](const Argument& argument) {
    return argument.value == 0 ? std::string("0")
                               : signal_name(static_cast<int>(argument.value));
  }};
  switch (argument.word(argument.place - 1)) {
    case F_GETFD:
    case F_GETFL:
    case F_GETOWN:
    case F_GETSIG:
    case F_GETLEASE:
    case F_GETPIPE_SZ:
    case F_GET_SEALS:
      return absent;
    case F_DUPFD:
    case F_DUPFD_CLOEXEC:
    case F_SETOWN:
    case F_SETPIPE_SZ:
      return integer;
    case F_SETFD:
      return flags;
    case F_SETFL:
      return open_flags;
    case F_SETLK:
    case F_SETLKW:
    case F_OFD_SETLK:
    case F_OFD_SETLKW:
      return wanted;
    case F_GETLK:
    case F_OFD_GETLK:
      return found;
    case F_SETOWN_EX:
      return new_owner;
    case F_GETOWN_EX:
      return old_owner;
    case F_SETSIG:
      return signal;
    case F_SETLEASE:
      return lease;
    case F_NOTIFY:
      return notify;
    case F_ADD_SEALS:
      return seals;
    default:
      return hexadecimal;
  }
}};

std::string fcntl_result(const Call& call) {
  const auto explained = [&](const char* what, const std::string& text) {
    return fmt::format("{:#x} ({}{})", *call.result, what, text);
  };
  if (!call.result || *call.result == 0 || is_error(*call.result)) {
    return call.result == 0 && static_cast<unsigned>(call.args[1]) == F_GETFL
               ? "0 (flags O_RDONLY)"
               : result_text(call.result);
  }
  const auto value = static_cast<unsigned>(*call.result);
  switch (static_cast<unsigned>(call.args[1])) {
    case F_GETFD:
      return explained("flags ", flags_text(value, descriptor_set));
    case F_GETFL:
      return explained("flags ", flags_text(value, open_set));
    case F_GET_SEALS:
      return explained("seals ", flags_text(value, seal_set));
    case F_GETLEASE:
      return explained("", name_text(value, lock_set));
    case F_GETSIG:
      return fmt::format("{} ({})", value,
                         signal_name(static_cast<int>(value)));
    default:
      return result_text(call.result);
  }
}

std::string mode_result(const Call& call) {
  if (!call.result || is_error(*call.result)) return result_text(call.result);
  return octal(static_cast<unsigned long>(*call.result));
}
