// TODO 9e
  const bool lacks = !facts.capable;
  const struct {
    bool holds;
    Refusal refusal;
  } questions[] = {
      {facts.process == facts.our_process, Refusal::ourselves},
      {facts.process == 0, Refusal::no_such},
      {facts.state == 'Z' || facts.state == 'X', Refusal::ended},
      {facts.kernel, Refusal::kernel},
      {facts.tracer == facts.our_process, Refusal::ours_already},
      {facts.tracer != 0, Refusal::traced},
      {facts.yama == 3, Refusal::yama_never},
      {lacks && facts.our_user == 0, Refusal::container},
      {lacks && facts.pid == 1, Refusal::first},
      {lacks && facts.user != facts.our_user, Refusal::not_ours},
      {lacks && facts.yama == 2, Refusal::yama_admin},
      {lacks && facts.yama == 1, Refusal::yama_parents},
  };
  for (const auto& question : questions) {
    if (question.holds) return question.refusal;
  }
  return Refusal::unknown;
// end of 9e
