// fails: 8b
// says: the-zero-is-not-of-it
// change: s|^    string\.bytes += part\.substr(0, end);$|    string.bytes += part.substr(0, end == part.npos ? end : end + 1);|
