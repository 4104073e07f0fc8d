// fails: 2d
// says: status-not-decoded
// TODO 2d
  return wait_status;
// end of 2d
