# For the tests of the tests; read with "." after `build` is set. Makes a
# chapter's answer from its solution and a patch, and compiles it as CMake does.
. "$build/judge.env" # CXX, FLAGS, INCLUDES, LIBRARIES, ROOT

# The chapter's solution, and the patch that makes it the starter.
solution_of() { ls "$ROOT/solutions/$1"/*.[ch]pp; }
starter_of() { ls "$ROOT/tests/starters/$1".[ch]pp; }

# compile_answer CHAPTER ANSWER DIR: puts chapter-NN, and probe-NN if there is
# one, into DIR. The compiler's messages go to stderr.
# shellcheck disable=SC2086 # flags are words
compile_answer() {
  number=${1%%-*} probe=$ROOT/tests/probes/${1%%-*}.cpp
  common="-include $build/judge.hpp" # compiled already
  [ "$mode" != variant ] || common= # what it includes is its own affair
  if [ "$number" = 01 ]; then # a header, found before the solution's
    flags="$FLAGS -I$(dirname "$2") $INCLUDES $common"
    $CXX $flags -o "$3/chapter-01" "$ROOT/chapters/$1/main.cpp" $LIBRARIES &&
      $CXX $flags -o "$3/probe-01" "$probe" $LIBRARIES
    return
  fi
  $CXX $FLAGS $INCLUDES $common -c -o "$3/answer.o" "$2" &&
    $CXX $FLAGS -o "$3/chapter-$number" \
      "$build/CMakeFiles/learner-$number.dir/chapters/$1/main.cpp.o" \
      "$3/answer.o" $LIBRARIES || return
  if [ -f "$probe" ]; then
    $CXX $FLAGS -o "$3/probe-$number" \
      "$build/CMakeFiles/probe-$number.dir/tests/probes/$number.cpp.o" \
      "$3/answer.o" $LIBRARIES
  fi
}
