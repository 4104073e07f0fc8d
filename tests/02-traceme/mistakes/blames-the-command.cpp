// fails: 2b
// says: blames-the-command
// Does not say which of the two calls failed.
// TODO 2b
    const int error = errno;
    if (write(error_pipe.ends[1], &error, sizeof error) == -1) _exit(126);
    _exit(127);
// end of 2b
