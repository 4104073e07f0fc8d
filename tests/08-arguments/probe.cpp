// probe-08 WAY...: asks the learner's functions about a tracee whose memory is
// known. Its places: see `layout`. In the probe itself other bytes stand there.
//   memory PLACE SIZE ...    what read_memory gives of it: how many bytes, and
//                            whether they are the tracee's
//   gone                     the same of a process that is no more
//   string PLACE LIMIT ...   what read_string gives: size, bytes, ended or not
//   quoted HOW HEX ...       what quoted() makes of these bytes; HOW is never,
//                            non-ascii, always
//   each-byte                of each byte alone, each before a digit and before
//                            an 8; those that are not as in strace
//   flags SET VALUE ...      what flags_text makes of a value
//   timespec PLACE ...       what timespec_text makes of what stands there
//   text NAME RESULT ARGUMENT ... [-- NAME ...]
//                            what arguments_text makes of a call at its entry,
//                            and at its exit, in brackets; an argument is a
//                            number or a PLACE
//   asked NAME RESULT ARGUMENT ... [-- NAME ...]
//                            which of its arguments arguments_text asks for a
//                            text or an addition, at either moment
#include <fmt/format.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "names.hpp"
#include "signatures.hpp"
#include "system.hpp"

// The table as it is, with an arguments_of before its own that tells who is
// asked.
#define arguments_of arguments_of_table
#include "signatures.cpp"
#undef arguments_of

namespace {

// What is laid out in the tracee: two pages and a large field, and nothing
// behind either.
constexpr unsigned long page = 0x10000;  // no machine's is larger
constexpr unsigned long pages = 0x10000000;
constexpr unsigned long pages_end = pages + 2 * page;
constexpr unsigned long field = 0x20000000;
constexpr unsigned long field_size = 2 * most_bytes;

const std::map<std::string, unsigned long> layout = {
    {"null", 0},
    {"one", 1},
    {"last", ~0UL - 5},               // the last addresses there are
    {"pages", pages},                 // letters and a zero, again and again
    {"odd", pages + 3},               // not on a word's boundary
    {"across", pages + page - 8},     // from one page into the next
    {"end", pages_end - 11},          // 11 bytes are left
    {"behind", pages_end},            // there is nothing
    {"field", field},                 // larger than most_bytes, all of it 'f'
    {"path", pages + 0x100},          // "/etc/fstab"
    {"empty", pages + 0x200},         // ""
    {"long", pages + 0x1000},         // 5000 letters
    {"upper", pages + 0x300},         // "caf\303\251"
    {"two-pages", pages + page - 4},  // "/no/across", over the boundary
    {"time", pages + 0x400},          // {1, 500}
    {"odd-time", pages + 0x501},      // {7, 999999999}
    {"minus-time", pages + 0x600},    // {-1, -2}
    {"large-time", pages + 0x700},    // {2^40, 2^33}
    {"half-time", pages_end - 8},     // 8 bytes, and then nothing
};

char* at(const std::string& place) {
  return reinterpret_cast<char*>(layout.at(place));
}

void put(const std::string& place, std::string_view bytes) {
  std::memcpy(at(place), bytes.data(), bytes.size());
}

void put_time(const std::string& place, long seconds, long nanoseconds) {
  const timespec time{seconds, nanoseconds};
  std::memcpy(at(place), &time, sizeof time);
}

void map_at(unsigned long address, unsigned long size) {
  if (mmap(reinterpret_cast<void*>(address), size, PROT_READ | PROT_WRITE,
           MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1,
           0) == MAP_FAILED) {
    fail("mmap");
  }
}

char pattern(unsigned long address) {
  const unsigned long turn = (address - pages) % 27;  // after each 'z' a zero
  return turn == 26 ? '\0' : static_cast<char>('a' + turn);
}

// Letters in turns of 26: a piece of it is nowhere what the piece before it is.
std::string letters(std::size_t size) {
  std::string text(size, ' ');
  for (std::size_t i = 0; i < size; ++i)
    text[i] = static_cast<char>('a' + i % 26);
  return text;
}

// What the tracee writes there, while the probe has '?' everywhere.
enum class Contents { pattern, strings, string_at_end, no_zero_at_end };

void write_layout(Contents contents) {
  for (unsigned long i = pages; i < pages_end; ++i) {
    *reinterpret_cast<char*>(i) = pattern(i);
  }
  std::memset(reinterpret_cast<void*>(field), 'f', field_size);
  using namespace std::string_view_literals;
  switch (contents) {
    case Contents::pattern:
      return;
    case Contents::strings:
      put("path", "/etc/fstab\0"sv);
      put("empty", "\0"sv);
      put("upper", "caf\303\251\0"sv);
      put("long", letters(5000) + '\0');
      put("two-pages", "/no/across\0"sv);
      put_time("time", 1, 500);
      put_time("odd-time", 7, 999'999'999);
      put_time("minus-time", -1, -2);
      put_time("large-time", 1L << 40, 1L << 33);
      return;
    case Contents::string_at_end:
      put("end", "/etc/fstab\0"sv);
      return;
    case Contents::no_zero_at_end:
      put("end", "/etc/fstab/"sv);
      return;
  }
}

// A tracee that stands still, with that in its memory.
class Tracee {
 public:
  explicit Tracee(Contents contents) {
    pid_ = must(fork(), "fork");
    if (pid_ == 0) {
      write_layout(contents);
      ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
      raise(SIGSTOP);
      _exit(0);
    }
    if (!WIFSTOPPED(wait_for(pid_))) throw std::runtime_error("no tracee");
    ptrace(PTRACE_SETOPTIONS, pid_, nullptr, PTRACE_O_EXITKILL);
  }
  ~Tracee() { end(); }
  Tracee(const Tracee&) = delete;

  void end() {
    if (pid_ == 0) return;
    kill(pid_, SIGKILL);
    int status = 0;
    while (waitpid(pid_, &status, 0) == pid_ && WIFSTOPPED(status)) {
    }
    pid_ = 0;
  }

  pid_t pid() const { return pid_; }

 private:
  pid_t pid_;
};

// A line at once: the next call may be the last.
template <class... T>
void say(fmt::format_string<T...> form, T&&... values) {
  fmt::print(form, std::forward<T>(values)...);
  std::fflush(stdout);
}

template <class Function>
void answer(const Function& function) {
  try {
    say("{}\n", function());
  } catch (const std::exception& error) {
    say("threw: {}\n", error.what());
  }
}

// A number, or a place, or a place and how far behind it.
unsigned long number_or_place(const std::string& word) {
  const auto plus = word.find('+');
  const auto known = layout.find(word.substr(0, plus));
  if (known == layout.end()) return std::stoul(word, nullptr, 0);
  return known->second + (plus == word.npos
                              ? 0
                              : std::stoul(word.substr(plus + 1), nullptr, 0));
}

std::string memory_answer(pid_t pid, const std::string& place,
                          unsigned long size) {
  const unsigned long from = number_or_place(place);
  const std::string bytes = read_memory(pid, from, size);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char right = from >= field ? 'f' : pattern(from + i);
    if (bytes[i] == right) continue;
    const auto all = [&](char c) {
      return bytes.find_first_not_of(c, i) == bytes.npos;
    };
    return fmt::format("{} bytes, from #{} on {}", bytes.size(), i,
                       bytes[i] == '?' ? "the tracer's own"
                       : all('\0')     ? "zeros"
                                       : "others");
  }
  return fmt::format("{} bytes", bytes.size());
}

std::string string_answer(pid_t pid, const std::string& place,
                          unsigned long limit) {
  const auto [bytes, ended] = read_string(pid, number_or_place(place), limit);
  std::string shown;
  for (const char c : bytes.substr(0, 16)) {
    shown += c >= ' ' && c <= '~'
                 ? std::string{c}
                 : fmt::format("\\{:03o}", static_cast<unsigned char>(c));
  }
  if (bytes.size() > 16) shown = shown.substr(0, 8) + "...";
  // The long string, and then its beginning again?
  std::string again;
  const std::string right = letters(bytes.size());
  const auto other =
      std::mismatch(bytes.begin(), bytes.end(), right.begin()).first;
  if (place == "long" && other != bytes.end() &&
      std::equal(other, bytes.end(), bytes.begin())) {
    again = fmt::format(", again from #{}", other - bytes.begin());
  }
  return fmt::format("{} bytes: {}, {}{}", bytes.size(), shown,
                     ended ? "ended" : "not ended", again);
}

std::string bytes_of(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

Style::Hex how(const std::string& word) {
  return word == "always"      ? Style::Hex::always
         : word == "non-ascii" ? Style::Hex::non_ascii
                               : Style::Hex::never;
}

// A byte as strace has it; `next` is the byte behind it, or 0.
std::string byte_in_strace(unsigned char c, char next) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\v':
      return "\\v";
    case '\f':
      return "\\f";
    case '\r':
      return "\\r";
  }
  if (c >= 0x20 && c < 0x7f) return std::string{static_cast<char>(c)};
  return next >= '0' && next <= '7' ? fmt::format("\\{:03o}", c)
                                    : fmt::format("\\{:o}", c);
}

void each_byte() {
  for (int c = 0; c < 256; ++c) {
    for (const std::string behind : {"", "0", "7", "8", "a"}) {
      const std::string bytes = static_cast<char>(c) + behind;
      const std::string right =
          '"' + byte_in_strace(static_cast<unsigned char>(c), behind[0]) +
          behind + '"';
      const std::string got = quoted(bytes, Style::Hex::never);
      if (got != right) say("{} is to be {}\n", got, right);
    }
  }
}

const std::map<std::string, FlagSet>& sets() {
  static constexpr Name access_modes[] = {
      {0, "O_RDONLY"}, {1, "O_WRONLY"}, {2, "O_RDWR"}};
  // A name of two bits, before the name of one of them.
  static constexpr Name open_flags[] = {
      {0x40, "O_CREAT"},    {0x80, "O_EXCL"},    {0x800, "O_NONBLOCK"},
      {0x101000, "O_SYNC"}, {0x1000, "O_DSYNC"}, {0x80000, "O_CLOEXEC"}};
  static constexpr Name access_flags[] = {
      {0, "F_OK"}, {4, "R_OK"}, {2, "W_OK"}, {1, "X_OK"}};
  static constexpr Name zero_flags[] = {{0, "O_NOTHING"}, {0x40, "O_CREAT"}};
  static constexpr Name clone_flags[] = {{0x100, "CLONE_VM"},
                                         {0x200, "CLONE_FS"},
                                         {0x200000000, "CLONE_INTO_CGROUP"}};
  static const std::map<std::string, FlagSet> sets = {
      {"open", {open_flags, "O_???", 3, access_modes}},
      {"sync", {open_flags, "O_???"}},
      {"access", {access_flags, "?_OK"}},
      {"both", {zero_flags, "O_???", 3, access_modes}},
      {"clone", {clone_flags, "CLONE_???"}},
  };
  return sets;
}

// The words of one call: its name, its result, its arguments.
Call call_of(pid_t pid, const std::vector<std::string>& words) {
  Call call{};
  call.tid = pid;
  call.number = syscall_number(words.at(0)).value();
  call.result = std::stol(words.at(1));
  for (std::size_t i = 2; i < words.size() && i < 8; ++i) {
    call.args[i - 2] = words[i][0] == '-'
                           ? static_cast<unsigned long>(std::stol(words[i]))
                           : number_or_place(words[i]);
  }
  return call;
}

// Who was asked for what, of one call: an addition comes behind its argument.
struct Asked {
  std::size_t place;
  bool is_addition;
  bool is_late;  // the kernel fills it in
  auto operator<=>(const Asked&) const = default;
};
std::map<Moment, std::set<Asked>> asked_at;
Moment current_moment;
bool watching = false;

// A kind that is asked in another's place, tells of it, and asks the other: but
// not too early, when that one may rest on what is not there.
struct Watched : Kind {
  const Kind* other;
};

template <bool is_addition>
std::string watched(const Argument& argument) {
  Argument own = argument;
  own.kind = static_cast<const Watched*>(argument.kind)->other;
  const bool is_late = is_addition || own.kind->moment == Moment::exit;
  asked_at[current_moment].insert({own.place + 1, is_addition, is_late});
  if (is_late && current_moment == Moment::entry) return "";
  return is_addition ? own.kind->addition(own) : own.kind->text(own);
}

const Kind& watched_kind(const Kind& other) {
  static std::map<const Kind*, Watched> kinds;
  Watched& kind = kinds[&other];
  kind.moment = other.moment;
  kind.text = watched<false>;
  kind.addition = other.addition ? watched<true> : nullptr;
  kind.other = &other;
  return kind;
}

std::string asked_text() {
  std::string text;
  for (const Asked& one : asked_at[current_moment]) {
    const bool is_entry = current_moment == Moment::entry;
    text += text.empty() ? "" : ", ";
    text += one.is_addition ? "addition of " : "";
    text += std::to_string(one.place);
    if (is_entry && one.is_late) text += " too early";
    if (!is_entry && asked_at[Moment::entry].contains(one)) text += " again";
  }
  return text.empty() ? "nothing" : text;
}

void two_moments(pid_t pid, const std::vector<std::string>& words) {
  const Call left = call_of(pid, words);
  Call entered = left;
  entered.result.reset();
  asked_at.clear();
  for (const Moment moment : {Moment::entry, Moment::exit}) {
    current_moment = moment;
    const Call& call = moment == Moment::entry ? entered : left;
    answer([&] {
      const std::string text = arguments_text(call, moment);
      return watching ? asked_text() : "[" + text + "]";
    });
  }
}

}  // namespace

std::vector<Argument> arguments_of(const Call& call) {
  std::vector<Argument> arguments = arguments_of_table(call);
  if (watching) {
    for (Argument& one : arguments) one.kind = &watched_kind(*one.kind);
  }
  return arguments;
}

int main(int argc, char** argv) try {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::string way = words.empty() ? "" : words[0];
  map_at(pages, pages_end - pages);
  map_at(field, field_size);
  std::memset(reinterpret_cast<void*>(pages), '?', pages_end - pages);
  std::memset(reinterpret_cast<void*>(field), '?', field_size);
  if (way == "memory") {
    const Tracee tracee(Contents::pattern);
    for (std::size_t i = 1; i + 1 < words.size(); i += 2) {
      answer([&] {
        return memory_answer(tracee.pid(), words[i],
                             number_or_place(words[i + 1]));
      });
    }
  } else if (way == "gone") {
    Tracee tracee(Contents::pattern);
    const pid_t pid = tracee.pid();
    tracee.end();
    answer([&] { return memory_answer(pid, "pages", 16); });
  } else if (way == "string") {
    const Tracee strings(Contents::strings);
    const Tracee at_end(Contents::string_at_end);
    const Tracee no_zero(Contents::no_zero_at_end);
    for (std::size_t i = 1; i + 1 < words.size(); i += 2) {
      const std::string& place = words[i];
      answer([&] {
        return place == "no-zero"
                   ? string_answer(no_zero.pid(), "end",
                                   number_or_place(words[i + 1]))
                   : string_answer(
                         place == "end" ? at_end.pid() : strings.pid(), place,
                         number_or_place(words[i + 1]));
      });
    }
  } else if (way == "quoted") {
    for (std::size_t i = 2; i < words.size(); ++i) {
      answer([&] { return quoted(bytes_of(words[i]), how(words[1])); });
    }
  } else if (way == "each-byte") {
    each_byte();
  } else if (way == "flags") {
    for (std::size_t i = 2; i < words.size(); ++i) {
      answer([&] {
        return flags_text(std::stoul(words[i], nullptr, 0),
                          sets().at(words[1]));
      });
    }
  } else if (way == "timespec") {
    const Tracee tracee(Contents::strings);
    for (std::size_t i = 1; i < words.size(); ++i) {
      answer([&] {
        return timespec_text(tracee.pid(), number_or_place(words[i]));
      });
    }
  } else if (way == "text" || way == "asked") {
    watching = way == "asked";
    const Tracee tracee(Contents::strings);
    std::vector<std::string> call;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i] != "--") call.push_back(words[i]);
      if (words[i] != "--" && i + 1 < words.size()) continue;
      two_moments(tracee.pid(), call);
      call.clear();
    }
  } else {
    return 2;
  }
} catch (const std::exception& error) {
  fmt::print(stderr, "probe-08: {}\n", error.what());
  return 1;
}
