// fails: 7d
// says: its-record-is-kept
// change: /^      threads.erase(tid);$/d
