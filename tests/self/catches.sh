#!/bin/sh
# catches.sh BUILD: every check has failed for at least one of the answers that
# judge.sh judged. A check that never fails is none.
build=$1
. "$(dirname "$0")/check.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
"$build/checker" --list | sed -n 's/^  //p' >"$work/checks"
is "there are some" 1 "$([ "$(wc -l <"$work/checks")" -gt 20 ] && echo 1)"
while read -r check; do
  is "$check: some answer fails here" "$check" "$(cat "$build"/judged/* | grep -Fx "$check" | sort -u)"
done <"$work/checks"
finish
