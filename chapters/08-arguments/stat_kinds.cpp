#include "stat_kinds.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/sysmacros.h>

#include "constants.hpp"
#include "file_kinds.hpp"
#include "time_kinds.hpp"

namespace {

constexpr FlagSet entry_set{constants::dirent_types, "DT_???"};
constexpr FlagSet system_set{constants::filesystems, "???_MAGIC"};
constexpr FlagSet mounted_set{constants::statfs_flags, "ST_???"};

std::string device_text(unsigned long major, unsigned long minor) {
  return fmt::format("makedev({}, {})", hex_text(major), hex_text(minor));
}

std::string stat_time(const char* name, const timespec& time) {
  return fmt::format(
      ", st_{}={}{}, st_{}_nsec={}", name, time.tv_sec,
      date_comment(time.tv_sec, static_cast<unsigned long>(time.tv_nsec)), name,
      time.tv_nsec);
}

std::string stat_fields(const Call& call, const struct stat& file) {
  const std::string mode = "st_mode=" + mode_text(file.st_mode);
  const bool device = S_ISCHR(file.st_mode) || S_ISBLK(file.st_mode);
  const std::string size =
      device
          ? "st_rdev=" + device_text(major(file.st_rdev), minor(file.st_rdev))
          : fmt::format("st_size={}", file.st_size);
  if (!call.style.verbose) return "{" + mode + ", " + size + ", ...}";
  return fmt::format(
             "{{st_dev={}, st_ino={}, {}, st_nlink={}, st_uid={}, st_gid={}, "
             "st_blksize={}, st_blocks={}, {}",
             device_text(major(file.st_dev), minor(file.st_dev)), file.st_ino,
             mode, file.st_nlink, file.st_uid, file.st_gid, file.st_blksize,
             file.st_blocks, size) +
         stat_time("atime", file.st_atim) + stat_time("mtime", file.st_mtim) +
         stat_time("ctime", file.st_ctim) + "}";
}

std::string statfs_fields(const Call&, const struct statfs& system) {
  const auto flags = static_cast<unsigned long>(system.f_flags);
  constexpr unsigned long valid = 0x20;  // the kernel's own ST_VALID
  std::string flag_names = flags_text(flags & ~valid, mounted_set);
  if ((flags & valid) != 0) {
    flag_names = flags == valid ? "ST_VALID" : "ST_VALID|" + flag_names;
  }
  return fmt::format(
      "{{f_type={}, f_bsize={}, f_blocks={}, f_bfree={}, f_bavail={}, "
      "f_files={}, f_ffree={}, f_fsid={{val=[{}, {}]}}, f_namelen={}, "
      "f_frsize={}, f_flags={}}}",
      name_text(static_cast<unsigned>(system.f_type), system_set),
      system.f_bsize, system.f_blocks, system.f_bfree, system.f_bavail,
      system.f_files, system.f_ffree,
      hex_text(static_cast<unsigned>(system.f_fsid.__val[0])),
      hex_text(static_cast<unsigned>(system.f_fsid.__val[1])), system.f_namelen,
      system.f_frsize, flag_names);
}

// What getdents64 writes: entries of different lengths, one after the other.
std::string entries_text(const Argument& argument) {
  const Call& call = *argument.call;
  if (argument.failed()) return address_text(argument.value);
  const std::string bytes = read_memory(call.tid, argument.value,
                                        static_cast<std::size_t>(*call.result));
  struct Head {
    std::uint64_t inode;
    std::int64_t offset;
    std::uint16_t length;
    std::uint8_t type;
  } __attribute__((packed));
  std::string text;
  std::size_t count = 0;
  for (std::size_t at = 0; at + sizeof(Head) <= bytes.size(); ++count) {
    Head head;
    std::memcpy(&head, bytes.data() + at, sizeof head);
    if (head.length < sizeof head || head.length > bytes.size() - at) break;
    if (call.style.verbose) {
      std::string name =
          bytes.substr(at + sizeof head, head.length - sizeof head);
      name.resize(std::min(name.size(), name.find('\0')));
      text += fmt::format(
          "{}{{d_ino={}, d_off={}, d_reclen={}, d_type={}, d_name={}}}",
          count == 0 ? "" : ", ", std::uint64_t(head.inode),
          std::int64_t(head.offset), std::uint16_t(head.length),
          name_text(head.type, entry_set), quoted(name, call.style.hex));
    }
    at += head.length;
  }
  if (call.style.verbose) return "[" + text + "]";
  return fmt::format("{} /* {} entries */", address_text(argument.value),
                     count);
}

}  // namespace

const Kind stat_result{.text = struct_of<struct stat, stat_fields>,
                       .moment = Moment::exit};
const Kind statfs_result{.text = struct_of<struct statfs, statfs_fields>,
                         .moment = Moment::exit};
const Kind entries_result{.text = entries_text, .moment = Moment::exit};
