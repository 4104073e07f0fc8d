// fails: 3d
// says: a-dead-tracee-is-no-error
// resume() takes ESRCH for an error.
// change: s/ && errno != ESRCH//
