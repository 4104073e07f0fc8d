// fuzz [SEED [ROUNDS [MOST]]]: every call of both tables with random arguments,
// on a tracee whose memory is random, and with -s up to MOST. Whatever a tracee
// hands over, the text of its arguments is made in no time, is of printable
// characters, is the same when it is made again, and has nothing in it that was
// not read: of a tracee with no memory there, it shows no string and no struct.
#include <fmt/format.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "names.hpp"
#include "signatures.hpp"
#include "system.hpp"

namespace {

using Random = std::mt19937_64;

// The tracee's memory: also a 32-bit call's addresses lead there.
constexpr unsigned long field = 0x10000000;
constexpr unsigned long field_size = 0x40000;
constexpr unsigned long field_end = field + field_size;  // nothing follows

unsigned long below(Random& random, unsigned long end) {
  return random() % end;
}

template <std::size_t size>
unsigned long one_of(Random& random, const unsigned long (&values)[size]) {
  return values[below(random, size)];
}

// A number as a program may hand it over, be it by mistake.
unsigned long any_value(Random& random) {
  switch (below(random, 9)) {
    case 0:
      return below(random, 70);
    case 1:
      return 1UL << below(random, 64);
    case 2:
      return one_of(random,
                    {0, ~0UL, ~0UL - 99, 0x7fffffff, 0x80000000, 0xffffffff,
                     0x7fffffffffffffff, 0x8000000000000000, 1, field_end});
    case 3:
      return random();
    case 4:
      return random() >> below(random, 64);
    case 5:
      return field_end - below(random, 300);
    case 6:
      return 1UL << below(random, 32) | 1UL << below(random, 32);
    default:
      return field + below(random, field_size);
  }
}

// Random bytes, numbers, addresses, and strings that go on and on.
void fill_field(Random& random) {
  auto* const bytes = reinterpret_cast<char*>(field);
  for (unsigned long i = 0; i < field_size;) {
    const unsigned long piece =
        std::min(field_size - i, 8 * (1 + below(random, 64)));
    const auto sort = below(random, 5);
    for (unsigned long k = 0; k < piece; k += 8) {
      std::uint64_t word = random();
      if (sort == 0) word = 0x6161616161616161;
      if (sort == 1) word = any_value(random);
      if (sort == 2) word = below(random, 20) | below(random, 20) << 32;
      if (sort == 3) word = 0;
      std::memcpy(bytes + i + k, &word, sizeof word);
    }
    i += piece;
  }
}

struct Range {
  unsigned long from, to;
};

// What a sanitizer keeps its books in: so much that a random address leads
// there.
std::vector<Range> vast_ranges() {
  std::vector<Range> vast;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    Range range{};
    if (std::sscanf(line.c_str(), "%lx-%lx", &range.from, &range.to) == 2 &&
        range.to - range.from > 1UL << 27) {
      vast.push_back(range);
    }
  }
  return vast;
}

// The rest of the tracee's life, without those: so this may not use them.
[[noreturn]] __attribute__((noinline, no_sanitize("address", "undefined"))) void
stand_still(const Range* begin, const Range* end) {
  for (const Range* range = begin; range != end; ++range) {
    syscall(SYS_munmap, range->from, range->to - range->from);
  }
  syscall(SYS_kill, syscall(SYS_getpid), SIGSTOP);
  for (;;) syscall(SYS_exit_group, 0);
}

// A tracee that stands still, with that memory or with none.
pid_t start_tracee(bool with_memory) {
  static const std::vector<Range> vast = vast_ranges();
  const pid_t pid = must(fork(), "fork");
  if (pid == 0) {
    if (!with_memory) {
      munmap(reinterpret_cast<void*>(field), field_size);
    }
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    stand_still(vast.data(), vast.data() + vast.size());
  }
  wait_for(pid);
  must(static_cast<int>(
           ptrace(PTRACE_SETOPTIONS, pid, nullptr, PTRACE_O_EXITKILL)),
       "ptrace");
  return pid;
}

void end_tracee(pid_t pid) {
  kill(pid, SIGKILL);
  wait_for(pid);
}

std::string described(const Call& call) {
  return fmt::format("{}({:#x}) = {}, tid {}, -s {}{}{}",
                     syscall_name(call.number, call.abi),
                     fmt::join(call.args, ", "),
                     call.result ? std::to_string(*call.result) : "?", call.tid,
                     call.style.string_limit, call.style.verbose ? " -v" : "",
                     call.abi == Abi::native ? "" : ", a 32-bit call");
}

// What took for ever: see SIGPROF.
char underway[1000];
void takes_for_ever(int) {
  if (write(STDERR_FILENO, underway, std::strlen(underway)) == -1) _exit(3);
  _exit(2);
}

// Of processor time, so that no other program counts.
void limit_time(const Call& call) {
  const std::string text = "takes for ever: " + described(call) + "\n";
  underway[text.copy(underway, sizeof underway - 1)] = '\0';
  const itimerval limit{{0, 0}, {20, 0}};
  setitimer(ITIMER_PROF, &limit, nullptr);
}

int faults = 0;
unsigned long most = 1UL << 30;  // of a string, by -s

void is(bool holds, const char* what, const Call& call,
        const std::string& text) {
  if (holds || ++faults > 20) return;
  fmt::print(stderr, "{}: {}\n  {}\n", what, described(call),
             text.substr(0, 400));
}

// The text of both moments and of the result.
std::string whole_text(Call call, const std::optional<long>& result) {
  call.result.reset();
  take_notes(call);
  std::string text = arguments_text(call, Moment::entry);
  call.result = result;
  text += arguments_text(call, Moment::exit);
  const Signature& signature = signature_of(call.number, call.abi);
  text += " = ";
  text += signature.result ? signature.result(call) : result_text(result);
  return text;
}

// A quote that has something in it, or a struct.
bool shows_memory(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') return true;
    if (text[i] != '"') continue;
    if (text.compare(i, 2, "\"\"") != 0) return true;
    ++i;
  }
  return false;
}

void try_call(Random& random, long number, Abi abi, pid_t tid,
              bool with_memory) {
  Call call{};
  call.abi = abi;
  call.number = number;
  call.tid = tid;
  call.style.string_limit =
      one_of(random, {0, 1, 8, 32, 32, 32, 32, 5000, most});
  call.style.verbose = below(random, 2) == 0;
  call.style.hex = static_cast<Style::Hex>(below(random, 3));
  for (unsigned long& arg : call.args) {
    arg = any_value(random);
    if (abi == Abi::compat32) arg = static_cast<unsigned>(arg);
  }
  std::optional<long> result;
  switch (below(random, 5)) {
    case 0:
      result = -static_cast<long>(1 + below(random, 600));
      break;
    case 1:
      result = static_cast<long>(below(random, 100));
      break;
    case 2:
      result = static_cast<long>(any_value(random));
      break;
    case 3:
      result = 0;
      break;
  }
  call.result = result;
  limit_time(call);
  const std::string text = whole_text(call, result);
  is(text.size() < std::size_t{256} << 20, "too long", call, text);
  is(std::all_of(text.begin(), text.end(),
                 [](char c) { return c >= ' ' && c <= '~'; }),
     "not printable", call, text);
  is(with_memory || !shows_memory(text) ||
         syscall_name(number, abi) == "rt_sigreturn",  // it reads the stack
     "invented", call, text);
  if (text.size() < 100'000) {
    is(text == whole_text(call, result), "another text for the same", call,
       text);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const auto seed = argc > 1 ? std::stoul(argv[1]) : 1;
  const auto rounds = argc > 2 ? std::stoi(argv[2]) : 30;
  if (argc > 3) most = std::stoul(argv[3]);
  Random random(seed);
  struct sigaction action {};
  action.sa_handler = takes_for_ever;
  sigaction(SIGPROF, &action, nullptr);
  if (mmap(reinterpret_cast<void*>(field), field_size, PROT_READ | PROT_WRITE,
           MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1,
           0) == MAP_FAILED) {
    fail("mmap");
  }
  long calls = 0;
  for (int round = 0; round < rounds; ++round) {
    fill_field(random);
    for (const bool with_memory : {true, true, true, false}) {
      const pid_t tracee = start_tracee(with_memory);
      for (const Abi abi : {Abi::native, Abi::compat32}) {
        for (const Name& call : syscall_table(abi)) {
          try_call(random, call.number, abi, tracee, with_memory);
          ++calls;
        }
      }
      try_call(random, -1, Abi::native, tracee, with_memory);
      end_tracee(tracee);
    }
  }
  fmt::print("{} calls with seed {}, {} not as they should be\n", calls, seed,
             faults);
  return faults == 0 ? 0 : 1;
} catch (const std::exception& error) {
  fmt::print(stderr, "fuzz: {}\n", error.what());
  return 1;
}
