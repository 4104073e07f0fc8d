// fails: 3c
// says: one-way-to-end
// Knows one way to end, the exit. After a death by signal it goes on resuming.
// change: s/!WIFSTOPPED(status)/WIFEXITED(status)/
