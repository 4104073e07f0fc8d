#!/bin/sh
# tracer-signal-names.sh BUILD: each signal that ends a process has strace's name.
. "$(dirname "$0")/check.sh"
cd "$1" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
ulimit -c 0
# Whoever runs this may have left 32 and 33 ignored, and then they kill nobody.
default() { ./started d32 d33 -- "$@"; }
for pair in 15:SIGTERM 16:SIGSTKFLT 29:SIGIO 31:SIGSYS 32:SIGRTMIN 33:SIGRT_1 \
  34:SIGRT_2 39:SIGRT_7 63:SIGRT_31 64:SIGRT_32; do
  number=${pair%:*} name=${pair#*:}
  default ./tracer -o "$work/log" tracees/killed "$number"
  is "$number: the status" $((128 + number)) $?
  is "$number: the name" "+++ killed by $name +++" "$(tail -n 1 "$work/log")"
  if command -v strace >/dev/null; then
    default sh -c 'strace -o "$1" tracees/killed "$2"; exit 0' sh "$work/theirs" "$number" 2>/dev/null
    is "$number: as strace" "$(tail -n 1 "$work/theirs")" "$(tail -n 1 "$work/log")"
  fi
done
# The kernel looks at the lower half of a number, with its sign.
./tracer -o "$work/log" tracees/upper-half
is "a number's upper half: the status" 0 $?
is "a number's upper half: the names" "getpid syscall_0xffffffffffffffff syscall_0xffffffff80000000 exit_group" \
  "$(sed -n 's/^\([a-z_0-9]*\)(.*/\1/p' "$work/log" | tr '\n' ' ' | sed 's/ $//')"
if command -v strace >/dev/null; then
  strace -o "$work/theirs" tracees/upper-half
  is "a number's upper half: as strace" \
    "$(sed -n 's/^\([a-z_0-9]*\)(.*/\1/p' "$work/theirs" | grep -v '^execve' | tr '\n' ' ')" \
    "$(sed -n 's/^\([a-z_0-9]*\)(.*/\1/p' "$work/log" | tr '\n' ' ')"
fi
finish
