# make demo: this chapter at work. See tests/demo.sh.
echo "06  A call taken away. ls cannot open anything any more:"
echo "\$ ./solution-06 --deny openat ls /"
./solution-06 --deny openat ls / 2>&1 >/dev/null | grep -e '^openat' -e '^ls' -e '^+++' |
  head -n 5
