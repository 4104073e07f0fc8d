#!/bin/sh
# chapter-tests.sh BUILD: the tests of each chapter, in ctest's language.
build=$1
. "$(dirname "$0")/answer.sh"
cd "$ROOT" || exit 1
judge() { # judge NAME ARGUMENT...: see judge.sh
  printf 'add_test("%s" "%s/tests/self/judge.sh" "%s"' "$1" "$ROOT" "$build"
  name=$1
  shift
  printf ' "%s"' "$@"
  printf ')\nset_tests_properties("%s" PROPERTIES SKIP_RETURN_CODE 77 FIXTURES_SETUP judged)\n' "$name"
}
for solution in solutions/*/*; do
  chapter=$(basename "$(dirname "$solution")")
  number=${chapter%%-*}
  printf 'add_test("%s-solution" "%s/checker" "%s" --programs "%s/solved" --file "%s")\n' \
    "$number" "$build" "$number" "$build" "$ROOT/$solution"
  judge "$number-starter" starter "$chapter"
  previous=
  for todo in $("$build/splice" --todos "$solution"); do
    judge "$number-without-$todo" only "$chapter" "$todo"
    [ -z "$previous" ] || judge "$number-after-$previous" after "$chapter" "$previous" "$todo"
    previous=$todo
  done
  printf 'add_test("%s-lesson" "%s/blocks" "%s" "%s" "%s")\n' \
    "$number" "$build" "$build" "$ROOT" "$ROOT/chapters/$chapter/README.md"
  for kind in mistake variant; do
    for answer in tests/"$chapter"/"$kind"s/*; do
      [ -f "$answer" ] || continue # a chapter may have none yet
      name=$(basename "$answer")
      judge "$number-$kind-${name%.*}" "$kind" "$chapter" "$ROOT/$answer"
    done
  done
done
