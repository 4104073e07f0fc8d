// fails: 8c
// says: three-digits-always
// TODO 8c
  const auto is_plain = [](unsigned char c) {
    return (c >= ' ' && c <= '~') || (c >= '\t' && c <= '\r');
  };
  const bool all_hex = hex == Style::Hex::always ||
                       (hex == Style::Hex::non_ascii &&
                        !std::all_of(bytes.begin(), bytes.end(), is_plain));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    constexpr std::string_view named = "\t\n\v\f\r";
    if (all_hex) {
      text += fmt::format("\\x{:02x}", c);
    } else if (c == '"' || c == '\\') {
      text += {'\\', static_cast<char>(c)};
    } else if (const auto at = named.find(bytes[i]); at != named.npos) {
      text += {'\\', "tnvfr"[at]};
    } else if (is_plain(c)) {
      text += static_cast<char>(c);
    } else {
      text += fmt::format("\\{:0{}o}", c, 3);
    }
  }
// end of 8c
