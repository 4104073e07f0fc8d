// fails: 7a
// says: an-event-taken-for-a-signal
// What has no name of its own in Stop falls to the signals.
// change: s/^    default:$/    case PTRACE_EVENT_FORK:\n      return Stop::signal;\n    default:/
