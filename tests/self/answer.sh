# For the tests of the tests; read with "." after `build` is set. Makes a
# chapter's answer from its solution and a patch, and compiles it as CMake does.
. "$build/judge.env" # CXX, FLAGS, LINK, INCLUDES, LIBRARIES, ROOT

# Some machines end who makes a 32-bit call. In a shell of its own, which would say
# so.
makes_compat32_calls() { sh -c '"$1"; exit $?' sh "$build/tracees/int80" >/dev/null 2>&1; }

# The chapter's solution, and the patch that makes it the starter.
solution_of() { for it in "$ROOT/solutions/$1"/*.[ch]pp; do echo "$it"; done; }
starter_of() { for it in "$ROOT/tests/$1"/starter.[ch]pp; do echo "$it"; done; }

# compile_answer CHAPTER ANSWER DIR: puts chapter-NN, and probe-NN if there is
# one, into DIR. The compiler's messages go to stderr.
# shellcheck disable=SC2086 # flags are words
compile_answer() {
  number=${1%%-*} probe=$ROOT/tests/$1/probe.cpp
  common="-include $build/judge.hpp" # compiled already
  [ "$mode" != variant ] || common= # what it includes is its own affair
  case $2 in
    *.hpp) # found before the solution's
      flags="$FLAGS -I${2%/*} $INCLUDES $common"
      $CXX $flags $LINK -o "$3/chapter-$number" "$ROOT/chapters/$1/main.cpp" $LIBRARIES || return
      [ ! -f "$probe" ] || $CXX $flags $LINK -o "$3/probe-$number" "$probe" $LIBRARIES
      return
      ;;
  esac
  objects=$build/CMakeFiles
  $CXX $FLAGS $INCLUDES $common -c -o "$3/answer.o" "$2" &&
    $CXX $FLAGS $LINK -o "$3/chapter-$number" \
      "$objects/solution-$number.dir/chapters/$1/main.cpp.o" "$3/answer.o" $LIBRARIES || return
  [ ! -f "$probe" ] || $CXX $FLAGS $LINK -o "$3/probe-$number" \
    "$objects/solved-probe-$number.dir/tests/$1/probe.cpp.o" "$3/answer.o" $LIBRARIES
}
