// fails: 2d
// says: exit-status-lost
// TODO 2d
  return wait_status == 0 ? 0 : 1;
// end of 2d
