#!/bin/sh
# commands.sh BUILD: what ./check does besides checking, its endings, and what it
# says where there is nothing to judge.
build=$1
. "$(dirname "$0")/check.sh"
. "$(dirname "$0")/answer.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
root=$work/course
"$ROOT/tests/self/at-state.sh" "$build" 03-enter-exit 0 "$root" || exit 1
cd "$root" || exit 1
file=chapters/03-enter-exit/enter_exit.cpp
cp $file "$work/start"

# Endings.
./check >"$work/out" 2>&1
is "a check that fails ends with 1" 1 $?
has "the file under test stands first" "checking $file" "$(head -n 1 "$work/out")"
has "the next command is told" "make chapter-03 && ./check" "$(cat "$work/out")"
"$build/checker" 03 --programs "$build/solved" --file "$ROOT/solutions/03-enter-exit/enter_exit.cpp" >"$work/out"
is "all checks hold: 0" 0 $?
has "the next chapter is told" "make chapter-04 && ./check" "$(cat "$work/out")"
./check --nonsense >"$work/out" 2>&1
is "a wrong option: 2" 2 $?
is "and one line" 1 "$(wc -l <"$work/out" | tr -d ' ')"
"$build/checker" 99 >"$work/out" 2>&1
is "no such chapter: 2" 2 $?
./check --junit /no/such/directory/file >"$work/out" 2>&1
is "the checker itself breaks: 70" 70 $?
has "and says so" "checker itself broke" "$(cat "$work/out")"
for error in EPERM ENOSYS; do
  "$build/forbid" ptrace $error "$build/checker" --root "$root" 03 >"$work/out" 2>&1
  is "ptrace refused with $error: 77" 77 $?
  has "with a cause" "  cause  " "$(cat "$work/out")"
  has "and a cure" "  cure   " "$(cat "$work/out")"
done
"$build/forbid" ptrace EPERM "$build/checker" --doctor >"$work/out" 2>&1
is "the doctor finds that: 77" 77 $?
has "and names it" "FAIL  ptrace" "$(cat "$work/out")"
"$build/forbid" seccomp EPERM "$build/checker" --root "$root" 06 >"$work/out" 2>&1
has "seccomp is asked for chapter 06 only" "not been built" "$(cat "$work/out")"
"$build/forbid" process_vm_readv ENOSYS "$build/checker" 08 --programs "$build/solved" \
  --file "$ROOT/solutions/08-arguments/arguments.cpp" >"$work/out" 2>&1
is "another's memory is asked for chapter 08: 77" 77 $?
has "and named" "memory" "$(cat "$work/out")"
./check --doctor >"$work/out" 2>&1
is "the doctor finds nothing: 0" 0 $?

# Where nothing is judged, a script is still told in JSON.
"$build/checker" --root "$root" 05 --json >"$work/out" 2>&1
has "not built, as JSON" '"state": "stale"' "$(cat "$work/out")"
"$build/forbid" ptrace EPERM "$build/checker" --root "$root" 03 --json >"$work/out" 2>&1
has "unfit, as JSON" '"state": "unfit"' "$(cat "$work/out")"
for wrong in "--all 3" "--all --junit x" "--all --verbose" "--json --verbose" \
  "03 --programs $build/solved" "03 --file $file" "03 --programs $build/solved --file none"; do
  # shellcheck disable=SC2086 # words
  "$build/checker" --root "$root" $wrong >"$work/out" 2>&1
  is "$wrong: 2" 2 $?
  is "and one line" 1 "$(wc -l <"$work/out" | tr -d ' ')"
done

# Hints: three, one at a time, then the last again.
has "a hint" "hint 1 of 3" "$(./check --hint)"
has "the next" "hint 2 of 3" "$(./check --hint)"
has "the last" "hint 3 of 3" "$(./check --hint)"
has "no more" "hint 3 of 3" "$(./check --hint)"
has "then the way to the solution" "--solution" "$(./check --hint)"
"$build/checker" --root "$root" 05 --hint >"$work/out" 2>&1
is "no hint before a check has failed: 1" 1 $?

# A check that held before an edit: the edit is to blame, and the hints are its.
at() { # at STATE: the learner's file and program as they are in that state
  rm -rf "$work/then"
  "$ROOT/tests/self/at-state.sh" "$build" 03-enter-exit "$1" "$work/then" || exit 1
  cp "$work/then/$file" $file
  cp "$work/then/build/chapter-03" "$work/then/build/probe-03" build/
}
at 3b
./check >"$work/out" 2>&1
has "two TODOs are done" "edit   TODO 3c" "$(cat "$work/out")"
sed -i 's|^ *// end of 3c|  if (at_syscall) throw std::runtime_error("mine");\n&|' $file
printf '#!/bin/sh\necho mine >&2; exit 1\n' >build/chapter-03
touch build/chapter-03
./check >"$work/out" 2>&1
has "the first check fails now" "FAIL  3a" "$(cat "$work/out")"
hasnt "no change outside the regions is told of" "Outside the TODOs" "$(cat "$work/out")"
has "though another TODO was edited" "This held until TODO 3c was edited." "$(tr -s '\n ' ' ' <"$work/out")"
has "which is the one to edit" "edit   TODO 3c" "$(cat "$work/out")"
has "and to be given hints for" "TODO 3c, hint 1" "$(./check --hint)"
./check >"$work/out" 2>&1
has "that stays so" "edit   TODO 3c" "$(cat "$work/out")"
sed -i 's|^ *// end of 3a|  // mine, too\n&|' $file
touch build/chapter-03
./check >"$work/out" 2>&1
has "until its own TODO is edited" "edit   TODO 3a" "$(cat "$work/out")"
at 3b # one more time; then edits of 3c only, none of which helps
./check >"$work/out" 2>&1
printf '#!/bin/sh\necho mine >&2; exit 1\n' >build/chapter-03
for edit in 1 2 3; do
  sed -i "s|^ *// end of 3c|  // edit $edit\n&|" $file
  touch build/chapter-03
  has "edit $edit of another TODO is blamed" "edit   TODO 3c" "$(./check)"
done
has "the same file, the same verdict" "edit   TODO 3c" "$(./check)"
sed -i 's|^ *// end of 3d|  // mine\n&|' $file
touch build/chapter-03
has "after three it held by accident, perhaps" "edit   TODO 3a" "$(./check)"
hasnt "and no edit is blamed" "This held until" "$(./check)"
at 3b
./check >"$work/out" 2>&1
printf '#!/bin/sh\necho mine >&2; exit 1\n' >build/chapter-03
sed -i 's|^ *// end of 3[cd]|  // mine\n&|' $file
touch build/chapter-03
has "two were edited" "This held until TODOs 3c and 3d were edited." "$(./check | tr -s '\n ' ' ')"
at solution
is "all hold" 0 "$(./check >/dev/null; echo $?)"
is "no failure" 0 "$(./check --hint >/dev/null; echo $?)"
has "then there is nothing to hint at" "All checks of chapter 03 held" "$(./check --hint)"
cp "$work/start" $file
touch build/chapter-03 build/probe-03
is "all hold, by accident, at the start" 0 "$(./check >/dev/null; echo $?)"
at 0
sed -i 's|^ *// end of 3c|  // mine\n&|' $file
touch build/chapter-03
./check >"$work/out" 2>&1
has "what was not begun is to be done" "edit   TODO 3a" "$(cat "$work/out")"
hasnt "and no edit's fault" "This held until" "$(cat "$work/out")"
at 3b
./check >"$work/out" 2>&1
at 0
./check >"$work/out" 2>&1
has "several were edited, its own too" "edit   TODO 3a" "$(cat "$work/out")"
sed -i '/TODO 3d/d' $file
touch build/chapter-03
has "a mark was taken away" "edit   TODO 3a" "$(./check)"
cp "$work/start" $file
touch build/chapter-03

# A number that came and is an errno's is told as one.
at solution
printf '#!/bin/sh\n"%s" "$@" 2>&1 >/dev/null | sed "s/= 3$/= -95/" >&2\necho hello\n' \
  "$build/solved/chapter-03" >build/chapter-03
touch build/chapter-03
has "an errno has its name" "-95 is EOPNOTSUPP (" "$(./check)"
at 0
touch build/chapter-03

# Other outputs.
has "--solution is a diff" "+++ solutions/03-enter-exit/enter_exit.cpp" "$(./check --solution)"
has "--list" "3a  each call is printed once" "$(./check --list)"
has "--verbose shows what Catch2 shows" "what the program did is not what was wanted" "$(./check --verbose)"
has "--json" '"mistake": "prints-at-both-stops"' "$(./check --json)"
if command -v python3 >/dev/null; then
  is "--json is JSON" 03 "$(./check --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["chapter"])')"
fi
./check --junit "$work/junit.xml" >/dev/null
has "--junit" '<testsuite ' "$(cat "$work/junit.xml")"
is "--junit has all checks" "$(./check --list | grep -c '^  3')" "$(grep -c '<testcase' "$work/junit.xml")"
is "the one that failed" 1 "$(grep -c '<failure' "$work/junit.xml")"
has "those that wait are skipped" '<skipped message="waits for 3' "$(cat "$work/junit.xml")"
"$build/checker" --root "$root" 05 --junit "$work/stale.xml" >/dev/null
has "not built, as JUnit" '<error message="stale: ' "$(cat "$work/stale.xml")"
if command -v python3 >/dev/null; then
  is "--junit is XML, and its sums are right" "$(./check --list | grep -c '^  3') 1 0" "$(python3 -c '
import sys, xml.etree.ElementTree as xml
for file in sys.argv[1:]: suite = xml.parse(file).getroot().find("testsuite")
suite = xml.parse(sys.argv[1]).getroot().find("testsuite")
assert len(suite.findall("*/skipped")) == int(suite.get("skipped")) > 0
print(len(suite), suite.get("failures"), suite.get("errors"))' "$work/junit.xml" "$work/stale.xml")"
fi

# On a terminal in colour, elsewhere not.
escape=$(printf '\033')
hasnt "no colour in a pipe" "$escape" "$(./check)"
if command -v script >/dev/null; then
  has "colour on a terminal" "$escape[1;31mFAIL$escape[0m" "$(TERM=xterm script -qec ./check /dev/null)"
  hasnt "none with NO_COLOR" "$escape" "$(TERM=xterm NO_COLOR=1 script -qec ./check /dev/null)"
fi

# What differs from the start outside the regions.
line=$(grep -n '^namespace {' $file | cut -d: -f1)
sed -i "${line}a int extra;" $file
sed -i '1i #include <map>\n// a comment' $file
touch build/chapter-03 build/probe-03
has "a line outside the TODOs" "Outside the TODOs, the file differs from its start: line $((line + 3))." \
  "$(./check | tr -s '\n ' ' ')"
has "and in JSON" "\"outside\": [ $((line + 3)) ]" "$(./check --json | tr -s '\n ' ' ')"
cp "$work/start" $file
touch build/chapter-03 build/probe-03
is "help ends with 0" 0 "$(./check --help >/dev/null; echo $?)"

# A file that was changed after the last build.
touch -d '1 hour' $file
./check >"$work/out" 2>&1
is "a stale program is not judged: 1" 1 $?
has "but said to be so" "changed after the last build" "$(cat "$work/out")"
rm build/chapter-03
has "a missing one, too" "not been built" "$(./check)"

# Reset: asks, keeps a copy, never overwrites one.
echo "// mine" >>$file
./check --reset </dev/null >"$work/out" 2>&1
is "no answer to --reset is no" 1 $?
has "nothing was changed" "// mine" "$(tail -n 1 $file)"
echo y | ./check --reset >"$work/out" 2>&1
is "yes" 0 $?
is "the start is back" "" "$(cmp $file "$work/start" 2>&1)"
has "and the work is kept" "// mine" "$(tail -n 1 $file.mine-1)"
echo "// again" >>$file
echo y | ./check --reset >"$work/out" 2>&1
has "twice" "// again" "$(tail -n 1 $file.mine-2)"
has "the first copy is still there" "// mine" "$(tail -n 1 $file.mine-1)"
has "nothing to reset" "as it was at the start" "$(./check --reset </dev/null)"

# A sentence for each way of going wrong altogether.
says() { # says NAME SENTENCE SCRIPT: the learner's program is that script
  printf '#!/bin/sh\n%s\n' "$3" >build/chapter-03
  chmod +x build/chapter-03
  touch build/chapter-03
  has "$1" "$2" "$(./check 2>&1 | tr -s '\n ' ' ')"
}
export CHECK_TIMEOUT_SCALE=0.1
says "it never ends" "still running after" 'sleep 30'
unset CHECK_TIMEOUT_SCALE
says "it floods" "It printed without end" 'yes'
says "it crashes" "Your tracer itself was ended by SIGSEGV" 'kill -SEGV $$'
says "it prints nothing" "Nothing came where" 'echo hello'
says "it fails silently" "It printed nothing." 'exit 3'
says "it says itself why: that is shown" "said chapter-03: ptrace: Invalid argument" \
  'echo "chapter-03: ptrace: Invalid argument" >&2; exit 1'
says "and outranks a guess" "Which call of yours failed there" \
  'echo "chapter-03: ptrace: Invalid argument" >&2; exit 1'
rm -f build/chapter-03
printf 'not a program' >build/chapter-03
has "it cannot be started" "could not be started" "$(./check 2>&1)"

# What does not compile: the first error in the learner's own file, once. Here a
# stand-in says what compilers say.
mkdir "$work/bin"
printf '#!/bin/sh\ncat "$SAYS"\nexit 1\n' >"$work/bin/cmake"
chmod +x "$work/bin/cmake"
build_says() { SAYS=$work/says PATH=$work/bin:$PATH "$root/tests/checker/build.sh" build 03; }
cat >"$work/says" <<END
[1/4] Building CXX object x.o
FAILED: x.o
/usr/bin/c++ -c $root/$file
$root/tests/03-enter-exit/probe.cpp:9:1: error: not the learner's
$root/$file:40:5: error: 'nosuch' was not declared in this scope
   40 |     nosuch();
      |     ^~~~~~
$root/$file:50:5: error: the second
END
build_says >"$work/out"
is "it does not compile: 1" 1 $?
is "the learner's first error" "$file:40:5: error: 'nosuch' was not declared in this scope
   40 |     nosuch();
      |     ^~~~~~" "$(sed -n 2,4p "$work/out")"
is "and no other" 1 "$(grep -c 'error:' "$work/out")"
cat >"$work/says" <<END
/usr/include/fmt/core.h: In instantiation of 'x':
$root/$file:3:7:   required from here
/usr/include/fmt/core.h:2743:12: error: use of deleted function 'y'
END
has "GCC's, in a library's template" "$file:3: error: use of deleted function 'y'" "$(build_says)"
cat >"$work/says" <<END
/usr/include/fmt/core.h:2743:12: error: call to deleted constructor
$root/$file:3:7: note: in instantiation of function template
END
has "Clang's" "$file:3: error: call to deleted constructor" "$(build_says)"
echo "ld: main.cpp: undefined reference to 'trace'" >"$work/says"
has "what does not link" "undefined reference to 'trace'" "$(build_says)"
finish
