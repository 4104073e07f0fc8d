// fails: 8d
// says: the-choice-is-forgotten
// change: s|^  if (chosen != set\.choices\.end()) {$|  if (chosen != set.choices.end() \&\& (rest == 0 \|\| rest != value)) {|
