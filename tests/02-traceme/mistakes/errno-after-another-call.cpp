// fails: 2b
// says: wrong-errno
// isatty sets errno, too.
// TODO 2b
    isatty(error_pipe.ends[0]);
    const int error = errno;
    if (write(error_pipe.ends[1], &error, sizeof error) == -1) _exit(126);
    _exit(127);
// end of 2b
