// fails: 7a
// says: a-beginning-taken-for-a-group-stop
// TODO 7a
  if (!WIFSTOPPED(wait_status)) return Stop::end;
  const int signal = WSTOPSIG(wait_status);
  if (signal == (SIGTRAP | 0x80)) return Stop::syscall;
  const int event = wait_status >> 16;
  if (event == 0) return Stop::signal;
  if (event == PTRACE_EVENT_EXEC) return Stop::exec;
  if (event == PTRACE_EVENT_EXIT) return Stop::exit;
  if (event == PTRACE_EVENT_STOP) return Stop::group;
  return Stop::event;
// end of 7a
