// fails: 7c
// says: a-new-thread-left-standing
// change: /attached(threads/{n;d}
