# make demo: this chapter at work. See tests/demo.sh.
echo "03  Each call stops twice. First seen, every line comes twice:"
trace 6 ./starter-03 ls /
echo "    and once, when the tracer tells entry from exit:"
trace 6 ./solution-03 ls /
