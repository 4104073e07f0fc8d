#!/bin/bash
# The runner of the demos: does it find what is wrong with one, does it leave
# nothing behind, and can it be driven by keys?
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/self/check.sh"
command -v script >/dev/null || { echo "script(1) is not installed"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export DEMO_DIR=$work DEMO_PATIENCE=60 # longer than any machine needs
demo() { "$root/slides/tools/demo.sh" "$@" >"$work/out" 2>&1; }
named() { cat >"$work/$1.demo"; } # named NAME: the demo is on stdin
wrong() { # wrong NAME SENTENCE
  demo --check "$1"
  is "$1: it fails" 1 $?
  has "$1: and says" "$2" "$(cat "$work/out")"
}

named right <<'END'
# Said aloud
$ cd /; pwd; false
= 1
? ^/$
$ pwd; variable=kept
? ^/$
$ echo "$variable" >&2
? ^kept$
END
demo --check right
is "a demo that is right" 0 $?
has "is counted" "ok    right: 3 commands" "$(cat "$work/out")"

named lit <<'END'
$ echo one
* ^one$
clear
$ echo two
* ^three$
END
wrong lit "printed no line like: ^three$"

# Where a demo runs, and what it leaves there.
named place <<'END'
$ echo kept >file; cat file; ls -d build
? ^kept$
? ^build$
$ pwd
? ^/tmp/demo\.
END
mkdir "$work/recordings"
recorded() { DEMO_RECORD=$work/recordings demo --check "$1"; }
recorded place
is "a demo has a directory of its own" 0 $?
place=$(grep -a -o '/tmp/demo\.[0-9A-Za-z]*' "$work/recordings/place.rec" | head -n 1)
has "it says which" /tmp/demo. "$place"
is "and leaves nothing there" no "$([ -e "$place" ] && echo yes || echo no)"

# A recording is replaced by a good one only; of a table, by a typical one.
rm "$work/recordings/place.rec"
named kept <<'END'
$ echo good
? good
END
recorded kept
has "a good run is recorded" good "$(cat "$work/recordings/kept.rec")"
named kept <<'END'
$ echo other
? good
END
recorded kept
has "a failed one leaves the recording" good "$(cat "$work/recordings/kept.rec")"
is "and nothing beside it" kept.rec "$(ls "$work/recordings")"
cat >"$work/table.sh" <<'END'
cd "$(dirname "$0")" || exit
n=$(($(cat count) + 1))
echo $n >count
echo "100.00 $(sed -n "$n"p totals) 1 1 total"
END
named table <<END
\$ sh $work/table.sh
? total
END
for totals in "0.9 0.1 0.2 0.3 0.4" "0.1 0.2 0.9 0.3 0.4" "0.3 0.9 0.1 0.4 0.2"; do
  echo 0 >"$work/count"
  printf '%s\n' $totals >"$work/totals"
  recorded table
  has "the run with the median total, of $totals" "100.00 0.3 " "$(cat "$work/recordings/table.rec")"
done

named descriptors <<'END'
$ ls /proc/self/fd | tr '\n' ' '
? ^0 1 2 3 $
END
demo --check descriptors 7</dev/null 9>/dev/null
is "a command finds no more files open than at a prompt" 0 $?

named output <<'END'
$ echo one
? ^two$
END
wrong output "printed no line like: ^two$"
named typed-only <<'END'
$ true two
? two
END
wrong typed-only "printed no line like: two" # what is typed is no output
named status <<'END'
$ echo one; false
? one
END
wrong status "ended with 1, not 0"
named nothing-expected <<'END'
$ echo one
$ echo two
? two
END
wrong nothing-expected "step 1 expects no line"
named missing <<'END'
$ no-such-program
? .
END
wrong missing "ended with 127, not 0"
named tall <<'END'
$ seq 40
? 40
END
wrong tall "prints 40 lines"
named wide <<'END'
$ head -c 3000 /dev/zero | tr '\0' x
? x
END
wrong wide "lines; the slide's terminal shows"
named unknown <<'END'
echo one
END
wrong unknown "a line that is none of"
: | named empty
wrong empty "it has no command"
named leaves <<'END'
$ exit 3
? .
END
wrong leaves "did not come to its end"
named hangs <<'END'
$ sleep 1000
? .
END
DEMO_PATIENCE=1 wrong hangs "still running after 1 s"
named detached <<'END'
$ setsid sleep 1000 & nohup sleep 1000 >/dev/null 2>&1 & echo started
? ^started$
END
demo --check detached
is "what a demo leaves is ended: the demo holds" 0 $?
left=0
for file in /proc/[0-9]*/environ; do
  grep -qs "DEMO_DIR=$work" "$file" && grep -qs "DEMO_SESSION=" "$file" && left=$((left + 1))
done
is "what a demo leaves is ended: nothing is left" 0 $left

PLANTED_SECRET=1 demo --check right
named environment <<'END'
$ env | grep -c PLANTED_SECRET
= 1
? ^0$
END
PLANTED_SECRET=1 demo --check environment
is "a command sees nothing of this environment" 0 $?

demo none
is "no such demo: 2" 2 $?
has "no such demo: there are" "there are: descriptors" "$(cat "$work/out")"
demo ../right
is "no name of a demo: 2" 2 $?
demo
is "no demo: 2" 2 $?

# What the slides need, and how to get it.
mkdir "$work/bin"
for tool in sh bash dirname basename; do ln -s "$(command -v $tool)" "$work/bin/$tool"; done
slides() { env PATH="$work/bin" "$root/slides/tools/slides.sh" slides >"$work/out" 2>&1; }
needs() { # needs SENTENCE
  slides
  is "$1: fails" 1 $?
  is "$1: one line" 1 "$(wc -l <"$work/out" | tr -d ' ')"
  has "$1: and says" "$1" "$(cat "$work/out")"
}
needs "Node.js is missing (Debian: apt-get install nodejs npm)"
printf '#!/bin/sh\necho 18\n' >"$work/bin/node"
chmod +x "$work/bin/node"
needs "Node.js 18 is too old: 20 or newer is needed"
printf '#!/bin/sh\necho 20\n' >"$work/bin/node"
needs "npm is missing (Debian: apt-get install npm)"

# In a terminal, by keys: each group is sent when the demo waits for a key; "^C"
# when its command has said 42.
keys() { # keys NAME GROUP...
  local name=$1 group chunk terminal in out
  shift
  : >"$work/raw"
  coproc DEMO { DEMO_MARKS=1 DEMO_INSTANT=1 script -qec "'$root/slides/tools/demo.sh' $name" /dev/null 2>&1; }
  terminal=$DEMO_PID
  exec {in}<&"${DEMO[0]}" {out}>&"${DEMO[1]}"
  heard() { # heard WHAT: reads up to this mark
    while IFS= read -r -d $'\007' -t 20 chunk <&"$in"; do
      printf %s "${chunk%$'\033]'*}" >>"$work/raw"
      [[ ${chunk##*$'\033]5151;'} == $1* ]] && return
    done
    return 1
  }
  for group; do
    if [ "$group" = ^C ]; then
      while IFS= read -r -t 20 chunk <&"$in" && [[ $chunk != 42* ]]; do :; done
      group='\003'
    else
      heard wait || break
    fi
    printf %b "$group" >&"$out"
  done
  heard wait && printf q >&"$out"
  cat <&"$in" >>"$work/raw"
  exec {in}<&- {out}>&-
  wait "$terminal" 2>/dev/null
  sed -e 's/\x1b\][^\x07]*\x07//g' -e 's/\x1b\[[0-9;]*m//g' -e 's/\r//g' "$work/raw" >"$work/out"
}
named steps <<'END'
# Two commands
$ echo $((6 * 7))
= 0
? ^42$
$ echo $((7 * 7))
? ^49$
END
keys steps '\r' '\r' '\r' '\r'
is "Enter types, Enter runs" "# Two commands
\$ echo \$((6 * 7))
42
\$ echo \$((7 * 7))
49" "$(cat "$work/out")"
keys steps 'xy\033[6~' 'z\033[6~' q
is "PageDown too, other keys do nothing, q ends it" "# Two commands
\$ echo \$((6 * 7))
42
\$ " "$(cat "$work/out")"
keys steps '\r'
is "nothing runs at the first Enter" "# Two commands
\$ echo \$((6 * 7))" "$(sed 's/\^D.*//' "$work/out" | head -n 2)"
named long <<'END'
$ bash -c 'echo $((6 * 7)); sleep 1000'
? .
$ echo second
? second
END
keys long '\r' '\r' ^C '\r' '\r'
has "Ctrl-C stops the command only" "second" "$(tail -n 1 "$work/out")"
finish
