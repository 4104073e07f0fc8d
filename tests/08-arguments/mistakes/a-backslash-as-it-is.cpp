// fails: 8c
// says: a-backslash-alone
// change: s|^    } else if (c == '"' \|\| c == '\\\\') {$|    } else if (c == '"') {|
