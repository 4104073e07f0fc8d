// fails: 9c
// says: nothing
// Who has not stopped for the first time yet is inside no call that we know of,
// and will stop, as it seems.
// TODO 9c
  std::erase_if(threads, [](const auto& one) { return !one.second.inside; });
  for (const auto& [tid, thread] : threads) request(PTRACE_INTERRUPT, tid, 0);
// end of 9c
