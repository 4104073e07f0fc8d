# make demo: this chapter at work. See tests/demo.sh.
echo "04  Names for numbers:"
trace 8 ./solution-04 ls /
