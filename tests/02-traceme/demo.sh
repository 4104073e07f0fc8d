# make demo: this chapter at work. See tests/demo.sh.
echo "02  A command run as a tracee, to its end:"
trace 4 ./solution-02 ls /
