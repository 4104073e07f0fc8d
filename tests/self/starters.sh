#!/bin/sh
# Each starter is its solution with the starter's regions in place of its own:
# outside the regions the two are the same to the letter.
splice=$1
cd "$2" || exit 1
failed=0
for starter in tests/starters/*; do
  name=$(basename "$starter")
  chapter=${name%.*}
  solution=$(ls solutions/"$chapter"/*."${name##*.}")
  learner=chapters/$chapter/$(basename "$solution")
  if "$splice" "$solution" "$starter" | cmp - "$learner"; then
    echo "ok    $chapter"
  else
    echo "FAIL  $chapter: $learner is not what its solution and $starter make"
    failed=1
  fi
done
exit $failed
