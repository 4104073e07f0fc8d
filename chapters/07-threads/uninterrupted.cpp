#include "uninterrupted.hpp"

#include <sys/syscall.h>
#include <sys/user.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <system_error>

#include "enter_exit.hpp"
#include "registers.hpp"
#include "request.hpp"

#if defined(__x86_64__)
namespace {

// Only these: after an EINTR of close(2), say, it must not be made again.
constexpr long may_be_made_again[] = {
#ifdef SYS_epoll_pwait2
    SYS_epoll_pwait2,
#endif
    SYS_epoll_wait,   SYS_epoll_pwait, SYS_rt_sigtimedwait, SYS_semop,
    SYS_semtimedop,   SYS_accept,      SYS_accept4,         SYS_recvfrom,
    SYS_recvmsg,      SYS_sendto,      SYS_sendmsg,         SYS_read,
    SYS_readv,        SYS_write,       SYS_writev};

// The kernel's own: "make it again, if no handler runs". No program sees it.
constexpr long restart_if_no_handler = -514;  // -ERESTARTNOHAND

}  // namespace

void continue_call(pid_t tid) {
  try {
    const Registers registers = read_registers(Thread{tid});
    if (registers.abi != Abi::native || registers.result != -EINTR ||
        std::ranges::count(may_be_made_again, registers.number) == 0) {
      return;
    }
  } catch (const std::system_error& error) {
    if (error.code().value() != ESRCH) throw;
    return;
  }
  request(PTRACE_POKEUSER, tid, restart_if_no_handler,
          offsetof(user_regs_struct, rax));
}
#else
void continue_call(pid_t) {}
#endif
