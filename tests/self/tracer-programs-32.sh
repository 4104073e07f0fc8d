#!/bin/sh
# tracer-programs-32.sh BUILD: a 32-bit program is decoded as one. What its
# registers say where no such program runs is in registers.cpp.
. "$(dirname "$0")/check.sh"
cd "$1" || exit 1
if [ ! -x tracees/i386 ] || ! tracees/i386; then
  echo "no program of 32-bit x86 runs on this machine"
  exit 77
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
calls="getpid open syscall_0x270f syscall_0xffffffffffffffff mmap2 getppid exit_group"
./tracer -o "$work/log" tracees/i386
is "the status" 0 $?
is "the calls" "$calls" "$(sed -n 's/^\([a-z_0-9]*\)(.*/\1/p' "$work/log" | tr '\n' ' ' | sed 's/ $//')"
is "it is told as one" 1 "$(grep -c 'runs in 32 bit mode' "$work/log")"
is "an error" 1 "$(grep -c '^open(.*) *= -1 ENOENT (No such file or directory)$' "$work/log")"
is "an address beyond 2 GiB" "0xf8000000" "$(sed -n 's/^mmap2(.*= //p' "$work/log")"
./tracer -c -o "$work/log" tracees/i386
is "the table" "getpid getppid mmap2 open" \
  "$(awk '/ (getpid|getppid|mmap2|open)$/ { print $NF }' "$work/log" | sort | tr '\n' ' ' | sed 's/ $//')"
if command -v strace >/dev/null; then
  strace -o "$work/theirs" tracees/i386
  is "as strace" "$calls" "$(sed -n 's/^\([a-z_0-9]*\)(.*/\1/p' "$work/theirs" |
    grep -v '^execve$' | tr '\n' ' ' | sed 's/ $//')"
fi
finish
