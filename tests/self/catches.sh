#!/bin/sh
# catches.sh BUILD: every check has failed for at least one of the answers that
# judge.sh judged. A check that never fails is none.
build=$1
. "$(dirname "$0")/check.sh"
work=$(mktemp) || exit 1
trap 'rm -f "$work"' EXIT
cat "$build"/judged/* | sort -u >"$work"
is "there are some" 1 "$([ "$(wc -l <"$work")" -gt 20 ] && echo 1)"
"$build/checker" --list | sed -n 's/^  //p' >"$work.checks"
while read -r check; do
  is "$check: some answer fails here" "$check" "$(grep -Fx "$check" "$work")"
done <"$work.checks"
rm -f "$work.checks"
finish
