// fails: 8b
// says: an-end-that-is-none
// change: s|^    if (string\.ended \|\| part\.empty()) break;$|    if (part.empty()) string.ended = true;\n    if (string.ended) break;|
