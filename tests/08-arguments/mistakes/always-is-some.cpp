// fails: 8c
// says: nothing
// change: s|^  const bool all_hex = hex == Style::Hex::always \|\|$|  const bool all_hex = (hex != Style::Hex::never \&\&|
// change: /^                       (hex == Style::Hex::non_ascii &&$/d
