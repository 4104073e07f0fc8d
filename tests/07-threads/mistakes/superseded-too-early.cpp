// fails: 7e
// says: superseded-too-early
// change: s/^            never_returned(thread, observer);$/            observer.superseded(thread, static_cast<pid_t>(by));\n&/; s/^            observer.superseded(thread, static_cast<pid_t>(by));$//
