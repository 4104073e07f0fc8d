#!/bin/sh
# new-chapter.sh COURSE: adds a chapter 10 to a copy of the course, by folders
# alone: nothing that is there is touched, and everything knows it; only the page
# that lists the chapters needs a row. It has TODOs whose chapter has two digits, and
# no probe. The copy was built before.
. "$(dirname "$0")/check.sh"
cd "$1" || exit 1
mkdir chapters/10-greeting solutions/10-greeting tests/10-greeting tests/10-greeting/mistakes

cat >chapters/10-greeting/greeting.hpp <<'END'
// A chapter that is there for a test.
#pragma once
#include <string>
/// "hello, NAME", and "." at the end.
std::string greeting(const std::string& name);
END
cat >solutions/10-greeting/greeting.cpp <<'END'
#include "greeting.hpp"

std::string greeting([[maybe_unused]] const std::string& name) {
  std::string text = "hello";
  // TODO 10a: whom?
  text += ", " + name;
  // end of 10a
  // TODO 10b: the end of a sentence.
  text += ".";
  // end of 10b
  return text;
}
END
cat >chapters/10-greeting/main.cpp <<'END'
#include <fmt/format.h>
#include "greeting.hpp"
int main(int, char** argv) { fmt::print("{}\n", greeting(argv[1])); }
END
cat >chapters/10-greeting/hints.txt <<'END'
10a
Who is greeted?

The name is an argument.

text += ", " + name;

10b
What ends a sentence?

A full stop.

text += ".";
END
cat >chapters/10-greeting/README.md <<'END'
# Chapter 10: greeting
## Goal
## What you need to know
## The idea
## Your turn
```sh
make chapter-10 && ./check
```
## What ./check will do
## What you can do now
END
cat >tests/10-greeting/starter.cpp <<'END'
// TODO 10a
// end of 10a
// TODO 10b
// end of 10b
END
cat >tests/10-greeting/checks.cpp <<'END'
#include <catch2/catch_test_macros.hpp>
#include "check.hpp"
CHAPTER(.truth = "Your program greets.", .needs = {});
TEST_CASE("10a who is greeted", "[10]") {
  const Run run = run_chapter({"you"});
  const std::string got = run.outcome.out;
  expect(run, got.rfind("hello, you", 0) == 0, "hello, you", got,
         {{.name = "greets-nobody",
           .proven = got.rfind("hello", 0) == 0 && got.find("you") == got.npos,
           .observation = "A greeting came, and no name in it.",
           .question = "Who is greeted?"}},
         "What is printed?");
}
TEST_CASE("10b a full stop", "[10]") {
  const Run run = run_chapter({"you"});
  expect_lines(run, {"hello, you."}, lines_of(run.outcome.out), {},
               "How does it end?");
}
END
cat >tests/10-greeting/mistakes/greets-nobody.cpp <<'END'
// fails: 10a
// says: greets-nobody
// TODO 10a
// end of 10a
END

make all >make.log 2>&1
is "the tree is built before the learner's file exists" 0 $? || cat make.log
build/splice solutions/10-greeting/greeting.cpp tests/10-greeting/starter.cpp \
  >chapters/10-greeting/greeting.cpp
{ make chapter-10 && ./check; } >out 2>&1
is "the loop" 1 $? || cat out
has "gives a verdict" "edit   TODO 10a in chapters/10-greeting/greeting.cpp" "$(cat out)"
has "names a mistake" "Known mistake: greets-nobody" "$(cat out)"
has "--hint" "TODO 10a, hint 1 of 3" "$(./check --hint)"
has "--list" "10b  a full stop" "$(./check --list)"
build/splice solutions/10-greeting/greeting.cpp tests/10-greeting/starter.cpp after 10a \
  >chapters/10-greeting/greeting.cpp
{ make chapter-10 && ./check; } >out 2>&1
has "10b comes after 10a" "edit   TODO 10b" "$(cat out)"
./check --all >out 2>&1
has "--all" "10-greeting      1 of 2 checks hold; next: TODO 10b" "$(cat out)"
cp solutions/10-greeting/greeting.cpp chapters/10-greeting/
{ make chapter-10 && ./check; } >out 2>&1
is "the solution holds" 0 $? || cat out
make test-10 >out 2>&1
is "make test-10" 0 $? || cat out
for test in 10-solution 10-starter 10-without-10a 10-after-10a 10-without-10b \
  10-mistake-greets-nobody 10-lesson; do
  has "make test-10 has $test" "$test " "$(cat out)"
done
echo 'echo "10  A greeting:"; show 1 ./solution-10 you' >tests/10-greeting/demo.sh
make demo >out 2>&1
has "make demo" "hello, you." "$(cat out)"
hasnt "the page of the chapters has no row of it" 0 "$(tests/self/structure.sh "$PWD/build" >out; echo $?)"
has "and a test says so" "README.md leads to the lesson of 10-greeting" "$(cat out)"
sed -i '/^| \[01 /a | [10 greeting](chapters/10-greeting/README.md) | | | |' README.md
tests/self/structure.sh "$PWD/build" >out
is "with a row, all belongs together" 0 $? || cat out
echo "// maks: a mistake" >>tests/10-greeting/mistakes/greets-nobody.cpp
make test-10 >out 2>&1
has "a magic comment that nothing reads" "'// maks: ', which nothing reads" "$(cat out)"
echo 'namespace { int own; } int* learners = &own;' >>chapters/10-greeting/greeting.cpp
make my-tracer >out 2>&1
is "my-tracer" 0 $? || cat out
has "has the learner's part" learners "$(nm -C build/my-tracer)"
cmake -S . -B build/sanitized -G Ninja -DSANITIZE=ON -DCMAKE_BUILD_TYPE=Debug >out 2>&1
is "the sanitizer build" 0 $? || cat out
ninja -C build/sanitized -t commands checked >out
has "has its solution" "/solutions/10-greeting/greeting.cpp" "$(grep -e -fsanitize=address out)"
has "and its checks" "/tests/10-greeting/checks.cpp" "$(grep -e -fsanitize=address out)"
finish
