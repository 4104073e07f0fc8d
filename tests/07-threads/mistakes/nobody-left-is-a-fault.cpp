// fails: 7b
// says: nobody-left-is-the-end
// change: /errno == ECHILD) break;/d
