// fails: 3c
// says: never-ends
// Does not look at what waitpid gives back: after a death by signal the status is
// the old one for ever.
// change: s/^  int status = 0/  static int status = 0/; s/while (\(waitpid(.*)\) == -1) {/\1;/; /errno != EINTR/,+1d; s/!WIFSTOPPED(status)/WIFEXITED(status)/
