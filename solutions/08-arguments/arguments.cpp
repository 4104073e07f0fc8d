#include "arguments.hpp"

#include <fmt/format.h>
#include <sys/uio.h>
#include <time.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "signatures.hpp"

std::string read_memory([[maybe_unused]] pid_t pid,
                        [[maybe_unused]] unsigned long address,
                        [[maybe_unused]] std::size_t size) {
  std::string bytes;
  // TODO 8a: copy them from the other process.
  // Of a piece that is there in part nothing is promised: one for each page.
  constexpr std::size_t page = 4096;  // no machine's is smaller
  bytes.resize(std::min(size, most_bytes));
  std::vector<iovec> from;
  for (std::size_t done = 0; done < bytes.size();) {
    const unsigned long at = address + done;
    const std::size_t step = std::min(page - at % page, bytes.size() - done);
    from.push_back({reinterpret_cast<void*>(at), step});
    done += step;
  }
  const iovec to{bytes.data(), bytes.size()};
  const ssize_t got =
      process_vm_readv(pid, &to, 1, from.data(), from.size(), 0);
  bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  // end of 8a
  return bytes;
}

String read_string([[maybe_unused]] pid_t pid,
                   [[maybe_unused]] unsigned long address,
                   [[maybe_unused]] std::size_t limit) {
  String string{.bytes = "", .ended = false};
  // TODO 8b: up to its zero, which may stand right before nothing.
  // One more than the limit: its zero may be there.
  const std::size_t most = limit + 1;
  while (string.bytes.size() < most) {
    const std::size_t step = 256 - address % 256;
    const std::string part =
        read_memory(pid, address, std::min(step, most - string.bytes.size()));
    const auto end = part.find('\0');
    string.bytes += part.substr(0, end);
    string.ended = end != part.npos;
    if (string.ended || part.empty()) break;
    address += part.size();
  }
  if (string.bytes.size() == most) string.bytes.pop_back();
  // end of 8b
  return string;
}

std::string quoted(std::string_view bytes, [[maybe_unused]] Style::Hex hex) {
  std::string text;
  // TODO 8c: as C has them, as short as can be.
  const auto is_plain = [](unsigned char c) {
    return (c >= ' ' && c <= '~') || (c >= '\t' && c <= '\r');
  };
  const bool all_hex = hex == Style::Hex::always ||
                       (hex == Style::Hex::non_ascii &&
                        !std::all_of(bytes.begin(), bytes.end(), is_plain));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    constexpr std::string_view named = "\t\n\v\f\r";
    if (all_hex) {
      text += fmt::format("\\x{:02x}", c);
    } else if (c == '"' || c == '\\') {
      text += {'\\', static_cast<char>(c)};
    } else if (const auto at = named.find(bytes[i]); at != named.npos) {
      text += {'\\', "tnvfr"[at]};
    } else if (is_plain(c)) {
      text += static_cast<char>(c);
    } else {
      const bool digit_follows =
          i + 1 < bytes.size() && bytes[i + 1] >= '0' && bytes[i + 1] <= '7';
      text += fmt::format("\\{:0{}o}", c, digit_follows ? 3 : 1);
    }
  }
  // end of 8c
  return '"' + text + '"';
}

std::string flags_text(unsigned long value,
                       [[maybe_unused]] const FlagSet& set) {
  std::string text;
  // TODO 8d: the names of its bits, and the bits that have none.
  const auto add = [&](const std::string& part) {
    text += (text.empty() ? "" : "|") + part;
  };
  unsigned long rest = value & ~set.choice;
  const auto chosen = std::find_if(
      set.choices.begin(), set.choices.end(), [&](const Name& name) {
        return static_cast<unsigned long>(name.number) == (value & set.choice);
      });
  if (chosen != set.choices.end()) {
    add(chosen->name);
  } else {
    rest = value;
  }
  for (const Name& flag : set.flags) {
    const auto bits = static_cast<unsigned long>(flag.number);
    if (bits == 0 ? value == 0 && text.empty() : (rest & bits) == bits) {
      add(flag.name);
      rest &= ~bits;
    }
  }
  if (text.empty() && rest != 0) {
    return fmt::format("{:#x} /* {} */", rest, set.unknown);
  }
  if (rest != 0) add(fmt::format("{:#x}", rest));
  if (text.empty()) text = "0";
  // end of 8d
  return text;
}

std::string timespec_text([[maybe_unused]] pid_t pid, unsigned long address) {
  // TODO 8e: read it whole, or show where it would be.
  if (address == 0) return "NULL";
  timespec time;
  const std::string bytes = read_memory(pid, address, sizeof time);
  if (bytes.size() != sizeof time) return fmt::format("{:#x}", address);
  std::memcpy(&time, bytes.data(), sizeof time);
  return fmt::format("{{tv_sec={}, tv_nsec={}}}", time.tv_sec,
                     static_cast<unsigned long>(time.tv_nsec));
  // end of 8e
}

std::string arguments_text(const Call& call, Moment moment) {
  std::string text;
  if (moment == Moment::exit && !call.result) return text;
  // TODO 8f: those that are known at this moment.
  const std::vector<Argument> arguments = arguments_of(call);
  Moment now = Moment::entry;  // of what is being told
  for (const Argument& argument : arguments) {
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment) text += argument.kind->text(argument);
    if (argument.kind->addition) {
      now = Moment::exit;
      if (now == moment) text += argument.kind->addition(argument);
    }
    if (now == moment && &argument != &arguments.back()) text += ", ";
  }
  // end of 8f
  return text;
}
