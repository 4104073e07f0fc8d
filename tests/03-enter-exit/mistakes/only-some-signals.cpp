// fails: 3c
// says: swallows-signals
// Passes on what ends a program, and forgets what it may handle.
// TODO 3c
      if (WSTOPSIG(status) == SIGSEGV || WSTOPSIG(status) == SIGTERM) {
        signal = WSTOPSIG(status);
      }
// end of 3c
