// fails: 9e
// says: nothing
// change: /Refusal::kernel;/d
