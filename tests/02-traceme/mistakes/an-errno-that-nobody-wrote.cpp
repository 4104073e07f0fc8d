// fails: 2b
// says: an-errno-that-nobody-wrote
// read gives 0 at the end of the pipe, which is no error and no errno.
// TODO 2b
    const int error = errno;
    if (write(error_pipe.ends[1], &error, sizeof error) == -1) _exit(126);
    _exit(127);
// end of 2b
// TODO 2b
  int error = 0;
  if (read(error_pipe.ends[0], &error, sizeof error) != -1) {
    throw LaunchError(error, std::generic_category());
  }
// end of 2b
