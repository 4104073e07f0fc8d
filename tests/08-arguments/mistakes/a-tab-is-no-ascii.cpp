// fails: 8c
// says: a-tab-is-ascii
// change: s|^    return (c >= ' ' && c <= '~') \|\| (c >= '\\t' && c <= '\\r');$|    return (c >= ' ' \&\& c <= '~');|
