#include "registers.hpp"

#include <elf.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>

#include <cstring>
#include <stdexcept>

#include "enter_exit.hpp"
#include "system.hpp"

namespace {

// What libc calls a request: glibc has a type for it, musl int.
using Request = decltype(PTRACE_CONT);

void ptrace_or_throw(Request request, pid_t tid, void* address, void* data) {
  if (ptrace(request, tid, address, data) == -1) fail("ptrace");
}

Abi read_abi(pid_t tid) {
  __ptrace_syscall_info info;
  ptrace_or_throw(PTRACE_GET_SYSCALL_INFO, tid,
                  reinterpret_cast<void*>(sizeof info), &info);
  return info.arch == native_arch ? Abi::native : Abi::compat32;
}

// A 32-bit program's set; user_regs_struct is that of the machine's own.
#if defined(__x86_64__)
using Set32 = std::array<unsigned, 17>;
#elif defined(__aarch64__)
using Set32 = std::array<unsigned, 18>;
#endif

// What a 32-bit call gave back: an errno keeps its sign, and an address is
// none.
long result32(unsigned long value) {
  const auto low = static_cast<unsigned>(value);
  return low >= -4095U ? static_cast<int>(low) : static_cast<long>(low);
}

// A call of the 32-bit table: of each register, its lower half.
Registers compat32(unsigned long number, std::array<unsigned long, 6> args,
                   unsigned long result) {
  for (unsigned long& arg : args) arg = static_cast<unsigned>(arg);
  return {Abi::compat32, static_cast<int>(number), args, result32(result)};
}

template <class Set>
Set copy_of(std::span<const std::byte> set) {
  Set copy;
  std::memcpy(&copy, set.data(), sizeof copy);
  return copy;
}

}  // namespace

Registers decode_registers(Abi abi, std::span<const std::byte> set) {
  if (set.size() == sizeof(Set32)) {
    const auto w = copy_of<Set32>(set);
#if defined(__x86_64__)
    // ebx, ecx, edx, esi, edi, ebp; eax is 6 and orig_eax 11.
    return compat32(w[11], {w[0], w[1], w[2], w[3], w[4], w[5]}, w[6]);
#elif defined(__aarch64__)
    // r0 to r5; the number is in r7.
    return compat32(w[7], {w[0], w[1], w[2], w[3], w[4], w[5]}, w[0]);
#endif
  }
  if (set.size() != sizeof(user_regs_struct)) {
    throw std::runtime_error("a set of registers of no known size");
  }
  const auto regs = copy_of<user_regs_struct>(set);
#if defined(__x86_64__)
  // rax holds the number on the way in and the result on the way out, so the
  // kernel keeps the number in orig_rax. Until the call has run, rax is -38.
  if (abi == Abi::compat32) {  // int 0x80 in a 64-bit program
    return compat32(
        regs.orig_rax,
        {regs.rbx, regs.rcx, regs.rdx, regs.rsi, regs.rdi, regs.rbp}, regs.rax);
  }
  return {abi,
          static_cast<int>(regs.orig_rax),
          {regs.rdi, regs.rsi, regs.rdx, regs.r10, regs.r8, regs.r9},
          static_cast<long>(regs.rax)};
#elif defined(__aarch64__)
  // x0 holds the first argument on the way in and the result on the way out.
  const auto* x = regs.regs;
  return {abi,
          static_cast<int>(x[8]),
          {x[0], x[1], x[2], x[3], x[4], x[5]},
          static_cast<long>(x[0])};
#endif
}

Registers read_registers(const Thread& thread) {
  // A call has one table from its entry to its exit: that saves a request.
  const Abi abi = thread.inside ? thread.call.abi : read_abi(thread.tid);
  std::array<std::byte, sizeof(user_regs_struct)> set;
  iovec into{set.data(), set.size()};
  ptrace_or_throw(PTRACE_GETREGSET, thread.tid,
                  reinterpret_cast<void*>(NT_PRSTATUS), &into);
  // The kernel has set iov_len to what there is.
  return decode_registers(abi, std::span(set).first(into.iov_len));
}
