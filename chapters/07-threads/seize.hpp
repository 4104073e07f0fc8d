// From a tracee that asked to be traced to one that was seized. Given.
#pragma once

#include <sys/types.h>

/// Makes a tracee of launch(), which stands still after its exec, one that was
/// attached with PTRACE_SEIZE (ptrace(2)), with these options: only then do it
/// and its children tell when a signal stops a whole process
/// (PTRACE_EVENT_STOP), and can be left stopped (PTRACE_LISTEN). It still
/// stands at the same instruction, and notices nothing. A program that the user
/// may run but not read cannot be seized: that one gets the options, and is not
/// left stopped. Throws std::system_error if ptrace or waitpid fails.
void seize(pid_t tracee, long options);
