#!/bin/sh
# make bench: how long a learner waits for a verdict, and what a traced call
# costs beside strace. Medians of several runs; no test depends on them, since
# machines are noisy.
build=$1
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

now() { date +%s.%N; }
seconds_since() { echo "$(now) $1" | awk '{ printf "%.3f\n", $1 - $2 }'; }
# median, least and most of the numbers on stdin, one a line
spread() {
  sort -n | awk '{ v[NR] = $1 } END { printf "%.3f  (%.3f to %.3f)\n",
    v[int((NR + 1) / 2)], v[1], v[NR] }'
}

echo "From a clean clone to the first verdict, in seconds:"
git -C "$root" ls-files -z --cached --others --exclude-standard |
  (cd "$root" && xargs -0 tar cf - 2>/dev/null) | (mkdir "$work/clone" && tar xf - -C "$work/clone")
cd "$work/clone" || exit 1
start=$(now)
{ make chapter-01 && ./check; } >"$work/log" 2>&1
grep -q 'checks hold' "$work/log" || { cat "$work/log"; exit 1; }
echo "  $(seconds_since "$start")"

echo "From an edit to the verdict, with all checks of the chapter, in seconds:"
for chapter in chapters/[0-9]*; do
  name=${chapter#chapters/} number=${name%%-*}
  for solution in solutions/"$name"/*; do cp "$solution" "$chapter/"; done
  file=$chapter/$(basename "$solution")
  make "chapter-$number" >"$work/log" 2>&1 && ./check >>"$work/log" 2>&1 ||
    { cat "$work/log"; exit 1; }
  for _ in 1 2 3 4 5 6 7; do
    echo "// edited" >>"$file"
    start=$(now)
    { make "chapter-$number" && ./check; } >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    seconds_since "$start"
  done | spread | sed "s/^/  chapter $number  /"
done

# Costs are ratios to a run of strace just before or after.
busy=$build/tracees/busy
echo "What 20000 calls cost under a tracer, as a ratio to strace -c -w:"
command -v strace >/dev/null || { echo "  strace is not installed"; exit 0; }
timed() { start=$(now); "$@" >/dev/null 2>&1; seconds_since "$start"; }
compare() { # compare LABEL PREFIX...
  label=$1
  shift
  for _ in 1 2 3 4 5 6 7 8 9 10 11; do
    theirs=$(timed "$@" strace -c -w "$busy")
    ours=$(timed "$@" "$build/tracer" -c "$busy")
    echo "$ours $theirs" | awk '{ printf "%.4f\n", $1 / $2 }'
  done | spread | sed "s/^/  $label  /"
}
compare "as it comes   " env
compare "on one CPU    " taskset -c 0

# With -o, a line for each call: chapter 08's, or whatever the tracer is then.
echo "What lines cost, as a ratio to strace -f -o, on one CPU (median, least, most):"
lines() { # lines LABEL COMMAND...
  label=$1
  shift
  for _ in 1 2 3 4 5 6 7 8 9 10 11; do
    theirs=$(timed taskset -c 0 strace -f -o "$work/theirs" "$@")
    ours=$(timed taskset -c 0 "$build/tracer" -f -o "$work/ours" "$@")
    echo "$ours $theirs" | awk '{ printf "%.4f\n", $1 / $2 }'
  done | spread | sed "s/^/  $label  /"
}
lines "100000 calls   " sh -c "for i in 1 2 3 4 5; do $busy; done"
lines "find           " find /usr/share/doc
