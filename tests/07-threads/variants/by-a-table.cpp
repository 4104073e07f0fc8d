// The events by a table; a group-stop by what is not SIGTRAP.
// TODO 7a
  if (WIFEXITED(wait_status) || WIFSIGNALED(wait_status)) return Stop::end;
  const int event = static_cast<int>(static_cast<unsigned>(wait_status) >> 16);
  const int signal = WSTOPSIG(wait_status);
  if (event == 0) {
    return (signal & 0x80) != 0 ? Stop::syscall : Stop::signal;
  }
  const std::map<int, Stop> known = {{PTRACE_EVENT_EXEC, Stop::exec},
                                     {PTRACE_EVENT_EXIT, Stop::exit}};
  if (const auto found = known.find(event); found != known.end()) {
    return found->second;
  }
  return event == PTRACE_EVENT_STOP && signal != SIGTRAP ? Stop::group
                                                         : Stop::event;
// end of 7a
