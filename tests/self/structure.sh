#!/bin/sh
# structure.sh BUILD: what belongs together is there. Three hints for each TODO; a
# check for each, in their order; a wrong answer for each mistake that has a name.
build=$1
. "$(dirname "$0")/check.sh"
. "$build/judge.env" # ROOT
cd "$ROOT" || exit 1
for solution in solutions/*/*; do
  chapter=$(basename "$(dirname "$solution")")
  todos=$(sed -n 's,^ *// TODO \([^:]*\).*,\1,p' "$solution" | sort -u)
  for todo in $todos; do
    hints=$(awk -v todo="$todo" '
      /^[0-9][a-z]$/ { here = $0 == todo; fresh = 1; next }
      /^$/ { fresh = 1; next }
      here { if (fresh) n++; fresh = 0 }
      END { print n + 0 }' "chapters/$chapter/hints.txt")
    is "$chapter: hints for $todo" 3 "$hints"
  done
  checked=$("$build/checker" --list |
    awk -v chapter="$chapter" '/^[0-9]/ { here = $1 == chapter; next } here { print $1 }')
  is "$chapter: a check for each TODO" "$todos" "$(echo "$checked" | sort -u)"
  is "$chapter: the checks in the order of the TODOs" "$(echo "$checked" | sort)" "$checked"
  named=$(tr '\n' ' ' <"$(ls tests/"${chapter%%-*}"-*.cpp)" |
    grep -oE '\{ *"[a-z0-9]+(-[a-z0-9]+)+",' | tr -d '{", ' | sort -u)
  is "$chapter: some mistakes have names" 1 "$([ "$(echo "$named" | wc -l)" -gt 5 ] && echo 1)"
  for name in $named; do
    is "$chapter: a wrong answer that is named $name" "$name" \
      "$(sed -n 's,^// says: ,,p' tests/mistakes/"$chapter"/* | tr ' ' '\n' | grep -x -e "$name" | sort -u)"
  done
done
finish
