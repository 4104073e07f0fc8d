#include "stray_signals.hpp"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cstdio>
#include <vector>

#include "sandbox.hpp"
#include "system.hpp"

namespace {

bool may_load_filters() {
  // CAP_SYS_ADMIN is bit 21 of the effective capabilities.
  unsigned long long capabilities = 0;
  if (std::FILE* status = std::fopen("/proc/self/status", "re")) {
    char line[256];
    while (std::fgets(line, sizeof line, status)) {
      if (std::sscanf(line, "CapEff: %llx", &capabilities) == 1) break;
    }
    std::fclose(status);
  }
  return (capabilities >> 21 & 1) != 0;
}

}  // namespace

void refuse_stray_signals(pid_t keeper, pid_t checker) {
  constexpr unsigned refuse = SECCOMP_RET_ERRNO | EPERM;
  std::vector<sock_filter> filter;
  const auto load = [&](unsigned offset) {
    filter.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset));
  };
  // Loads the first argument's low half (little-endian machines only, as are
  // x86-64 and aarch64) and refuses those who must not be signalled.
  const auto rule = [&](const std::vector<unsigned>& calls) {
    load(offsetof(seccomp_data, nr));
    const auto count = static_cast<unsigned char>(calls.size());
    for (unsigned char i = 0; i < count; ++i) {
      filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i],
                                static_cast<unsigned char>(count - i), 0));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    load(offsetof(seccomp_data, args));
    for (const pid_t pid : {-1, keeper, -keeper, checker, -checker}) {
      filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                                static_cast<unsigned>(pid), 0, 1));
      filter.push_back(BPF_STMT(BPF_RET | BPF_K, refuse));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  };
  std::vector<unsigned> native = {SYS_kill,
                                  SYS_tkill,
                                  SYS_tgkill,
                                  SYS_rt_sigqueueinfo,
                                  SYS_rt_tgsigqueueinfo,
                                  SYS_pidfd_open};
#if defined(__x86_64__)
  const auto own = native;
  for (const unsigned number : own) native.push_back(number | 0x40000000);
  // kill, tkill, tgkill, rt_sigqueueinfo, rt_tgsigqueueinfo, pidfd_open of i386
  const std::vector<unsigned> compat = {37, 238, 270, 178, 335, 434};
  constexpr unsigned compat_arch = AUDIT_ARCH_I386;
#else
  const std::vector<unsigned> compat = {37, 238, 268, 178, 363, 434};  // arm
  constexpr unsigned compat_arch = AUDIT_ARCH_ARM;
#endif
  load(offsetof(seccomp_data, arch));
  const std::size_t jump = filter.size();
  filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, compat_arch, 0, 0));
  rule(native);
  filter[jump].jt = static_cast<unsigned char>(filter.size() - jump - 1);
  rule(compat);

  const sock_fprog program{static_cast<unsigned short>(filter.size()),
                           filter.data()};
  if (sets_no_new_privs()) {
    must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl");
  }
  must(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), "seccomp");
}

bool sets_no_new_privs() {
  static const bool needed = !uses_namespaces() && !may_load_filters();
  return needed;
}
