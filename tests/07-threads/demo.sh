# make demo: this chapter at work. See tests/demo.sh.
echo
echo "07  A child, while its parent is inside clone. Each line says whose it is:"
trace 8 ./solution-07 -f tracees/waits-for-child
