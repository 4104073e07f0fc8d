// fails: 5a
// says: counts-into-a-copy
// Counts in a copy: the row that it gets is not the map's.
// TODO 5a
  if (!call.result) return;
  Row row;
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
// end of 5a
