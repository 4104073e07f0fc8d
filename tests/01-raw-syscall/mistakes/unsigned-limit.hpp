// fails: 1d
// says: result-cut-to-int
// An unsigned where a long was meant, as an errno limit is sometimes written.
// TODO 1d
  return static_cast<unsigned>(result) >= -4095U;
// end of 1d
