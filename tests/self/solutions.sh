#!/bin/sh
# The programs made of solutions alone, on real commands.
. "$(dirname "$0")/check.sh"
cd "$1" || exit 1
work=$(mktemp -d) || exit 1
# With a directory in it that may not be searched, execvp says "Permission denied"
# of a command that does not exist.
PATH=/usr/local/bin:/usr/bin:/bin
trap 'rm -rf "$work"' EXIT
is "01 says hello" "Hello from raw_syscall close(99) = -9, an error" \
  "$(./solution-01 | tr '\n' ' ' | sed 's/ $//')"
./solution-02 sh -c 'exit 7' 2>/dev/null;        is "02 exit status" 7 $?
./solution-02 sh -c 'kill -TERM $$' 2>/dev/null; is "02 death by signal" 143 $?
./solution-02 sh -c 'exec true' 2>/dev/null;     is "02 a second exec" 0 $?
is "02 signals reach the tracee" got \
  "$(./solution-02 sh -c 'trap "echo got" USR1; kill -USR1 $$' 2>/dev/null)"
is "03 exit_group once, without a result" 1 \
  "$(./solution-03 true 2>&1 | grep -c '= ?$')"
is "04 names" 1 "$(./solution-04 true 2>&1 | grep -c '^exit_group = ?$')"
is "04 errors" "openat = -1 ENOENT (No such file or directory)" \
  "$(./solution-04 cat /no/such 2>&1 | grep '^openat = -1' | sort -u)"
calls() { sed -n '/^---/,/^---/p' "$1" | grep -v '^---' |
  awk '{ print $NF, $4, (NF == 6 ? $5 : 0) }' | grep -v '^execve ' | sort; }
if command -v strace >/dev/null; then
  ours=$work/ours theirs=$work/theirs
  ./solution-05 -c -o "$ours" ls / >/dev/null
  strace -c -o "$theirs" ls / >/dev/null
  is "05 calls and errors equal strace's" "$(calls "$theirs")" "$(calls "$ours")"
fi
is "06 a denied call fails" "openat = -1 EPERM (Operation not permitted)" \
  "$(./solution-06 --deny openat cat /dev/null 2>&1 | grep '^openat' | sort -u)"
./solution-06 --deny openat --kill cat /dev/null 2>/dev/null; is "06 kill" 159 $?
is "07 a pipeline: each process ends once, the first last or not" 3 \
  "$(./solution-07 -f sh -c 'ls / | wc -l' 2>&1 | grep -c '+++ exited with 0 +++$')"
./solution-07 -f -o "$work/log" sh -c 'ls /no/such; exit 7' 2>/dev/null; is "07 exit status" 7 $?
is "07 with -o every line begins with a process id" "" "$(grep -v '^[0-9][0-9]* *[a-z<+-]' "$work/log")"
is "07 with -o nobody is told of an attachment" "" "$(grep attached "$work/log")"
is "07 a signal, with all that is known of it" 1 "$(./solution-07 sh -c 'kill -USR2 $$' 2>&1 |
  grep -c '^--- SIGUSR2 {si_signo=SIGUSR2, si_code=SI_USER, si_pid=[0-9]*, si_uid=[0-9]*} ---$')"
is "07 without -f a child is nobody's" "$(printf 'TracerPid:\t0')" \
  "$(./solution-07 -o "$work/log" sh -c 'grep TracerPid /proc/self/status; :')"
# What no two runs have alike: ids of processes, and how much of a sleep is left.
same_everywhere() { sed -e 's/^[0-9][0-9]* *//' -e 's/tv_sec=9[0-9]*, tv_nsec=[0-9]*/TIME/' "$1"; }
if command -v strace >/dev/null; then
  # Deterministic to the line: one follows the other.
  words() { sed -e 's/[0-9][0-9]*/N/g' -e 's/(.*) *= / = /' -e 's/(.*<unfin/ <unfin/' \
    -e 's/resumed>.*= /resumed> = /' -e '/attached/d' -e '/^execve = /d' "$1"; }
  for tracee in "signals-itself" "thread-ends-all 9" "thread-execs gone tracees/seven-calls"; do
    # shellcheck disable=SC2086 # the words of a command
    ./solution-07 -o "$work/ours" tracees/$tracee >/dev/null 2>&1
    # shellcheck disable=SC2086
    strace -o "$work/theirs" tracees/$tracee >/dev/null 2>&1
    is "07 $tracee: strace's lines" "$(words "$work/theirs")" "$(words "$work/ours")"
  done
fi

if command -v strace >/dev/null; then
  # All that these four ask is known, their addresses too: strace's lines to the byte.
  # (strace says on its own standard error what it could not read.)
  for how in "" "-v" "-x" "-xx" "-s 4" "-a 60" "-f"; do
    for tracee in paths buffers overwrites hostile-arguments; do
      # shellcheck disable=SC2086 # the options are words
      ./solution-08 $how -o "$work/ours" tracees/$tracee
      # shellcheck disable=SC2086
      strace $how -o "$work/theirs" tracees/$tracee 2>/dev/null
      is "08 $how $tracee: strace's lines" "$(same_everywhere "$work/theirs" | sed 1d)" \
        "$(same_everywhere "$work/ours")"
    done
  done
  # One waits inside its clone while the other makes calls, up to its exit.
  ids() { sed -e 's/[0-9]\{3,\}/N/g' -e '/exit(5)/q' "$1"; }
  ./solution-08 -f -o "$work/ours" tracees/waits-for-child
  strace -f -o "$work/theirs" tracees/waits-for-child
  is "08 -f waits-for-child: strace's lines" "$(ids "$work/theirs" | sed 1d)" "$(ids "$work/ours")"
fi

# Bad input: one line, the exit status, and nothing started.
touch "$work/not-executable"
bad() { # bad STATUS PART COMMAND...
  status=$1 part=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err"
  is "$*: its status" "$status" $?
  is "$*: one line" 1 "$(wc -l <"$work/err" | tr -d ' ')"
  has "$*: that says" "$part" "$(cat "$work/err")"
  is "$*: and no other" "" "$(cat "$work/out")"
  [ -e "$work/ran" ]
  is "$*: nothing ran" 1 $?
  rm -f "$work/ran"
}
for program in ./solution-[0-9][0-9]; do
  [ $program != ./solution-01 ] || continue # it takes no command
  bad 2 "no command to run; usage: ${program#./}" $program
  bad 2 "unknown option '-Q'; usage:" $program -Q touch "$work/ran"
  bad 2 "unknown option '--nope'; usage:" $program --nope touch "$work/ran"
  bad 2 "option '-o' wants a value" $program -o
  bad 2 "cannot write '$work/none/log': No such file" $program -o "$work/none/log" touch "$work/ran"
  bad 127 "cannot run 'no-such-command': No such file or directory" $program no-such-command
  bad 127 "cannot run '': No such file or directory" $program ''
  bad 126 "cannot run '/': Permission denied" $program /
  bad 126 "cannot run '$work/not-executable': Permission denied" $program "$work/not-executable"
done
bad 2 "takes no arguments" ./solution-01 "$work/ran"
bad 2 "unknown option '-c'" ./solution-04 -c touch "$work/ran"
bad 2 "unknown option '-f'" ./solution-06 -f touch "$work/ran"
bad 2 "unknown option '-s'" ./solution-07 -s 3 touch "$work/ran"
bad 2 "option '-s' wants a number, not 'x'" ./solution-08 -s x touch "$work/ran"
bad 2 "option '-s' wants a number, not '-1'" ./solution-08 -s -1 touch "$work/ran"
bad 2 "option '-a' wants a number, not '4x'" ./solution-08 -a 4x touch "$work/ran"
bad 2 "option '-e' wants trace=NAME, not 'inject=openat'" ./solution-08 -e inject=openat touch "$work/ran"
bad 2 "invalid system call 'nosuch'" ./solution-08 -e trace=openat,nosuch touch "$work/ran"
bad 2 "invalid system call ''" ./solution-08 -e trace= touch "$work/ran"
bad 2 "invalid system call ''" ./solution-08 -e trace=openat, touch "$work/ran"
bad 2 "unknown option '-p'" ./solution-08 -p 1 touch "$work/ran"
bad 2 "invalid process id '0'" ./solution-09 -p 0 touch "$work/ran"
bad 2 "invalid process id '-5'" ./solution-09 -p -5 touch "$work/ran"
bad 2 "invalid process id 'x'" ./solution-09 -p 1,x touch "$work/ran"
bad 2 "invalid process id '7x'" ./solution-09 -p 7x touch "$work/ran"
bad 2 "invalid process id '4294967297'" ./solution-09 -p 4294967297 touch "$work/ran"
bad 2 "option '-p' wants a process id" ./solution-09 -p '' touch "$work/ran"
bad 2 "option '-p' wants a value" ./solution-09 -p
bad 2 "--deny is for a command" ./tracer --deny openat -p 1
bad 2 "unknown option '--deny'" ./solution-05 --deny openat touch "$work/ran"
deny() { # deny PART LIST OPTION...
  part=$1 list=$2
  shift 2
  bad 2 "$part" ./solution-06 --deny "$list" "$@" touch "$work/ran"
}
deny "invalid system call 'nosuch'" nosuch
deny "invalid system call 'nosuch'" openat,nosuch
deny "invalid system call '99999'" 99999
deny "invalid system call '-1'" -1
deny "invalid system call '12x'" 12x
deny "invalid system call ''" ''
deny "invalid system call ''" openat,
deny "--kill of execve ends the command" execve --kill
bad 2 "--kill says what happens to the calls of --deny" ./solution-06 --kill touch "$work/ran"
bad 126 "cannot run 'touch': Operation not permitted" ./solution-06 --deny execve touch "$work/ran"
finish
