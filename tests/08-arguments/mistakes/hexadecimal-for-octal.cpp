// fails: 8c
// says: hexadecimal-unasked
// change: s|^      text += fmt::format("\\\\{:0{}o}", c, digit_follows ? 3 : 1);$|      text += fmt::format("\\\\x{:0{}x}", c, digit_follows ? 2 : 1);|
