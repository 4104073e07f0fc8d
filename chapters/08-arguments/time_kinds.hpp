// Arguments about time. Given.
#pragma once

#include <string>

#include "kind.hpp"

extern const Kind clock_id;        // CLOCK_MONOTONIC
extern const Kind time_flags;      // TIMER_ABSTIME
extern const Kind timespec_in;     // {tv_sec=1, tv_nsec=0}
extern const Kind timespec_out;    // the same, filled in by the call
extern const Kind remaining_time;  // if a signal interrupted the sleep
extern const Kind timeval_in;      // {tv_sec=1, tv_usec=0}
extern const Kind timeval_out;
extern const Kind timezone_in;  // {tz_minuteswest=0, tz_dsttime=0}
extern const Kind timezone_out;
extern const Kind seconds_out;  // [1795904504] and its date; see time(2)
extern const Kind itimer;       // ITIMER_REAL
extern const Kind itimerval_in;
extern const Kind itimerval_out;
extern const Kind itimerspec_in;
extern const Kind itimerspec_out;
extern const Kind timer_id_out;  // [0]; see timer_create(2)
extern const Kind timer_event;   // {sigev_signo=SIGALRM, ...}
extern const Kind timerfd_flags;
extern const Kind cpu_times;      // struct tms; see times(2)
extern const Kind two_timespecs;  // see utimensat(2)
extern const Kind two_timevals;   // see utimes(2)
extern const Kind two_seconds;    // see utime(2)

/// " /* 2026-11-28T22:07:41.115289547+0000 */", in the time zone of the tracer;
/// nothing for 0. The fraction of a second has so many digits.
std::string date_comment(long seconds, unsigned long fraction, int digits = 9);

/// What is behind the "=" of time(2): "1795904504 (2026-11-28T22:21:44+0000)".
std::string date_result(const Call& call);

/// " /* 0.04 s */" of so many ticks of times(2); nothing for 0.
std::string ticks_comment(long ticks);

/// The struct timespec of a call of either ABI.
std::string timespec_of(const Argument& argument);
