// fails: 1b
// says: nothing
// d is where e has to be, and e where f; r10 and x3 hold something else.
// change: s/"r10") = d/"r10") = a/; s/"r8") = e/"r8") = d/; s/"r9") = f/"r9") = e/; s/"x3") = d/"x3") = b/; s/"x4") = e/"x4") = d/; s/"x5") = f/"x5") = e/
