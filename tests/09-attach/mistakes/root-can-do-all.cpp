// fails: 9e
// says: root-can-do-all
// change: s/if (facts.our_user == 0) return Refusal::container;/if (facts.our_user == 0) return Refusal::unknown;/
