#!/bin/sh
# make strace-suite: strace's own tests, run with our tracer in its place. Taken are
# those that run only with -a N and -e trace=NAME, on calls that our table of
# signatures has, and that the machine's strace passes here itself. At least 60 of
# 100 have to pass. The others are counted by cause, which strace-suite.known says; of
# those without a cause the first lines that differ are shown. Of those with -p,
# whatever they attach to and detach from, each has to pass that strace does.
#
# They are fetched from the distribution's source archive into BUILD, where they
# stay: strace is under another licence than the course.
build=$(cd "$1" && pwd) || exit 1
root=$(cd "$(dirname "$0")/.." && pwd)
work=$build/strace-suite
command -v strace >/dev/null && command -v dpkg-source >/dev/null ||
  { echo "strace-suite: needs strace, and a Debian or Ubuntu with dpkg-dev"; exit 77; }
mkdir -p "$work/lists/partial" "$work/sources" && cd "$work" || exit 1

fetch() {
  for list in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list.d/ubuntu.sources; do
    [ -e "$list" ] && sed 's/^Types:.*/Types: deb-src/' "$list" >"sources/${list##*/}"
  done
  [ -e /etc/apt/sources.list ] && sed 's/^deb /deb-src /' /etc/apt/sources.list >sources/main.list
  apt() {
    apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/sources" \
      -o Dir::State::lists="$work/lists" -o Dir::Cache="$work" "$@"
  }
  apt update && apt source strace
}
prepare() {
  cd strace-*/ || return 1
  ./configure --enable-mpers=no && make -C bundled && make -C src printers.h scno.h sen.h &&
    make -C tests libtests.a
}
[ -e ready ] || { (fetch && prepare) >log 2>&1 && touch ready; } ||
  { tail -n 20 log; echo "strace-suite: cannot make it; see $work/log"; exit 1; }
cd strace-*/tests || exit 1

# "NAME CALL,CALL" of the tests in question
sed -n 's/^    {"\([a-z0-9_]*\)",.*/\1/p' "$root/chapters/08-arguments/signatures.cpp" |
  sort -u >"$work/table"
awk 'NR == FNR { known[$1] = 1; next }
  /^#/ || NF == 0 { next }
  {
    calls = $1
    for (i = 2; i <= NF; ++i) {
      if ($i ~ /^-a[0-9]+$/) continue
      if ($i == "-e" && $(i + 1) ~ /^trace=[a-z0-9_,]+$/) { ++i; calls = $i; sub(/^trace=/, "", calls); continue }
      if ($i ~ /^-?-e?trace=[a-z0-9_,]+$/) { calls = $i; sub(/^.*trace=/, "", calls); continue }
      next
    }
    n = split(calls, each, ",")
    for (i = 1; i <= n; ++i) if (!(each[i] in known)) next
    print $1, calls
  }' "$work/table" gen_tests.in >"$work/tests"

programs=$(cut -d ' ' -f 1 "$work/tests")
# shellcheck disable=SC2086 # names
make -k -j"${JOBS:-2}" $programs >"$work/make.log" 2>&1

run() { # run TRACER NAME
  STRACE=$1 srcdir=. timeout 60 sh "./$2.gen.test" >"$work/output" 2>&1
}
run_whole() { STRACE=$1 srcdir=. timeout 60 sh "./$2.test" >"$work/output" 2>&1; }
make -k -j"${JOBS:-2}" set_ptracer_any attach-f-p attach-f-p-cmd attach-p-cmd-cmd attach-p-cmd-p \
  >>"$work/make.log" 2>&1
with_p=0 with_p_passed=0
for name in attach-f-p attach-p-cmd detach-running detach-sleeping detach-stopped; do
  run_whole "$(command -v strace)" "$name" || continue
  with_p=$((with_p + 1))
  if run_whole "$build/tracer" "$name"; then
    with_p_passed=$((with_p_passed + 1))
  else
    echo "$name:"
    tail -n 8 "$work/output"
  fi
done
echo "$with_p_passed of $with_p with -p pass"
grep -v '^#' "$root/tests/strace-suite.known" >"$work/known"
: >"$work/causes"
passed=0 all=0 refused=0
while read -r name calls; do
  cause=$(sed -n "s/^$name	//p" "$work/known")
  [ -x "$name" ] || { refused=$((refused + 1)); continue; }
  run "$(command -v strace)" "$name" || { refused=$((refused + 1)); continue; }
  all=$((all + 1))
  if run "$build/tracer" "$name"; then
    passed=$((passed + 1))
    [ -z "$cause" ] || echo "$name passes: strace-suite.known need not say why not"
  else
    echo "${cause:-no known cause}" >>"$work/causes"
    [ -n "$cause" ] || { echo "$name ($calls):"
      grep -a -m 4 '^[-+][^-+]' "$work/output" | cut -c 1-"${COLUMNS:-200}"; }
  fi
done <"$work/tests"
sort "$work/causes" | uniq -c | sort -rn
echo "$passed of $all pass; $refused others do not pass with strace here, or are not made"
[ "$with_p" -gt 0 ] && [ "$with_p_passed" = "$with_p" ] || exit 1
[ "$all" -gt 0 ] && [ $((passed * 100)) -ge $((all * 60)) ]
