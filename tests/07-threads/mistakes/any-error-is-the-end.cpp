// fails: 7b
// says: an-interrupted-wait-is-not-the-end
// With EINTR, too, it leaves, and the rest is killed.
// change: s/if (tid == -1 && errno == ECHILD) break;/if (tid == -1) break;/
