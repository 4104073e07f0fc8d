// fails: 7b
// says: another-status-at-the-end
// TODO 7b
if (how.children) {
  options |= PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE;
}
// end of 7b
// TODO 7b
const pid_t tid = waitpid(-1, &status, __WALL);
if (tid == -1 && errno == ECHILD) return status;
if (tid == -1 && errno == EINTR) continue;
if (tid == -1) fail("waitpid");
// end of 7b
