// fails: 3b
// says: a-syscall-stop-is-no-signal
// Looks for the mark without having asked the kernel to set it.
// TODO 3b
// end of 3b
