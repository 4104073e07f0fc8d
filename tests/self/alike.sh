# For the tests that compare two runs of a command; read with ".": $alike before it
# makes them as alike as can be: one CPU, and addresses that are no chance, where that
# is permitted.
alike=
setarch -R true 2>/dev/null && alike="setarch -R"
taskset -c 0 true 2>/dev/null && alike="$alike taskset -c 0"
