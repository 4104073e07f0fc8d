// What PTRACE_INTERRUPT must not leave behind. Given.
#pragma once

#include <sys/types.h>

/// Is called for a thread that has stopped by PTRACE_INTERRUPT: with an event,
/// or at the exit from a call before that. If it was taken out of a call, the
/// kernel makes nearly every such call again; but a few (epoll_wait,
/// sigtimedwait, semop and others: signal(7)) would tell the program EINTR.
/// These are made again, too: unless a handler runs, which is when they say
/// EINTR without a tracer as well. On x86-64 alone: elsewhere the kernel has
/// decided before this stop. ESRCH is no error.
void continue_call(pid_t tid);
