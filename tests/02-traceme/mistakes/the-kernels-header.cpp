// fails: make
// says: linux-ptrace-h
// The kernel has a header of the same name. After <sys/ptrace.h> it makes macros
// of the names, numbers where C++ wants a __ptrace_request.
// change: s/^#include <fcntl.h>/&\n#include <linux\/ptrace.h>/
