// fails: 8c
// says: escapes-of-c-that-strace-has-not
// change: s|^    constexpr std::string_view named = "\\t\\n\\v\\f\\r";$|    constexpr std::string_view named = "\\a\\b\\t\\n\\v\\f\\r";|
// change: s|^      text += {'\\\\', "tnvfr"\[at\]};$|      text += {'\\\\', "abtnvfr"[at]};|
