// fails: 7c
// says: a-stranger-left-standing
// change: /request(PTRACE_DETACH, tid, 0);/d
