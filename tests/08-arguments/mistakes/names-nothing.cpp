// fails: 8d
// says: a-bare-number
// shows: got   0x100: 0x100
// TODO 8d
  text = fmt::format("{:#x}", value);
// end of 8d
