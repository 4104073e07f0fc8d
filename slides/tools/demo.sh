#!/bin/bash
# demo.sh NAME...           gives these demos in this terminal
# demo.sh --check NAME...   runs them by itself and says what is not as expected
#
# A demo is a file slides/demos/NAME.demo:
#
#     # said aloud                  shown in yellow
#     $ command                     typed by the runner, run in one bash for all
#     = 1                           its exit status, if that is not 0
#     ? ^regular expression$        a line that its output must have (grep -E)
#     * ^regular expression$        the same, and the slide lights these lines
#     clear                         the next Enter clears the screen first
#
# Enter (or a clicker's PageDown) types the next command, Enter runs it; Ctrl-C
# stops the command only; q ends the demo. Commands run in a directory of their
# own, which is removed behind them; in it, build is the course's.
#
# With DEMO_RECORD, a directory, --check also keeps there what a good run printed,
# NAME.rec; a recording is replaced only by a good one. A demo that prints a table
# with a total is run five times, and the most typical run is kept.
#
# In the slides' terminal, and for the recording, DEMO_MARKS=1 adds marks that no
# terminal shows: ESC ] 5151 ; wait BEL before a key is waited for, "step N" at the
# prompt of a step, "run N" before its output, "done N STATUS" behind it, "end".
set -u
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$tools/../.." && pwd)
demos=${DEMO_DIR:-$root/slides/demos} # its tests have others
patience=${DEMO_PATIENCE:-30}         # seconds until a demo hangs
columns=88 rows=18 # of the slides' terminal: no step may print more

die() { echo "demo: $*" >&2; exit 2; }
file_of() {
  [[ $1 =~ ^[a-z0-9-]+$ ]] || die "'$1' is no name of a demo"
  local file=$demos/$1.demo
  [ -r "$file" ] || die "there is no demo '$1'; there are: $(cd "$demos" && echo *.demo | sed 's/\.demo//g')"
  echo "$file"
}

# ---- giving it ------------------------------------------------------------

place_of() { echo "/tmp/demo.$1"; }
mark() { if [ -n "${DEMO_MARKS-}" ]; then printf '\033]5151;%s\007' "$1"; fi; }
wait_for_key() { # Enter or PageDown
  mark wait
  [ -n "${DEMO_AUTO-}" ] && return
  local key
  while IFS= read -rsn1 key; do
    case $key in
      '' | $'\n') return ;;
      q | $'\004') echo; exit 0 ;; # or Ctrl-D
      $'\033') IFS= read -rsn3 -t 0.05 key; [ "$key" = '[6~' ] && return ;;
    esac
  done
  exit 0
}
type_out() { # a key while it types: the rest at once
  local i key
  [ -n "${DEMO_AUTO-}${DEMO_INSTANT-}" ] && { printf %s "$1"; return; }
  for ((i = 0; i < ${#1}; i++)); do
    printf %s "${1:i:1}"
    IFS= read -rsn1 -t 0.02 key || continue # nothing forked: typing takes no CPU
    [ "$key" = $'\033' ] && IFS= read -rsn3 -t 0.05 key
    printf %s "${1:i+1}"
    return
  done
}
give() {
  local line step=0 lines file cleared= place
  file=$(file_of "$1") || exit
  mapfile -t lines <"$file"
  place=$(place_of "${DEMO_SESSION:-$$}")
  if mkdir -m 700 "$place"; then
    trap "echo_keys echo; cd / && rm -rf '$place'" EXIT # also when its server is gone
    ln -s "$root/build" "$place/build"
    cd "$place" || exit 2
  else # a full disk, perhaps: many demos need no file
    cd "$root" || exit 2
  fi
  trap : INT # Ctrl-C is for the command: it is the shell's to go on
  echo_keys() { if [ -t 0 ]; then stty "$1"; fi; }
  echo_keys -echo # a key that comes early is not shown
  for line in "${lines[@]}"; do
    case $line in
      '# '*) printf '\033[33m%s\033[0m\n' "$line" ;;
      clear)
        wait_for_key
        printf '\033[H\033[2J'
        cleared=yes # and the same key types
        ;;
      '$ '*)
        step=$((step + 1))
        printf '\033[1;32m$\033[0m '
        mark "step $step"
        [ -n "$cleared" ] || wait_for_key
        cleared=
        type_out "${line:2}"
        wait_for_key
        printf '\n'
        echo_keys echo
        mark "run $step"
        eval "${line:2}"
        mark "done $step $?"
        echo_keys -echo
        ;;
    esac
  done
  mark end
}

# ---- checking it ----------------------------------------------------------

# All processes of a session carry its mark in their environment; those that
# left it, or will not end, too. In the middle of an execve a process shows no
# environment, so it has to be found empty twice.
end_session() {
  local tries files file empty=0
  for ((tries = 0; tries < 20; tries++)); do
    mapfile -t files < <(grep -ls "DEMO_SESSION=$1" /proc/[0-9]*/environ)
    empty=$((${#files[@]} == 0 ? empty + 1 : 0))
    [ $empty = 2 ] && { rm -rf "$(place_of "$1")"; return; }
    for file in "${files[@]}"; do
      file=${file#/proc/}
      kill -KILL "${file%/environ}" 2>/dev/null # it may have ended meanwhile
    done
    sleep 0.02
  done
  die "processes of a demo do not end"
}
# A demo on a terminal of its own, with an environment that shows nothing of
# this machine. What it prints goes to stdout.
session() { # session MARK VARIABLE... NAME
  local id=$1 fd
  shift
  # The first file that a command opens is number 3, whoever runs the demo.
  for fd in /proc/$BASHPID/fd/*; do
    [ "${fd##*/}" -gt 2 ] && [ "${fd##*/}" -lt 255 ] && eval "exec ${fd##*/}>&-"
  done
  exec env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME=/tmp USER=demo \
    TERM=xterm-256color LC_ALL=C SHELL=/bin/bash DEMO_MARKS=1 \
    DEMO_SESSION="$id" DEMO_DIR="$demos" "${@:1:$#-1}" script -qefc \
    "stty cols $columns rows $rows; exec bash '$tools/demo.sh' '${*: -1}'" /dev/null
}
plain() { sed -e 's/\x1b\][^\x07]*\x07//g' -e 's/\x1b\[[0-9;]*[mHJ]//g' -e 's/\r//g'; }
# Runs a demo by itself. Its output goes into a file; false if it had to be ended.
run() { # run NAME FILE
  local id=$RANDOM$RANDOM$$ waited=0 session
  (session "$id" DEMO_AUTO=1 "$1") </dev/null >"$2" 2>&1 &
  session=$!
  while kill -0 $session 2>/dev/null && [ $waited -lt $((patience * 10)) ]; do
    sleep 0.1
    waited=$((waited + 1))
  done
  end_session "$id"
  wait $session 2>/dev/null
  [ $waited -lt $((patience * 10)) ]
}
# The totals of the tables in a recording, in seconds, one a line.
totals() { plain <"$1" | awk '$NF == "total" && $2 + 0 == $2 { print $2 }'; }
# Of several recordings, the one whose totals are nearest to the median of each.
typical() {
  local file
  for file; do echo "$file" $(totals "$file"); done | awk '
    { name[NR] = $1; for (i = 2; i <= NF; i++) value[NR, i] = $i; fields = NF }
    END {
      for (i = 2; i <= fields; i++) {
        for (n = 1; n <= NR; n++) {
          below = 0
          for (m = 1; m <= NR; m++) below += value[m, i] < value[n, i] || (value[m, i] == value[n, i] && m < n)
          if (below == int(NR / 2)) median = value[n, i]
        }
        for (n = 1; n <= NR; n++) off[n] += (value[n, i] > median ? value[n, i] - median : median - value[n, i]) / (median + 1e-9)
      }
      best = 1
      for (n = 2; n <= NR; n++) if (off[n] < off[best]) best = n
      print name[best]
    }'
}
check() { # check NAME: says what is wrong with it
  local file work recording step=0 status wanted line seen taken faults=0 again
  file=$(file_of "$1") || exit 2
  work=$(mktemp -d) || { echo "FAIL  $1: there is no room for its output"; return 1; }
  recording=$work/1
  fault() { echo "FAIL  $1: $2"; faults=$((faults + 1)); }
  run "$1" "$recording" || fault "$1" "it was still running after $patience s"
  if [ -n "${DEMO_RECORD-}" ] && [ -n "$(totals "$recording")" ]; then
    for again in 2 3 4 5; do run "$1" "$work/$again"; done
    recording=$(typical "$work"/[1-5])
  fi
  grep -q $'\033]5151;end\007' "$recording" || fault "$1" "it did not come to its end"
  # The output of step N, and its exit status.
  output() { tr '\n' '\001' <"$recording" | grep -oP "\x1b\]5151;run $1\x07.*?\x1b\]5151;done $1 [0-9]+\x07" | tr '\001' '\n' | plain; }
  status_of() { grep -aoP "\x1b\]5151;done $1 \K[0-9]+" "$recording"; }
  finish_step() {
    [ $step = 0 ] && return
    [ "$seen" = 0 ] && fault "$1" "step $step expects no line: add one that begins with '?'"
    status=$(status_of $step)
    [ "${status:-none}" = "$wanted" ] || fault "$1" "step $step ended with ${status:-nothing}, not $wanted"
    taken=$(($(output $step | fold -w $columns | wc -l) - 1)) # grep's own
    [ "$taken" -le $((rows - 3)) ] || fault "$1" "step $step prints $taken lines; the slide's terminal shows $((rows - 3))"
  }
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      '$ '*)
        finish_step "$1"
        step=$((step + 1)) wanted=0 seen=0
        [ ${#line} -lt $columns ] || fault "$1" "step $step is no single line of the slide's terminal"
        ;;
      '= '*) wanted=${line:2} ;;
      '? '* | '* '*)
        seen=1
        output $step | grep -qE -- "${line:2}" ||
          fault "$1" "step $step printed no line like: ${line:2}"$'\n'"$(output $step | sed 's/^/      /')"
        ;;
      '# '* | clear | '') ;;
      *) fault "$1" "a line that is none of '# ', '\$ ', '= ', '? ', '* ', 'clear': $line" ;;
    esac
  done <"$file"
  finish_step "$1"
  [ $step = 0 ] && fault "$1" "it has no command"
  if [ $faults = 0 ] && [ -n "${DEMO_RECORD-}" ]; then
    # A whole recording, or the one that was there.
    { cp "$recording" "$DEMO_RECORD/$1.new" && mv "$DEMO_RECORD/$1.new" "$DEMO_RECORD/$1.rec"; } 2>/dev/null ||
      { rm -f "$DEMO_RECORD/$1.new"; fault "$1" "its recording cannot be written"; }
  fi
  [ $faults = 0 ] && echo "ok    $1: $step command$([ $step = 1 ] || echo s)"
  rm -rf "$work"
  [ $faults = 0 ]
}

case ${1-} in
  --check)
    shift
    [ $# -gt 0 ] || die "which demo?"
    command -v script >/dev/null || die "script(1) is missing (Debian: bsdutils; Fedora: util-linux-script)"
    failed=0
    for name; do check "$name" || failed=1; done
    exit $failed
    ;;
  --session) session "$2" DEMO_AUTO= "DEMO_INSTANT=${DEMO_INSTANT-}" "$3" ;; # the slides' server
  --end) end_session "$2" ;;
  -* | '') sed -n '2,3s/^# //p' "$0"; exit 2 ;;
  *) for name; do (give "$name") || exit; done ;;
esac
