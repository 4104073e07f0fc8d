// fails: 7a
// says: a-sigtrap-of-its-own
// Every SIGTRAP is taken for ptrace's own.
// change: s/^    case 0:$/    case 0:\n      if (signal == SIGTRAP) return Stop::event;/
