// fails: 2b
// says: launch-hangs
// The child waits for an errno that it should write itself.
// TODO 2b
    int error = errno;
    if (read(error_pipe.ends[0], &error, sizeof error) == -1) _exit(126);
    _exit(127);
// end of 2b
