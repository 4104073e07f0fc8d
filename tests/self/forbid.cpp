// forbid CALL ERRNO COMMAND...: runs a command for which a system call always
// fails, as on a machine that forbids it. CALL: ptrace, seccomp,
// process_vm_readv. ERRNO: EPERM, ENOSYS.
#include <errno.h>
#include <fmt/format.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <string_view>

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::string_view call = argv[1];
  const unsigned number = call == "ptrace"    ? SYS_ptrace
                          : call == "seccomp" ? SYS_seccomp
                                              : SYS_process_vm_readv;
  const unsigned error = std::string_view(argv[2]) == "EPERM" ? EPERM : ENOSYS;
  sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  const sock_fprog program{4, filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1 ||
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == -1) {
    fmt::print(stderr, "forbid: {}\n", strerror(errno));
    return 1;
  }
  execvp(argv[3], argv + 3);
  fmt::print(stderr, "forbid: {}: {}\n", argv[3], strerror(errno));
  return 1;
}
