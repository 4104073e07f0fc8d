// fails: 9e
// says: a-thread-of-ours-is-a-stranger
// It compares the thread's id, not that of its process. (A process's own id is both.)
// change: s/if (facts.process == facts.our_process)/if (facts.pid == facts.our_process || (facts.pid == 700 \&\& facts.process == facts.our_process))/
