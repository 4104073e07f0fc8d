#!/bin/sh
# real-programs.sh BUILD: on real programs, the calls and errors of our -c are
# those of strace -c, and with -f those of strace -f -c; what the command writes and
# its exit status are the same as without a tracer. Known differences: strace also sees the execve that starts
# the command, since it traces from before it; exit_group counts in neither, for
# it never returns.
#
# Some programs do not make the same calls twice (how often malloc asks for
# memory depends on addresses, how often somebody waits on who comes first). So
# they run on one CPU and without chance in addresses, where that is permitted, and
# each is tried up to twenty times, and has to agree once; a wrong count never does.
build=$1
. "$(dirname "$0")/answer.sh"
. "$(dirname "$0")/alike.sh"
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
options=-c # of both
compare() { # compare COMMAND...
  command -v "$1" >/dev/null || { echo "--    $1 is not installed"; return; }
  for try in $(seq 20); do
    # shellcheck disable=SC2086 # words
    $alike strace $options -o "$work/theirs" "$@" >/dev/null 2>&1 </dev/null
    theirs=$?
    # shellcheck disable=SC2086
    $alike "$build/tracer" $options -o "$work/ours" "$@" >/dev/null 2>&1 </dev/null
    ours=$?
    calls "$work/theirs" >"$work/a"
    calls "$work/ours" >"$work/b"
    if [ -s "$work/a" ] && cmp -s "$work/a" "$work/b" && [ $ours = $theirs ]; then
      compared=$((compared + 1))
      echo "ok    $options $* ($(wc -l <"$work/a" | tr -d ' ') calls, try $try)"
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

# With all threads and children. How often somebody waits for another (futex, and
# what a signal makes begin again) is luck, and so is which of two comes first; of
# programs where it matters, the calls named in `but` are left out.
options='-f -c' but=none
calls_of_all() {
  awk -v but=" $but " '/^------/ { rule = !rule; next }
    rule && $NF != "execve" && $NF != "total" && !index(but, " " $NF " ") {
      print $NF, $4, NF == 6 ? $5 : 0 }' "$1" | sort
}
calls() { calls_of_all "$1"; }
same() { # same COMMAND...: it does as without us
  command -v "$1" >/dev/null || return
  "$@" >"$work/out" 2>"$work/err" </dev/null
  status=$?
  "$build/tracer" -f -o /dev/null "$@" >"$work/our-out" 2>"$work/our-err" </dev/null
  [ $? = $status ] && cmp -s "$work/out" "$work/our-out" && cmp -s "$work/err" "$work/our-err" &&
    return
  failed=1
  echo "FAIL  $*: not as without us"
}
both() { compare "$@"; same "$@"; }
mkdir "$work/project" "$work/tree"
for part in a b c d e f; do
  echo "int $part(void) { return 1; }" >"$work/project/$part.c"
  echo "$part" >"$work/tree/$part"
done
printf 'all: a.o b.o c.o d.o e.o f.o\n%%.o: %%.c\n\t@cc -c -o $@ $<\n' >"$work/project/Makefile"
both sh -c 'ls / | sort | head -n 3'
both sh -c 'for i in 1 2 3 4 5; do echo $i | cat; done'
both git -C "$work" init -q repository
but='rt_sigreturn wait4 read poll pselect6 futex fcntl clone clone3 vfork rt_sigprocmask rt_sigsuspend brk mmap munmap mremap kill tgkill getpid openat newfstatat close lseek readlink unlink fstat access write'
both make -s -B -j4 -C "$work/project"
but='futex brk mmap munmap madvise mprotect sched_yield'
both python3 -c 'import threading
def work(): open("/dev/null").close()
all = [threading.Thread(target=work) for i in range(8)]
[t.start() for t in all]; [t.join() for t in all]'
but='read write brk mmap munmap'
both sh -c "tar -C '$work' -cf - tree | gzip -n | wc -c"
but=none
for name in two-threads short-threads many-threads hundred-forks waits-for-child odd-clones; do
  both "$build/tracees/$name"
done
for leader in blocked gone; do
  both "$build/tracees/thread-execs" $leader "$build/tracees/seven-calls"
done
echo "$compared programs compared"
[ $compared -ge 6 ] && [ $failed = 0 ]
