// The arguments of a system call, in strace's words: what a tracer reads from
// the memory of a tracee that stands still, and when. See strace(1),
// process_vm_readv(2).
//
// Nothing that a tracee says is trusted: an address may lead nowhere, a length
// may be 2^64-1, a string may have no end.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "enter_exit.hpp"
#include "style.hpp"
#include "tables.hpp"

/// No read gives more bytes than this, whatever is asked for.
inline constexpr std::size_t most_bytes = 1 << 20;

/// The bytes of process `pid` from `address` on: `size` of them, or most_bytes,
/// or as many as can be read. Where the next byte cannot be read, it ends; none
/// is an empty string. Never an error.
std::string read_memory(pid_t pid, unsigned long address, std::size_t size);

/// A string in a tracee, without the zero that ends it.
struct String {
  std::string bytes;
  bool ended;  // the zero was found
};

/// The string at `address`: up to its zero, or the first `limit` bytes of it
/// (its zero may be the next: then it has ended), or what can be read.
/// `limit` is less than most_bytes.
String read_string(pid_t pid, unsigned long address, std::size_t limit);

/// `bytes` in double quotes, as strace writes them: `"` and `\` with a `\`
/// before them, \t \n \v \f \r, other bytes that are no ASCII that can be
/// printed as the shortest octal number that the next byte does not make
/// longer: "\1", "\0012". With Hex::always all as \x61\x62; with Hex::non_ascii
/// so if any of them would be an octal number.
std::string quoted(std::string_view bytes, Style::Hex hex);

/// What the bits of a number are called.
struct FlagSet {
  std::span<const Name> flags;  // in strace's order; a name may be of many bits
  const char* unknown;          // "O_???", if none of the bits has a name
  unsigned long choice = 0;     // of these bits together, one of `choices`
  std::span<const Name> choices = {};
};

/// "O_WRONLY|O_CLOEXEC|0x40000000": first the choice, if the set has one, by
/// its name, then the flags in their order, each if all of its bits are there
/// and a name before it has not taken them, then the bits that are left over.
/// If there is no name in it at all: "0x40000000 /* O_??? */". For 0, without a
/// choice, the flag that is 0, if one is, and else "0".
std::string flags_text(unsigned long value, const FlagSet& set);

/// The struct timespec at `address`: "{tv_sec=1, tv_nsec=500}", "NULL", or, if
/// it cannot be read whole, the address: "0x7ffd1000". As in strace, the seconds
/// have a sign and the nanoseconds have none.
std::string timespec_text(pid_t pid, unsigned long address);

/// When something is known of a call: what the tracee hands over at its entry,
/// what the kernel fills in at its exit.
enum class Moment { entry, exit };

/// A call whose line is being written.
struct Call : Syscall {
  pid_t tid;
  Style style;
  std::array<std::string, 6> noted{};  // by a Kind, of what will be overwritten
  std::string interrupted{};           // what restart_syscall(2) goes on with
};

/// The arguments of `call`, separated by ", ", as far as they are known at this
/// moment: those of the entry and those of the exit together are all of them.
/// The kinds of its arguments tell (signatures.hpp). An argument that is known
/// only at the exit makes all that follow wait: "3, " at the entry into read,
/// and `"abc", 10` at its exit. An addition stands right behind its argument.
/// At the entry call.result is empty; a call that never returned adds nothing.
std::string arguments_text(const Call& call, Moment moment);
