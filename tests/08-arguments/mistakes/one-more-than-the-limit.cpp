// fails: 8b
// says: beyond-the-limit
// change: /^  if (string\.bytes\.size() == most) string\.bytes\.pop_back();$/d
