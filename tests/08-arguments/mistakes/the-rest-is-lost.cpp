// fails: 8d
// says: what-has-no-name-is-lost
// change: /^  if (rest != 0) add(fmt::format("{:#x}", rest));$/d
