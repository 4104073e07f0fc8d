// fails: 2b
// says: errno-of-the-parent
// Reads what the child wrote, and throws another variable.
// TODO 2b
    const int error = errno;
    if (write(error_pipe.ends[1], &error, sizeof error) == -1) _exit(126);
    _exit(127);
// end of 2b
// TODO 2b
  int error = 0;
  if (read(error_pipe.ends[0], &error, sizeof error) == sizeof error) {
    throw LaunchError(errno, std::generic_category());
  }
// end of 2b
