// fails: 7a
// says: nothing
// Only an exit is taken for an end.
// change: s/if (!WIFSTOPPED(wait_status)) return Stop::end/if (WIFEXITED(wait_status)) return Stop::end/
