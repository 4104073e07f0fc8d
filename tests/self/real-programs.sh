#!/bin/sh
# real-programs.sh BUILD: on real programs, the calls and errors of our -c are
# those of strace -c. Known differences: strace also sees the execve that starts
# the command, since it traces from before it; exit_group counts in neither, for
# it never returns.
#
# Some programs do not make the same calls twice (how often malloc asks for
# memory depends on addresses). So each is tried up to five times, and has to
# agree once; a wrong count never does.
build=$1
. "$(dirname "$0")/answer.sh"
command -v strace >/dev/null || { echo "strace is not installed"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
compared=0 failed=0
export LC_ALL=C

# calls FILE: "name calls errors" of each row of both tables, sorted
calls() {
  awk '/^------/ { rule = !rule; next }
    rule && $NF != "execve" { print $NF, $4, NF == 6 ? $5 : 0 }' "$1" | sort
}
compare() { # compare COMMAND...
  command -v "$1" >/dev/null || { echo "--    $1 is not installed"; return; }
  for _ in 1 2 3 4 5; do
    strace -c -o "$work/theirs" "$@" >/dev/null 2>&1 </dev/null
    theirs=$?
    "$build/tracer" -c -o "$work/ours" "$@" >/dev/null 2>&1 </dev/null
    ours=$?
    calls "$work/theirs" >"$work/a"
    calls "$work/ours" >"$work/b"
    if [ -s "$work/a" ] && cmp -s "$work/a" "$work/b" && [ $ours = $theirs ]; then
      compared=$((compared + 1))
      echo "ok    $* ($(wc -l <"$work/a" | tr -d ' ') calls)"
      return
    fi
  done
  failed=1
  echo "FAIL  $* (exit status $ours, strace $theirs)"
  diff "$work/a" "$work/b"
}
compare true
compare ls /
compare cat /etc/passwd /no/such/file
compare git --version
compare python3 -c 'print(1)'
compare cc -E -x c /dev/null
compare sh -c 'ls / | sort | head -n 1'
compare date
compare sort /etc/passwd
compare grep -c root /etc/passwd
compare find /usr/share/doc -maxdepth 1
for name in nine-calls restart int80 denied unknown; do
  [ $name != int80 ] || makes_compat32_calls || continue
  # strace 6.1 leaves numbers beyond its table out of its table.
  [ $name = unknown ] || compare "$build/tracees/$name"
done
echo "$compared programs compared"
[ $compared -ge 6 ] && [ $failed = 0 ]
