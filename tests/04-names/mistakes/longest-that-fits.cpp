// fails: 4c
// says: part-of-a-name
// Takes the name itself if it is there, else one that begins alike.
// TODO 4c
  for (const Name& entry : syscall_table(Abi::native)) {
    if (entry.name == name) return entry.number;
  }
  for (const Name& entry : syscall_table(Abi::native)) {
    if (std::string_view(entry.name).starts_with(name)) return entry.number;
  }
// end of 4c
