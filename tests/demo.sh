#!/bin/sh
# The six chapters at work on `ls /`. A chapter's trace goes to stderr; here it
# is cut short, and what ls itself prints is left out.
cd "$1" || exit 1
show() { # show LINES COMMAND...: the command, and the first lines of its trace
  lines=$1
  shift
  echo "\$ $*"
  "$@" 2>&1 >/dev/null | head -n "$lines"
  echo
}
echo "01  A system call with no library between:"
echo "\$ ./solution-01"
./solution-01
echo
echo "02  A command run as a tracee, to its end:"
show 4 ./solution-02 ls /
echo "03  Each call stops twice. First seen, every line comes twice:"
show 6 ./starter-03 ls /
echo "    and once, when the tracer tells entry from exit:"
show 6 ./solution-03 ls /
echo "04  Names for numbers:"
show 8 ./solution-04 ls /
echo "05  Counted, and timed:"
show 12 ./solution-05 -c ls /
echo "06  A call taken away. ls cannot open anything any more:"
echo "\$ ./solution-06 --deny openat ls /"
./solution-06 --deny openat ls / 2>&1 >/dev/null | grep -e '^openat' -e '^ls' -e '^+++' |
  head -n 5
