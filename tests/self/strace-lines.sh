#!/bin/sh
# strace-lines.sh BUILD [OURS]: real programs under strace and under ours, line by
# line, with -f -v and with -f; strace-lines.awk makes two runs comparable. Of each
# program at least 98 of 100 lines are equal, and each line that is not is one of
# strace-lines.known, which gives the reason; a difference listed there that is no
# longer to be seen is an error, too. ONLY, a pattern of commands, TRIES and
# another file of KNOWN differences are strace-lines-judged.sh's.
#
# One difference is left out beforehand: strace's first line is the execve that
# starts the command. Ours are traced from its end on.
#
# Some programs do not make the same calls twice (a thread waits for another, or
# does not; a name by chance is taken already). So each is tried up to twenty times,
# and has to agree once; a wrong line never does.
build=$(cd "$1" && pwd) ours=${2:-$build/tracer}
here=$(cd "$(dirname "$0")" && pwd)
command -v strace >/dev/null || { echo "strace is not installed"; exit 77; }
work=$(mktemp -d) || exit 1
work=$(cd "$work" && pwd -P)
trap 'rm -rf "$work"' EXIT
compared=0 failed=0
known=$work/known
grep -v '^#' "${KNOWN:-$here/strace-lines.known}" | grep . >"$known"
cut -f 1 "$known" >"$work/patterns"
: >"$work/seen"

. "$here/alike.sh"
# shellcheck disable=SC2086 # words
run() { # run LOG TRACER OPTIONS COMMAND...
  log=$1 tracer=$2 options=$3
  shift 3
  rm -rf copy new && cp -r tree old
  env -i HOME="$work" PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C TZ=UTC0 PERL_HASH_SEED=0 $alike \
    $tracer $options -o "$log" "$@" >/dev/null 2>&1 </dev/null
  status=$?
  rm -rf old
  awk -f "$here/strace-lines.awk" "$log" "$log" >"$log.plain"
  # shellcheck disable=SC2154 # loose: what else differs between two runs of this one
  sed -E -e "$loose" "$log.plain" >"$log"
}
compare() { # compare COMMAND...
  # shellcheck disable=SC2254 # a pattern
  case $* in ${ONLY:-*}) ;; *) loose=; return ;; esac
  command -v "$1" >/dev/null || { echo "--      $1 is not installed"; return; }
  for options in "-f -v" "-f"; do
    for _ in ${TRIES:-$(seq 20)}; do
      run "$work/theirs" strace "$options" "$@"
      theirs=$status
      run "$work/ours" "$ours" "$options" "$@"
      [ "$ours" = "$build/tracer" ] || sed -i 1d "$work/ours" # strace, of a kind
      head -n 1 "$work/theirs" | grep -q '^P1 execve(' && sed -i 1d "$work/theirs"
      diff "$work/theirs" "$work/ours" >"$work/diff"
      # shellcheck disable=SC2046
      set_counts $(awk -v lines="$(wc -l <"$work/theirs")" '
        /^</ { ++a } /^>/ { ++b }
        END { if (b > a) a = b; print lines, int(lines ? 1000 * (lines - a) / lines : 0) }' "$work/diff")
      grep '^[<>]' "$work/diff" | sed 's/^[<>] //' >"$work/lines"
      grep -v -E -f "$work/patterns" "$work/lines" >"$work/unknown"
      [ "$share" -ge 980 ] && [ ! -s "$work/unknown" ] && [ "$status" = "$theirs" ] && break
    done
    verdict="ok  "
    [ "$share" -ge 980 ] && [ ! -s "$work/unknown" ] && [ "$status" = "$theirs" ] ||
      verdict=FAIL failed=1
    printf '%s  %5d lines, %3d.%d %% equal  %-5s %s\n' "$verdict" "$lines" $((share / 10)) \
      $((share % 10)) "$options" "$(echo "$*" | cut -c 1-60)"
    [ "$verdict" = FAIL ] && head -n "${SHOW:-20}" "$work/diff"
    cat "$work/lines" >>"$work/seen"
    compared=$((compared + 1))
  done
  loose=
}
set_counts() { lines=$1 share=$2; }

cd "$work" || exit 1
mkdir tree tree/a tree/a/b
for name in one two a/three a/b/four; do echo "line of $name" >"tree/$name"; done
ln -s one tree/link
echo 'int main() { return 0; }' >hello.c
printf 'all: one two\n%%: tree/%%\n\t@cat $< >/dev/null\n' >Makefile
find . -exec touch -h -d 2020-02-02T02:02:02 {} +
loose=
compare ls -l tree
compare cat tree/one /no/such/file
compare cp -r tree copy
compare rm -r old
compare find tree -type f
compare grep -r line tree
compare sort tree/one tree/two
compare stat tree/one
compare date
compare id
compare df /
compare du -s tree
compare dd if=/dev/zero of=new bs=4096 count=20 status=noxfer # not how long it took
compare tar -cf new tree
compare gzip -k tree/a/three
compare sh -c 'for i in 1 2 3; do cat tree/one | sort; done >/dev/null'
compare bash -c 'for i in 1 2 3; do echo $i; done; (exit 3)'
compare timeout 5 true
compare make -B
loose='s/cc[A-Za-z0-9]{6}\./ccXXXXXX./g' # a name by chance
compare cc -c hello.c -o new
loose='s/(read\([0-9]+, )".*", 4\)/\1SEED, 4)/'
compare perl -e 'print join(",", glob("tree/*"))'
compare python3 -c 'import os; print(os.listdir("tree"))'
compare ruby -e 'puts Dir.children("tree").sort'
compare nc -z 127.0.0.1 1
# Names by chance, and a directory that others use, too.
loose='s|"/tmp", \{.*\}|"/tmp", {}|; s|/[.]git/t[A-Za-z0-9]{6}"|/.git/tXXXXXX"|g'
compare git init -q new
loose='s/(POLLIN\}\], [0-9], )[0-9]+/\1N/' # what is left of its patience
compare curl -s http://127.0.0.1:1/
compare python3 -c 'import socket, select
a = socket.socket(); a.bind(("127.0.0.1", 0)); a.listen()
b = socket.create_connection(a.getsockname()); c, _ = a.accept()
b.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
b.sendall(b"hello"); c.recv(9); b.sendmsg([b"one", b"two"]); c.recvmsg(9)
e = select.epoll(); e.register(b, select.EPOLLIN); e.poll(0); select.select([b], [], [], 0)'
# These look at all processes, and read what is different each time: so they get a
# system of their own, with few, and are left out where nobody may make one.
# Their pids are made long, for strace-lines.awk.
cat >"$work/apart" <<'END'
echo 20000 >/proc/sys/kernel/ns_last_pid 2>/dev/null
exec "$@"
END
apart=
for how in "-pf" "-rpf"; do
  # shellcheck disable=SC2086
  unshare $how --mount-proc true 2>/dev/null && { apart="unshare $how --mount-proc"; break; }
done
if [ -n "$apart" ]; then
  alike="$apart sh $work/apart $alike"
  different='s/makedev\(0, 0x[0-9a-f]+\)/makedev(0, N)/g; s/st_nlink=[0-9]+/st_nlink=N/; s/d_off=[0-9]+/d_off=N/g; s/((read|write)\([0-9]+, )".*"(\.*), [0-9]+\) = [0-9]+/\1TEXT\3, N) = N/'
  loose=$different
  compare ps
  loose=$different
  compare top -b -n 1
else
  echo "--      ps and top: no pid namespace can be made here"
fi

while IFS='	' read -r pattern reason; do
  grep -q -E -e "$pattern" "$work/seen" && continue
  failed=1
  echo "FAIL  no longer a difference: $pattern ($reason)"
done <"$known"
echo "$compared logs compared"
least=30
[ -z "$ONLY" ] || least=1
[ $compared -ge $least ] && [ $failed = 0 ]
