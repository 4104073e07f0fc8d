#!/bin/sh
# sanitized.sh BUILD: the solutions and the checker with AddressSanitizer and
# UBSan pass every check, and so does what a tracee may hand over (fuzz.cpp).
build=$1
. "$(dirname "$0")/answer.sh"
cmake -S "$ROOT" -B "$build/sanitized" -G Ninja -DSANITIZE=ON \
  -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER="$CXX" >"$build/sanitized.log" 2>&1 &&
  cmake --build "$build/sanitized" -j2 --target checked >>"$build/sanitized.log" 2>&1 ||
  { tail -n 30 "$build/sanitized.log"; exit 1; }
failed=0
for solution in "$ROOT"/solutions/*/*; do
  number=$(basename "$(dirname "$solution")" | cut -c 1-2)
  CHECK_SANITIZED=1 CHECK_TIMEOUT_SCALE=4 "$build/sanitized/checker" "$number" \
    --programs "$build/sanitized/solved" --file "$solution" || failed=1
done
# Longer strings would take it minutes.
"$build/sanitized/fuzz" 2 8 65536 || failed=1
exit $failed
