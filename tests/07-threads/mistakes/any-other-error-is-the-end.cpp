// fails: 7b
// says: an-error-of-waitpid-swallowed
// change: s/if (tid == -1) fail("waitpid");/if (tid == -1) break;/
