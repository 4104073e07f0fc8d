#!/bin/sh
# Builds a chapter from some answer and compares the checker's verdict with what
# it has to be. One test of ctest each:
#
#   judge.sh BUILD starter NN            compiles without a warning, and the
#                                        first TODO's check fails
#   judge.sh BUILD after NN TODO NEXT    with all TODOs done up to this one, the
#                                        next one's check fails
#   judge.sh BUILD only NN TODO          with this one TODO left out, its own
#                                        check fails
#   judge.sh BUILD mistake NN FILE       a wrong answer fails where its first
#                                        lines say ("// fails: 5a", "// says:
#                                        errors-read-at-entry", or "nothing";
#                                        or several, if it is a race); "//
#                                        shows: TEXT": what has to stand in it;
#                                        "// on: x86_64": on that machine only;
#                                        "// needs: 32-bit": where a program can
#                                        make 32-bit calls
#   judge.sh BUILD variant NN FILE       a right answer that is not ours passes
#
# FILE has the regions that differ from the solution, or is a whole file, or says
# what differs outside the regions ("// change: " and a script of sed(1)).
#
# Where this machine cannot do what a check needs, the check is left out; an answer
# that only such a check can catch is left out, too (77).
build=$1 mode=$2 chapter=$3 what=$4 next=$5
. "${0%/*}/answer.sh"
number=${chapter%%-*}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
solution=$(solution_of "$chapter")
starter=$(starter_of "$chapter")
answer=$work/${solution##*/}

die() {
  echo "judge: $*"
  [ -f "$work/verdict" ] && cat "$work/verdict"
  exit 1
}

# read_head FILE: its "// KEY: value" lines. What no one reads is an error.
read_head() {
  fails='' says='' shows='' machine='' needs='' change=''
  while IFS= read -r line; do
    case $line in '// '[a-z]*': '*) ;; *) continue ;; esac
    value=${line#*: }
    line=${line#// }
    case ${line%%: *} in
      fails) fails=$value ;;
      says) says=$value ;;
      shows) shows=$value ;;
      on) machine=$value ;;
      needs) needs=$value ;;
      change) change="$change$value
" ;;
      *[!a-z-]*) ;; # a sentence
      *) die "$1 has a line '// ${line%%: *}: ', which nothing reads" ;;
    esac
  done <"$1"
}
read_head "$starter"
[ ! -f "$what" ] || read_head "$what"
case $mode in
  starter) fails=${number#0}a says=any patch=$starter arguments="after 0" ;;
  after) fails=$next says=any patch=$starter arguments="after $what" ;;
  only) fails=$what says=any patch=$starter arguments="only $what" ;;
  mistake)
    patch=$what arguments=
    [ "${machine:-$(uname -m)}" = "$(uname -m)" ] || exit 77
    case $needs in
      '') ;;
      32-bit) makes_compat32_calls || exit 77 ;;
      *) die "$what needs '$needs', which is not known" ;;
    esac
    [ -n "$fails" ] && [ -n "$says" ] || die "$what lacks // fails: or // says:"
    ;;
  variant) fails='' says=any patch=$what arguments= ;;
  *) die "unknown mode $mode" ;;
esac
if [ -n "$change" ]; then
  sed -e "$change" "$solution" >"$answer"
  ! cmp -s "$solution" "$answer" || die "$what changes nothing"
else
  # shellcheck disable=SC2086 # the arguments are words
  "$build/splice" "$solution" "$patch" $arguments >"$answer" || exit 1
fi

compile_answer "$chapter" "$answer" "$work" 2>"$work/errors"
compiled=$?

if [ "$fails" = make ]; then
  # It does not compile; what the learner has is the program of an hour ago.
  [ $compiled != 0 ] || die "it compiles"
  for program in chapter probe; do
    cp -L "$build/solved/$program-$number" "$work/"
    touch -d '1 hour ago' "$work/$program-$number"
  done
elif [ $compiled != 0 ]; then
  cat "$work/errors"
  die "it does not compile"
elif [ "$mode" != mistake ] && [ -s "$work/errors" ]; then
  cat "$work/errors"
  die "it compiles with a warning"
fi

"$build/checker" "$number" --programs "$work" --file "$answer" >"$work/verdict" 2>&1
status=$?
failed='' named='' check='' asked=no skipped=no long=no lines=0
while IFS= read -r line; do
  lines=$((lines + 1))
  [ ${#line} -le 80 ] || long=yes
  case $line in
    '  edit   TODO '*)
      failed=${line#*TODO }
      failed=${failed%% *}
      ;;
    *'Known mistake: '*) named=${line#*Known mistake: } ;;
    '  FAIL  '*) check=${line#'  FAIL  '} ;;
    '  skip  '*) skipped=yes ;;
    '              '*\?*) asked=yes ;;
  esac
done <"$work/verdict"
if [ "$fails" = make ]; then failed=make; fi

# Is it the solution on this machine? (A region may have nothing to do here.)
preprocessed() { # shellcheck disable=SC2086 # flags are words
  $CXX $FLAGS $INCLUDES -E -P "$1"
}
case $mode in
  after | only)
    [ $status != 0 ] || [ "$(preprocessed "$answer")" != "$(preprocessed "$solution")" ] || exit 77
    ;;
esac

if [ -z "$fails" ]; then
  [ $status = 0 ] || die "it is right, and did not pass"
elif [ $status = 0 ] && [ $skipped = yes ]; then
  exit 77
else
  [ $status = 1 ] || die "the exit status is $status, not 1"
  [ "$failed" = "$fails" ] || die "TODO $fails should be the one to edit, not '$failed'"
  [ "$fails" = make ] || [ $asked = yes ] || die "there is no question"
  case " $says " in
    " any " | *" ${named:-nothing} "*) ;;
    *) die "the mistake is $says, not '${named:-nothing}'" ;;
  esac
fi
[ -z "$shows" ] || grep -q -F -e "$shows" "$work/verdict" || die "it does not show: $shows"
[ $lines -le 24 ] || die "more than 24 lines"
[ $long = no ] || die "a line is longer than 80 columns"
# Which check caught it: see catches.sh.
[ -d "$build/judged" ] || mkdir -p "$build/judged"
printf '%s\n' "$check" >"$build/judged/$number-$mode-${what##*/}"
if [ -n "$JUDGE_SHOW" ]; then cat "$work/verdict"; fi
echo "ok"
