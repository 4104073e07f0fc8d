#!/bin/sh
# load.sh BUILD [RUNS [LOAD [PART]]]: no verdict depends on how busy the machine is.
# For maintainers, and no part of make test: it takes a quarter of an hour. Judges the
# solutions of all chapters (or of those whose names have PART in them) side by side,
# each RUNS times, 200 if not said, while LOAD processes, 16, want the processors and
# never wait: each verdict has to be that all holds.
build=$1 runs=${2:-200} load=${3:-16} part=$4
. "$(dirname "$0")/answer.sh"
cd "$ROOT" || exit 1
busy= work=$(mktemp -d) || exit 1
# Each of them ends by itself, too, when this one is gone.
trap '[ -z "$busy" ] || kill $busy 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
for _ in $(seq "$load"); do
  sh -c 'while [ -d "/proc/$1" ]; do i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); done; done' sh $$ &
  busy="$busy $!"
done
judge_often() { # judge_often SOLUTION: fails if one had another verdict
  chapter=$(basename "$(dirname "$1")") verdict=$work/$(basename "$(dirname "$1")")
  begun=$(date +%s) slowest=0 wrong=0
  for run in $(seq "$runs"); do
    start=$(date +%s)
    "$build/checker" "${chapter%%-*}" --programs "$build/solved" --file "$1" \
      >"$verdict" 2>&1 || {
      wrong=$((wrong + 1))
      echo "run $run of $chapter:"
      cat "$verdict"
    }
    took=$(($(date +%s) - start))
    [ $took -le $slowest ] || slowest=$took
  done
  echo "$chapter: $runs runs, $wrong with another verdict; the slowest took $slowest s," \
    "all $(($(date +%s) - begun)) s; load $(cut -d' ' -f1 /proc/loadavg)"
  [ $wrong = 0 ]
}
judges=
# shellcheck disable=SC2231 # PART may be a pattern
for solution in solutions/*$part*/*; do # side by side
  [ -f "$solution" ] || { echo "no chapter has '$part' in its name"; exit 1; }
  judge_often "$solution" &
  judges="$judges $!"
done
other=no
for judge in $judges; do wait "$judge" || other=yes; done
[ $other = no ]
