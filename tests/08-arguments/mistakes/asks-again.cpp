// fails: 8b
// says: reads-for-ever
// change: s|^    if (string\.ended \|\| part\.empty()) break;$|    if (string.ended) break;|
