#include "time_kinds.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

#include "constants.hpp"
#include "names.hpp"
#include "raw_syscall.hpp"
#include "signal_kinds.hpp"

#ifndef sigev_notify_thread_id  // sigevent(3type): not every libc has the name
#define sigev_notify_thread_id _sigev_un._tid
#endif

namespace {

constexpr FlagSet clock_set{constants::clocks, "CLOCK_???"};
constexpr FlagSet timer_set{constants::timer_flags, "TIMER_???"};
constexpr FlagSet itimer_set{constants::itimers, "ITIMER_???"};
constexpr FlagSet timerfd_set{constants::timerfd_flags, "TFD_???"};

using Two32 = std::array<int, 2>;  // what a 32-bit program has for either

std::string pair(const char* name, long seconds, unsigned long fraction) {
  return fmt::format("{{tv_sec={}, tv_{}={}}}", seconds, name, fraction);
}
std::string timespec_fields(const Call&, const timespec& time) {
  return pair("nsec", time.tv_sec, static_cast<unsigned long>(time.tv_nsec));
}
std::string timespec_fields_32(const Call&, const Two32& time) {
  return pair("nsec", time[0], static_cast<unsigned>(time[1]));
}
std::string timeval_fields(const Call&, const timeval& time) {
  return pair("usec", time.tv_sec, static_cast<unsigned long>(time.tv_usec));
}
std::string timeval_fields_32(const Call&, const Two32& time) {
  return pair("usec", time[0], static_cast<unsigned>(time[1]));
}
std::string timeval_of(const Argument& argument) {
  return argument.call->abi == Abi::native
             ? same_struct_of<timeval, timeval_fields>(argument)
             : same_struct_of<Two32, timeval_fields_32>(argument);
}
std::string zone_fields(const Call&, const struct timezone& zone) {
  return fmt::format("{{tz_minuteswest={}, tz_dsttime={}}}",
                     zone.tz_minuteswest, zone.tz_dsttime);
}
std::string itimerval_fields(const Call& call, const itimerval& timer) {
  return "{it_interval=" + timeval_fields(call, timer.it_interval) +
         ", it_value=" + timeval_fields(call, timer.it_value) + "}";
}
std::string itimerspec_fields(const Call& call, const itimerspec& timer) {
  return "{it_interval=" + timespec_fields(call, timer.it_interval) +
         ", it_value=" + timespec_fields(call, timer.it_value) + "}";
}
std::string tms_fields(const Call&, const tms& times) {
  return fmt::format(
      "{{tms_utime={}{}, tms_stime={}{}, tms_cutime={}{}, tms_cstime={}{}}}",
      times.tms_utime, ticks_comment(times.tms_utime), times.tms_stime,
      ticks_comment(times.tms_stime), times.tms_cutime,
      ticks_comment(times.tms_cutime), times.tms_cstime,
      ticks_comment(times.tms_cstime));
}
std::string event_fields(const Call&, const sigevent& event) {
  static constexpr Name ways[] = {{SIGEV_SIGNAL, "SIGEV_SIGNAL"},
                                  {SIGEV_NONE, "SIGEV_NONE"},
                                  {SIGEV_THREAD, "SIGEV_THREAD"},
                                  {SIGEV_THREAD_ID, "SIGEV_THREAD_ID"}};
  std::string text = "{";
  if (event.sigev_value.sival_ptr) {
    text += fmt::format(
        "sigev_value={{sival_int={}, sival_ptr={:#x}}}, ",
        event.sigev_value.sival_int,
        reinterpret_cast<unsigned long>(event.sigev_value.sival_ptr));
  }
  const bool sent = event.sigev_notify == SIGEV_SIGNAL ||
                    event.sigev_notify == SIGEV_THREAD ||
                    event.sigev_notify == SIGEV_THREAD_ID;
  text += fmt::format(
      "sigev_signo={}, sigev_notify={}",
      sent ? signal_text_of(event.sigev_signo)
           : fmt::format("{}", static_cast<unsigned>(event.sigev_signo)),
      name_text(static_cast<unsigned>(event.sigev_notify),
                {ways, "SIGEV_???"}));
  if (event.sigev_notify == SIGEV_THREAD) {
    text += fmt::format(
        ", sigev_notify_function={}, sigev_notify_attributes={}",
        address_text(
            reinterpret_cast<unsigned long>(event.sigev_notify_function)),
        address_text(
            reinterpret_cast<unsigned long>(event.sigev_notify_attributes)));
  }
  if (event.sigev_notify == SIGEV_THREAD_ID) {
    text += fmt::format(", sigev_notify_thread_id={}",
                        event.sigev_notify_thread_id);
  }
  return text + "}";
}

std::string dated(const timespec& time, const std::string& text) {
  return text +
         date_comment(time.tv_sec, static_cast<unsigned long>(time.tv_nsec));
}
std::string two_timespec_fields(const Call& call,
                                const std::array<timespec, 2>& times) {
  const auto one = [&](const timespec& time) -> std::string {
    if (time.tv_nsec == UTIME_NOW) return "UTIME_NOW";
    if (time.tv_nsec == UTIME_OMIT) return "UTIME_OMIT";
    return dated(time, timespec_fields(call, time));
  };
  return "[" + one(times[0]) + ", " + one(times[1]) + "]";
}
constexpr int micro = 6;  // digits of a fraction of a second

std::string two_timeval_fields(const Call& call,
                               const std::array<timeval, 2>& times) {
  const auto one = [&](const timeval& time) {
    return timeval_fields(call, time) +
           date_comment(time.tv_sec, static_cast<unsigned long>(time.tv_usec),
                        micro);
  };
  return "[" + one(times[0]) + ", " + one(times[1]) + "]";
}
std::string utimbuf_fields(const Call&, const utimbuf& times) {
  return fmt::format("{{actime={}{}, modtime={}{}}}", times.actime,
                     date_comment(times.actime, 0), times.modtime,
                     date_comment(times.modtime, 0));
}
std::string seconds_fields(const Call&, const long& seconds) {
  return fmt::format("[{}{}]", seconds, date_comment(seconds, 0));
}

}  // namespace

std::string date_text(long seconds, unsigned long fraction, int digits) {
  unsigned long second = 1;
  for (int i = 0; i < digits; ++i) second *= 10;
  if ((seconds == 0 && fraction == 0) || fraction >= second) return "";
  tm fields{};
  const time_t time = seconds;
  if (!localtime_r(&time, &fields)) return "";
  char date[32];
  char zone[8];
  if (strftime(date, sizeof date, "%FT%T", &fields) == 0 ||
      strftime(zone, sizeof zone, "%z", &fields) == 0) {
    return "";
  }
  return date +
         (fraction == 0 ? "" : fmt::format(".{:0{}}", fraction, digits)) + zone;
}

std::string date_comment(long seconds, unsigned long fraction, int digits) {
  const std::string date = date_text(seconds, fraction, digits);
  return date.empty() ? "" : " /* " + date + " */";
}

std::string date_result(const Call& call) {
  const std::string number = result_text(call.result);
  const bool failed = !call.result || is_error(*call.result);
  const std::string date = failed ? "" : date_text(*call.result, 0, 0);
  return date.empty() ? number : number + " (" + date + ")";
}

std::string ticks_comment(long ticks) {
  if (ticks == 0) return "";
  const long second = sysconf(_SC_CLK_TCK);
  return fmt::format(" /* {}.{:02} s */", ticks / second,
                     std::abs(ticks % second) * 100 / second);
}

std::string timespec_of(const Argument& argument) {
  const Call& call = *argument.call;
  if (call.abi == Abi::compat32) {
    return same_struct_of<Two32, timespec_fields_32>(argument);
  }
  if (argument.kind->moment == Moment::exit && argument.failed()) {
    return address_text(argument.value);
  }
  return timespec_text(call.tid, argument.value);
}

const Kind clock_id{name_of<clock_set>};
const Kind time_flags{flags_of<timer_set>};
const Kind timespec_in{timespec_of};
const Kind timespec_out{.text = timespec_of, .moment = Moment::exit};
const Kind remaining_time{
    .text =
        [](const Argument& argument) {
          constexpr long restart = 516;  // ERESTART_RESTARTBLOCK
          const Call& call = *argument.call;
          const bool interrupted =
              *call.result == -EINTR || *call.result == -restart;
          return interrupted && call.abi == Abi::native
                     ? timespec_text(call.tid, argument.value)
                     : address_text(argument.value);
        },
    .moment = Moment::exit};
const Kind timeval_in{timeval_of};
const Kind timeval_out{.text = timeval_of, .moment = Moment::exit};
const Kind timezone_in{same_struct_of<struct timezone, zone_fields>};
const Kind timezone_out{.text = same_struct_of<struct timezone, zone_fields>,
                        .moment = Moment::exit};
const Kind seconds_out{.text = struct_of<long, seconds_fields>,
                       .moment = Moment::exit};
const Kind itimer{name_of<itimer_set>};
const Kind itimerval_in{struct_of<itimerval, itimerval_fields>};
const Kind itimerval_out{.text = struct_of<itimerval, itimerval_fields>,
                         .moment = Moment::exit};
const Kind itimerspec_in{struct_of<itimerspec, itimerspec_fields>};
const Kind itimerspec_out{.text = struct_of<itimerspec, itimerspec_fields>,
                          .moment = Moment::exit};
const Kind timer_id_out{.text = same_pointer_of<int, int_fields>,
                        .moment = Moment::exit};
const Kind timer_event{struct_of<sigevent, event_fields>};
const Kind timerfd_flags{flags_of<timerfd_set>};
const Kind cpu_times{.text = struct_of<tms, tms_fields>,
                     .moment = Moment::exit};
const Kind two_timespecs{
    struct_of<std::array<timespec, 2>, two_timespec_fields>};
const Kind two_timevals{struct_of<std::array<timeval, 2>, two_timeval_fields>};
const Kind two_seconds{struct_of<utimbuf, utimbuf_fields>};
