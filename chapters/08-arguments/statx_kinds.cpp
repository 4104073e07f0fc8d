#include "statx_kinds.hpp"

#include <fcntl.h>
#include <fmt/format.h>
// And no sys/stat.h: some libcs have a struct statx of their own there, and
// some have none.
#include <linux/stat.h>

#include "constants.hpp"
#include "file_kinds.hpp"
#include "time_kinds.hpp"

namespace {

constexpr FlagSet statx_flag_set{constants::at_flags, "AT_???",
                                 AT_STATX_SYNC_TYPE, constants::statx_syncs};
constexpr FlagSet mask_set{constants::statx_masks, "STATX_???"};
constexpr FlagSet attribute_set{constants::statx_attributes, "STATX_ATTR_???"};

std::string statx_fields(const Call& call, const struct statx& file) {
  const bool all = call.style.verbose;
  const auto time = [&](const char* name, unsigned bit,
                        const statx_timestamp& at) {
    if ((file.stx_mask & bit) == 0) return std::string();
    return fmt::format(", stx_{}={{tv_sec={}, tv_nsec={}}}{}", name, at.tv_sec,
                       at.tv_nsec, date_comment(at.tv_sec, at.tv_nsec));
  };
  std::string text = "{stx_mask=" + flags_text(file.stx_mask, mask_set);
  if (all) text += fmt::format(", stx_blksize={}", file.stx_blksize);
  text += ", stx_attributes=" + flags_text(file.stx_attributes, attribute_set);
  if (all) {
    text += fmt::format(", stx_nlink={}, stx_uid={}, stx_gid={}",
                        file.stx_nlink, file.stx_uid, file.stx_gid);
  }
  text += ", stx_mode=" + mode_text(file.stx_mode);
  if (all) text += fmt::format(", stx_ino={}", file.stx_ino);
  text += fmt::format(", stx_size={}", file.stx_size);
  if (!all) return text + ", ...}";
  text +=
      fmt::format(", stx_blocks={}, stx_attributes_mask={}", file.stx_blocks,
                  flags_text(file.stx_attributes_mask, attribute_set));
  text += time("atime", STATX_ATIME, file.stx_atime);
  text += time("btime", STATX_BTIME, file.stx_btime);
  text += time("ctime", STATX_CTIME, file.stx_ctime);
  text += time("mtime", STATX_MTIME, file.stx_mtime);
  text += fmt::format(
      ", stx_rdev_major={}, stx_rdev_minor={}, stx_dev_major={}, "
      "stx_dev_minor={}",
      file.stx_rdev_major, file.stx_rdev_minor, file.stx_dev_major,
      file.stx_dev_minor);
#ifdef STATX_MNT_ID
  if ((file.stx_mask & STATX_MNT_ID) != 0) {
    text += fmt::format(", stx_mnt_id={}", hex_text(file.stx_mnt_id));
  }
#endif
  return text + "}";
}

}  // namespace

const Kind statx_flags{flags_of<statx_flag_set>};
const Kind statx_mask{flags_of<mask_set>};
const Kind statx_result{.text = same_struct_of<struct statx, statx_fields>,
                        .moment = Moment::exit};
