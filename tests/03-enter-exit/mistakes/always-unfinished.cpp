// fails: 3d
// says: an-unfinished-call-too-many
// Reports the last call it knows of, whether it was going on or not.
// TODO 3d
      report(thread.call);
// end of 3d
