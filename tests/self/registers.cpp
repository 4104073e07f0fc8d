// What registers.cpp makes of each set of registers that a kernel gives. A
// program of 32 bits runs on few machines; its set can be written down on all.
#include "registers.hpp"

#include <sys/user.h>

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>
#include <vector>

namespace {

template <class T>
std::span<const std::byte> bytes(const T& set) {
  return std::as_bytes(std::span(&set, 1));
}

using Args = std::array<unsigned long, 6>;

#if defined(__x86_64__)
using Set32 = std::array<unsigned, 17>;
Set32 set_of(unsigned number, unsigned result) {
  Set32 set{1, 2, 3, 4, 5, 0xfffffff6, result};
  set[11] = number;
  return set;
}
#elif defined(__aarch64__)
using Set32 = std::array<unsigned, 18>;
Set32 set_of(unsigned number, unsigned result) {
  return {result, 2, 3, 4, 5, 0xfffffff6, 7, number};
}
#endif

}  // namespace

TEST_CASE("a 32-bit program's number, arguments and result") {
  const auto got =
      decode_registers(Abi::compat32, bytes(set_of(192, 0xf8000000)));
  CHECK(got.abi == Abi::compat32);
  CHECK(got.number == 192);
  CHECK(got.result == 0xf8000000L);
#if defined(__x86_64__)
  CHECK(got.args == Args{1, 2, 3, 4, 5, 0xfffffff6});
#elif defined(__aarch64__)
  CHECK(got.args == Args{0xf8000000, 2, 3, 4, 5, 0xfffffff6});
#endif
}

TEST_CASE("a 32-bit program's errors, and its number of -1") {
  CHECK(decode_registers(Abi::compat32, bytes(set_of(5, -2U))).result == -2);
  CHECK(decode_registers(Abi::compat32, bytes(set_of(5, -4095U))).result ==
        -4095);
  CHECK(decode_registers(Abi::compat32, bytes(set_of(5, -4096U))).result ==
        0xfffff000L);
  CHECK(decode_registers(Abi::compat32, bytes(set_of(-1U, 0))).number == -1);
}

TEST_CASE("a number has 32 bits and a sign, a result 64") {
  user_regs_struct regs{};
#if defined(__x86_64__)
  regs.orig_rax = 0x7ffffffff;
  regs.rax = 0x1000000000;
  regs.r10 = 0xffffffff00000001;
  const int fourth = 3;
#elif defined(__aarch64__)
  regs.regs[8] = 0x7ffffffff;
  regs.regs[0] = 0x1000000000;
  regs.regs[3] = 0xffffffff00000001;
  const int fourth = 3;
#endif
  const auto got = decode_registers(Abi::native, bytes(regs));
  CHECK(got.number == -1);
  CHECK(got.result == 0x1000000000);
  CHECK(got.args[fourth] == 0xffffffff00000001);
}

#if defined(__x86_64__)
TEST_CASE("int 0x80 in a 64-bit program: the lower halves") {
  user_regs_struct regs{};
  regs.orig_rax = 20;
  regs.rax = -2UL;
  regs.rbx = 0xabcdef0000000001;
  regs.rbp = 6;
  const auto got = decode_registers(Abi::compat32, bytes(regs));
  CHECK(got.number == 20);
  CHECK(got.result == -2);
  CHECK(got.args == Args{1, 0, 0, 0, 0, 6});
}
#endif

TEST_CASE("a set of another size is refused") {
  const std::vector<std::byte> set(100);
  CHECK_THROWS_AS(decode_registers(Abi::native, set), std::runtime_error);
}
