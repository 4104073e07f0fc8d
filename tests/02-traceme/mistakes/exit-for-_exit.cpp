// fails: 2b
// says: exit-for-_exit
// change: s/_exit(12/exit(12/
// change: s/^#include <cerrno>/&\n#include <cstdlib>/
