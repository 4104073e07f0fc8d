// Arguments about files: paths, descriptors, what is read and written. Given.
#pragma once

#include "constants.hpp"
#include "kind.hpp"

extern const Kind descriptor;        // 3
extern const Kind directory;         // AT_FDCWD, or a descriptor
extern const Kind path;              // "/etc/passwd"
extern const Kind text;              // a string that is no path
extern const Kind open_flags;        // O_RDONLY|O_CLOEXEC; see open(2)
extern const Kind creation_mode;     // 0644, if the flags before it create
extern const Kind new_flags;         // O_CLOEXEC alone: pipe2, dup3
extern const Kind mode;              // 0644
extern const Kind node_mode;         // S_IFCHR|0600; see mknod(2)
extern const Kind node_device;       // makedev(0x1, 0x3), if that mode wants it
extern const Kind at_flags;          // AT_SYMLINK_NOFOLLOW
extern const Kind access_check;      // R_OK|X_OK
extern const Kind access_flags;      // AT_EACCESS; see faccessat2(2)
extern const Kind owner;             // a user or a group, -1 for none
extern const Kind buffer;            // as many bytes as the next argument says
extern const Kind buffer_of_result;  // as many bytes as the call gave
extern const Kind link_text;         // the same; see readlink(2)
extern const Kind working_directory;  // a string; see getcwd(2)
extern const Kind vectors;            // [{iov_base="ab", iov_len=2}]
extern const Kind vectors_of_result;  // as many bytes of them as the call gave
extern const Kind two_descriptors;    // [3, 4]; see pipe(2)
extern const Kind whence;             // SEEK_SET
extern const Kind rw_flags;           // RWF_HIPRI; see preadv2(2)
extern const Kind offset_at;          // [10], at an address
extern const Kind moved_offset;       // [0] => [10]; see sendfile(2)
extern const Kind fcntl_command;      // F_GETFD
extern const Kind fcntl_argument;     // what the command wants
extern const Kind lock_operation;     // LOCK_EX|LOCK_NB; see flock(2)
extern const Kind rename_flags;
extern const Kind advice;  // POSIX_FADV_SEQUENTIAL
extern const Kind fallocate_mode;
extern const Kind splice_flags;
extern const Kind sync_range_flags;
extern const Kind close_range_flags;
extern const Kind memfd_flags;
extern const Kind xattr_name;
extern const Kind xattr_value;  // as long as the next argument says
extern const Kind xattr_value_out;
extern const Kind xattr_names_out;  // "user.one\0user.two\0"
extern const Kind xattr_flags;
extern const Kind inotify_mask;
extern const Kind inotify_flags;
extern const Kind mount_flags;
extern const Kind mount_type;
extern const Kind mount_data;
extern const Kind umount_flags;
extern const Kind open_how;  // {flags=O_RDONLY, mode=0, resolve=0}

std::string fcntl_result(const Call& call);  // 0x1 (flags FD_CLOEXEC)
std::string mode_result(const Call& call);   // 022

/// `total` bytes of the vectors at `address`, or all, if there is none; without
/// `shown`, their addresses.
std::string vectors_text(const Call& call, unsigned long address,
                         unsigned long count, std::size_t total,
                         bool shown = true);

/// "S_IFREG|0644"
std::string mode_text(unsigned mode);
