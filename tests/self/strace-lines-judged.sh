#!/bin/sh
# strace-lines-judged.sh BUILD: does strace-lines.sh judge? strace is its own equal; a
# tracer that errs in one place is found out, unless that is known; and what is known
# but is not so is found out, too.
build=$1
here=$(cd "$(dirname "$0")" && pwd)
command -v strace >/dev/null || { echo "strace is not installed"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0
expect() { # expect pass|fail WHAT OURS KNOWN COMMAND-PATTERN
  printf '%s\n' "$4" >"$work/known"
  ONLY=$5 TRIES=1 KNOWN=$work/known "$here/strace-lines.sh" "$build" "$3" >"$work/output" 2>&1
  status=$?
  [ $status = 0 ] && is=pass || is=fail
  [ "$is" = "$1" ] && return
  failed=1
  echo "FAIL  $2"
  cat "$work/output"
}
errs() { # errs NAME SED-SCRIPT: strace, but for that; its log is behind -o
  cat >"$work/$1" <<END
#!/bin/sh
for word; do [ "\$log" = next ] && log=\$word; [ "\$word" = -o ] && log=next; done
strace "\$@"
status=\$?
sed -i '$2' "\$log"
exit \$status
END
  chmod +x "$work/$1"
}
errs flag 's/O_RDONLY|O_CLOEXEC/O_RDONLY/'
errs column '/brk(NULL)/s/ =/  =/'
errs lost 9d
cat='cat *' find='find *'
expect pass "strace beside itself" strace '' "$cat"
expect fail "a flag that is missing" "$work/flag" '' "$cat"
expect fail "an = in another column" "$work/column" '' "$cat"
expect fail "a line that is missing" "$work/lost" '' "$cat"
# Known, and 1 in 100: one is a reason, the other has to be so, too.
errs once '0,/ENOENT/s/ENOENT/EPERM/'
expect pass "a known difference" "$work/once" "$(printf 'ld.so.preload.*(ENOENT|EPERM)\tit is')" "$find"
expect fail "more known differences than 2 of 100" "$work/flag" "$(printf 'O_RDONLY\tit is')" "$find"
expect fail "a known difference that is none" strace "$(printf 'nowhere\tit was')" "$cat"
exit $failed
