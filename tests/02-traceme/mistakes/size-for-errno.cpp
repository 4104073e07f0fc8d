// fails: 2b
// says: wrong-errno
// What read gives back is how much it read.
// TODO 2b
    const int error = errno;
    if (write(error_pipe.ends[1], &error, sizeof error) == -1) _exit(126);
    _exit(127);
// end of 2b
// TODO 2b
  int error = 0;
  const int size = read(error_pipe.ends[0], &error, sizeof error);
  if (size > 0) throw LaunchError(size, std::generic_category());
// end of 2b
