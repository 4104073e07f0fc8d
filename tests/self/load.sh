#!/bin/sh
# load.sh BUILD [RUNS [LOAD [PART]]]: no verdict depends on how busy the machine is.
# For maintainers, and no part of make test: it takes an hour. Judges the solution
# of every chapter (or of those whose names have PART in them) RUNS times, 200 if
# not said, while LOAD processes, 16, want the processors and never wait: each
# verdict has to be that all holds.
build=$1 runs=${2:-200} load=${3:-16} part=$4
. "$(dirname "$0")/answer.sh"
cd "$ROOT" || exit 1
busy=
# Each of them ends by itself, too, when this one is gone.
trap '[ -z "$busy" ] || kill $busy 2>/dev/null' EXIT
trap 'exit 1' INT TERM
for _ in $(seq "$load"); do
  sh -c 'while [ -d "/proc/$1" ]; do i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); done; done' sh $$ &
  busy="$busy $!"
done
other=0
for solution in solutions/*"$part"*/*; do
  chapter=$(basename "$(dirname "$solution")")
  begun=$(date +%s) slowest=0 wrong=0
  for run in $(seq "$runs"); do
    start=$(date +%s)
    "$build/checker" "${chapter%%-*}" --programs "$build/solved" --file "$solution" \
      >"$build/state/load.verdict" 2>&1 || {
      wrong=$((wrong + 1))
      echo "run $run of $chapter:"
      cat "$build/state/load.verdict"
    }
    took=$(($(date +%s) - start))
    [ $took -le $slowest ] || slowest=$took
  done
  echo "$chapter: $runs runs, $wrong with another verdict; the slowest took $slowest s," \
    "all $(($(date +%s) - begun)) s; load $(cut -d' ' -f1 /proc/loadavg)"
  other=$((other + wrong))
done
[ $other = 0 ]
