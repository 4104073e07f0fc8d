// fails: 8d
// says: a-choice-and-left-over
// change: s|^  unsigned long rest = value & ~set\.choice;$|  unsigned long rest = value;|
