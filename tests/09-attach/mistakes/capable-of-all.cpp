// fails: 9e
// says: nobody-means-nobody
// change: s/if (facts.yama == 3) return/if (facts.yama == 3 \&\& !facts.capable) return/
