// A kind of argument: how its text is made, and when. Given.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string>

#include "arguments.hpp"

struct Kind;

/// One argument of a call.
struct Argument {
  const Kind* kind;
  const Call* call;
  std::size_t place;    // of its (first) register among call.args
  unsigned long value;  // what is in it: a number, or an address

  /// Has the call failed, or not ended yet? Then the kernel has filled in
  /// nothing.
  bool failed() const;
  /// What stands in another place, of which the kernel takes 32 bits.
  unsigned word(std::size_t other) const {
    return static_cast<unsigned>(call->args[other]);
  }
  /// Is it filled in by the kernel, and has the kernel not done so?
  bool not_filled_in() const;
};

/// How an argument is shown.
struct Kind {
  /// Its text. nullptr: the call has no such argument, and none after it.
  std::string (*text)(const Argument&) = nullptr;
  /// The moment at which it is asked for: exit if the kernel fills it in.
  Moment moment = Moment::entry;
  /// For one that is shown at the entry, and that the kernel then changes: what
  /// is added at the exit, " => [7]".
  std::string (*addition)(const Argument&) = nullptr;
  /// Asked for at the entry, and kept in call.noted[place]: what `text` has to
  /// know at the exit, when the kernel has overwritten it.
  std::string (*note)(const Argument&) = nullptr;
  /// Of 64 bits: two registers of a 32-bit call.
  bool wide = false;
  /// Which kind it is depends on the call's other arguments: ioctl, fcntl.
  const Kind& (*chosen)(const Argument&) = nullptr;
};

// ---- What kinds are made of -----------------------------------------------

/// "0x7ffd1000"; "NULL" for 0.
std::string address_text(unsigned long address);

/// A T of the tracee, or nothing if it cannot be read whole.
template <class T>
std::optional<T> read_struct(pid_t pid, unsigned long address) {
  const std::string bytes = read_memory(pid, address, sizeof(T));
  if (bytes.size() != sizeof(T)) return {};
  T value;
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

/// `size` bytes at `address`, quoted, cut with "..." at -s; the address if they
/// cannot be read.
std::string bytes_text(const Call& call, unsigned long address,
                       std::size_t size);

/// A string that ends with a zero, up to `limit` bytes of it, and "..." if that
/// is not all; the address if it cannot be read.
std::string string_text(const Call& call, unsigned long address,
                        std::size_t limit);

/// The name of a value that is one of a set: "AF_UNIX", "0x63 /* AF_??? */".
std::string name_text(unsigned long value, const FlagSet& set);

/// The texts of kinds: an int of flags, an int that is one of a set.
template <const FlagSet& set>
std::string flags_of(const Argument& argument) {
  return flags_text(static_cast<unsigned>(argument.value), set);
}
template <const FlagSet& set>
std::string name_of(const Argument& argument) {
  return name_text(static_cast<unsigned>(argument.value), set);
}

/// The text of a kind that is the address of a T: `fields` of it, which is
/// given the call and the T; the address itself if it cannot be read whole, or
/// if the call failed that was to fill it in.
template <class T, auto fields>
std::string same_struct_of(const Argument& argument) {
  const Call& call = *argument.call;
  if (!argument.not_filled_in()) {
    if (const auto value = read_struct<T>(call.tid, argument.value)) {
      return fields(call, *value);
    }
  }
  return address_text(argument.value);
}

/// The same for a T that a 32-bit program has in another form: of such a one
/// only the address is shown.
template <class T, auto fields>
std::string struct_of(const Argument& argument) {
  return argument.call->abi == Abi::native ? same_struct_of<T, fields>(argument)
                                           : address_text(argument.value);
}

/// "[5]": the T at that address; the same two ways.
template <class T, auto fields>
std::string same_pointer_of(const Argument& argument) {
  return same_struct_of<T, [](const Call& call, const T& value) {
    return "[" + fields(call, value) + "]";
  }>(argument);
}

template <class T, auto fields>
std::string pointer_of(const Argument& argument) {
  return argument.call->abi == Abi::native
             ? same_pointer_of<T, fields>(argument)
             : address_text(argument.value);
}

/// What a struct of `size` bytes has behind the `known` ones: nothing, if that
/// is all 0; ", /* bytes 24..31 */ "\x80\x81""; ", ???" if it cannot be read.
std::string unknown_fields(const Call& call, unsigned long address,
                           std::size_t known, std::size_t size);

/// An int as one of the fields.
std::string int_fields(const Call&, const int& value);

/// "[a, b]": `count` elements at `address`. Not more than -s says without -v,
/// then
/// "..."; those that can be read, then "... /* 0x7ffd1000 */".
template <class T, class Element>
std::string array_text(const Call& call, unsigned long address,
                       std::size_t count, Element element) {
  if (address == 0) return "NULL";
  if (count == 0) return "[]";
  const bool cut = !call.style.verbose && count > call.style.string_limit;
  std::size_t wanted = cut ? call.style.string_limit : count;
  wanted = std::min(wanted, most_bytes / sizeof(T));
  const std::string bytes = read_memory(call.tid, address, wanted * sizeof(T));
  const std::size_t got = bytes.size() / sizeof(T);
  if (got == 0 && wanted != 0) return address_text(address);
  std::string text = "[";
  for (std::size_t i = 0; i < got; ++i) {
    T value;
    std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof value);
    text += (i == 0 ? "" : ", ") + element(call, value);
  }
  if (got < wanted) {
    text += ", ... /* " + address_text(address + got * sizeof(T)) + " */";
  } else if (wanted < count) {
    text += wanted == 0 ? "..." : ", ...";
  }
  return text + "]";
}

/// An int as strace writes one in base 16: "0x5", and "0".
std::string hex_text(unsigned long value);

// ---- The plain kinds ------------------------------------------------------

extern const Kind absent;            // not there; see Kind::text
extern const Kind hexadecimal;       // 0x10, and 0 as 0
extern const Kind hex_word;          // the same of 32 bits
extern const Kind address;           // 0x7ffd1000, NULL
extern const Kind integer;           // int: -1
extern const Kind number;            // long
extern const Kind unsigned_integer;  // unsigned: 4294967295
extern const Kind size;              // size_t, of a 32-bit call 32 bits
extern const Kind offset;            // loff_t, of 64 bits in any call
