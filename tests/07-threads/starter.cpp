// TODO 7a
  if (!WIFSTOPPED(wait_status)) return Stop::end;
  if (WSTOPSIG(wait_status) == (SIGTRAP | 0x80)) return Stop::syscall;
  return WSTOPSIG(wait_status) == SIGTRAP ? Stop::event : Stop::signal;
// end of 7a
// TODO 7b
// end of 7b
// TODO 7b
    const pid_t tid = waitpid(tracee, &status, 0);
    if (tid == -1) fail("waitpid");
// end of 7b
// TODO 7c
    Thread& thread =
        threads.try_emplace(tracee, Thread{tracee}).first->second;
// end of 7c
// TODO 7d
      if (tid == tracee) return status;
// end of 7d
// TODO 7f
// end of 7f
// TODO 7e
// end of 7e
// TODO 7d
// end of 7d
