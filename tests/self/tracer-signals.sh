#!/bin/sh
# tracer-signals.sh BUILD: the signals of a terminal are the command's. It
# decides, and the tracer sees it to its end and writes all; and the command has
# its signals as the tracer was called with them.
. "$(dirname "$0")/check.sh"
cd "$1" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
ulimit -c 0
log=$work/log

# What catches the key, cleans up and ends by itself.
catches='trap "echo cleaned; exit 3" INT QUIT; echo ready; while :; do sleep 0.1; done'
for key in ^C "^\\"; do
  printed=$(./typed ready "$key" ./tracer -o "$log" sh -c "$catches")
  is "$key is caught: the status" 3 $?
  has "$key is caught: it cleans up" cleaned "$printed"
  is "$key is caught: the log" "+++ exited with 3 +++" "$(tail -n 1 "$log")"
  ./typed ready "$key" ./tracer -c -o "$log" sh -c "$catches" >"$work/out"
  is "$key is caught: the table" 1 "$(grep -c ' total$' "$log")"
done
# What does not.
dies='echo ready; exec sleep 1000'
./typed ready ^C ./tracer -o "$log" sh -c "$dies" >"$work/out"
is "^C ends it: the status" 130 $?
is "^C ends it: the log" "+++ killed by SIGINT +++" "$(tail -n 1 "$log")"
./typed ready ^C ./tracer -c -o "$log" sh -c "$dies" >"$work/out"
is "^C ends it: the table" 1 "$(grep -c ' total$' "$log")"
./typed ready "^\\" ./tracer -o "$log" sh -c "$dies" >"$work/out"
is "^\\ ends it: the status" 131 $?
has "^C on a terminal: the lines" "+++ killed by SIGINT +++" \
  "$(./typed ready ^C ./tracer sh -c "$dies")"

# Sent to the tracer alone, they are the business of nobody.
mkfifo "$work/ready" "$work/go"
./tracer -o "$log" sh -c "echo ready >'$work/ready'; read line <'$work/go'; exit 5" &
tracer=$!
read -r _ <"$work/ready"
for signal in TERM HUP PIPE INT QUIT; do kill -$signal $tracer; done
echo go >"$work/go"
wait $tracer
is "signals to the tracer: the command's status" 5 $?
is "signals to the tracer: the log" "+++ exited with 5 +++" "$(tail -n 1 "$log")"

# Blocked and ignored ones are as they were.
state='grep -E ^Sig(Blk|Ign|Cgt) /proc/self/status'
for how in b10 b5 i17 i2 i13 "b5 i1 i3 i15 i17 i5"; do
  # shellcheck disable=SC2086 # they are words
  wanted=$(./started $how -- $state)
  # shellcheck disable=SC2086
  is "started with $how" "$wanted" "$(./started $how -- ./tracer -o "$log" $state)"
  is "started with $how: traced" 1 "$([ "$(grep -c ' = ' "$log")" -gt 10 ] && echo 1)"
done
finish
