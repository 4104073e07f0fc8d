# make demo: this chapter at work. See tests/demo.sh.
echo
echo "09  A process that runs already. It asks for the end of its tracer itself:"
tracees/runs-already ends-tracer >/dev/null &
trace 8 ./solution-09 -p $!
wait
