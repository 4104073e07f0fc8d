// fails: 9e
// says: one-scope-of-yama
// change: s/facts.yama == 2) return Refusal::yama_admin/facts.yama != 0) return Refusal::yama_admin/
