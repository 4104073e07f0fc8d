#!/bin/bash
# tracer-attach.sh BUILD: whoever is attached to goes on unharmed. ROUNDS=500: so many
# times is a busy program attached to and let go (24).
. "$(dirname "$0")/check.sh"
cd "$1" || exit 1
work=$(mktemp -d) || exit 1
# Whom we have started ends with us.
trap 'for p in $(jobs -p); do kill -KILL "$p" 2>/dev/null; done; rm -rf "$work"' EXIT
log=$work/log
word() { awk -v key="$2" '$1 == key { print $2 }' "/proc/$1/status" 2>/dev/null; }
await() { # await COMMAND...: until it holds; a minute is enough for anything
  for ((tries = 0; tries < 3000; ++tries)); do
    "$@" && return
    sleep 0.02
  done
  is "in a minute: $*" holds no
}
state_is() { [ "$(word "$1" State:)" = "$2" ]; }
says() { grep -q -e "$1" "$2" 2>/dev/null; }

# attached PID OPTION...: a tracer, when it says that it is attached. Its id is $tracer.
attached() {
  target=$1
  shift
  : >"$work/err"
  ./tracer -p "$target" "$@" 2>"$work/err" &
  tracer=$!
  await says "Process $target attached" "$work/err"
}
ended() { # ended SIGNAL: sends it to the tracer, and gives what it ended with
  kill "-$1" $tracer
  wait $tracer 2>/dev/null
}

free() { # free WHAT PID: nobody traces one of its threads
  is "$1: nobody traces it" TracerPid:0 \
    "$(cat /proc/"$2"/task/*/status | grep TracerPid | tr -d '\t' | sort -u)"
}
all_in_the_log() { [ "$(cut -d ' ' -f 1 "$log" | sort -u | wc -l)" -ge 51 ]; }

# ---- Busy, with 50 threads, and counted signals ---------------------------
tracees/unharmed 50 >"$work/busy" &
busy=$!
await says ready "$work/busy"
signals=0
for ((round = 1; round <= ${ROUNDS:-24}; ++round)); do
  how=(-f -o "$log")
  ((round % 5 == 0)) && how=(-o "$log") # one thread alone
  ((round % 7 == 0)) && how=(-f -c -o "$log")
  end=TERM
  ((round % 2)) && end=HUP # (INT and QUIT are ignored by what a script starts)
  attached $busy "${how[@]}"
  kill -32 $busy && signals=$((signals + 1))
  ((round % 3 == 0)) || sleep "0.0$((round * 7 % 10))"
  # One at a time: a signal that is pending already is not sent a second time.
  await grep -q '^SigPnd:.*0000$' /proc/$busy/status
  ended $end
  free "round $round, $end" $busy
done
kill -USR1 $busy
wait $busy
is "busy: the status" 0 $?
is "busy: what it says" "ready
$signals signals" "$(cat "$work/busy")"

# A tracer that is killed takes what it has in its hands with it: a signal that it was told
# of, so none is sent; and of an interruption what is left behind, so the busy program makes
# no calls that show it, and all have been resumed before.
tracees/unharmed 50 restarted >"$work/busy" &
busy=$!
await says ready "$work/busy"
for ((round = 1; round <= ${ROUNDS:-24} / 8; ++round)); do
  attached $busy -f -o "$log"
  await all_in_the_log
  ended KILL
  free "killed, round $round" $busy
done
kill -USR1 $busy
wait $busy
is "busy, its tracer killed: the status" 0 $?
is "busy, its tracer killed: what it says" "ready
0 signals" "$(cat "$work/busy")"

# ---- A sleep, a read, and who is stopped ----------------------------------
tracees/runs-already sleeps 1500 >"$work/out" &
sleeper=$!
await state_is $sleeper S
for how in "" "-f" "-c"; do
  # shellcheck disable=SC2086
  attached $sleeper $how -o "$log"
  ended TERM
  is "a sleep $how: the tracer's status" 143 $?
done
wait $sleeper
is "a sleep: its status" 0 $?
is "a sleep: it sleeps its full time" slept "$(cat "$work/out")"

mkfifo "$work/pipe"
exec 9<>"$work/pipe"
tracees/runs-already reads 3<&9 >"$work/out" &
reader=$!
await state_is $reader S
kill -STOP $reader
await state_is $reader T
attached $reader
await says 'stopped by SIGSTOP' "$work/err"
ended HUP
is "who is stopped: the tracer's status" 129 $?
await state_is $reader T
kill -CONT $reader
await state_is $reader S
attached $reader
kill -STOP $reader
await says 'stopped by SIGSTOP' "$work/err"
kill -CONT $reader
await says '--- SIGCONT' "$work/err"
kill -KILL $tracer
wait $tracer 2>/dev/null
await state_is $reader S
printf x >&9
wait $reader
is "a read: its status" 0 $?
is "a read: what it read" "went on" "$(cat "$work/out")"

# Who is inside vfork cannot stop, and is let go by our end.
tracees/runs-already vforks 3<&9 >"$work/out" &
vforker=$!
await state_is $vforker D
attached $vforker
ended TERM
is "inside vfork: the tracer's status" 143 $?
is "inside vfork: it is told" 1 "$(grep -c "Process $vforker detached" "$work/err")"
printf x >&9
wait $vforker
is "inside vfork: its status" 0 $?
is "inside vfork: what it says" "went on both went on" "$(paste -s -d ' ' "$work/out")"

# ---- A command beside it --------------------------------------------------
sleep 1000 &
other=$!
./tracer -o "$log" -p $other sh -c 'exit 5' &
tracer=$!
await says 'exited with 5' "$log"
ended TERM
is "a command, and then a SIGTERM: the status" 143 $?
await state_is $other S # it lives, and sleeps
./tracer -o "$log" -p $other sh -c 'trap "echo got it; exit 4" TERM
  echo ready; while :; do sleep 0.01; done' >"$work/out" 2>&1 &
tracer=$!
await says ready "$work/out"
ended TERM
is "a SIGTERM with a command: the status" 143 $?
await says 'got it' "$work/out"
./tracer -o "$log" -p $other sh -c 'echo $$; exec sleep 1000' >"$work/out" 2>&1 &
tracer=$!
await says '[0-9]' "$work/out"
command=$(cat "$work/out")
kill -KILL $tracer
wait $tracer 2>/dev/null
await [ ! -e "/proc/$command" ]
await state_is $other S # who was attached to lives
is "a tracer that is killed: nobody traces it" 0 "$(word $other TracerPid:)"

# ---- The lines that strace writes -----------------------------------------
if command -v strace >/dev/null; then
  lines() { # lines TRACER: what it says from attaching to detaching
    "$1" -p $other 2>"$work/lines" &
    tracer=$!
    await says 'resuming interrupted' "$work/lines"
    kill -TERM $tracer
    wait $tracer 2>/dev/null
    sed -e "s/[^>]*: Process/tracer: Process/" "$work/lines"
  }
  is "attached and detached: strace's lines" "$(lines "$(command -v strace)")" "$(lines ./tracer)"
fi

# ---- Refusals -------------------------------------------------------------
refused() { # refused PART COMMAND...: it ends with 1 and one line that has PART
  part=$1
  shift
  "$@" >"$work/out" 2>"$work/err"
  is "$part: the status" 1 $?
  is "$part: one line" 1 "$(wc -l <"$work/err" | tr -d ' ')"
  has "refused" "$part" "$(cat "$work/err")"
}
sh -c 'exit 0' &
gone=$!
wait $gone
refused "no process has that id" ./tracer -p $gone
refused "that is this tracer itself" sh -c 'exec ./tracer -p $$'
mkfifo "$work/end"
sh -c 'read -r line <"$1" & echo $!; exec sleep 1000' sh "$work/end" >"$work/zombie" &
await grep -q sleep /proc/$!/comm # who does not ask how its children have ended
zombie=$(cat "$work/zombie")
echo >"$work/end"
await state_is "$zombie" Z
refused "it has ended, and its parent" ./tracer -p "$zombie"
attached $other -o "$log"
refused "process $tracer (tracer) traces it already" ./tracer -p $other
ended TERM
[ "$(cat /proc/2/comm)" != kthreadd ] ||
  refused "a thread of the kernel" ./tracer -p 2
./forbid ptrace EPERM ./tracer -p $other 2>"$work/err"
has "a filter" "a filter forbids it" "$(cat "$work/err")"
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
  chmod 755 "$work"
  nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
  if nobody test -x ./tracer; then
    refused "it is of user 0, and you are 65534" nobody ./tracer -p $other
    refused "process 1 is the system's own" nobody ./tracer -p 1
  fi
  if [ -n "$(setpriv --dump | grep -i 'effective.*sys_ptrace\|effective.*all')" ] ||
    grep -q '^CapEff:.*[89a-f]....$' /proc/self/status; then
    refused "root has no CAP_SYS_PTRACE here" \
      setpriv --bounding-set=-sys_ptrace --inh-caps=-sys_ptrace ./tracer -p $other
  fi
fi
# One that is refused does not keep it from the others, nor from a command.
./tracer -p $gone -p $other,$other -o "$log" 2>"$work/err" &
tracer=$!
await says 'name it once' "$work/err"
ended TERM
is "one of several refused: the status" 143 $?
is "one of several refused: the other was attached to" 1 \
  "$(grep -c "Process $other detached" "$work/err")"
./tracer -p $gone sh -c 'exit 6' 2>"$work/err"
is "refused, with a command: the status" 6 $?

# ---- A shell with job control ---------------------------------------------
cat >"$work/session" <<'END'
set -m
echo $$ >"$1.id"
until grep -q "$2" "$1"; do sleep 0.01; done
trap 'echo usr1' USR1
sleep 1000 &
kill -STOP %1
until jobs | grep -q Stopped; do sleep 0.01; done
jobs
kill -CONT %1
until jobs | grep -q Running; do sleep 0.01; done
jobs
kill -TERM %1
wait $!
echo "status $?"
kill -USR1 $$
(echo a; echo b) | sed s/a/c/ | tr b d
sh -c 'kill -INT $$'
echo "status $?"
sh -c 'trap "" TERM; kill -TERM $$; exit 9'
echo "status $?"
END
run_session() { # run_session FILE MARK: begins when FILE has MARK
  bash "$work/session" "$1" "$2" 2>&1 | grep -v Terminated
}
echo go >"$work/go"
wanted=$(run_session "$work/go" go)
has "a shell with jobs: it has a job that is stopped" Stopped "$wanted"
: >"$work/err"
run_session "$work/err" attached >"$work/out" &
session=$!
await test -s "$work/err.id"
./tracer -f -p "$(cat "$work/err.id")" -o "$log" 2>"$work/err" &
tracer=$!
wait $session
is "a shell with jobs: it says the same" "$wanted" "$(cat "$work/out")"
wait $tracer
is "a shell with jobs: the tracer's status" 0 $?
# Ctrl-Z while traced: the job stays stopped when it is let go, and its shell continues it.
# (It forks nobody: a shell that is inside vfork could not stop.)
mkfifo "$work/begin" "$work/continue"
cat >"$work/job" <<'END'
echo $$ >"$1/job.id"
read -r line <"$1/begin"
echo ready
read -r line <"$1/continue"
echo "goes on"
END
./typed ready ^Z bash --norc -ic "sh $work/job $work; echo \"status \$?\"; touch $work/stopped
  until [ -e $work/free ]; do sleep 0.01; done; jobs; fg" >"$work/out" 2>&1 &
terminal=$!
await test -s "$work/job.id"
job=$(cat "$work/job.id")
attached "$job" -f -o "$log"
echo >"$work/begin"
await test -e "$work/stopped"
ended TERM
is "Ctrl-Z: the tracer's status" 143 $?
await state_is "$job" T
touch "$work/free"
await state_is "$job" S
echo >"$work/continue"
wait $terminal
has "Ctrl-Z: its shell is told" "status 148" "$(cat "$work/out")"
has "Ctrl-Z: it is stopped" "Stopped" "$(sed -n '/status 148/,$p' "$work/out")"
has "Ctrl-Z: it can be continued" "goes on" "$(cat "$work/out")"
finish
