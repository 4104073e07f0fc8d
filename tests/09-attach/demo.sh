# make demo: this chapter at work. See tests/demo.sh.
echo
echo "09  A process that runs already, and sends its tracer a SIGTERM. It lives on:"
trace 8 sh -c 'tracees/runs-already ends-tracer & exec ./solution-09 -e trace=getppid,kill -p $!'
