// fails: 7b
// says: an-interrupted-wait-is-no-error
// change: /errno == EINTR) continue;/d
