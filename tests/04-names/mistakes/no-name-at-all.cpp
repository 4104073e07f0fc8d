// fails: 4b
// says: nothing
// TODO 4b
  return "";
// end of 4b
