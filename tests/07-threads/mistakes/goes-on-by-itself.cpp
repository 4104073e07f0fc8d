// fails: 7f
// says: a-stopped-process-goes-on
// TODO 7f
          how_on = PTRACE_SYSCALL;
// end of 7f
