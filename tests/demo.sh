#!/bin/sh
# make demo: the chapters at work, each as its tests/NN-name/demo.sh has it. CMake
# builds the programs that those name.
cd "$1" || exit 1
show() { # show LINES COMMAND...: the command, and the first lines that it prints
  lines=$1
  shift
  echo "\$ $*"
  "$@" 2>&1 | head -n "$lines"
  echo
}
trace() { # trace LINES COMMAND...: the same of its trace, which goes to stderr
  lines=$1
  shift
  echo "\$ $*"
  "$@" 2>&1 >/dev/null | head -n "$lines"
  echo
}
for demo in "$(dirname "$0")"/[0-9]*/demo.sh; do
  . "$demo"
done
