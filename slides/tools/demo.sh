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
#
# Enter (or a clicker's PageDown) types the next command, Enter runs it; Ctrl-C
# stops the command only; q ends the demo. Commands run at the root of the course.
#
# In the slides' terminal, and for the recording, DEMO_MARKS=1 adds marks that no
# terminal shows: ESC ] 5151 ; wait BEL before a key is waited for, "run N" before
# the output of a step, "done N STATUS" behind it, "end" at the end.
set -u
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$tools/../.." && pwd)
demos=${DEMO_DIR:-$root/slides/demos} # its tests have others
patience=${DEMO_PATIENCE:-30}         # seconds until a demo hangs
columns=86 rows=20 # of the slides' terminal: no step may print more

die() { echo "demo: $*" >&2; exit 2; }
file_of() {
  [[ $1 =~ ^[a-z0-9-]+$ ]] || die "'$1' is no name of a demo"
  local file=$demos/$1.demo
  [ -r "$file" ] || die "there is no demo '$1'; there are: $(cd "$demos" && echo *.demo | sed 's/\.demo//g')"
  echo "$file"
}

# ---- giving it ------------------------------------------------------------

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
type_out() {
  local i
  [ -n "${DEMO_AUTO-}${DEMO_INSTANT-}" ] && { printf %s "$1"; return; }
  for ((i = 0; i < ${#1}; i++)); do printf %s "${1:i:1}"; sleep 0.02; done
}
give() {
  local line step=0 lines file
  file=$(file_of "$1") || exit
  mapfile -t lines <"$file"
  cd "$root" || exit 2
  trap : INT # Ctrl-C is for the command: it is the shell's to go on
  for line in "${lines[@]}"; do
    case $line in
      '# '*) printf '\033[33m%s\033[0m\n' "$line" ;;
      '$ '*)
        step=$((step + 1))
        printf '\033[1;32m$\033[0m '
        wait_for_key
        type_out "${line:2}"
        wait_for_key
        printf '\n'
        mark "run $step"
        eval "${line:2}"
        mark "done $step $?"
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
    [ $empty = 2 ] && return
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
plain() { sed -e 's/\x1b\][^\x07]*\x07//g' -e 's/\x1b\[[0-9;]*m//g' -e 's/\r//g'; }
check() { # check NAME: says what is wrong with it
  local file recording step=0 status wanted line seen taken faults=0 id=$RANDOM$RANDOM$$
  file=$(file_of "$1") || exit 2
  recording=$(mktemp) || exit 2
  (session "$id" DEMO_AUTO=1 "$1") </dev/null >"$recording" 2>&1 &
  local session=$! waited=0
  while kill -0 $session 2>/dev/null && [ $waited -lt $((patience * 10)) ]; do
    sleep 0.1
    waited=$((waited + 1))
  done
  local ended=$waited
  end_session "$id"
  wait $session 2>/dev/null
  fault() { echo "FAIL  $1: $2"; faults=$((faults + 1)); }
  [ $ended -lt $((patience * 10)) ] || fault "$1" "it was still running after $patience s"
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
      '$ '*) finish_step "$1"; step=$((step + 1)) wanted=0 seen=0 ;;
      '= '*) wanted=${line:2} ;;
      '? '*)
        seen=1
        output $step | grep -qE -- "${line:2}" ||
          fault "$1" "step $step printed no line like: ${line:2}"$'\n'"$(output $step | sed 's/^/      /')"
        ;;
      '# '* | '') ;;
      *) fault "$1" "a line that is none of '# ', '\$ ', '= ', '? ': $line" ;;
    esac
  done <"$file"
  finish_step "$1"
  [ $step = 0 ] && fault "$1" "it has no command"
  if [ $faults = 0 ]; then
    echo "ok    $1: $step command$([ $step = 1 ] || echo s)"
    [ -z "${DEMO_RECORD-}" ] || cp "$recording" "$DEMO_RECORD/$1.rec"
  fi
  rm -f "$recording"
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
  --session) session "$2" "DEMO_AUTO=" "$3" ;; # the slides' server
  --end) end_session "$2" ;;
  -* | '') sed -n '2,3s/^# //p' "$0"; exit 2 ;;
  *) for name; do (give "$name") || exit; done ;;
esac
