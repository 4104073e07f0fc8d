# Writes the names of constants, as this machine's (or the target's) compiler sees
# them in its headers:
#   cmake -DCXX=<compiler> -DOUT=<file> -P constants.cmake
#
# A set of names is one line below: which header, which names, in the order of the
# header. What a name stands for, the compiler says. strace(1) shows some sets in an
# order of its own: FIRST and LAST.

cmake_minimum_required(VERSION 3.22)

# What the compiler makes of headers and the text behind them.
function(compile out headers source)
  list(TRANSFORM headers REPLACE "(.+)"
       "#if __has_include(<\\1>)\n#include <\\1>\n#endif\n" OUTPUT_VARIABLE includes)
  string(CONCAT includes ${includes})
  file(WRITE ${OUT}.in "${includes}${source}")
  execute_process(
    COMMAND ${CXX} -w -x c++ ${ARGN} ${OUT}.in -o -
    OUTPUT_VARIABLE text RESULT_VARIABLE failed ERROR_VARIABLE error)
  file(REMOVE ${OUT}.in)
  if(failed)
    message(FATAL_ERROR "${CXX} does not compile the constants: ${error}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# The names that HEADER defines, in its order.
function(names_in out header)
  if(NOT DEFINED "names_${header}")
    compile(text ${header} "" -E -P -dD)
    # Macros, and what can be an enumerator.
    string(REGEX MATCHALL "#define _*[A-Z][A-Za-z0-9_]* [^\n]|[A-Z][A-Z0-9_]+[ \t]*[=,]"
           lines "${text}")
    list(TRANSFORM lines REPLACE "#define ([A-Za-z0-9_]+) .*" "\\1")
    list(TRANSFORM lines REPLACE "[ \t]*[=,]$" "")
    list(REMOVE_DUPLICATES lines)
    set("names_${header}" "${lines}" CACHE INTERNAL "")
  endif()
  set(${out} "${names_${header}}" PARENT_SCOPE)
endfunction()

# constants(SET HEADER REGEX [BUT REGEX] [FIRST NAME...] [LAST NAME...])
function(constants set header regex)
  cmake_parse_arguments(set "" "BUT" "FIRST;LAST" ${ARGN})
  names_in(names ${header})
  list(FILTER names INCLUDE REGEX "^(${regex})$")
  if(set_BUT)
    list(FILTER names EXCLUDE REGEX "^(${set_BUT})$")
  endif()
  foreach(name IN LISTS set_LAST)
    if(name IN_LIST names)
      list(REMOVE_ITEM names ${name})
      list(APPEND names ${name})
    endif()
  endforeach()
  set(first "")
  foreach(name IN LISTS set_FIRST)
    if(name IN_LIST names)
      list(APPEND first ${name})
    endif()
  endforeach()
  set(names ${first} ${names})
  list(REMOVE_DUPLICATES names)
  # Values come out as text in the assembler's file: nothing has to be run, which
  # could not be done for another architecture.
  set(source "asm volatile(\".ascii \\\"SET ${set}\\\"\");\n")
  foreach(name IN LISTS names)
    string(APPEND source
      "asm volatile(\".ascii \\\"ENTRY %0 ${name}\\\"\" : : \"i\"((long)(${name})));\n")
  endforeach()
  # The kernel's headers and the C library's do not go together.
  set(group libc)
  if(header MATCHES "^(linux|asm)/")
    set(group kernel)
  endif()
  set_property(GLOBAL APPEND_STRING PROPERTY source_${group} "${source}")
  set_property(GLOBAL APPEND PROPERTY headers_${group} ${header})
endfunction()

# ---- files
constants(open_flags asm/fcntl.h "O_[A-Z]+|__O_TMPFILE|FASYNC" BUT "O_(ACCMODE|RDONLY|WRONLY|RDWR|NDELAY)"
          FIRST O_CREAT O_EXCL O_NOCTTY O_TRUNC O_APPEND O_NONBLOCK O_SYNC O_DSYNC
          LAST O_TMPFILE __O_TMPFILE O_DIRECTORY FASYNC)
constants(access_modes asm/fcntl.h "O_(RDONLY|WRONLY|RDWR|ACCMODE)" LAST O_ACCMODE)
constants(at_flags linux/fcntl.h "AT_[A-Z_]+" BUT "AT_(FDCWD|STATX_.*|EACCESS|HANDLE_.*|RENAME_.*)"
          FIRST AT_SYMLINK_NOFOLLOW AT_REMOVEDIR)
constants(eaccess_flags linux/fcntl.h "AT_(SYMLINK_NOFOLLOW|EACCESS|EMPTY_PATH)")
constants(statx_syncs linux/fcntl.h "AT_STATX_.*_.*" BUT "AT_STATX_SYNC_TYPE")
constants(statx_masks linux/stat.h "STATX_[A-Z_]+" BUT "STATX_(ATTR_.*|_RESERVED)"
          FIRST STATX_ALL STATX_BASIC_STATS)
constants(statx_attributes linux/stat.h "STATX_ATTR_[A-Z_]+")
constants(access_checks unistd.h "[RWXF]_OK" FIRST F_OK R_OK W_OK X_OK)
constants(fcntl_commands linux/fcntl.h "F_[A-Z0-9_]+"
          BUT "F_(SEAL_.*|(RD|WR|UN)LCK|EXLCK|SHLCK|LINUX_.*|OWNER_.*|[GS]ETL[KO][CW]?K?.*64)")
constants(descriptor_flags linux/fcntl.h "FD_CLOEXEC")
constants(lock_types linux/fcntl.h "F_(RDLCK|WRLCK|UNLCK|EXLCK|SHLCK)")
constants(seals linux/fcntl.h "F_SEAL_[A-Z_]+")
constants(owner_types linux/fcntl.h "F_OWNER_[A-Z]+")
constants(notify_flags linux/fcntl.h "DN_[A-Z]+")
constants(seeks linux/fs.h "SEEK_[A-Z]+" BUT "SEEK_MAX")
constants(flocks linux/fcntl.h "LOCK_[A-Z]+" FIRST LOCK_SH LOCK_EX LOCK_NB LOCK_UN)
constants(renames linux/fs.h "RENAME_[A-Z]+")
constants(rwf_flags linux/fs.h "RWF_[A-Z]+" BUT "RWF_SUPPORTED")
constants(advices linux/fadvise.h "POSIX_FADV_[A-Z]+")
constants(fallocates linux/falloc.h "FALLOC_FL_[A-Z_]+")
constants(splices fcntl.h "SPLICE_F_[A-Z]+")
constants(sync_ranges linux/fs.h "SYNC_FILE_RANGE_[A-Z_]+" BUT ".*_WRITE_AND_WAIT"
          FIRST SYNC_FILE_RANGE_WAIT_BEFORE SYNC_FILE_RANGE_WRITE)
constants(inotify_masks linux/inotify.h "IN_[A-Z_]+"
          BUT "IN_(CLOSE|MOVE|ALL_EVENTS|CLOEXEC|NONBLOCK)"
          LAST IN_ISDIR IN_ONESHOT)
constants(inotify_flags linux/inotify.h "IN_(NONBLOCK|CLOEXEC)" LAST IN_CLOEXEC)
constants(memfd_flags linux/memfd.h "MFD_[A-Z_]+" BUT "MFD_HUGE_.*")
constants(close_ranges linux/close_range.h "CLOSE_RANGE_[A-Z]+")
constants(resolves linux/openat2.h "RESOLVE_[A-Z_]+")
constants(xattr_flags linux/xattr.h "XATTR_(CREATE|REPLACE)")
constants(mount_flags linux/mount.h "MS_[A-Z_]+" BUT "MS_(RMT_MASK|MGC_.*|VERBOSE)")
constants(umount_flags sys/mount.h "(MNT|UMOUNT)_[A-Z]+")
constants(file_types linux/stat.h "S_IF[A-Z]+" BUT "S_IFMT")
constants(dirent_types dirent.h "DT_[A-Z]+")
constants(filesystems linux/magic.h "[A-Z0-9_]+_MAGIC")
constants(statfs_flags sys/statvfs.h "ST_[A-Z]+")
constants(epoll_flags sys/epoll.h "EPOLL_(CLOEXEC|NONBLOCK)")
constants(epoll_operations sys/epoll.h "EPOLL_CTL_[A-Z]+")
constants(epoll_events sys/epoll.h "EPOLL[A-Z]+" FIRST EPOLLIN EPOLLPRI EPOLLOUT)
constants(poll_events asm/poll.h "POLL[A-Z]+" BUT "POLLREMOVE|POLL_BUSY.*|POLLFREE"
          FIRST POLLIN POLLPRI POLLOUT POLLERR POLLHUP POLLNVAL)
constants(eventfd_flags sys/eventfd.h "EFD_[A-Z]+" FIRST EFD_SEMAPHORE EFD_CLOEXEC EFD_NONBLOCK)
constants(signalfd_flags linux/signalfd.h "SFD_[A-Z]+")
constants(terminal_requests asm/ioctls.h "[TF][A-Z0-9]+" BUT "TIOCINQ|TCSETX.*|TCGETX|T[CI][A-Z]+2|TIOC[GS]ISO7816")
constants(btrfs_requests linux/btrfs.h "BTRFS_IOC_CLONE") # FICLONE, too
constants(file_requests linux/fs.h
          "FS_IOC_[GS]ET(FLAGS|VERSION)|BLK(RO[GS]ET|RRPART|GETSIZE|GETSIZE64|FLSBUF|RA[GS]ET|SSZGET|BSZ[GS]ET|PBSZGET|DISCARD)|FIBMAP|FIGETBSZ|FIFREEZE|FITHAW|FICLONE")

# ---- memory
constants(protections asm/mman.h "PROT_[A-Z]+"
          FIRST PROT_NONE PROT_READ PROT_WRITE PROT_EXEC PROT_SEM LAST PROT_GROWSDOWN PROT_GROWSUP)
constants(map_types linux/mman.h "MAP_(SHARED|PRIVATE|SHARED_VALIDATE|DROPPABLE)")
constants(map_flags linux/mman.h "MAP_[A-Z0-9_]+"
          BUT "MAP_(SHARED|PRIVATE|SHARED_VALIDATE|DROPPABLE|TYPE|FILE|HUGE_.*|UNINITIALIZED|ABOVE4G)"
          FIRST MAP_FIXED MAP_ANONYMOUS MAP_32BIT MAP_NORESERVE MAP_POPULATE MAP_NONBLOCK
          MAP_GROWSDOWN MAP_DENYWRITE MAP_EXECUTABLE MAP_LOCKED MAP_STACK MAP_HUGETLB MAP_SYNC)
constants(mremap_flags linux/mman.h "MREMAP_[A-Z]+")
constants(memory_advices asm/mman.h "MADV_[A-Z_]+" BUT "MADV_.*GUARD.*")
constants(msync_flags asm/mman.h "MS_[A-Z]+" FIRST MS_SYNC MS_ASYNC MS_INVALIDATE)
constants(memory_policies linux/mempolicy.h "MPOL_[A-Z_]+" BUT "MPOL_(F_.*|MAX|MODE_FLAGS|MF_.*)")
constants(memory_policy_flags linux/mempolicy.h "MPOL_F_[A-Z]+_.*|MPOL_F_NUMA_BALANCING")
constants(policy_questions linux/mempolicy.h "MPOL_F_(NODE|ADDR|MEMS_ALLOWED)")
constants(mlockall_flags asm/mman.h "MCL_[A-Z]+")
constants(mlock_flags asm/mman.h "MLOCK_[A-Z]+")

# ---- processes
constants(clone_flags linux/sched.h "CLONE_[A-Z_]+" BUT "CLONE_(NEWTIME|ARGS_.*|INTO_CGROUP|CLEAR_SIGHAND)")
constants(clone3_flags linux/sched.h "CLONE_[A-Z_]+" BUT "CLONE_(DETACHED|ARGS_.*)"
          LAST CLONE_NEWTIME CLONE_CLEAR_SIGHAND CLONE_INTO_CGROUP)
constants(unshared linux/sched.h "CLONE_(VM|FS|FILES|SIGHAND|THREAD|SYSVSEM|NEW[A-Z]+)" FIRST CLONE_NEWTIME)
constants(namespaces linux/sched.h "CLONE_NEW[A-Z]+" FIRST CLONE_NEWTIME)
constants(wait_flags linux/wait.h "_?_?W[A-Z]+")
constants(wait_ids linux/wait.h "P_[A-Z]+")
constants(futex_commands linux/futex.h "FUTEX_[A-Z0-9_]+"
          BUT "FUTEX_(.*_PRIVATE|PRIVATE_FLAG|CLOCK_REALTIME|CMD_MASK|WAITERS|OWNER_DIED|TID_MASK|BITSET_.*|OP_.*|32|WAITV_MAX|[0-9]+|SIZE_.*|NUMA|.*NO_NODE|MPOL)")
constants(futex_operations linux/futex.h "FUTEX_OP_[A-Z]+" BUT "FUTEX_OP_(OPARG_SHIFT|CMP_.*)")
constants(futex_comparisons linux/futex.h "FUTEX_OP_CMP_[A-Z]+")
constants(prctl_options linux/prctl.h "PR_[SG]ET_[A-Z0-9_]+|PR_(CAP_AMBIENT|CAPBSET_READ|CAPBSET_DROP|MCE_KILL|MCE_KILL_GET|MPX_.*ABLE_.*|TASK_.*|SVE_[GS]ET_VL|PAC_RESET_KEYS|SCHED_CORE|SME_[GS]ET_VL)"
          BUT "PR_SET_(MM|VMA|PTRACER)_.*")
constants(arch_prctls asm/prctl.h "ARCH_[A-Z0-9_]+" BUT "ARCH_SHSTK_.*")
constants(ambient_operations linux/prctl.h "PR_CAP_AMBIENT_[A-Z_]+")
constants(vma_attributes linux/prctl.h "PR_SET_VMA_[A-Z_]+")
constants(seccomp_modes linux/seccomp.h "SECCOMP_MODE_[A-Z]+")
constants(seccomp_operations linux/seccomp.h "SECCOMP_(SET_MODE|GET)_[A-Z_]+")
constants(seccomp_actions linux/seccomp.h "SECCOMP_RET_[A-Z_]+" BUT "SECCOMP_RET_(KILL|ACTION.*|DATA)")
constants(seccomp_flags linux/seccomp.h "SECCOMP_FILTER_FLAG_[A-Z_]+")
constants(resource_limits asm/resource.h "RLIMIT_[A-Z]+")
constants(capabilities linux/capability.h "CAP_[A-Z_]+" BUT "CAP_LAST_CAP")
constants(capability_versions linux/capability.h "_LINUX_CAPABILITY_VERSION_[0-9]")
constants(priorities linux/resource.h "PRIO_(PROCESS|PGRP|USER)")
constants(personalities linux/personality.h "PER_[A-Z0-9_]+" BUT "PER_MASK|PER_CLEAR_.*")
constants(personality_bugs linux/personality.h
          "(ADDR|MMAP|READ|UNAME|FDPIC|SHORT|WHOLE|STICKY)[A-Z0-9_]*")
constants(rusages linux/resource.h "RUSAGE_[A-Z]+")
constants(schedulers sched.h "SCHED_[A-Z]+")
constants(getrandom_flags linux/random.h "GRND_[A-Z]+")
constants(rseq_flags linux/rseq.h "RSEQ_FLAG_[A-Z]+")
constants(membarriers linux/membarrier.h "MEMBARRIER_CMD_[A-Z_]+")
constants(pidfd_flags linux/pidfd.h "PIDFD_NONBLOCK")

# ---- signals
constants(sigaction_flags asm/signal.h "SA_[A-Z]+" BUT "SA_(NOMASK|ONESHOT|UNSUPPORTED|EXPOSE_TAGBITS)"
          FIRST SA_RESTORER SA_ONSTACK SA_RESTART SA_NODEFER SA_RESETHAND SA_SIGINFO SA_NOCLDSTOP
          SA_NOCLDWAIT)
constants(mask_changes asm/signal.h "SIG_(BLOCK|UNBLOCK|SETMASK)")
constants(altstack_flags linux/signal.h "SS_[A-Z]+")

# ---- time
constants(clocks linux/time.h "CLOCK_[A-Z_]+" BUT "CLOCK_(SGI_CYCLE)")
constants(timer_flags linux/time.h "TIMER_ABSTIME")
constants(itimers linux/time.h "ITIMER_[A-Z]+")
constants(timerfd_flags linux/timerfd.h "TFD_[A-Z_]+" BUT "TFD_.*_FLAGS"
          FIRST TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET TFD_CLOEXEC TFD_NONBLOCK)

# ---- network
constants(families sys/socket.h "AF_[A-Z0-9]+" BUT "AF_(LOCAL|FILE|ROUTE|MAX)")
constants(socket_types sys/socket.h "SOCK_(STREAM|DGRAM|RAW|RDM|SEQPACKET|DCCP|PACKET)")
constants(socket_flags sys/socket.h "SOCK_(CLOEXEC|NONBLOCK)")
constants(ip_protocols netinet/in.h "IPPROTO_[A-Z0-9]+" BUT "IPPROTO_(HOPOPTS|ROUTING|FRAGMENT|NONE|DSTOPTS)")
constants(netlink_protocols linux/netlink.h "NETLINK_[A-Z0-9_]+"
          BUT "NETLINK_(ADD_.*|DROP_.*|PKTINFO|BROADCAST_.*|NO_ENOBUFS|RX_RING|TX_RING|LISTEN_.*|LIST_.*|CAP_ACK|EXT_ACK|GET_STRICT_CHK|INET_DIAG|UNUSED|UNCONNECTED|CONNECTED)")
constants(message_flags sys/socket.h "MSG_[A-Z_]+" BUT "MSG_(TRYHARD|PROXY)")
constants(shutdowns sys/socket.h "SHUT_[A-Z]+")
constants(socket_levels sys/socket.h "SOL_[A-Z0-9]+" FIRST SOL_SOCKET)
constants(ip_levels netinet/in.h "SOL_[A-Z0-9]+" FIRST SOL_IP)
constants(tcp_levels netinet/tcp.h "SOL_TCP")
constants(udp_levels netinet/udp.h "SOL_UDP")
constants(socket_options asm/socket.h "SO_[A-Z0-9_]+"
          BUT "SO_(GET_FILTER|DETACH_BPF|TIMESTAMP|TIMESTAMPNS|TIMESTAMPING|RCVTIMEO|SNDTIMEO)")
constants(tcp_options linux/tcp.h "TCP_[A-Z0-9_]+"
          BUT "TCP_(MSS_.*|COOKIE_.*|S_DATA_.*|MD5SIG_.*|MD5SIG_MAXKEYLEN|RECEIVE_.*|REPAIR_O.*|AO_.*|NLA_.*)")
constants(ip_options linux/in.h "IP_[A-Z0-9_]+|MCAST_[A-Z_]+"
          BUT "IP_(PMTUDISC_.*|DEFAULT_.*|MAX_.*|MF|DF|OFFSET|CE|RECVRETOPTS)|MCAST_(EXCLUDE|INCLUDE)")
constants(ipv6_options linux/in6.h "IPV6_[A-Z0-9_]+"
          BUT "IPV6_(FL_.*|PREFER_.*|PRIORITY_.*|PMTUDISC_.*|TLV_.*|DROP_MEMBERSHIP|ADD_MEMBERSHIP|FLOWINFO_.*|FLOWLABEL_.*|RTHDR_.*|RXSRCRT|OPT.*|MIN_MTU|SRCRT_.*)")
constants(control_types sys/socket.h "SCM_[A-Z]+")

# ---- what has become of them
file(WRITE ${OUT} "// Made by constants.cmake from the headers of this machine.\n")
foreach(group kernel libc)
  get_property(headers GLOBAL PROPERTY headers_${group})
  list(REMOVE_DUPLICATES headers)
  get_property(source GLOBAL PROPERTY source_${group})
  compile(text "stddef.h;${headers}" "void constants() {\n${source}}\n" -S)
  string(REGEX MATCHALL "(SET [a-z0-9_]+|ENTRY [$#]?-?[0-9]+ [A-Za-z0-9_]+)" lines "${text}")
  list(APPEND lines "SET end")
  set(set "")
  set(rows "")
  foreach(line IN LISTS lines)
    if(line MATCHES "^ENTRY [$#]?(.+) (.+)$")
      string(APPEND rows "    {${CMAKE_MATCH_1}, \"${CMAKE_MATCH_2}\"},\n")
      continue()
    endif()
    if(rows)
      file(APPEND ${OUT} "inline constexpr Name ${set}[] = {\n${rows}};\n")
    elseif(set) # this machine has none
      file(APPEND ${OUT} "inline constexpr std::span<const Name> ${set};\n")
    endif()
    string(SUBSTRING "${line}" 4 -1 set)
    set(rows "")
  endforeach()
endforeach()
