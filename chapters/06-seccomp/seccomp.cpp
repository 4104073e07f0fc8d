#include "seccomp.hpp"

#include <errno.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "raw_syscall.hpp"
#include "system.hpp"

namespace {

[[maybe_unused]] constexpr unsigned x32_bit = 0x40000000;

// The instructions that a filter needs. `seccomp_data` is what the kernel shows
// it of a call: number, architecture, arguments.
constexpr sock_filter load(unsigned offset) {
  return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset);
}
// The jumps compare what was loaded last; `count` instructions are skipped.
[[maybe_unused]] constexpr sock_filter skip_if_equal(unsigned value,
                                                     unsigned char count) {
  return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, count, 0);
}
[[maybe_unused]] constexpr sock_filter skip_unless_equal(unsigned value,
                                                         unsigned char count) {
  return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, count);
}
[[maybe_unused]] constexpr sock_filter skip_if_below(unsigned value,
                                                     unsigned char count) {
  return BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, value, 0, count);
}
constexpr sock_filter answer(unsigned action) {
  return BPF_STMT(BPF_RET | BPF_K, action);
}

}  // namespace

long load_filter(const std::vector<sock_filter>& filter) {
  [[maybe_unused]] sock_fprog program{
      static_cast<unsigned short>(filter.size()),
      const_cast<sock_filter*>(filter.data())};
  // The program's size has 16 bits: what they cannot hold is not cut.
  if (filter.size() > BPF_MAXINSNS) return -EINVAL;
  long result = 0;
  // TODO 6a: promise to gain no privilege, then load the program.
  // end of 6a
  return result;
}

std::vector<sock_filter> deny_filter(
    [[maybe_unused]] const std::vector<long>& numbers,
    [[maybe_unused]] Denied denied) {
  [[maybe_unused]] unsigned action = SECCOMP_RET_ERRNO | EPERM;
  // TODO 6c: the other answer for a denied call.
  // end of 6c
  std::vector<sock_filter> filter;
  // TODO 6d: first of all, a call of another architecture ends the process.
  // end of 6d
  filter.push_back(load(offsetof(seccomp_data, nr)));
  // TODO 6e: on x86-64, deny the numbers of x32.
  // end of 6e
  // TODO 6b: compare the number with each of `numbers`.
  // end of 6b
  filter.push_back(answer(SECCOMP_RET_ALLOW));
  return filter;
}
