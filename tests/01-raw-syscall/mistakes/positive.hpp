// fails: 1d
// says: error-without-its-sign
// shows: 9 yes
// TODO 1d
  return result > 0 && result < 4096;
// end of 1d
