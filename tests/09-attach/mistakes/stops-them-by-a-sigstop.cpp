// fails: 9c
// says: stopped-by-a-sigstop
// TODO 9c
  for (const auto& [tid, thread] : threads) kill(tid, SIGSTOP);
// end of 9c
