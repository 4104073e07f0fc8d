#!/bin/sh
# catches.sh BUILD: every check has failed for at least one of the answers that
# judge.sh judged. A check that never fails is none. (Those that this machine cannot
# run are left out.)
build=$1
. "$(dirname "$0")/check.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/answer.sh"
for solution in "$ROOT"/solutions/*/*; do
  number=$(basename "$(dirname "$solution")" | sed 's/-.*//')
  "$build/checker" "$number" --programs "$build/solved" --file "$solution" |
    sed -n 's/^  ok    \([0-9]*[a-z] \)/\1/p'
done >"$work/held"
"$build/checker" --list | sed -n 's/^  //p' | grep -Fxf "$work/held" >"$work/checks"
is "there are some" 1 "$([ "$(wc -l <"$work/checks")" -gt 20 ] && echo 1)"
for judged in "$build"/judged/*-mistake-*; do # of answers that are gone
  answer=${judged##*-mistake-}
  ls "$ROOT"/tests/*/mistakes/"$answer" >/dev/null 2>&1 || rm -f "$judged"
done
while read -r check; do
  is "$check: some answer fails here" "$check" "$(cat "$build"/judged/* | grep -Fx "$check" | sort -u)"
done <"$work/checks"
finish
