#include "kind.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "names.hpp"
#include "raw_syscall.hpp"

bool Argument::failed() const {
  return !call->result || is_error(*call->result);
}

bool Argument::not_filled_in() const {
  return kind->moment == Moment::exit && failed();
}

std::string address_text(unsigned long address) {
  return address == 0 ? "NULL" : fmt::format("{:#x}", address);
}

std::string bytes_text(const Call& call, unsigned long address,
                       std::size_t size) {
  if (address == 0) return "NULL";
  const std::size_t shown =
      std::min({size, call.style.string_limit, most_bytes - 1});
  // One more is read than is shown, if there is to be one.
  const std::size_t wanted = std::min(size, shown + 1);
  const std::string bytes = read_memory(call.tid, address, wanted);
  if (bytes.size() < wanted) return address_text(address);
  return quoted(std::string_view(bytes).substr(0, shown), call.style.hex) +
         (shown < size ? "..." : "");
}

std::string string_text(const Call& call, unsigned long address,
                        std::size_t limit) {
  if (address == 0) return "NULL";
  limit = std::min(limit, most_bytes - 1);
  const String string = read_string(call.tid, address, limit);
  // What goes on has to be there.
  if (!string.ended && (string.bytes.size() < limit ||
                        read_memory(call.tid, address + limit, 1).empty())) {
    return address_text(address);
  }
  return quoted(string.bytes, call.style.hex) + (string.ended ? "" : "...");
}

std::string name_text(unsigned long value, const FlagSet& set) {
  for (const Name& name : set.flags) {
    if (static_cast<unsigned long>(name.number) == value) return name.name;
  }
  return fmt::format("{} /* {} */", hex_text(value), set.unknown);
}

std::string unknown_fields(const Call& call, unsigned long address,
                           std::size_t known, std::size_t size) {
  if (size <= known) return "";
  const std::size_t wanted = std::min(size - known, most_bytes);
  const std::string bytes = read_memory(call.tid, address + known, wanted);
  if (bytes.size() < wanted) return ", ???";
  if (bytes.find_first_not_of('\0') == bytes.npos) return "";
  const std::size_t shown = std::min(wanted, call.style.string_limit);
  return fmt::format(
      ", /* bytes {}..{} */ {}{}", known, size - 1,
      quoted(std::string_view(bytes).substr(0, shown), Style::Hex::always),
      shown < size - known ? "..." : "");
}

std::string int_fields(const Call&, const int& value) {
  return fmt::format("{}", value);
}

std::string hex_text(unsigned long value) {
  return value == 0 ? "0" : fmt::format("{:#x}", value);
}

const Kind absent{};
const Kind hexadecimal{
    [](const Argument& argument) { return hex_text(argument.value); }};
const Kind hex_word{[](const Argument& argument) {
  return hex_text(static_cast<unsigned>(argument.value));
}};
const Kind address{
    [](const Argument& argument) { return address_text(argument.value); }};
const Kind integer{[](const Argument& argument) {
  return fmt::format("{}", static_cast<int>(argument.value));
}};
const Kind number{[](const Argument& argument) {
  return argument.call->abi == Abi::native
             ? fmt::format("{}", static_cast<long>(argument.value))
             : fmt::format("{}", static_cast<int>(argument.value));
}};
const Kind unsigned_integer{[](const Argument& argument) {
  return fmt::format("{}", static_cast<unsigned>(argument.value));
}};
const Kind size{
    [](const Argument& argument) { return fmt::format("{}", argument.value); }};
const Kind offset{.text =
                      [](const Argument& argument) {
                        return fmt::format("{}",
                                           static_cast<long>(argument.value));
                      },
                  .wide = true};
