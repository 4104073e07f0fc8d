#!/bin/sh
# structure.sh BUILD: what belongs together is there. Three hints for each TODO; a
# check for each, in their order; a wrong answer for each mistake that has a name;
# a line for each chapter where a page lists them.
build=$1
. "$(dirname "$0")/check.sh"
. "$(dirname "$0")/answer.sh"
cd "$ROOT" || exit 1
headings='## Goal
## What you need to know
## The idea
## Your turn
## What ./check will do
## What you can do now'
for solution in solutions/*/*; do
  chapter=$(basename "$(dirname "$solution")")
  number=${chapter%%-*}
  todos=$("$build/splice" --todos "$solution")
  hints=$("$build/splice" --hints "chapters/$chapter/hints.txt" | sort | uniq -c | awk '{ print $2, $1 }')
  is "$chapter: three hints for each TODO" "$(echo "$todos" | sed 's/$/ 3/')" "$hints"
  checked=$("$build/checker" "$number" --list | sed -n 's/^  \([^ ]*\) .*/\1/p')
  is "$chapter: a check for each TODO" "$todos" "$(echo "$checked" | sort -u)"
  is "$chapter: the checks in the order of the TODOs" "$(echo "$checked" | sort)" "$checked"
  named=$(tr -s '\n ' ' ' <"tests/$chapter/checks.cpp" | grep -oE '\.name = "[^"]*"' |
    sed 's/.*"\(.*\)"/\1/' | sort -u)
  is "$chapter: a mistake or more has a name" 1 "$([ -n "$named" ] && echo 1)"
  is "$chapter: the headings of its lesson" "$headings" "$(grep '^## ' "chapters/$chapter/README.md")"
  is "$chapter: its part of make demo" 1 "$(ls "tests/$chapter/demo.sh" | wc -l)"
  for name in $named; do
    is "$chapter: a wrong answer that is named $name" "$name" \
      "$(sed -n 's,^// says: ,,p' "tests/$chapter/mistakes"/* | tr ' ' '\n' | grep -x -e "$name" | sort -u)"
  done
  is "README.md leads to the lesson of $chapter" 1 \
    "$(grep -c "^| \[$number [^]]*\](chapters/$chapter/README.md) |" README.md)"
done
is "README.md has a row for each chapter and no other" "$(ls -d solutions/*/ | wc -l)" \
  "$(grep -c '^| \[[0-9]' README.md)"
finish
