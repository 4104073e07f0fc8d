#include "registers.hpp"

#include <elf.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>

#include "system.hpp"

namespace {

void ptrace_or_throw(__ptrace_request request, pid_t tid, void* address,
                     void* data) {
  if (ptrace(request, tid, address, data) == -1) fail("ptrace");
}

Abi read_abi(pid_t tid) {
  __ptrace_syscall_info info;
  ptrace_or_throw(PTRACE_GET_SYSCALL_INFO, tid,
                  reinterpret_cast<void*>(sizeof info), &info);
  return info.arch == native_arch ? Abi::native : Abi::compat32;
}

}  // namespace

Registers read_registers(pid_t tid) {
  const Abi abi = read_abi(tid);
  user_regs_struct regs;
  iovec into{&regs, sizeof regs};
  ptrace_or_throw(PTRACE_GETREGSET, tid, reinterpret_cast<void*>(NT_PRSTATUS),
                  &into);
#if defined(__x86_64__)
  // rax holds the number on the way in and the result on the way out, so the
  // kernel keeps the number in orig_rax. Until the call has run, rax is -38.
  const auto number = static_cast<long>(regs.orig_rax);
  const auto result = static_cast<long>(regs.rax);
  if (abi == Abi::compat32) {
    return {abi,
            static_cast<int>(number),
            {regs.rbx, regs.rcx, regs.rdx, regs.rsi, regs.rdi, regs.rbp},
            result};
  }
  return {abi,
          number,
          {regs.rdi, regs.rsi, regs.rdx, regs.r10, regs.r8, regs.r9},
          result};
#elif defined(__aarch64__)
  // x0 holds the first argument on the way in and the result on the way out.
  const auto* x = regs.regs;
  const int number = abi == Abi::native ? 8 : 7;  // x8; r7 in a 32-bit process
  return {abi,
          static_cast<int>(x[number]),
          {x[0], x[1], x[2], x[3], x[4], x[5]},
          static_cast<long>(x[0])};
#endif
}
