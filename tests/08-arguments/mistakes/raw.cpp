// fails: 8c
// says: raw-bytes
// TODO 8c
  text = bytes;
// end of 8c
