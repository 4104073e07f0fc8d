#!/bin/sh
# instructions.sh FUNCTION: how libc's FUNCTION enters the kernel: the first
# instructions of it, up to the trap.
libc=$(ldd "$(dirname "$0")/../../build/hello" | sed -n 's/.*=> \(.*libc\.so\.6\) .*/\1/p')
start=$(nm -D "$libc" | awk -v name="$1" '{ sub("@.*", "", $3) } $3 == name { print $1; exit }')
objdump -d --no-show-raw-insn --start-address=0x"$start" "$libc" |
  sed -n '/^ /{s/^ *[0-9a-f]*:\t//;p;/syscall\|svc/q}' | tail -n 2 | tr '\t' ' '
