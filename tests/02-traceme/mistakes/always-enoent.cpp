// fails: 2b
// says: one-errno-for-all
// Hears that the exec failed, and thinks that it knows why.
// TODO 2b
    const int error = ENOENT;
    if (write(error_pipe.ends[1], &error, sizeof error) == -1) _exit(126);
    _exit(127);
// end of 2b
