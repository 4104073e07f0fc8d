# make demo: this chapter at work. See tests/demo.sh.
echo "05  Counted, and timed:"
trace 12 ./solution-05 -c ls /
