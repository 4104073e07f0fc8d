// All of it by another hand: through /proc, by tables, from the end.
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "arguments.hpp"
#include "signatures.hpp"

std::string read_memory(pid_t pid, unsigned long address, std::size_t size) {
  std::string bytes;
  const int memory =
      open(fmt::format("/proc/{}/mem", pid).c_str(), O_RDONLY | O_CLOEXEC);
  if (memory == -1) return bytes;
  bytes.resize(std::min(size, most_bytes));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = pread(memory, bytes.data() + done, bytes.size() - done,
                              static_cast<off_t>(address + done));
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  close(memory);
  bytes.resize(done);
  return bytes;
}

String read_string(pid_t pid, unsigned long address, std::size_t limit) {
  for (std::size_t size = 64;; size *= 4) {
    const std::size_t wanted = std::min(size, limit + 1);
    const std::string bytes = read_memory(pid, address, wanted);
    const std::size_t length = strnlen(bytes.data(), bytes.size());
    if (length < bytes.size()) return {bytes.substr(0, length), true};
    if (bytes.size() < wanted || wanted == limit + 1) {
      return {bytes.substr(0, limit), false};
    }
  }
}

std::string quoted(std::string_view bytes, Style::Hex hex) {
  const auto is_octal = [](char c) {
    return (c < ' ' || c > '~') && !(c >= 9 && c <= 13);
  };
  const bool in_hex =
      hex == Style::Hex::always ||
      (hex == Style::Hex::non_ascii &&
       std::find_if(bytes.begin(), bytes.end(), is_octal) != bytes.end());
  std::string text = "\"";
  const char* const end = bytes.data() + bytes.size();
  for (const char* at = bytes.data(); at != end; ++at) {
    const unsigned value = static_cast<unsigned char>(*at);
    char form[8] = "?";
    if (in_hex) {
      snprintf(form, sizeof form, "\\x%02x", value);
    } else if (is_octal(*at)) {
      const bool more = at + 1 != end && at[1] >= '0' && at[1] < '8';
      snprintf(form, sizeof form, more ? "\\%03o" : "\\%o", value);
    } else {
      switch (*at) {
        case '\t':
          strcpy(form, "\\t");
          break;
        case '\n':
          strcpy(form, "\\n");
          break;
        case '\v':
          strcpy(form, "\\v");
          break;
        case '\f':
          strcpy(form, "\\f");
          break;
        case '\r':
          strcpy(form, "\\r");
          break;
        case '"':
        case '\\':
          form[0] = '\\', form[1] = *at, form[2] = '\0';
          break;
        default:
          form[0] = *at;
      }
    }
    text += form;
  }
  return text + "\"";
}

std::string flags_text(unsigned long value, const FlagSet& set) {
  std::vector<std::string> names;
  unsigned long left = value;
  for (const Name& one : set.choices) {
    if ((value & set.choice) == static_cast<unsigned long>(one.number)) {
      names.emplace_back(one.name);
      left &= ~set.choice;
      break;
    }
  }
  for (const Name& one : set.flags) {
    const unsigned long bits = static_cast<unsigned long>(one.number);
    if (bits == 0 && value == 0 && names.empty()) return one.name;
    if (bits == 0 || (left & bits) != bits) continue;
    names.emplace_back(one.name);
    left -= bits;
  }
  if (names.empty()) {
    return left == 0 ? "0" : fmt::format("{:#x} /* {} */", left, set.unknown);
  }
  if (left != 0) names.push_back(fmt::format("{:#x}", left));
  return fmt::format("{}", fmt::join(names, "|"));
}

std::string timespec_text(pid_t pid, unsigned long address) {
  const std::string bytes = read_memory(pid, address, sizeof(timespec));
  if (address == 0) return "NULL";
  if (bytes.size() < sizeof(timespec)) return fmt::format("{:#x}", address);
  long both[2];
  memcpy(both, bytes.data(), sizeof both);
  return fmt::format("{{tv_sec={}, tv_nsec={}}}", both[0],
                     static_cast<unsigned long>(both[1]));
}

std::string arguments_text(const Call& call, Moment moment) {
  std::string texts[2];
  if (moment == Moment::exit && !call.result) return texts[0];
  int half = 0;
  const std::vector<Argument> arguments = arguments_of(call);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Kind& kind = *arguments[i].kind;
    if (kind.moment == Moment::exit) half = 1;
    const bool mine = half == (moment == Moment::exit ? 1 : 0);
    if (mine) texts[half] += kind.text(arguments[i]);
    if (kind.addition) {
      half = 1;
      if (moment == Moment::exit) texts[1] += kind.addition(arguments[i]);
    }
    if (i + 1 < arguments.size()) texts[half] += ", ";
  }
  return texts[moment == Moment::exit ? 1 : 0];
}
