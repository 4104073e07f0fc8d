// fails: 5a
// says: nothing
// shows: All 5 lines differ by the same: a number is 1 too high.
// TODO 5a
  if (!call.result) return;
  Row& row =
      rows_.try_emplace({call.abi, call.number}, Row{call.abi, call.number, 1})
          .first->second;
  ++row.calls;
  row.time += call.time;
// end of 5a
