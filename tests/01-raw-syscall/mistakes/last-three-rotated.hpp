// fails: 1b
// says: arguments-out-of-order
// All three arrive, each in another's register.
// change: s/"r10") = d/"r10") = f/; s/"r8") = e/"r8") = d/; s/"r9") = f/"r9") = e/; s/"x3") = d/"x3") = f/; s/"x4") = e/"x4") = d/; s/"x5") = f/"x5") = e/
