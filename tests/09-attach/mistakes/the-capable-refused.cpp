// fails: 9e
// says: the-capable-refused
// change: /if (facts.capable) return/d
