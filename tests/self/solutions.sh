#!/bin/sh
# The programs made of solutions alone, on real commands.
cd "$1" || exit 1
failed=0
is() {  # is NAME WANTED GOT
  if [ "$2" = "$3" ]; then echo "ok    $1"; else
    echo "FAIL  $1: wanted '$2', got '$3'"; failed=1
  fi
}
is "01 says hello" "Hello from raw_syscall close(99) = -9, an error" \
  "$(./solution-01 | tr '\n' ' ' | sed 's/ $//')"
./solution-02 sh -c 'exit 7' 2>/dev/null;        is "02 exit status" 7 $?
./solution-02 sh -c 'kill -TERM $$' 2>/dev/null; is "02 death by signal" 143 $?
./solution-02 sh -c 'exec true' 2>/dev/null;     is "02 a second exec" 0 $?
./solution-02 no-such-command 2>/dev/null;       is "02 no such command" 127 $?
./solution-02 / 2>/dev/null;                     is "02 may not be run" 126 $?
./solution-02 2>/dev/null;                       is "02 no command" 2 $?
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
  ours=$(mktemp) theirs=$(mktemp)
  ./solution-05 -c -o "$ours" ls / >/dev/null
  strace -c -o "$theirs" ls / >/dev/null
  is "05 calls and errors equal strace's" "$(calls "$theirs")" "$(calls "$ours")"
  rm -f "$ours" "$theirs"
fi
is "06 a denied call fails" "openat = -1 EPERM (Operation not permitted)" \
  "$(./solution-06 --deny openat cat /dev/null 2>&1 | grep '^openat' | sort -u)"
./solution-06 --deny openat --kill cat /dev/null 2>/dev/null; is "06 kill" 159 $?
./solution-06 --deny nosuch true 2>/dev/null;  is "06 unknown name" 2 $?
exit $failed
