# make demo: this chapter at work. See tests/demo.sh.
echo "01  A system call with no library between:"
show 2 ./solution-01
