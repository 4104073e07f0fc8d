// fails: 8c
// says: a-quote-ends-the-string
// change: s|^    } else if (c == '"' \|\| c == '\\\\') {$|    } else if (c == '\\\\') {|
