// fails: 1b
// says: one-missing
// f is nowhere, and e is there twice.
// change: s/= f;/= e;/
