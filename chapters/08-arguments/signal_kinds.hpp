// Arguments about signals. Given.
#pragma once

#include "kind.hpp"

extern const Kind signal_number;  // SIGTERM
extern const Kind mask_change;    // SIG_BLOCK; see sigprocmask(2)
extern const Kind signals_in;     // [INT QUIT], ~[KILL STOP]
extern const Kind signals_out;
extern const Kind action_in;  // struct sigaction; see sigaction(2)
extern const Kind action_out;
extern const Kind restored_mask;  // {mask=[]}; see sigreturn(2)
extern const Kind alternate_in;   // {ss_sp=0x7f2a, ss_flags=0, ss_size=8192}
extern const Kind alternate_out;
extern const Kind siginfo_in;  // {si_signo=SIGUSR1, ...}
extern const Kind siginfo_out;
extern const Kind signalfd_flags;  // SFD_CLOEXEC

/// "SIGTERM"; for a number that is no signal's, the number.
std::string signal_text_of(int number);

std::string signal_result(const Call& call);  // 14 (SIGALRM)

/// "[INT QUIT]"
std::string signals_text(std::uint64_t set);
