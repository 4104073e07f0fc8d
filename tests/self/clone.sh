#!/bin/sh
# clone.sh BUILD CXX: a clean copy of the course, as a learner has it, built with
# another compiler. The loop verbatim, from the root and from build/; then all
# the solutions in the learner's place; then a new chapter.
build=$1
. "$(dirname "$0")/check.sh"
. "$(dirname "$0")/answer.sh"
export CXX="$2" CHECK_TIMEOUT_SCALE=2
command -v "$CXX" >/dev/null || { echo "$CXX is not installed"; exit 77; }
work=$(mktemp -d) || exit 1
watcher=
trap '[ -z "$watcher" ] || kill "$watcher"; rm -rf "$work"' EXIT
mkdir "$work/course"
(cd "$ROOT" && tar cf - --exclude=./build --exclude='./build-*' --exclude=./.git \
  --exclude=./slides/node_modules --exclude=./slides/dist .) |
  tar xf - -C "$work/course"
cd "$work/course" || exit 1
for solution in solutions/*/*; do # the learner may have worked on theirs
  "$build/splice" "$solution" "$(starter_of "$(basename "$(dirname "$solution")")")" \
    >"chapters/${solution#solutions/}"
done
chapters=$(ls solutions | wc -l)

./check >"$work/out" 2>&1
has "before anything is built, what to do" "make chapter-01" "$(cat "$work/out")"
make demo >"$work/out" 2>&1
is "make demo, before anything else is built" 0 $?
hasnt "has all that it runs" "cannot run" "$(cat "$work/out")"
{ make chapter-03 && ./check; } >"$work/out" 2>&1
is "the loop, from the root" 1 $?
has "gives a verdict" "TODO 3a in chapters/03-enter-exit/enter_exit.cpp" "$(cat "$work/out")"
is "and no warning" "" "$(grep -i warning "$work/out")"
(cd build && { make chapter-02 && ./check; }) >"$work/out" 2>&1
is "the loop, from build/" 1 $?
has "gives a verdict, too" "TODO 2a in chapters/02-traceme/launch.cpp" "$(cat "$work/out")"
has "another chapter than the current" "chapter 03" "$(./check 03)"
has "its hints are asked for by its number" "./check 03 --hint" "$(./check 03)"
has "those of the current one are not" "hint   ./check --hint" "$(./check)"
has "the current one stays" "chapter 02" "$(./check)"

./check --all >"$work/out" 2>&1
is "--all at the start" 1 $?
is "has a line for each chapter" "$chapters" "$(grep -c 'checks hold; next: TODO' "$work/out")"
echo 'int main( {' >>chapters/04-names/names.cpp
has "one that does not compile is said to be so" "does not compile" "$(./check --all 2>&1)"

for solution in solutions/*/*; do cp "$solution" "chapters/${solution#solutions/}"; done
./check --all >"$work/out" 2>&1
is "--all at the end" 0 $?
is "every chapter holds" "$chapters" "$(grep -c '^  ok ' "$work/out")" || cat "$work/out"
make all my-tracer >"$work/out" 2>&1
is "all targets" 0 $?
is "no warning from $CXX" "" "$(grep -i warning "$work/out")"
build/my-tracer -c true >"$work/out" 2>&1
has "the tracer of the learner's own parts" "100.00" "$(cat "$work/out")"

# --watch: a verdict at once, and a new one after the file is saved.
./check 03 --watch >"$work/watch" 2>&1 &
watcher=$!
wait_for() { # wait_for TEXT COUNT
  for _ in $(seq 300); do
    [ "$(grep -c "$1" "$work/watch")" -ge "$2" ] && return
    sleep 0.1
  done
}
wait_for 'watching' 1
"$build/splice" solutions/03-enter-exit/enter_exit.cpp tests/03-enter-exit/starter.cpp \
  only 3d >chapters/03-enter-exit/enter_exit.cpp
wait_for 'watching' 2
has "--watch checks at once" "checks hold" "$(cat "$work/watch")"
has "--watch checks again on save" "FAIL  3d" "$(cat "$work/watch")"
echo 'nonsense' >>chapters/03-enter-exit/enter_exit.cpp
wait_for 'watching' 3
has "--watch shows what does not compile" "enter_exit.cpp does not compile." "$(cat "$work/watch")"
has "its first error" "error: unknown type name 'nonsense'" "$(cat "$work/watch")"
make chapter-03 >"$work/out" 2>&1
is "make shows it, too, once" 1 "$(grep -c 'error: ' "$work/out")"
has "and ends with an error" "Error 1" "$(cat "$work/out")"
kill "$watcher"
watcher=
cp solutions/03-enter-exit/enter_exit.cpp chapters/03-enter-exit/

"$ROOT/tests/self/new-chapter.sh" "$work/course" >"$work/out" 2>&1
is "a chapter is added by folders alone" 0 $? || cat "$work/out"
finish
