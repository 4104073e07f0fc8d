// fails: 8c
// says: one-digit-for-hexadecimal
// change: s|^      text += fmt::format("\\\\x{:02x}", c);$|      text += fmt::format("\\\\x{:x}", c);|
