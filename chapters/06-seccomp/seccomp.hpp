// Taking system calls away from a process, with a filter that the kernel runs
// at each of its calls. See seccomp(2).
#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>

#include <vector>

/// What becomes of a denied call.
enum class Denied {
  fails,  // it gives back -EPERM, and the process goes on
  kills,  // SIGSYS ends the process
};

/// A program for the kernel's filter machine: it denies the native system calls
/// `numbers` and allows all others. Calls made by another architecture's
/// convention (on x86-64: int 0x80) end the process, whatever they are, since
/// their numbers mean other calls. On x86-64, x32 calls (numbers from
/// 0x40000000 on) are denied: they are the same calls under other numbers.
std::vector<sock_filter> deny_filter(const std::vector<long>& numbers,
                                     Denied denied);

/// Makes the kernel run `filter` at each system call of this process, from now
/// on and for good, through every exec and in every child. Needs no privilege.
/// Gives 0, or -errno of the system call that failed; -EINVAL for a program of
/// more than BPF_MAXINSNS instructions (4096).
long load_filter(const std::vector<sock_filter>& filter);
