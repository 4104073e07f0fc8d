// fails: 9e
// says: nothing
// Whose it is is asked before Yama and before who traces it.
// change: s/^  if (ended) return Refusal::ended;$/  if (!facts.capable \&\& facts.our_user != 0 \&\& facts.pid != 1 \&\& facts.user != facts.our_user) return Refusal::not_ours;\n&/
