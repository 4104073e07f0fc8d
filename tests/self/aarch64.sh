#!/bin/sh
# aarch64.sh BUILD: the course compiles for aarch64 with a cross compiler, the
# table of calls is that machine's, and chapter 01 runs under an emulator if there
# is one.
build=$1
. "$(dirname "$0")/check.sh"
. "$(dirname "$0")/answer.sh"
CXX=aarch64-linux-gnu-g++
command -v $CXX >/dev/null || { echo "$CXX is not installed"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$ROOT" || exit 1

for maker in chapters/*/*.cmake; do
  name=$(basename "$maker" .cmake)
  cmake -DCXX=$CXX -DOUT="$work/$name.inc" -P "$maker"
  is "the $name are made" 0 $?
done
has "openat is 56" '{56, "openat"}' "$(cat "$work/tables.inc")"

# The headers of {fmt} are the same for all machines.
for directory in $INCLUDES; do
  fmt=${directory#-I}/fmt
  [ -d "$fmt" ] && ln -sfn "$fmt" "$work/fmt"
done
flags="-std=c++20 -O1 -Wall -Wextra -I$work ${INCLUDES%-I*}"
cp chapters/given/common.hpp "$work/all.hpp" # compiled once
# shellcheck disable=SC2086 # the flags are words
is "what most include compiles" "" "$($CXX $flags -x c++-header -o "$work/all.hpp.gch" "$work/all.hpp" 2>&1)"
for source in chapters/*/*.cpp solutions/*/*.cpp; do
  # shellcheck disable=SC2086 # the flags are words
  is "$source compiles" "" "$($CXX $flags -include "$work/all.hpp" -c -o "$work/object.o" "$source" 2>&1)"
done
for source in tests/tracees/*.cpp; do
  ! grep -q '^// flags: ' "$source" || continue # a library, for libc
  # shellcheck disable=SC2086
  is "$source compiles" "" "$($CXX $flags -O1 -static -nostdlib -ffreestanding \
    -fno-stack-protector -fno-exceptions -o "$work/tracee" "$source" 2>&1)"
done
for program in chapters/01-raw-syscall/main.cpp tests/01-raw-syscall/probe.cpp; do
  # shellcheck disable=SC2086
  is "$program links" "" "$($CXX $flags -static -o "$work/$(basename "$program" .cpp)" $program 2>&1)"
done
if command -v qemu-aarch64 >/dev/null; then
  is "chapter 01 runs" "Hello from raw_syscall
close(99) = -9, an error" "$(qemu-aarch64 "$work/main")"
  is "memory is read and written" "written
x" "$(qemu-aarch64 "$work/probe" store; qemu-aarch64 "$work/probe" read)"
else
  echo "qemu-aarch64 is not installed: compiled, and not run"
fi
finish
