// fails: 8c
// says: a-char-with-a-sign
// change: s|^      text += fmt::format("\\\\{:0{}o}", c, digit_follows ? 3 : 1);$|      text += fmt::format("\\\\{:0{}o}", static_cast<int>(bytes[i]), digit_follows ? 3 : 1);|
