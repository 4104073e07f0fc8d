// fails: 8c
// says: delete-is-shown
// change: s|^    return (c >= ' ' && c <= '~') \|\| (c >= '\\t' && c <= '\\r');$|    return (c >= ' ' \&\& c <= 127) \|\| (c >= '\\t' \&\& c <= '\\r');|
