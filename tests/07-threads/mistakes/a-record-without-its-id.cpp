// fails: 7c
// says: a-record-without-its-id
// TODO 7c
if (!threads.contains(tid)) {
  if (stop == Stop::end) continue;
  if (!how.children) {
    request(PTRACE_DETACH, tid, 0);
    continue;
  }
  observer.attached(threads[tid]);
  request(PTRACE_SYSCALL, tid, 0);
  continue;
}
Thread& thread = threads[tid];
// end of 7c
