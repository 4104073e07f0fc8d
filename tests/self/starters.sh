#!/bin/sh
# starters.sh BUILD: each learner's file, as it comes, is its solution with the
# starter's regions in place of its own: outside the regions the two are the same
# to the letter.
#
# A learner's files differ, which is what they are for: that is no failure, but
# the comparison is left out (77). With COURSE_PRISTINE set, as in CI, it is one.
build=$1
. "$(dirname "$0")/answer.sh"
cd "$ROOT" || exit 1
worked_on=0
for solution in solutions/*/*; do
  chapter=$(basename "$(dirname "$solution")")
  starter=tests/$chapter/starter.${solution##*.}
  if "$build/splice" "$solution" "$starter" | cmp -s - "chapters/${solution#solutions/}"; then
    echo "ok    $chapter"
  else
    echo "--    $chapter: chapters/${solution#solutions/} is not what $solution and $starter make"
    worked_on=1
  fi
done
[ $worked_on = 0 ] && exit 0
[ -n "$COURSE_PRISTINE" ] && exit 1
exit 77
