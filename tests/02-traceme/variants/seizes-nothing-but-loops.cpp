// A switch over what waitid(2) says, and a status made by hand.
// TODO 2c
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    siginfo_t info{};
    while (waitid(P_PID, static_cast<id_t>(tracee), &info,
                  WEXITED | WSTOPPED) == -1) {
      if (errno != EINTR) fail("waitid");
    }
    switch (info.si_code) {
      case CLD_EXITED:
        return (info.si_status & 0xff) << 8;
      case CLD_KILLED:
        return info.si_status;
      case CLD_DUMPED:
        return info.si_status | 0x80;
      default:  // CLD_TRAPPED: the event's number is above the signal's
        signal = info.si_status > 0xff ? 0 : info.si_status;
    }
// end of 2c
// TODO 2d
  return WIFSIGNALED(wait_status) ? WTERMSIG(wait_status) | 128
                                  : WEXITSTATUS(wait_status);
// end of 2d
