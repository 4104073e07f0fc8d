// fails: 3d
// says: nothing
// How the tracee exited is not told.
// TODO 3d
if (thread.inside) report(thread.call);
if (WIFEXITED(status)) return 0;
// end of 3d
