#include "signatures.hpp"

#include <map>
#include <string_view>

#include "file_kinds.hpp"
#include "futex_kinds.hpp"
#include "ioctl_kinds.hpp"
#include "memory_kinds.hpp"
#include "names.hpp"
#include "network_kinds.hpp"
#include "poll_kinds.hpp"
#include "prctl_kinds.hpp"
#include "process_kinds.hpp"
#include "signal_kinds.hpp"
#include "socket_option_kinds.hpp"
#include "stat_kinds.hpp"
#include "statx_kinds.hpp"
#include "system_kinds.hpp"
#include "time_kinds.hpp"

namespace {

// clang-format off
const Signature signatures[] = {
    {"accept", {descriptor, address_out, address_length}},
    {"accept4", {descriptor, address_out, address_length, socket_flags}},
    {"access", {path, access_check}},
    {"acct", {path}},
    {"alarm", {unsigned_integer}},
    {"bind", {descriptor, socket_address, integer}},
    {"brk", {address}, address_result},
    {"capget", {capability_header, capabilities_out}},
    {"capset", {capability_header, capabilities_in}},
    {"chdir", {path}},
    {"chmod", {path, mode}},
    {"chown", {path, owner, owner}},
    {"chroot", {path}},
    {"clock_getres", {clock_id, timespec_out}},
    {"clock_gettime", {clock_id, timespec_out}},
    {"clock_nanosleep", {clock_id, time_flags, timespec_in, remaining_time}},
    {"clock_settime", {clock_id, timespec_in}},
    {"clone", {clone_stack, clone_flags}},
    {"clone3", {clone_arguments, size}},
    {"close", {descriptor}},
    {"close_range", {unsigned_integer, unsigned_integer, close_range_flags}},
    {"connect", {descriptor, socket_address, integer}},
    {"copy_file_range", {descriptor, offset_at, descriptor, offset_at, size, unsigned_integer}},
    {"creat", {path, mode}},
    {"dup", {descriptor}},
    {"dup2", {descriptor, descriptor}},
    {"dup3", {descriptor, descriptor, new_flags}},
    {"epoll_create", {integer}},
    {"epoll_create1", {epoll_flags}},
    {"epoll_ctl", {descriptor, epoll_operation, descriptor, epoll_event_in}},
    {"epoll_pwait", {descriptor, epoll_events_out, integer, integer, signals_in, size}},
    {"epoll_wait", {descriptor, epoll_events_out, integer, integer}},
    {"eventfd", {unsigned_integer}},
    {"eventfd2", {unsigned_integer, eventfd_flags}},
    {"execve", {path, program_arguments, environment}},
    {"execveat", {directory, path, program_arguments, environment, at_flags}},
    {"exit", {integer}},
    {"exit_group", {integer}},
    {"faccessat", {directory, path, access_check}},
    {"faccessat2", {directory, path, access_check, access_flags}},
    {"fadvise64", {descriptor, offset, size, advice}},
    {"fallocate", {descriptor, fallocate_mode, offset, offset}},
    {"fchdir", {descriptor}},
    {"fchmod", {descriptor, mode}},
    {"fchmodat", {directory, path, mode}},
    {"fchown", {descriptor, owner, owner}},
    {"fchownat", {directory, path, owner, owner, at_flags}},
    {"fcntl", {descriptor, fcntl_command, fcntl_argument}, fcntl_result},
    {"fdatasync", {descriptor}},
    {"fgetxattr", {descriptor, xattr_name, xattr_value_out, size}},
    {"flistxattr", {descriptor, xattr_names_out, size}},
    {"flock", {descriptor, lock_operation}},
    {"fork", {}},
    {"fremovexattr", {descriptor, xattr_name}},
    {"fsetxattr", {descriptor, xattr_name, xattr_value, size, xattr_flags}},
    {"fstat", {descriptor, stat_result}},
    {"fstatfs", {descriptor, statfs_result}},
    {"fsync", {descriptor}},
    {"ftruncate", {descriptor, number}},
    {"futex", {address, futex_operation, futex_third, futex_fourth, futex_fifth,
               futex_sixth}},
    {"futimesat", {directory, path, two_timevals}},
    {"getcpu", {id_out, id_out, address}},
    {"getcwd", {working_directory, size}},
    {"getdents64", {descriptor, entries_result, unsigned_integer}},
    {"getegid", {}},
    {"geteuid", {}},
    {"getgid", {}},
    {"getgroups", {integer, groups_out}},
    {"getitimer", {itimer, itimerval_out}},
    {"get_mempolicy", {memory_policy_out, nodes_out, size, address, policy_question}},
    {"getpeername", {descriptor, address_out, address_length}},
    {"getpgid", {integer}},
    {"getpgrp", {}},
    {"getpid", {}},
    {"getppid", {}},
    {"getpriority", {priority_of, integer}},
    {"getrandom", {random_bytes, size, random_flags}},
    {"getresgid", {id_out, id_out, id_out}},
    {"getresuid", {id_out, id_out, id_out}},
    {"getrlimit", {resource, limit_out}},
    {"getrusage", {usage_of, resource_usage}},
    {"getsid", {integer}},
    {"getsockname", {descriptor, address_out, address_length}},
    {"getsockopt", {descriptor, option_level, option_name, option_out, option_length}},
    {"gettid", {}},
    {"gettimeofday", {timeval_out, timezone_out}},
    {"getuid", {}},
    {"getxattr", {path, xattr_name, xattr_value_out, size}},
    {"inotify_add_watch", {descriptor, path, inotify_mask}},
    {"inotify_init", {}},
    {"inotify_init1", {inotify_flags}},
    {"inotify_rm_watch", {descriptor, integer}},
    {"ioctl", {descriptor, request, request_argument}},
    {"kill", {integer, signal_number}},
    {"lchown", {path, owner, owner}},
    {"lgetxattr", {path, xattr_name, xattr_value_out, size}},
    {"link", {path, path}},
    {"linkat", {directory, path, directory, path, at_flags}},
    {"listen", {descriptor, integer}},
    {"listxattr", {path, xattr_names_out, size}},
    {"llistxattr", {path, xattr_names_out, size}},
    {"lremovexattr", {path, xattr_name}},
    {"lseek", {descriptor, number, whence}},
    {"lsetxattr", {path, xattr_name, xattr_value, size, xattr_flags}},
    {"lstat", {path, stat_result}},
    {"madvise", {address, size, memory_advice}},
    {"membarrier", {membarrier_command, hex_word}},
    {"memfd_create", {text, memfd_flags}},
    {"mkdir", {path, mode}},
    {"mkdirat", {directory, path, mode}},
    {"mknod", {path, node_mode, node_device}},
    {"mknodat", {directory, path, node_mode, node_device}},
    {"mlock", {address, size}},
    {"mlock2", {address, size, mlock_flags}},
    {"mlockall", {mlockall_flags}},
    {"mmap", {address, size, protection, map_flags, descriptor, hexadecimal}, address_result},
    {"mount", {path, path, mount_type, mount_flags, mount_data}},
    {"mprotect", {address, size, protection}},
    {"mremap", {address, size, size, remap_flags, remap_address}, address_result},
    {"msync", {address, size, msync_flags}},
    {"munlock", {address, size}},
    {"munlockall", {}},
    {"munmap", {address, size}},
    {"nanosleep", {timespec_in, remaining_time}},
    {"newfstatat", {directory, path, stat_result, at_flags}},
    {"open", {path, open_flags, creation_mode}},
    {"openat", {directory, path, open_flags, creation_mode}},
    {"openat2", {directory, path, open_how, size}},
    {"pause", {}},
    {"personality", {personality_flags}, personality_result},
    {"pidfd_getfd", {descriptor, descriptor, hex_word}},
    {"pidfd_open", {integer, pidfd_flags}},
    {"pidfd_send_signal", {descriptor, signal_number, siginfo_in, hex_word}},
    {"pipe", {two_descriptors}},
    {"pipe2", {two_descriptors, new_flags}},
    {"pivot_root", {path, path}},
    {"poll", {polled, unsigned_integer, integer}, poll_result},
    {"ppoll", {polled, unsigned_integer, timespec_in, signals_in, size}, poll_result},
    {"prctl", {prctl_option, prctl_second, prctl_third, prctl_rest, prctl_rest}},
    {"pread64", {descriptor, buffer_of_result, size, offset}},
    {"preadv", {descriptor, vectors_of_result, size, offset}},
    {"preadv2", {descriptor, vectors_of_result, size, offset, rw_flags}},
    {"prlimit64", {integer, resource, limit64_in, limit64_out}},
    {"pselect6", {integer, set_of_fds, set_of_fds, set_of_fds, timespec_in,
                  mask_and_size}, select_result},
    {"pwrite64", {descriptor, buffer, size, offset}},
    {"pwritev", {descriptor, vectors, size, offset}},
    {"pwritev2", {descriptor, vectors, size, offset, rw_flags}},
    {"read", {descriptor, buffer_of_result, size}},
    {"readahead", {descriptor, offset, size}},
    {"readlink", {path, link_text, size}},
    {"readlinkat", {directory, path, link_text, size}},
    {"readv", {descriptor, vectors_of_result, size}},
    {"recvfrom", {descriptor, received_bytes, size, message_flags, address_out,
                  address_length}},
    {"recvmmsg", {descriptor, messages_out, unsigned_integer, message_flags, patience}, patience_result},
    {"recvmsg", {descriptor, message_out, message_flags}},
    {"removexattr", {path, xattr_name}},
    {"rename", {path, path}},
    {"renameat", {directory, path, directory, path}},
    {"renameat2", {directory, path, directory, path, rename_flags}},
    {"restart_syscall", {interrupted_call}},
    {"rmdir", {path}},
    {"rseq", {address, hexadecimal, rseq_flags, hexadecimal}},
    {"rt_sigaction", {signal_number, action_in, action_out, size}},
    {"rt_sigpending", {signals_out, size}},
    {"rt_sigprocmask", {mask_change, signals_in, signals_out, size}},
    {"rt_sigqueueinfo", {integer, signal_number, siginfo_in}},
    {"rt_sigreturn", {restored_mask}},
    {"rt_sigsuspend", {signals_in, size}},
    {"rt_sigtimedwait", {signals_in, siginfo_out, timespec_in, size}, signal_result},
    {"rt_tgsigqueueinfo", {integer, integer, signal_number, siginfo_in}},
    {"sched_get_priority_max", {scheduler}},
    {"sched_get_priority_min", {scheduler}},
    {"sched_getaffinity", {integer, size, processors_out}},
    {"sched_getparam", {integer, scheduler_out}},
    {"sched_getscheduler", {integer}, scheduler_result},
    {"sched_rr_get_interval", {integer, timespec_out}},
    {"sched_setaffinity", {integer, size, processors_in}},
    {"sched_setparam", {integer, scheduler_in}},
    {"sched_setscheduler", {integer, scheduler, scheduler_in}},
    {"sched_yield", {}},
    {"seccomp", {seccomp_operation, seccomp_flags, seccomp_argument}},
    {"select", {integer, set_of_fds, set_of_fds, set_of_fds, timeval_in}, select_result},
    {"sendfile", {descriptor, descriptor, moved_offset, size}},
    {"sendmmsg", {descriptor, messages_in, unsigned_integer, message_flags}},
    {"sendmsg", {descriptor, message_in, message_flags}},
    {"sendto", {descriptor, buffer, size, message_flags, socket_address, integer}},
    {"set_mempolicy", {memory_policy, nodes_in, size}},
    {"set_robust_list", {address, size}},
    {"set_tid_address", {address}},
    {"setdomainname", {host_name, integer}},
    {"setfsgid", {owner}},
    {"setfsuid", {owner}},
    {"setgid", {owner}},
    {"setgroups", {integer, groups_in}},
    {"sethostname", {host_name, integer}},
    {"setitimer", {itimer, itimerval_in, itimerval_out}},
    {"setns", {descriptor, setns_flags}},
    {"setpgid", {integer, integer}},
    {"setpriority", {priority_of, integer, integer}},
    {"setregid", {owner, owner}},
    {"setresgid", {owner, owner, owner}},
    {"setresuid", {owner, owner, owner}},
    {"setreuid", {owner, owner}},
    {"setrlimit", {resource, limit_in}},
    {"setsid", {}},
    {"setsockopt", {descriptor, option_level, option_name, option_in, integer}},
    {"settimeofday", {timeval_in, timezone_in}},
    {"setuid", {owner}},
    {"setxattr", {path, xattr_name, xattr_value, size, xattr_flags}},
    {"shutdown", {descriptor, shutdown_how}},
    {"sigaltstack", {alternate_in, alternate_out}},
    {"signalfd", {descriptor, signals_in, size}},
    {"signalfd4", {descriptor, signals_in, size, signalfd_flags}},
    {"socket", {family, socket_type, protocol}},
    {"socketpair", {family, socket_type, protocol, two_descriptors}},
    {"splice", {descriptor, offset_at, descriptor, offset_at, size, splice_flags}},
    {"stat", {path, stat_result}},
    {"statfs", {path, statfs_result}},
    {"statx", {directory, path, statx_flags, statx_mask, statx_result}},
    {"symlink", {path, path}},
    {"symlinkat", {path, directory, path}},
    {"sync", {}},
    {"sync_file_range", {descriptor, offset, offset, sync_range_flags}},
    {"syncfs", {descriptor}},
    {"sysinfo", {system_information}},
    {"tee", {descriptor, descriptor, size, splice_flags}},
    {"tgkill", {integer, integer, signal_number}},
    {"time", {seconds_out}, date_result},
    {"timer_create", {clock_id, timer_event, timer_id_out}},
    {"timer_delete", {integer}},
    {"timer_getoverrun", {integer}},
    {"timer_gettime", {integer, itimerspec_out}},
    {"timer_settime", {integer, time_flags, itimerspec_in, itimerspec_out}},
    {"timerfd_create", {clock_id, timerfd_flags}},
    {"timerfd_gettime", {descriptor, itimerspec_out}},
    {"timerfd_settime", {descriptor, timerfd_flags, itimerspec_in, itimerspec_out}},
    {"times", {cpu_times}},
    {"tkill", {integer, signal_number}},
    {"truncate", {path, number}},
    {"umask", {mode}, mode_result},
    {"umount2", {path, umount_flags}},
    {"uname", {system_names}},
    {"unlink", {path}},
    {"unlinkat", {directory, path, at_flags}},
    {"unshare", {unshare_flags}},
    {"utime", {path, two_seconds}},
    {"utimensat", {directory, path, two_timespecs, at_flags}},
    {"utimes", {path, two_timevals}},
    {"vfork", {}},
    {"vhangup", {}},
    {"vmsplice", {descriptor, vectors, size, splice_flags}},
    {"wait4", {integer, wait_status, wait_options, resource_usage}},
    {"waitid", {wait_id, integer, siginfo_out, wait_options, resource_usage}},
    {"write", {descriptor, buffer, size}},
    {"writev", {descriptor, vectors, size}},
#if defined(__x86_64__)
    {"arch_prctl", {arch_prctl_code, arch_prctl_address}},
#endif
};

// Of the 32-bit calls those that no native one is named like, or one that takes
// something else: numbers of 16 bits, structs of another form.
const Signature compat32_signatures[] = {
    {"_llseek", {descriptor, hexadecimal, hexadecimal, address, whence}},
    {"chown32", {path, owner, owner}},
    {"clock_gettime64", {clock_id, address}},
    {"fchown32", {descriptor, owner, owner}},
    {"fcntl64", {descriptor, fcntl_command, fcntl_argument}, fcntl_result},
    {"fstat64", {descriptor, address}},
    {"fstatat64", {directory, path, address, at_flags}},
    {"ftruncate64", {descriptor, offset}},
    {"getegid32", {}},
    {"geteuid32", {}},
    {"getgid32", {}},
    {"getgroups", {integer, address}},
    {"getgroups32", {integer, groups_out}},
    {"getresgid", {address, address, address}},
    {"getresgid32", {id_out, id_out, id_out}},
    {"getresuid", {address, address, address}},
    {"getresuid32", {id_out, id_out, id_out}},
    {"getuid32", {}},
    {"lchown32", {path, owner, owner}},
    {"lstat64", {path, address}},
    {"mmap", {address}, address_result},
    {"mmap2", {address, size, protection, map_flags, descriptor, page_offset}, address_result},
    {"select", {address}},
    {"sendfile", {descriptor, descriptor, address, size}},
    {"sendfile64", {descriptor, descriptor, moved_offset, size}},
    {"setgid32", {owner}},
    {"setgroups", {integer, address}},
    {"setgroups32", {integer, groups_in}},
    {"setuid32", {owner}},
    {"stat64", {path, address}},
    {"truncate64", {path, offset}},
    {"ugetrlimit", {resource, limit_out}},
    {"waitpid", {integer, wait_status, wait_options}},
};
// clang-format on

const Signature unknown{"",
                        {hexadecimal, hexadecimal, hexadecimal, hexadecimal,
                         hexadecimal, hexadecimal}};

std::map<long, const Signature*> by_number(Abi abi) {
  std::map<std::string_view, const Signature*> by_name;
  for (const Signature& signature : signatures) {
    by_name[signature.name] = &signature;
  }
  if (abi == Abi::compat32) {
    for (const Signature& signature : compat32_signatures) {
      by_name[signature.name] = &signature;
    }
  }
  std::map<long, const Signature*> found;
  for (const Name& call : syscall_table(abi)) {
    const auto known = by_name.find(call.name);
    if (known != by_name.end()) found[call.number] = known->second;
  }
  return found;
}

}  // namespace

const Signature& signature_of(long number, Abi abi) {
  static const auto native = by_number(Abi::native);
  static const auto compat32 = by_number(Abi::compat32);
  const auto& table = abi == Abi::native ? native : compat32;
  const auto found = table.find(number);
  return found == table.end() ? unknown : *found->second;
}

std::vector<Argument> arguments_of(const Call& call) {
  std::vector<Argument> arguments;
  std::size_t place = 0;
  for (const Kind& kind : signature_of(call.number, call.abi).arguments) {
    if (place >= call.args.size()) break;
    Argument argument{&kind, &call, place, call.args[place]};
    while (argument.kind->chosen)
      argument.kind = &argument.kind->chosen(argument);
    if (!argument.kind->text) break;
    ++place;
    if (argument.kind->wide && call.abi == Abi::compat32 &&
        place < call.args.size()) {
      argument.value |= call.args[place++] << 32;
    }
    arguments.push_back(argument);
  }
  return arguments;
}

void take_notes(Call& call) {
  for (const Argument& argument : arguments_of(call)) {
    if (argument.kind->note) {
      call.noted[argument.place] = argument.kind->note(argument);
    }
  }
}
