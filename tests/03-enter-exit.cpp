// Chapter 03: each call once, come what may.
#include <fmt/format.h>
#include <signal.h>
#include <sys/syscall.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "check.hpp"
#include "session.hpp"

namespace {

using namespace std::chrono_literals;

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
  return {"never-ends", run.outcome.end == Outcome::End::timed_out,
          "The tracee has something to do, or has ended; your tracer still "
          "waits or still resumes.",
          "What does your loop do with a wait status that is no stop?"};
}

Diagnosis keeps_signals(bool proven) {
  return {"swallows-signals", proven,
          "The tracee stopped because a signal was on its way, and went on "
          "without it.",
          "What stands in `signal` when resume() is called?"};
}

// resume() was given a number that no signal has.
Diagnosis no_such_signal(const Run& run, const std::string& todo) {
  return {"no-such-signal",
          count_with(run.trace(), "ptrace: Input/output error") == 1,
          "ptrace said EIO, \"Input/output error\": no signal has the number "
          "that it was given to deliver.",
          todo == "3b" ? "What is WSTOPSIG(status) at a syscall-stop, now that "
                         "it is marked?"
                       : "What stands in `signal` when resume() is called?",
          todo};
}

}  // namespace

TEST_CASE("3a the tracee keeps its output and its exit status", "[03]") {
  const Run run = run_chapter({tracee("seven-calls")});
  const Diagnosis passed_on{
      "a-syscall-stop-is-no-signal", run.outcome.code == 128 + SIGTRAP,
      "SIGTRAP killed the tracee, and nobody had sent one: your tracer made it "
      "out of a syscall-stop.",
      "Who sets bit 7 in the signal of a syscall-stop, and who asks for it?",
      "3b"};
  expect_end(run, 0, {passed_on, no_such_signal(run, "3b"), never_ends(run)});
  expect_lines(run, {"hello"}, lines_of(run.outcome.out), {},
               "Who prints hello, and who else writes there?");
}

TEST_CASE("3a each call is printed once, with its result", "[03]") {
  const Run run = run_chapter({tracee("seven-calls")});
  expect_end(run, 0, {never_ends(run)});
  const auto got = without_pid(calls(run));
  const auto size = got.size();
  const auto placeholders =
      std::count_if(got.begin(), got.end(), [](const std::string& line) {
        return line.size() > 6 && line.substr(line.size() - 6) == " = -38";
      });
  const Diagnosis doubled{
      "prints-at-both-stops",
      size == 13 && count_with(got, line(SYS_openat, "")) == 6 &&
          count_with(got, line(SYS_close, "")) == 2,
      "13 lines for 7 calls: every call is there twice but exit_group, the one "
      "that never returns. 2 x 7 - 1 = 13.",
      "At which two moments of a call does the tracee stop?"};
  const Diagnosis entry{
      "reads-the-result-at-entry",
      placeholders >= 6 && size <= 8 &&
          count_with(got, line(SYS_openat, "")) == 3,
      fmt::format("{} of {} results are -38, even that of getpid, which cannot "
                  "fail.",
                  placeholders, size),
      "What is in the result's register before the call has run?"};
  const Diagnosis first_lost{
      "begins-with-an-exit", count_with(got, "syscall -1 = ") > 0,
      "The first line is of call -1: one that your tracer left before it had "
      "entered any.",
      "At its first syscall-stop, is a tracee at an entry or at an exit?"};
  const Diagnosis none{
      "nothing-reported", size == 0 && run.trace().size() == 1,
      "Seven calls were made, and none was reported: no stop was taken for an "
      "exit.",
      "What tells the second stop of a call that it is the second?"};
  // A seventh line is that of the call that never returns: 3d's.
  expect_lines(run, six, size == 7 ? first(got, 6) : got,
               {first_lost, doubled, entry, none},
               "Which of the two stops of a call has its result?");
  // write(1, "hello\n", 6)
  const Run probe = run_probe({tracee("seven-calls")});
  expect_end(probe, 0, {never_ends(probe)});
  std::string arguments = "none";
  for (const std::string& line : probe.trace()) {
    long number = -1;
    unsigned long a = 0;
    unsigned long c = 0;
    if (sscanf(line.c_str(), "%ld %*s %*s %lu %lu", &number, &a, &c) == 3 &&
        number == SYS_write) {
      arguments = fmt::format("{}, ..., {}", a, c);
    }
  }
  expect(probe, arguments == "1, ..., 6", "write(1, ..., 6)",
         "write(" + arguments + ")",
         {{"arguments-left-out", arguments == "0, ..., 0",
           "write(1, \"hello\\n\", 6) was reported with arguments that are all "
           "0.",
           "Which members of Syscall are known at the entry of a call?"}},
         "At which of the two stops are the arguments still what they were?");
}

TEST_CASE("3a a result is as wide as a register", "[03]") {
  const Run run = run_chapter({tracee("wide")});
  expect_end(run, 0, {never_ends(run)});
  const auto got = calls(run);
  const Diagnosis cut{
      "result-cut-to-int", count_equal(got, line(SYS_mmap, "268435456")) == 1,
      "mmap gave 0x610000000, and your trace says 0x10000000: the upper half "
      "is "
      "gone.",
      "How many bits has a result, and how many has your variable?"};
  expect_lines(run, {line(SYS_mmap, "26038239232"), line(SYS_munmap, "0")},
               first(got, 2), {cut},
               "How wide is the result, and how wide what you keep of it?");
}

#if defined(__x86_64__)
TEST_CASE("3a a call of the 32-bit table is shown as one", "[03]") {
  const Run run = run_chapter({tracee("int80")});
  expect_end(run, 0, {never_ends(run)});
  const auto got = calls(run);
  const Diagnosis one_table{
      "one-table-for-all",
      count_with(got, "32-bit syscall") == 0 &&
          count_with(got, "syscall 20 =") == 1,
      "The tracee calls getpid as 32-bit programs do, as number 20 of their "
      "table. In the 64-bit table 20 is writev.",
      "registers.hpp says whose table a number is from. Does that reach the "
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
    options.environment = {"LD_PRELOAD=" + tracee("jumping-clock.so")};
  }
  const Run run = run_probe({tracee("slow")}, options);
  expect_end(run, 0, {never_ends(run)});
  long sleep = -1;
  long strange = 0;
  bool fine = false;  // is there a time that is no whole microsecond?
  for (const std::string& line : run.trace()) {
    long number = 0;
    long time = 0;
    if (sscanf(line.c_str(), "%ld %*s %ld", &number, &time) != 2) continue;
    if (number == SYS_nanosleep) sleep = time;
    if (time < 0 || time > 1000'000'000'000) ++strange;
    if (time % 1000 != 0) fine = true;
  }
  const Diagnosis reversed{
      "time-reversed", sleep <= -30'000'000 && sleep > -3000'000'000,
      fmt::format("A sleep of 30 ms took {:.0f} ms in your trace.",
                  static_cast<double>(sleep) / 1e6),
      "Which of the two moments is the later one?"};
  const Diagnosis coarse{"time-cut",
                         !fine && sleep >= 30'000'000 && strange == 0,
                         "Every call took whole microseconds: the rest was cut "
                         "off on the way.",
                         "In which unit does Clock count, and in which "
                         "Syscall::time?"};
  const Diagnosis jumps{
      "a-clock-that-can-be-set", strange > 0,
      fmt::format(
          "Somebody set the clock meanwhile, and {} calls took less than "
          "no time, or an hour.",
          strange),
      "Which clock of <chrono> can never be set? enter_exit.cpp has a name for "
      "it."};
  const Diagnosis zero{"no-time", sleep == 0,
                       "A sleep of 30 ms took 0 ns in your trace.",
                       "Which two moments make a call's time?"};
  expect(
      run, sleep >= 30'000'000 && sleep < 3000'000'000 && strange == 0 && fine,
      "a sleep of 30 ms takes 30 ms or a little more",
      fmt::format("{:.3f} ms", static_cast<double>(sleep) / 1e6),
      {reversed, jumps, zero, coarse}, "Which two moments make a call's time?");
}

TEST_CASE("3b a signal between two calls leaves them in step", "[03]") {
  const Run run = run_chapter({tracee("ignored")});
  expect_end(run, 0, {never_ends(run)});
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
  const Diagnosis untraced{"resumes-untraced", cut_short && !seen.empty(),
                           "All is well up to kill. Then a signal arrives, and "
                           "the calls after it go "
                           "by unseen.",
                           "With which request do you resume after a signal?"};
  const Diagnosis out_of_step{
      "knocked-out-of-step",
      seen != wanted && !cut_short && first(seen, 3) == first(wanted, 3),
      "All is well up to kill. Then a signal arrives: a stop that is neither "
      "entry nor exit, and yours took it for one.",
      "How can you tell a syscall-stop from all others? See TRACESYSGOOD in "
      "ptrace(2)."};
  expect_lines(run, wanted, seen, {untraced, out_of_step},
               "Which stops are there besides entry and exit?");
}

TEST_CASE("3b signals by the hundred leave them in step", "[03]") {
  const Run run = run_chapter({tracee("storm")});
  expect_end(run, 0, {never_ends(run)});
  const auto got = calls(run);
  const int getppid = count_with(got, line(SYS_getppid, ""));
  const int getuid = count_with(got, line(SYS_getuid, ""));
  expect(run, getppid == 1000 && getuid == 1000, "1000 getppid, 1000 getuid",
         fmt::format("{} getppid, {} getuid", getppid, getuid),
         {{"knocked-out-of-step", getppid > 1000 || getuid > 1000,
           "Too many of them: some were reported at the wrong stop.",
           "Which stops change what you keep track of?"}},
         "Which stops change what you keep track of?");
}

TEST_CASE("3b an exec in between leaves them in step", "[03]") {
  const Run run = run_chapter({"sh", "-c", "exec " + tracee("seven-calls")});
  expect_end(
      run, 0,
      {{"options-replaced", run.outcome.code == 128 + SIGTRAP,
        "SIGTRAP killed the tracee at its exec. The kernel sends one to a "
        "tracee without PTRACE_O_TRACEEXEC; launch() had set that.",
        "Does PTRACE_SETOPTIONS add options, or replace them?", "3b"},
       no_such_signal(run, "3c"),
       never_ends(run)});
  auto got = without_pid(calls(run));
  // The calls after the exec; before it are those of sh.
  const auto exec = std::find_if(
      got.begin(), got.end(),
      [](const std::string& line) { return line == ::line(SYS_execve, "0"); });
  const bool seen = exec != got.end();
  if (seen) got.erase(got.begin(), exec + 1);
  const Diagnosis event_taken{
      "an-event-is-no-syscall-stop",
      !seen && count_with(got, line(SYS_execve, "")) > 0,
      "During execve there is a third stop, PTRACE_EVENT_EXEC, between its "
      "entry and its exit.",
      "Which stops come with bit 7 (0x80) of the signal set?"};
  expect(run, seen, line(SYS_execve, "0"), "no such line", {event_taken},
         "Which stops come with bit 7 (0x80) of the signal set?");
  expect_lines(run, six, first(got, 6), {event_taken},
               "Which stops come with bit 7 (0x80) of the signal set?");
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
         {{"resumes-untraced", writes < 2,
           "After the signal, calls went by unseen.",
           "With which request do you resume after a signal?"}},
         "With which request do you resume after a signal?");
}

TEST_CASE("3c a deadly signal ends the tracee", "[03]") {
  RunOptions soon;
  soon.limits.time = 1500ms;
  const Run term = run_chapter({tracee("killed"), "15"}, soon);
  const Diagnosis one_way{
      "one-way-to-end",
      term.outcome.code == 1 &&
          count_with(term.trace(), "waitpid: No child processes") == 1,
      "A signal ended the tracee, and your tracer waited for it once more: "
      "waitpid says that there is nobody left.",
      "In which two ways can a tracee end? See WIFSIGNALED in waitpid(2)."};
  expect_end(
      term, 128 + SIGTERM,
      {keeps_signals(count_with(lines_of(term.outcome.out), "survived") > 0),
       one_way, never_ends(term)});
  // Here a swallowed signal shows as a loop: the bad write is tried again.
  const Run segfault = run_chapter({tracee("segfault")}, soon);
  expect_end(segfault, 128 + SIGSEGV, {never_ends(segfault)});
  const Run trap = run_chapter({tracee("killed"), "5"}, soon);
  expect_end(trap, 128 + SIGTRAP,
             {{"keeps-every-sigtrap",
               count_with(lines_of(trap.outcome.out), "survived") > 0,
               "The tracee sent itself SIGTRAP, and survived: not every "
               "SIGTRAP is ptrace's own.",
               "What has an event's status that a signal's has not?"},
              never_ends(trap)});
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
  expect_lines(run, wanted, got,
               {{"the-last-call-is-lost", got == six,
                 "Six lines for seven calls. exit_group has an entry and no "
                 "exit.",
                 "When the tracee is gone, what do you still know of it?"},
                {"something-of-the-last-call", got.size() == 7 && left_over,
                 "exit_group has the result 0: it never returned, and 0 is "
                 "what the call before it gave back.",
                 "What of the last call is still in thread.call when the next "
                 "one begins?",
                 "3a"},
                {"a-result-that-never-was", got.size() == 7 && !left_over,
                 "exit_group has a result, and it never returned: the program "
                 "prints ? only if there is none.",
                 "What does an empty std::optional look like, and who fills "
                 "it?"}},
               "Which of its two stops have you seen, and what did you note?");
  const Run times = run_probe({tracee("seven-calls")});
  expect_end(times, 0, {never_ends(times)});
  std::vector<long> took;  // nanoseconds
  for (const std::string& line : times.trace()) {
    long time = 0;
    sscanf(line.c_str(), "%*s %*s %ld", &time);
    took.push_back(time);
  }
  const bool stale = took.size() == 7 && took[6] != 0 && took[6] == took[5];
  expect(times, took.size() == 7 && took[6] == 0, "no time for exit_group",
         took.size() == 7 ? fmt::format("{} ns", took[6]) : "no such line",
         {{"something-of-the-last-call", stale,
           "exit_group took as long as close, the call before it, to the "
           "nanosecond.",
           "What of the last call is still in thread.call when the next one "
           "begins?",
           "3a"}},
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
               {{"an-unfinished-call-too-many", calls(segfault).size() == 1,
                 "This tracee makes no call at all; a bad address ends it.",
                 "How do you know whether it was inside a call?"}},
               "How do you know whether it was inside a call?");
}

TEST_CASE("3d a tracee that is killed while stopped is no error", "[03]") {
  const Run run = run_probe({"--killed", tracee("seven-calls")});
  expect_end(
      run, 128 + SIGKILL,
      {never_ends(run),
       {"a-dead-tracee-is-no-error",
        run.outcome.code == 1 && count_with(run.trace(), "No such process") > 0,
        "ptrace said ESRCH, \"No such process\": the tracee was killed "
        "while it was stopped, which can happen at any time.",
        "Who tells you in the end how it ended?"}});
}
