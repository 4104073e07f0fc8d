// fails: 3c
// says: keeps-every-sigtrap
// Takes every SIGTRAP for one of ptrace's own.
// TODO 3c
      signal = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
// end of 3c
