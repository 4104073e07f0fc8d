// fails: 7e
// says: keeps-its-old-id
// change: /thread.tid = tid;/d
