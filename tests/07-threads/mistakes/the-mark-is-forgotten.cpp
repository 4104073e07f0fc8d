// fails: 7a
// says: nothing
// The low seven bits are SIGTRAP at a syscall-stop, too.
// TODO 7a
  if (!WIFSTOPPED(wait_status)) return Stop::end;
  const int signal = WSTOPSIG(wait_status) & 0x7f;
  const int event = wait_status >> 16;
  if (event == PTRACE_EVENT_EXEC) return Stop::exec;
  if (event == PTRACE_EVENT_EXIT) return Stop::exit;
  if (event != 0) return signal == SIGTRAP ? Stop::event : Stop::group;
  return signal == SIGTRAP ? Stop::syscall : Stop::signal;
// end of 7a
