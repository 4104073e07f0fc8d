#!/bin/sh
# build.sh BUILD NN [CMAKE-OPTION...]: builds what chapter NN needs. On a terminal one
# line tells how far it is; if the learner's file does not compile, what is shown
# is the first error in it, once. All that the compiler said is kept in a log.
build=$1 number=$2
shift 2
cd "$(dirname "$0")/../.." || exit 1
root=$PWD
log=$build/state/$number.log
mkdir -p "$build/state"
if [ -t 1 ]; then terminal=yes; else terminal=no; fi

status=$(
  {
    cmake --build "$build" --target "build-$number" "$@" 2>&1
    echo "ended with $?"
  } | {
    : >"$log"
    while IFS= read -r line; do
      case $line in
        'ended with '*) status=${line#ended with } ;;
        '['[0-9]*/[0-9]*'] '*)
          [ $terminal = no ] || printf '\r\033[K%.79s' "$line" >&3 ;;
        *) printf '%s\n' "$line" >>"$log" ;;
      esac
    done
    [ $terminal = no ] || printf '\r\033[K' >&3
    echo "${status:-1}"
  }
) 3>&1
if [ "$status" = 0 ]; then
  grep -vx -e 'ninja: no work to do\.' -e 'ninja: Entering directory .*' "$log" # warnings
  exit 0
fi

# Compilers write "FILE:LINE:COLUMN: error: WHAT", and below it the line. In a
# template of a library the learner's own line stands in a note: GCC's before the
# error ("required from here"), Clang's after it.
file=$(cd solutions && ls "$number"-*/*)
awk -v own="chapters/$file" -v root="$root/" -v number="$number" -v log_file="$log" '
  function place(text) { return substr(text, 1, match(text, /:[0-9]+:/) + RLENGTH - 2) }
  {
    while (at = index($0, root)) $0 = substr($0, 1, at - 1) substr($0, at + length(root))
    line[NR] = $0
    mine = index($0, own ":") == 1
    if (/:[0-9]+: (fatal )?error: /) {
      if (mine) { if (!first_mine) first_mine = NR }
      else if (!first) first = NR
      if (led && !library) { library = NR; mine_of_library = led }
      # Of several for one line of the learner, what the library says itself.
      else if (led && place(line[led]) == place(line[mine_of_library]) &&
               /static assertion failed/ && line[library] !~ /static assertion failed/)
        library = NR
      led = 0
      if (!mine) error = NR
    } else if (mine && /:[0-9]+: +required from/) {
      led = NR
    } else if (mine && /: note: / && error && !library) {
      library = error
      mine_of_library = NR
    }
    if (!undefined && /undefined (reference|symbol)/) undefined = NR
  }
  function shortened(text) { return length(text) > 300 ? substr(text, 1, 297) "..." : text }
  # An error with the lines of source below it.
  function excerpt(at,   i) {
    print shortened(line[at])
    for (i = at + 1; i <= at + 3 && line[i] ~ /^ /; ++i) print line[i]
  }
  END {
    printf "chapter %s   %s does not compile.\n", number, own
    if (first_mine && (!library || first_mine < library)) {
      excerpt(first_mine)
    } else if (library) {
      where = place(line[mine_of_library])
      what = line[library]
      sub(/^.*error: /, "error: ", what)
      print shortened(where ": " what)
      while ((getline text < own) > 0) {
        if (++n == substr(where, length(own) + 2)) printf "%5d | %s\n", n, text
      }
    } else if (first) {
      excerpt(first)
    } else if (undefined) {
      print shortened(line[undefined])
    } else {
      for (i = 1; i <= NR && i <= 20; ++i) print line[i]
    }
    print "That is the first error; all that was said: " log_file
  }' "$log"
exit "$status"
