# make demo: this chapter at work. See tests/demo.sh.
echo
echo "08  The lines that everybody knows. Strings, flags and structs are the tracee's own:"
trace 6 ./solution-08 -e trace=openat tracees/paths
