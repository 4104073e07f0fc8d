// Chapter 03: each call once, come what may.
#include <fmt/format.h>
#include <signal.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <functional>
#include <sstream>

#include "check.hpp"
#include "machine.hpp"
#include "session.hpp"

CHAPTER(.truth =
            "Your tracer tells entry from exit: one line a call, come what "
            "may.",
        .needs = {"ptrace"});

namespace {

// The last line of a trace tells how the tracee ended: given, and no call.
std::vector<std::string> calls(const Run& run) {
  std::vector<std::string> lines = run.trace();
  if (!lines.empty() && lines.back().rfind("+++", 0) == 0) lines.pop_back();
  return lines;
}

std::string line(long number, const std::string& result) {
  return fmt::format("syscall {} = {}", number, result);
}

std::vector<std::string> first(std::vector<std::string> lines,
                               std::size_t count) {
  lines.resize(std::min(lines.size(), count));
  return lines;
}

// What tests/tracees/seven-calls does, but for its end.
const std::vector<std::string> six = {
    line(SYS_openat, "3"), line(SYS_openat, "-2"),  line(SYS_openat, "-2"),
    line(SYS_write, "6"),  line(SYS_getpid, "PID"), line(SYS_close, "0")};

// The process id is another one each time.
std::vector<std::string> without_pid(std::vector<std::string> lines) {
  const std::string getpid = line(SYS_getpid, "");
  for (std::string& line : lines) {
    if (line.rfind(getpid, 0) == 0 && line.size() > getpid.size() &&
        line.find_first_not_of("0123456789", getpid.size()) == line.npos) {
      line = getpid + "PID";
    }
  }
  return lines;
}

Diagnosis never_ends(const Run& run) {
  return {.name = "never-ends",
          .proven = run.outcome.end == Outcome::End::timed_out,
          .observation =
              "The tracee has something to do, or has ended; your tracer still "
              "waits or still resumes.",
          .question =
              "After which stop does the tracee not go on? And what does your "
              "loop do with a wait status that is no stop?"};
}

// Asks the probe only where there was no end.
Diagnosis sends_it_itself(const Run& run, const std::string& tracee) {
  const bool timed_out = run.outcome.end == Outcome::End::timed_out;
  return {
      .name = "sends-the-signal-itself",
      .proven =
          timed_out &&
          run_probe({"--sent", tracee}).outcome.out.rfind("kill(", 0) == 0,
      .observation =
          "Your tracer sends the tracee a signal with kill. That is another "
          "one, and the tracee stops for it again, without an end.",
      .question =
          "Which argument of resume() hands on the signal that the "
          "tracee has stopped for?",
      .todo = "3c"};
}

Diagnosis keeps_signals(bool proven) {
  return {.name = "swallows-signals",
          .proven = proven,
          .observation =
              "The tracee stopped because a signal was on its way, and went on "
              "without it.",
          .question = "What stands in `signal` when resume() is called?"};
}

// A line of probe-03: see there. Moments and times are nanoseconds.
struct Told {
  int tracee = 0;
  long number = -1;
  std::string result;
  long time = 0;
  std::array<unsigned long, 6> args{};
  long before_entry = 0, after_entry = 0, before_exit = 0, after_exit = 0;
};

std::vector<Told> told(const Run& run) {
  std::vector<Told> calls;
  for (const std::string& line : run.trace()) {
    Told call;
    std::istringstream in(line);
    in >> call.tracee >> call.number >> call.result >> call.time;
    if (!in) continue;  // a line of the tracee's, or an error
    for (unsigned long& arg : call.args) {
      std::string word;
      in >> word;
      arg = std::strtoul(word.c_str(), nullptr, 16);
    }
    in >> call.before_entry >> call.after_entry >> call.before_exit >>
        call.after_exit;
    calls.push_back(call);
  }
  return calls;
}

std::string shown(const std::array<unsigned long, 6>& args) {
  std::string text;
  for (const unsigned long arg : args) {
    text += fmt::format("{}{:#x}", text.empty() ? "" : " ", arg);
  }
  return text;
}

// resume() was given a number that no signal has.
Diagnosis no_such_signal(const Run& run, const std::string& todo) {
  return {
      .name = "no-such-signal",
      .proven = count_with(run.trace(), "ptrace: Input/output error") == 1,
      .observation =
          "ptrace said EIO, \"Input/output error\": no signal has the number "
          "that it was given to deliver.",
      .question = todo == "3b"
                      ? "What is WSTOPSIG(status) at a syscall-stop, now that "
                        "it is marked?"
                      : "What stands in `signal` when resume() is called?",
      .todo = todo};
}

}  // namespace

TEST_CASE("3a the tracee keeps its output and its exit status", "[03]") {
  const Run run = run_chapter({tracee("seven-calls")});
  const Diagnosis passed_on{.name = "a-syscall-stop-is-no-signal",
                            .proven = run.outcome.code == 128 + SIGTRAP,
                            .observation =
                                "SIGTRAP killed the tracee, and nobody had "
                                "sent one: your tracer made it "
                                "out of a syscall-stop.",
                            .question =
                                "Who sets bit 7 in the signal of a "
                                "syscall-stop, and who asks for it?",
                            .todo = "3b"};
  expect_end(run, 0, {passed_on, no_such_signal(run, "3b"), never_ends(run)});
  expect_lines(run, {"hello"}, lines_of(run.outcome.out), {},
               "Who prints hello, and who else writes there?");
}

TEST_CASE("3a each call is printed once, with its result", "[03]") {
  const Run run = run_chapter({tracee("seven-calls")});
  expect_end(run, 0, {never_ends(run)});
  const auto got = without_pid(calls(run));
  const auto size = got.size();
  const bool without_result =
      size > 0 && std::all_of(got.begin(), got.end(), [](const auto& line) {
        return line.size() > 4 && line.substr(line.size() - 4) == " = ?";
      });
  // When the first was reported, had the probe seen an entry before?
  bool at_its_entry = false;
  if (without_result) {
    const auto calls = told(run_probe({"--stops", tracee("seven-calls")}));
    at_its_entry = !calls.empty() && calls[0].before_entry == 0;
  }
  const Diagnosis doubled{
      .name = "prints-at-both-stops",
      .proven = (size == 13 || size == 14) &&
                count_with(got, line(SYS_openat, "")) == 6 &&
                count_with(got, line(SYS_close, "")) == 2,
      .observation =
          fmt::format("{} lines for 7 calls: every call that returns is there "
                      "twice.",
                      size),
      .question = "At which two moments of a call does the tracee stop?"};
  // What stands in the result's register at the entry: see registers.cpp.
#if defined(__x86_64__)
  const std::vector<std::string> at_entry = {
      line(SYS_openat, "-38"), line(SYS_openat, "-38"), line(SYS_openat, "-38"),
      line(SYS_write, "-38"),  line(SYS_getpid, "-38"), line(SYS_close, "-38")};
  const bool as_at_entry = first(got, 6) == at_entry;
  const std::string placeholder =
      "The results are all -38, even that of getpid, which cannot fail.";
#else
  const std::vector<std::string> at_entry = {
      line(SYS_openat, "-100"), line(SYS_openat, "-100"),
      line(SYS_openat, "-100"), line(SYS_write, "1")};
  const bool as_at_entry = first(got, 4) == at_entry;
  const std::string placeholder =
      "The results are the first arguments of the calls: -100 for openat.";
#endif
  const Diagnosis entry{
      .name = "reads-the-result-at-entry",
      .proven = as_at_entry && size <= 8,
      .observation = placeholder,
      .question = "What is in the result's register before the call has run?"};
  const Diagnosis too_early{
      .name = "reported-at-entry",
      .proven = without_result && at_its_entry,
      .observation =
          "No call has a result: they are reported before they have "
          "run.",
      .question = "At which of its two stops has a call a result?"};
  const Diagnosis no_result{
      .name = "result-left-out",
      .proven = without_result && !at_its_entry && (size == 6 || size == 7),
      .observation =
          "No call has a result, though each is reported when it "
          "has one: a ? is for those that never return.",
      .question =
          "Where is the result at the exit, and which member of "
          "thread.call is it for?"};
  const Diagnosis first_lost{
      .name = "begins-with-an-exit",
      .proven = count_with(got, "syscall -1 = ") > 0,
      .observation =
          "The first line is of call -1: one that your tracer left before it "
          "had "
          "entered any.",
      .question =
          "At its first syscall-stop, is a tracee at an entry or at an exit?"};
  const Diagnosis none{
      .name = "nothing-reported",
      .proven = size == 0 && run.trace().size() == 1,
      .observation =
          "Seven calls were made, and none was reported: no stop was taken for "
          "an "
          "exit.",
      .question =
          "What tells the second stop of a call that it is the second?"};
  const Diagnosis stays_inside{
      .name = "never-turned-back",
      .proven =
          size >= 12 &&
          count_with(got, line(SYS_openat, "")) == static_cast<int>(size) &&
          first(got, 1) == first(six, 1),
      .observation = fmt::format(
          "{} lines, and all of them are of the first call: every stop after "
          "its entry was taken for its exit.",
          size),
      .question = "What becomes of thread.inside at the exit?"};
  // A seventh line is that of the call that never returns: 3d's.
  expect_lines(
      run, six, size == 7 ? first(got, 6) : got,
      {first_lost, doubled, too_early, no_result, entry, none, stays_inside},
      "Which of the two stops of a call has its result?");
}

TEST_CASE("3a number and arguments are those of the entry", "[03]") {
  // mmap has six, one of them wide.
  const Run wide = run_probe({"--stops", tracee("wide")});
  expect_end(wide, 0, {never_ends(wide)});
  const std::array<unsigned long, 6> wanted = {0x610000000, 4096, 1,
                                               0x100022,    ~0UL, 0};
  std::array<unsigned long, 6> got{};
  bool seen = false;
  for (const Told& call : told(wide)) {
    if (call.number != SYS_mmap) continue;
    seen = true;
    got = call.args;
  }
  bool low_halves = true;
  for (std::size_t i = 0; i < 6; ++i) {
    low_halves = low_halves && static_cast<unsigned>(got[i]) ==
                                   static_cast<unsigned>(wanted[i]);
  }
  expect(wide, got == wanted, "mmap: " + shown(wanted),
         seen ? "mmap: " + shown(got) : "no line of mmap",
         {{.name = "arguments-left-out",
           .proven = seen && got == std::array<unsigned long, 6>{},
           .observation = "mmap was reported with arguments that are all 0.",
           .question =
               "Which members of Syscall are known at the entry of a call?"},
          {.name = "argument-cut-to-int",
           .proven = seen && low_halves,
           .observation =
               "Of the arguments only the lower 32 bits are there. An address "
               "does not fit into them.",
           .question = "How wide is an argument, and how wide what you keep "
                       "of it?"}},
         "At which of the two stops are the arguments still what they were?");
  // An execve that worked leaves new registers behind.
  const Run exec =
      run_probe({"--stops", "sh", "-c", "exec " + tracee("seven-calls")});
  expect_end(exec, 0, {never_ends(exec)});
  const auto calls = told(exec);
  const auto execve =
      std::find_if(calls.begin(), calls.end(),
                   [](const Told& call) { return call.number == SYS_execve; });
  const bool there = execve != calls.end();
  const bool empty = there && execve->args == std::array<unsigned long, 6>{};
  const Diagnosis at_exit{
      .name = "arguments-read-at-exit",
      .proven = empty,
      .observation =
          "An execve that worked was reported with arguments that are all 0: "
          "at its exit the registers are those of the new program.",
      .question =
          "At which of its two stops has a call the arguments that were made "
          "for it?"};
  expect(exec, there && !empty, "execve with its arguments",
         there ? "execve: " + shown(execve->args) : "no line of execve",
         {at_exit}, "What becomes of the registers in an execve?");
  // rt_sigreturn gives the tracee the registers of before the signal.
  const Run handled = run_probe({"--stops", tracee("handled")});
  expect_end(handled, 0, {never_ends(handled)});
  std::vector<std::string> wanted_numbers;
  std::vector<std::string> numbers;
  for (const long number : {SYS_rt_sigaction, SYS_getpid, SYS_kill, SYS_write,
                            SYS_rt_sigreturn, SYS_write}) {
    wanted_numbers.push_back(fmt::format("syscall {}", number));
  }
  for (const Told& call : told(handled)) {
    numbers.push_back(fmt::format("syscall {}", call.number));
  }
  auto but_for_one = first(numbers, 6);
  if (but_for_one.size() == 6) but_for_one[4] = wanted_numbers[4];
  expect_lines(
      handled, wanted_numbers, first(numbers, 6),
      {{.name = "number-read-at-exit",
        .proven = but_for_one == wanted_numbers,
        .observation = fmt::format(
            "All is right but for call {}, rt_sigreturn: at its exit the "
            "registers are those of before the signal.",
            SYS_rt_sigreturn),
        .question = "At which of its two stops is the number still in its "
                    "register?"}},
      "At which of its two stops is the number still in its register?");
}

TEST_CASE("3a what is kept is kept of each tracee", "[03]") {
  // One stop of the one, one stop of the other.
  const std::vector<std::string> commands = {tracee("seven-calls"),
                                             tracee("ignored")};
  const Run run = run_probe({"--two", commands[0], commands[1]});
  expect_end(run, 0, {never_ends(run)});
  const auto lines = [](const std::vector<Told>& calls, int tracee) {
    std::vector<std::string> lines;
    for (const Told& call : calls) {
      if (call.tracee != tracee) continue;
      lines.push_back(fmt::format("{}: syscall {} = {}", tracee, call.number,
                                  call.number == SYS_getpid ||
                                          call.number == SYS_getppid ||
                                          call.number == SYS_getuid
                                      ? "ID"
                                      : call.result));
    }
    return lines;
  };
  std::vector<std::string> wanted;
  std::vector<std::string> got;
  for (const int tracee : {1, 2}) {
    auto alone = told(run_probe({"--stops", commands[tracee - 1]}));
    for (Told& call : alone) call.tracee = tracee;
    for (const std::string& line : lines(alone, tracee)) wanted.push_back(line);
    for (const std::string& line : lines(told(run), tracee)) {
      got.push_back(line);
    }
  }
  expect_lines(
      run, wanted, got,
      {{.name = "kept-for-all",
        .proven = wanted != got,  // and each of them alone is right
        .observation =
            "Each of two tracees alone is followed rightly. With both at once, "
            "what your tracer keeps in mind of one is taken for the other's.",
        .question = "Where does the contract have a place for what there is to "
                    "remember of one tracee?"}},
      "Where does the contract have a place for what there is to remember?");
}

TEST_CASE("3a a call that gives -38 is a call", "[03]") {
  const Run run = run_chapter({tracee("no-such-call")});
  needs(run.outcome.end != Outcome::End::exited || run.outcome.code != 77,
        "no call here gives -38");
  expect_end(run, 0, {never_ends(run)});
  const auto got = first(calls(run), 4);
  std::vector<std::string> wanted = {line(SYS_getuid, ""),
                                     line(SYS_nfsservctl, "-38"),
                                     line(999, "-38"), line(SYS_getgid, "")};
  std::vector<std::string> seen = got;
  for (std::string& line : seen) {
    for (const std::string& without : {wanted[0], wanted[3]}) {
      if (line.rfind(without, 0) == 0) line = without;
    }
  }
  expect_lines(run, wanted, seen,
               {{.name = "takes-38-for-an-entry",
                 .proven = count_with(got, line(SYS_nfsservctl, "")) == 0 &&
                           count_with(got, line(999, "")) == 0 &&
                           count_with(got, line(SYS_getuid, "")) == 1 &&
                           count_with(got, line(SYS_getgid, "")) == 1,
                 .observation =
                     "Two calls that the kernel does not have give -38, as it "
                     "stands in the register at an entry. Both are missing.",
                 .question = "What tells an exit from an entry, whatever the "
                             "result is?"}},
               "What tells an exit from an entry, whatever the result is?");
}

TEST_CASE("3a a result is as wide as a register", "[03]") {
  const Run run = run_chapter({tracee("wide")});
  expect_end(run, 0, {never_ends(run)});
  const auto got = calls(run);
  const Diagnosis cut{
      .name = "result-cut-to-int",
      .proven = count_equal(got, line(SYS_mmap, "268435456")) == 1,
      .observation =
          "mmap gave 0x610000000, and your trace says 0x10000000: the upper "
          "half "
          "is "
          "gone.",
      .question =
          "How many bits has a result, and how many has your variable?"};
  expect_lines(run, {line(SYS_mmap, "26038239232"), line(SYS_munmap, "0")},
               first(got, 2), {cut},
               "How wide is the result, and how wide what you keep of it?");
}

#if defined(__x86_64__)
TEST_CASE("3a a call of the 32-bit table is shown as one", "[03]") {
  needs(makes_compat32_calls(), "this machine makes no 32-bit calls");
  const Run run = run_chapter({tracee("int80")});
  expect_end(run, 0, {never_ends(run)});
  const auto got = calls(run);
  const Diagnosis one_table{.name = "one-table-for-all",
                            .proven = count_with(got, "32-bit syscall") == 0 &&
                                      count_with(got, "syscall 20 =") == 1,
                            .observation =
                                "The tracee calls getpid as 32-bit programs "
                                "do, as number 20 of their "
                                "table. In the 64-bit table 20 is writev.",
                            .question =
                                "registers.hpp says whose table a number is "
                                "from. Does that reach the "
                                "report?"};
  expect(run,
         count_with(got, "32-bit syscall 20 = ") == 1 &&
             count_with(got, "32-bit syscall 64 = ") == 1,
         "32-bit syscall 20, 32-bit syscall 64",
         fmt::format("{} lines with '32-bit'", count_with(got, "32-bit")),
         {one_table}, "Which member of Syscall says whose table it is?");
}
#endif

TEST_CASE("3a the time of a call runs from its entry to its exit", "[03]") {
  RunOptions options;
  if (!sanitized()) {  // their own library wants to be the first
    options.environment = {"LD_PRELOAD=" + tracee("jumping-clock")};
  }
  const Run run = run_probe({"--times", tracee("seven-calls")}, options);
  expect_end(run, 0, {never_ends(run)});
  auto calls = told(run);
  if (calls.size() > 6) calls.resize(6);  // the seventh has no time
  // The probe pauses at each stop and notes the moments around it, so that it
  // knows of each call how long it took at least and at most, however slow the
  // machine is. A mistake is proven if it explains every call.
  using Between = std::function<bool(const Told&)>;
  const auto every = [&](const Between& so) {
    return calls.size() == 6 && std::all_of(calls.begin(), calls.end(), so);
  };
  const auto within = [](long time, const Told& call, long unit = 1) {
    return time > (call.before_exit - call.after_entry) / unit - 1 &&
           time <= (call.after_exit - call.before_entry) / unit;
  };
  const bool right =
      every([&](const Told& call) { return within(call.time, call); });
  const bool whole =
      every([](const Told& call) { return call.time % 1000 == 0; });
  // From a moment that all calls have in common, or from the call before.
  const auto since = [&](long before, long after, const Told& call) {
    return call.time >= call.before_exit - after &&
           call.time <= call.after_exit - before;
  };
  bool since_the_last = calls.size() == 6;
  for (std::size_t i = 1; since_the_last && i < calls.size(); ++i) {
    since_the_last =
        since(calls[i - 1].before_exit, calls[i - 1].after_exit, calls[i]);
  }
  constexpr long hour = 3600'000'000'000;
  const auto jumped = [&](const Told& call) {
    return within(call.time - hour, call) || within(call.time + hour, call) ||
           within(call.time - 2 * hour, call) ||
           within(call.time + 2 * hour, call);
  };
  const Told longest = calls.empty() ? Told{} : calls.back();
  const long least = longest.before_exit - longest.after_entry;
  const long most = longest.after_exit - longest.before_entry;
  const std::string question = "Which two moments make a call's time?";
  expect(
      run, right && !whole,
      fmt::format("close takes from {} ns to {} ns", least, most),
      calls.size() == 6 ? fmt::format("{} ns", longest.time)
                        : fmt::format("{} lines", calls.size()),
      {{.name = "time-reversed",
        .proven =
            every([&](const Told& call) { return within(-call.time, call); }),
        .observation = "Every call took less than no time.",
        .question = "Which of the two moments is the later one?"},
       {.name = "a-clock-that-can-be-set",
        .proven = every([&](const Told& call) {
                    return within(call.time, call) || jumped(call);
                  }) &&
                  std::any_of(calls.begin(), calls.end(), jumped),
        .observation =
            "Somebody set the clock meanwhile, and calls took less than no "
            "time, or an hour.",
        .question =
            "Which clock of <chrono> can never be set? enter_exit.cpp has a "
            "name for it."},
       {.name = "no-time",
        .proven = every([](const Told& call) { return call.time == 0; }),
        .observation = "Every call took 0 ns.",
        .question = question},
       {.name = "time-since-ever",
        .proven = every([&](const Told& call) { return since(0, 0, call); }),
        .observation = "Every call took as long as the machine is up: of the "
                       "two moments one is missing, and 0 in its place.",
        .question = "Who notes the time in thread.entered, and when?"},
       {.name = "time-since-the-first-call",
        .proven = !right && every([&](const Told& call) {
          return since(calls[0].before_entry, calls[0].after_entry, call);
        }),
        .observation = "Each call took longer than the one before: all of them "
                       "are measured from the entry of the first.",
        .question = "How often is the time of an entry noted?"},
       {.name = "time-since-the-last-call",
        .proven = !right && since_the_last,
        .observation = "Each call was measured from the exit of the one "
                       "before: what the tracee did between is in it.",
        .question = "At which stop is the time noted that a call is measured "
                    "from?"},
       {.name = "time-cut",
        .proven = whole && every([&](const Told& call) {
                    return within(call.time / 1000, call, 1000) ||
                           within(call.time / 1000'000, call, 1000'000);
                  }),
        .observation = "Every call took whole microseconds, or milliseconds: "
                       "the rest was cut off on the way.",
        .question = "In which unit does Clock count, and in which "
                    "Syscall::time?"},
       {.name = "another-unit",
        .proven = every([&](const Told& call) {
                    return within(call.time, call, 1000);
                  }) ||
                  every([&](const Told& call) {
                    return within(call.time, call, 1000'000);
                  }),
        .observation = "The numbers are those of microseconds or milliseconds, "
                       "and Syscall::time has nanoseconds.",
        .question = "In which unit does Clock count, and in which "
                    "Syscall::time?"}},
      question);
  const Run two =
      run_probe({"--two", tracee("seven-calls"), tracee("ignored")}, options);
  expect_end(two, 0, {never_ends(two)});
  Told wrong;
  for (const Told& call : told(two)) {
    if (!within(call.time, call)) wrong = call;
  }
  expect(two, wrong.number == -1, "the same with two tracees at once",
         fmt::format("call {} takes {} ns; it was {} ns to {} ns", wrong.number,
                     wrong.time, wrong.before_exit - wrong.after_entry,
                     wrong.after_exit - wrong.before_entry),
         {{.name = "kept-for-all",
           .proven = wrong.number != -1,  // and right with one
           .observation =
               "With one tracee the times are right. With two at once, a call "
               "of one is measured from a moment of the other.",
           .question = "Where does the contract have a place for the moment of "
                       "an entry?"}},
         question);
}

TEST_CASE("3b a signal between two calls leaves them in step", "[03]") {
  const Run run = run_chapter({tracee("ignored")});
  expect_end(run, 0,
             {no_such_signal(run, "3c"),
              sends_it_itself(run, tracee("ignored")), never_ends(run)});
  const auto got = calls(run);
  const std::vector<long> numbers = {SYS_getppid, SYS_getpid, SYS_kill,
                                     SYS_getppid, SYS_getuid};
  std::vector<std::string> wanted;
  std::vector<std::string> seen;
  for (const long number : numbers)
    wanted.push_back(fmt::format("syscall {}", number));
  for (const std::string& line : first(got, 5)) {
    seen.push_back(line.substr(0, line.find(" =")));
  }
  const bool cut_short =
      seen.size() < wanted.size() && seen == first(wanted, seen.size());
  const Diagnosis untraced{
      .name = "resumes-untraced",
      .proven = cut_short && !seen.empty(),
      .observation =
          "All is well up to kill. Then a signal arrives, and "
          "the calls after it go "
          "by unseen.",
      .question = "With which request do you resume after a signal?"};
  const Diagnosis out_of_step{.name = "knocked-out-of-step",
                              .proven = seen != wanted && !cut_short &&
                                        first(seen, 3) == first(wanted, 3),
                              .observation =
                                  "All is well up to kill. Then a signal "
                                  "arrives: a stop that is neither "
                                  "entry nor exit, and yours took it for one.",
                              .question =
                                  "How can you tell a syscall-stop from all "
                                  "others? See TRACESYSGOOD in "
                                  "ptrace(2)."};
  expect_lines(run, wanted, seen, {untraced, out_of_step},
               "Which stops are there besides entry and exit?");
  // SIGTRAP itself is a signal like others, if it has no mark.
  const Run trap = run_chapter({tracee("ignored"), fmt::format("{}", SIGTRAP)});
  expect_end(trap, 0, {no_such_signal(trap, "3c"), never_ends(trap)});
  wanted.insert(wanted.begin(), fmt::format("syscall {}", SYS_rt_sigaction));
  std::vector<std::string> came;
  for (const std::string& line : first(calls(trap), 6)) {
    came.push_back(line.substr(0, line.find(" =")));
  }
  expect_lines(
      trap, wanted, came,
      {{.name = "a-sigtrap-is-no-syscall-stop",
        .proven = came != wanted && first(came, 4) == first(wanted, 4),
        .observation =
            "SIGWINCH left the calls in step. A SIGTRAP that the tracee sends "
            "itself does not: yours took it for a syscall-stop.",
        .question = "What has the signal of a syscall-stop that SIGTRAP alone "
                    "has not?"}},
      "What has the signal of a syscall-stop that SIGTRAP alone has not?");
}

TEST_CASE("3b signals by the hundred leave them in step", "[03]") {
  const Run run = run_chapter({tracee("storm")});
  expect_end(run, 0, {no_such_signal(run, "3c"), never_ends(run)});
  const auto got = calls(run);
  const int getppid = count_with(got, line(SYS_getppid, ""));
  const int getuid = count_with(got, line(SYS_getuid, ""));
  expect(run, getppid == 1000 && getuid == 1000, "1000 getppid, 1000 getuid",
         fmt::format("{} getppid, {} getuid", getppid, getuid),
         {{.name = "knocked-out-of-step",
           .proven = getppid > 1000 || getuid > 1000,
           .observation =
               "Too many of them: some were reported at the wrong stop.",
           .question = "Which stops change what you keep track of?"}},
         "Which stops change what you keep track of?");
}

TEST_CASE("3b an exec in between leaves them in step", "[03]") {
  const Run run = run_chapter({"sh", "-c", "exec " + tracee("seven-calls")});
  expect_end(
      run, 0,
      {{.name = "options-replaced",
        .proven = run.outcome.code == 128 + SIGTRAP,
        .observation =
            "SIGTRAP killed the tracee at its exec. The kernel sends one to a "
            "tracee without PTRACE_O_TRACEEXEC; launch() had set that.",
        .question = "Does PTRACE_SETOPTIONS add options, or replace them?",
        .todo = "3b"},
       no_such_signal(run, "3c"),
       never_ends(run)});
  auto got = without_pid(calls(run));
  // The calls after the exec; before it are those of sh.
  const auto exec = std::find_if(
      got.begin(), got.end(),
      [](const std::string& line) { return line == ::line(SYS_execve, "0"); });
  const bool seen = exec != got.end();
  // Taken for a stop of the call, the event is its exit, and the exit an entry
  // that is reported at the next call. With `inside` set back there, the exit
  // is that entry, too, and the event reports nothing.
  const int execs = count_with(got, line(SYS_execve, ""));
  if (seen) got.erase(got.begin(), exec + 1);
  const auto knocked_out = [&](bool proven) -> std::vector<Diagnosis> {
    return {
        {.name = "an-event-ends-no-call",
         .proven = proven && execs == 1,
         .observation =
             "Between execve's entry and its exit comes PTRACE_EVENT_EXEC, "
             "and after it your tracer takes the exit for an entry.",
         .question = "Which stops change `inside`?",
         .todo = "3c"},
        {.name = "an-event-is-no-syscall-stop",
         .proven = proven && execs > 1,
         .observation = "During execve there is a third stop, "
                        "PTRACE_EVENT_EXEC, between its entry and its exit.",
         .question = "Which stops come with bit 7 (0x80) of the signal set?"}};
  };
  const std::string question =
      "Which stops come with bit 7 (0x80) of the signal set?";
  expect(run, seen, line(SYS_execve, "0"), "no such line", knocked_out(!seen),
         question);
  // Where x0 is 0 at the event, execve looks right, and all after it is wrong.
  const bool wrong = !got.empty() && got[0].rfind(line(SYS_openat, ""), 0) != 0;
  expect_lines(run, six, first(got, 6), knocked_out(wrong), question);
}

TEST_CASE("3c a signal reaches its handler", "[03]") {
  const Run run = run_chapter({tracee("handled")});
  expect_end(run, 0, {never_ends(run)});
  const auto got = lines_of(run.outcome.out);
  expect_lines(run, {"got it", "done"}, got,
               {keeps_signals(count_equal(got, "got it") == 0)},
               "What stands in `signal` when resume() is called?");
  // The calls in the handler, and after it.
  const int writes = count_with(calls(run), line(SYS_write, ""));
  expect(run, writes == 2, "2 calls of write", fmt::format("{}", writes),
         {{.name = "resumes-untraced",
           .proven = writes < 2,
           .observation = "After the signal, calls went by unseen.",
           .question = "With which request do you resume after a signal?"}},
         "With which request do you resume after a signal?");
}

TEST_CASE("3c a deadly signal ends the tracee", "[03]") {
  const Run term = run_chapter({tracee("killed"), "15"});
  const Diagnosis one_way{
      .name = "one-way-to-end",
      .proven = term.outcome.code == 1 &&
                count_with(term.trace(), "waitpid: No child processes") == 1,
      .observation =
          "A signal ended the tracee, and your tracer waited for it once more: "
          "waitpid says that there is nobody left.",
      .question =
          "In which two ways can a tracee end? See WIFSIGNALED in waitpid(2)."};
  expect_end(
      term, 128 + SIGTERM,
      {keeps_signals(count_with(lines_of(term.outcome.out), "survived") > 0),
       one_way, never_ends(term)});
  // Here a swallowed signal shows as a loop: the bad write is tried again.
  const Run segfault = run_chapter({tracee("segfault")});
  expect_end(segfault, 128 + SIGSEGV, {never_ends(segfault)});
  const Run trap = run_chapter({tracee("killed"), "5"});
  expect_end(
      trap, 128 + SIGTRAP,
      {{.name = "keeps-every-sigtrap",
        .proven = count_with(lines_of(trap.outcome.out), "survived") > 0,
        .observation =
            "The tracee sent itself SIGTRAP, and survived: not every "
            "SIGTRAP is ptrace's own.",
        .question = "What has an event's status that a signal's has not?"},
       never_ends(trap)});
  // The first of the real-time signals that are free, and the last of all.
  for (const int signal : {34, 64}) {
    const Run run = run_chapter({tracee("killed"), fmt::format("{}", signal)});
    expect_end(
        run, 128 + signal,
        {{.name = "signals-end-too-soon",
          .proven = count_with(lines_of(run.outcome.out), "survived") > 0,
          .observation = fmt::format(
              "Signal {} did not arrive, and SIGTERM (15) does. The real-time "
              "signals (signal(7)) have numbers up to 64.",
              signal),
          .question = "Which numbers can WSTOPSIG(status) be at the arrival of "
                      "a signal?"},
         never_ends(run)});
  }
}

TEST_CASE("3d the call that never returns is shown with ?", "[03]") {
  const Run run = run_chapter({tracee("seven-calls")});
  expect_end(run, 0, {never_ends(run)});
  auto wanted = six;
  wanted.push_back(line(SYS_exit_group, "?"));
  const auto got = without_pid(calls(run));
  // Here the call before the unfinished one gave something else than 0.
  const auto killed = calls(run_chapter({tracee("killed"), "9"}));
  const auto result = [](const std::string& line) {
    return line.substr(line.rfind(' '));
  };
  const bool left_over =
      killed.size() == 2 && result(killed[0]) == result(killed[1]);
  const bool unfinished =
      got.size() == 7 && got[6].rfind(line(SYS_exit_group, ""), 0) == 0;
  expect_lines(
      run, wanted, got,
      {{.name = "the-last-call-is-lost",
        .proven = got == six,
        .observation =
            "Six lines for seven calls. exit_group has an entry and no "
            "exit.",
        .question = "When the tracee is gone, what do you still know of it?"},
       {.name = "something-of-the-last-call",
        .proven = got.size() == 7 && unfinished && left_over,
        .observation =
            "exit_group has the result 0: it never returned, and 0 is "
            "what the call before it gave back.",
        .question =
            "What of the last call is still in thread.call when the next "
            "one begins?",
        .todo = "3a"},
       {.name = "a-result-that-never-was",
        .proven = got.size() == 7 && unfinished && !left_over,
        .observation =
            "exit_group has a result, and it never returned: the program "
            "prints ? only if there is none.",
        .question = "What does an empty std::optional look like, and who fills "
                    "it?"}},
      "Which of its two stops have you seen, and what did you note?");
  const Run times = run_probe({tracee("seven-calls")});
  expect_end(times, 0, {never_ends(times)});
  std::vector<long> took;  // nanoseconds
  for (const Told& call : told(times)) took.push_back(call.time);
  const bool stale = took.size() == 7 && took[6] != 0 && took[6] == took[5];
  expect(
      times, took.size() == 7 && took[6] == 0, "no time for exit_group",
      took.size() == 7 ? fmt::format("{} ns", took[6]) : "no such line",
      {{.name = "something-of-the-last-call",
        .proven = stale,
        .observation =
            "exit_group took as long as close, the call before it, to the "
            "nanosecond.",
        .question =
            "What of the last call is still in thread.call when the next one "
            "begins?",
        .todo = "3a"}},
      "From where to where does a call's time go, and has this one both?");
}

TEST_CASE("3d only a call that was going on is shown so", "[03]") {
  const Run killed = run_chapter({tracee("killed"), "9"});
  expect_end(killed, 128 + SIGKILL, {never_ends(killed)});
  const auto got = calls(killed);
  expect_lines(killed, {line(SYS_getpid, "PID"), line(SYS_kill, "?")},
               without_pid(got), {},
               "In which call was the tracee when the signal ended it?");
  const Run segfault = run_chapter({tracee("segfault")});
  expect_end(segfault, 128 + SIGSEGV, {never_ends(segfault)});
  expect_lines(segfault, {}, calls(segfault),
               {{.name = "an-unfinished-call-too-many",
                 .proven = calls(segfault).size() == 1,
                 .observation =
                     "This tracee makes no call at all; a bad address ends it.",
                 .question = "How do you know whether it was inside a call?"}},
               "How do you know whether it was inside a call?");
}

TEST_CASE("3d how the tracee ended is told", "[03]") {
  for (const int status : {7, 255}) {
    const Run run = run_chapter({"sh", "-c", fmt::format("exit {}", status)});
    expect_end(run, status, {never_ends(run)});
  }
}

TEST_CASE("3d a tracee that is killed while stopped is no error", "[03]") {
  const Run run = run_probe({"--killed", tracee("seven-calls")});
  expect_end(
      run, 128 + SIGKILL,
      {never_ends(run),
       {.name = "a-dead-tracee-is-no-error",
        .proven = run.outcome.code == 1 &&
                  count_with(run.trace(), "No such process") > 0,
        .observation =
            "ptrace said ESRCH, \"No such process\": the tracee was killed "
            "while it was stopped, which can happen at any time.",
        .question = "Who tells you in the end how it ended?"}});
}
