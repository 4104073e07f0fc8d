#!/bin/sh
# tracer-log.sh BUILD: a log that cannot be written is told once, and the command
# goes on to its end; a line is there when the call is over.
. "$(dirname "$0")/check.sh"
cd "$1" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
# More lines than a buffer or a pipe holds, and a mark at the end.
long="i=0; while [ \$i -lt 3000 ]; do i=\$((i+1)); echo \$i >/dev/null; done; echo finished >'$work/mark'; exit 7"
goes_on() { # goes_on NAME STATUS WHAT-STDERR-SAYS
  is "$1: the status" 7 "$2"
  is "$1: the command came to its end" finished "$(cat "$work/mark" 2>&1)"
  is "$1: what is said" "$3" "$(cat "$work/err")"
  rm -f "$work/mark" "$work/err"
}
told() { echo "tracer: cannot write the log: $1; the command goes on"; }

./tracer -o /dev/full sh -c "$long" 2>"$work/err"
goes_on "a full disk" $? "$(told 'No space left on device')"
./tracer -c -o /dev/full sh -c "$long" 2>"$work/err"
goes_on "a full disk, -c" $? "$(told 'No space left on device')"
mkfifo "$work/fifo"
head -n 1 "$work/fifo" >"$work/head" &
./tracer -o "$work/fifo" sh -c "$long" 2>"$work/err"
goes_on "a reader that goes away" $? "$(told 'Broken pipe')"
wait
is "a reader that goes away: what it read" 1 "$(wc -l <"$work/head" | tr -d ' ')"
(./tracer sh -c "$long"; echo $? >"$work/status") 2>&1 | head -n 1 >"$work/head"
touch "$work/err"
goes_on "the pipe of stderr is closed" "$(cat "$work/status")" ""
./tracer sh -c "$long" 2>/dev/full
touch "$work/err"
goes_on "stderr is full" 7 ""
./tracer sh -c "$long" 2>&-
goes_on "stderr is closed" $? "$(cat "$work/err" 2>/dev/null; touch "$work/err")"
# Full after some lines.
(ulimit -f 1; trap '' XFSZ; ./tracer -o "$work/log" sh -c 'i=0
  while [ $i -lt 3000 ]; do i=$((i+1)); echo $i >/dev/null; done; exit 7' 2>"$work/err")
is "full in the middle: the status" 7 $?
is "full in the middle: what is said" "$(told 'File too large')" "$(cat "$work/err")"
is "full in the middle: what fits is there" 1 "$([ -s "$work/log" ] && echo 1)"

# The command's standard files are what they were.
files="for i in 0 1 2; do [ -e /proc/self/fd/\$i ] && echo \$i; done >'$work/files'; exit 0"
sh -c "$files" <&- 2>&-
wanted=$(cat "$work/files")
./tracer -o "$work/log" sh -c "$files" <&- 2>&-
is "closed files stay closed" "$wanted" "$(cat "$work/files")"
is "and the log is a log" "+++ exited with 0 +++" "$(tail -n 1 "$work/log")"

# Bad news is one line, and no crash if nobody can hear it.
./tracer no-such-command 2>/dev/full
is "bad news to a full stderr" 127 $?
./tracer no-such-command 2>&-
is "bad news to a closed stderr" 127 $?
./tracer --help >/dev/full 2>"$work/err"
is "help that cannot be written" "1 tracer: write: No space left on device" "$? $(cat "$work/err")"

# A line is there when the call is over, while the command waits.
mkfifo "$work/ready" "$work/go"
for to in file pipe; do
  if [ $to = file ]; then
    ./tracer -o "$work/log" sh -c "echo ready >'$work/ready'; read line <'$work/go'" &
  else
    ./tracer sh -c "echo ready >'$work/ready'; read line <'$work/go'" 2>&1 |
      while read -r line; do echo "$line"; done >"$work/log" &
  fi
  read -r _ <"$work/ready"
  if [ $to = file ]; then
    is "in a file: the calls that are over" 1 "$([ "$(grep -c ' = ' "$work/log")" -gt 10 ] && echo 1)"
  else # the reader needs its time, and gets it
    until grep -q ' = ' "$work/log"; do sleep 0.05; done
    is "in a pipe: the calls that are over" 1 1
  fi
  echo go >"$work/go"
  wait
done
finish
