#include "siginfo.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <span>

#include "names.hpp"
#include "system.hpp"

namespace {

// The codes of one signal, or, with 0, those of any.
constexpr struct {
  int signal;
  int code;
  const char* name;
} codes[] = {
#define CODE(signal, code) \
  { signal, code, #code }
    CODE(0, SI_USER),
    CODE(0, SI_KERNEL),
    CODE(0, SI_QUEUE),
    CODE(0, SI_TIMER),
    CODE(0, SI_MESGQ),
    CODE(0, SI_ASYNCIO),
    CODE(0, SI_SIGIO),
    CODE(0, SI_TKILL),
    CODE(0, SI_ASYNCNL),
    CODE(SIGILL, ILL_ILLOPC),
    CODE(SIGILL, ILL_ILLOPN),
    CODE(SIGILL, ILL_ILLADR),
    CODE(SIGILL, ILL_ILLTRP),
    CODE(SIGILL, ILL_PRVOPC),
    CODE(SIGILL, ILL_PRVREG),
    CODE(SIGILL, ILL_COPROC),
    CODE(SIGILL, ILL_BADSTK),
    CODE(SIGFPE, FPE_INTDIV),
    CODE(SIGFPE, FPE_INTOVF),
    CODE(SIGFPE, FPE_FLTDIV),
    CODE(SIGFPE, FPE_FLTOVF),
    CODE(SIGFPE, FPE_FLTUND),
    CODE(SIGFPE, FPE_FLTRES),
    CODE(SIGFPE, FPE_FLTINV),
    CODE(SIGFPE, FPE_FLTSUB),
    CODE(SIGSEGV, SEGV_MAPERR),
    CODE(SIGSEGV, SEGV_ACCERR),
    CODE(SIGSEGV, SEGV_BNDERR),
    CODE(SIGSEGV, SEGV_PKUERR),
    CODE(SIGBUS, BUS_ADRALN),
    CODE(SIGBUS, BUS_ADRERR),
    CODE(SIGBUS, BUS_OBJERR),
    CODE(SIGBUS, BUS_MCEERR_AR),
    CODE(SIGBUS, BUS_MCEERR_AO),
    CODE(SIGTRAP, TRAP_BRKPT),
    CODE(SIGTRAP, TRAP_TRACE),
    CODE(SIGTRAP, TRAP_BRANCH),
    CODE(SIGTRAP, TRAP_HWBKPT),
    CODE(SIGCHLD, CLD_EXITED),
    CODE(SIGCHLD, CLD_KILLED),
    CODE(SIGCHLD, CLD_DUMPED),
    CODE(SIGCHLD, CLD_TRAPPED),
    CODE(SIGCHLD, CLD_STOPPED),
    CODE(SIGCHLD, CLD_CONTINUED),
    CODE(SIGPOLL, POLL_IN),
    CODE(SIGPOLL, POLL_OUT),
    CODE(SIGPOLL, POLL_MSG),
    CODE(SIGPOLL, POLL_ERR),
    CODE(SIGPOLL, POLL_PRI),
    CODE(SIGPOLL, POLL_HUP),
    {SIGSYS, 1, "SYS_SECCOMP"},
#undef CODE
};

std::string code_name(const siginfo_t& info) {
  for (const auto& known : codes) {
    if (known.code == info.si_code &&
        (known.signal == 0 || known.signal == info.si_signo)) {
      return known.name;
    }
  }
  return fmt::format("{:#x}", static_cast<unsigned>(info.si_code));
}

std::string address_text(const void* address) {
  return address == nullptr
             ? "NULL"
             : fmt::format("{:#x}", reinterpret_cast<unsigned long>(address));
}

std::string error(const siginfo_t& info) {
  if (info.si_errno == 0) return "";
  for (const Name& known : error_table()) {
    if (known.number == info.si_errno) {
      return fmt::format(", si_errno={}", known.name);
    }
  }
  return fmt::format(", si_errno={}", static_cast<unsigned>(info.si_errno));
}

std::string sender(const siginfo_t& info) {
  return fmt::format(
      ", si_pid={}, si_uid={}", info.si_pid,
      static_cast<int>(info.si_uid) == -1 ? "-1" : std::to_string(info.si_uid));
}

// "4 /* 0.04 s */": ticks of times(2).
std::string ticks(long count) {
  if (count == 0) return "0";
  const long second = sysconf(_SC_CLK_TCK);
  return fmt::format("{} /* {}.{:02} s */", count, count / second,
                     count % second * 100 / second);
}

std::string value(const siginfo_t& info) {
  return fmt::format(", si_int={}, si_ptr={}", info.si_value.sival_int,
                     address_text(info.si_value.sival_ptr));
}

// What a process sent.
std::string from_user(const siginfo_t& info) {
  switch (info.si_code) {
    case SI_USER:
    case SI_TKILL:
      return sender(info);
    case SI_TIMER:
      return fmt::format(", si_timerid={:#x}, si_overrun={}",
                         static_cast<unsigned>(info.si_timerid),
                         info.si_overrun) +
             (info.si_value.sival_ptr ? value(info) : "");
    default:
      return (info.si_pid || info.si_uid ? sender(info) : "") +
             (info.si_value.sival_ptr ? value(info) : "");
  }
}

// What the kernel sent.
std::string from_kernel(const siginfo_t& info) {
  switch (info.si_signo) {
    case SIGCHLD:
      return sender(info) +
             fmt::format(", si_status={}, si_utime={}, si_stime={}",
                         info.si_code == CLD_EXITED
                             ? std::to_string(info.si_status)
                             : signal_name(info.si_status),
                         ticks(info.si_utime), ticks(info.si_stime));
    case SIGILL:
    case SIGFPE:
    case SIGSEGV:
    case SIGBUS:
      return ", si_addr=" + address_text(info.si_addr);
    case SIGPOLL:
      return fmt::format(", si_band={}, si_fd={}", info.si_band, info.si_fd);
    case SIGSYS:
      return fmt::format(
          ", si_call_addr={}, si_syscall=__NR_{}, si_arch={}",
          address_text(info.si_call_addr),
          syscall_name(info.si_syscall, info.si_arch == native_arch
                                            ? Abi::native
                                            : Abi::compat32),
#if defined(__x86_64__)
          info.si_arch == native_arch ? "AUDIT_ARCH_X86_64" : "AUDIT_ARCH_I386"
#else
          info.si_arch == native_arch ? "AUDIT_ARCH_AARCH64" : "AUDIT_ARCH_ARM"
#endif
      );
    default:
      return (info.si_pid || info.si_uid ? sender(info) : "") +
             (info.si_value.sival_ptr ? value(info) : "");
  }
}

}  // namespace

std::string signal_text(const siginfo_t& info) {
  const std::string name = signal_name(info.si_signo);
  return fmt::format("{} {{si_signo={}, si_code={}{}{}}}", name, name,
                     code_name(info), error(info),
                     info.si_code <= 0 ? from_user(info) : from_kernel(info));
}
