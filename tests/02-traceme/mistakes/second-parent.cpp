// fails: 2b
// says: two-parents
// The child throws, and comes back from launch() as a second copy of the parent.
// TODO 2b
    throw LaunchError(errno, std::generic_category());
// end of 2b
