// fails: 3c
// says: never-ends
// Does not look at what waitpid gives back: after a death by signal the status is
// the old one for ever.
// change: s/const int status = wait_for(tracee);/static int status = 0; waitpid(tracee, \&status, 0);/; s/!WIFSTOPPED(status)/WIFEXITED(status)/
