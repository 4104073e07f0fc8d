// The signals of a trace, in strace's words. Given.
#pragma once

#include <signal.h>

#include <string>

/// "SIGUSR1 {si_signo=SIGUSR1, si_code=SI_USER, si_pid=7, si_uid=0}": who sent
/// it, or what happened. See sigaction(2), siginfo_t.
std::string signal_text(const siginfo_t& info);
