#!/bin/sh
# tracer-untraced.sh BUILD: no command runs untraced, and what keeps one from
# being traced, or from beginning, is said in one line; nothing hangs.
. "$(dirname "$0")/check.sh"
cd "$1" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
ulimit -c 0
runs="echo ran >'$work/ran'; exit 3"
refused() { # refused STATUS PART STATUS-GOT: what $work/err says
  is "$2: its status" "$1" "$3"
  is "$2: one line" 1 "$(wc -l <"$work/err" | tr -d ' ')"
  has "$2: that says" "$2" "$(cat "$work/err")"
  is "$2: nothing ran" "" "$(cat "$work/ran" 2>/dev/null)"
  rm -f "$work/ran"
}
# Under a filter; the one who loads it is gone by the exec.
./forbid ptrace EPERM ./tracer -o "$work/log" sh -c "$runs" 2>"$work/err"
refused 1 "a filter forbids ptrace" $?
has "and what helps" "run this outside of that" "$(cat "$work/err")"
if command -v strace >/dev/null; then
  strace -f -o "$work/theirs" ./tracer -o "$work/log" sh -c "$runs" 2>"$work/err"
  refused 1 "traces it already" $?
fi
# Whoever ignores the ends of children cannot make it wait for nobody.
./forbid ptrace EPERM ./started i17 -- ./tracer -o "$work/log" sh -c "$runs" 2>"$work/err"
refused 1 "cannot trace 'sh', so it was not run" $?
# SIGTRAP, by which the exec tells that it has stopped, is blocked.
./started b5 -- ./tracer -o "$work/log" sh -c "$runs"
is "SIGTRAP blocked: the status" 3 $?
is "SIGTRAP blocked: traced to the end" "+++ exited with 3 +++" "$(tail -n 1 "$work/log")"
rm -f "$work/ran"

# What the new process needs before its exec is denied.
deny() { timeout 60 ./tracer -o "$work/log" --deny "$@" 2>"$work/err"; }
deny execve sh -c "$runs";       refused 126 "cannot run 'sh': Operation not permitted" $?
deny execve,write sh -c "$runs"; refused 126 "cannot run 'sh': Operation not permitted" $?
deny write no-such-command
refused 1 "cannot run 'no-such-command', and --deny of write keeps" $?
deny write,exit_group,exit no-such-command
refused 1 "cannot run 'no-such-command', and --deny of write keeps" $?
deny write true
is "--deny write hinders no exec" 0 $?
# As if by a debugger's breakpoint: it stands still before its exec.
deny "$(yes openat | head -n 3000 | paste -sd, -)" sh -c "$runs"
refused 2 "3000 names, more than a filter holds" $?
finish
