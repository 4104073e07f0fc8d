// Chapter 03: each call once, come what may.
#include <fmt/format.h>
#include <signal.h>
#include <sys/syscall.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "check.hpp"
#include "machine.hpp"
#include "session.hpp"

CHAPTER(.truth =
            "Your tracer tells entry from exit: one line a call, come what "
            "may.",
        .needs = {"ptrace"});

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
  return {
      .name = "never-ends",
      .proven = run.outcome.end == Outcome::End::timed_out,
      .observation =
          "The tracee has something to do, or has ended; your tracer still "
          "waits or still resumes.",
      .question = "What does your loop do with a wait status that is no stop?"};
}

Diagnosis keeps_signals(bool proven) {
  return {.name = "swallows-signals",
          .proven = proven,
          .observation =
              "The tracee stopped because a signal was on its way, and went on "
              "without it.",
          .question = "What stands in `signal` when resume() is called?"};
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
  const auto placeholders =
      std::count_if(got.begin(), got.end(), [](const std::string& line) {
        return line.size() > 6 && line.substr(line.size() - 6) == " = -38";
      });
  const Diagnosis doubled{
      .name = "prints-at-both-stops",
      .proven = size == 13 && count_with(got, line(SYS_openat, "")) == 6 &&
                count_with(got, line(SYS_close, "")) == 2,
      .observation =
          "13 lines for 7 calls: every call is there twice but exit_group, the "
          "one "
          "that never returns. 2 x 7 - 1 = 13.",
      .question = "At which two moments of a call does the tracee stop?"};
  const Diagnosis entry{
      .name = "reads-the-result-at-entry",
      .proven = placeholders >= 6 && size <= 8 &&
                count_with(got, line(SYS_openat, "")) == 3,
      .observation = fmt::format(
          "{} of {} results are -38, even that of getpid, which cannot "
          "fail.",
          placeholders, size),
      .question = "What is in the result's register before the call has run?"};
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
         {{.name = "arguments-left-out",
           .proven = arguments == "0, ..., 0",
           .observation = "write(1, \"hello\\n\", 6) was reported with "
                          "arguments that are all "
                          "0.",
           .question =
               "Which members of Syscall are known at the entry of a call?"}},
         "At which of the two stops are the arguments still what they were?");
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
      .name = "time-reversed",
      .proven = sleep <= -30'000'000 && sleep > -3000'000'000,
      .observation =
          fmt::format("A sleep of 30 ms took {:.0f} ms in your trace.",
                      static_cast<double>(sleep) / 1e6),
      .question = "Which of the two moments is the later one?"};
  const Diagnosis coarse{
      .name = "time-cut",
      .proven = !fine && sleep >= 30'000'000 && strange == 0,
      .observation =
          "Every call took whole microseconds: the rest was cut "
          "off on the way.",
      .question =
          "In which unit does Clock count, and in which "
          "Syscall::time?"};
  const Diagnosis jumps{
      .name = "a-clock-that-can-be-set",
      .proven = strange > 0,
      .observation = fmt::format(
          "Somebody set the clock meanwhile, and {} calls took less than "
          "no time, or an hour.",
          strange),
      .question =
          "Which clock of <chrono> can never be set? enter_exit.cpp has a name "
          "for "
          "it."};
  const Diagnosis zero{
      .name = "no-time",
      .proven = sleep == 0,
      .observation = "A sleep of 30 ms took 0 ns in your trace.",
      .question = "Which two moments make a call's time?"};
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
}

TEST_CASE("3b signals by the hundred leave them in step", "[03]") {
  const Run run = run_chapter({tracee("storm")});
  expect_end(run, 0, {never_ends(run)});
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
  if (seen) got.erase(got.begin(), exec + 1);
  const Diagnosis event_taken{
      .name = "an-event-is-no-syscall-stop",
      .proven = !seen && count_with(got, line(SYS_execve, "")) > 0,
      .observation =
          "During execve there is a third stop, PTRACE_EVENT_EXEC, between its "
          "entry and its exit.",
      .question = "Which stops come with bit 7 (0x80) of the signal set?"};
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
         {{.name = "resumes-untraced",
           .proven = writes < 2,
           .observation = "After the signal, calls went by unseen.",
           .question = "With which request do you resume after a signal?"}},
         "With which request do you resume after a signal?");
}

TEST_CASE("3c a deadly signal ends the tracee", "[03]") {
  RunOptions soon;
  soon.limits.time = 1500ms;
  const Run term = run_chapter({tracee("killed"), "15"}, soon);
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
  const Run segfault = run_chapter({tracee("segfault")}, soon);
  expect_end(segfault, 128 + SIGSEGV, {never_ends(segfault)});
  const Run trap = run_chapter({tracee("killed"), "5"}, soon);
  expect_end(
      trap, 128 + SIGTRAP,
      {{.name = "keeps-every-sigtrap",
        .proven = count_with(lines_of(trap.outcome.out), "survived") > 0,
        .observation =
            "The tracee sent itself SIGTRAP, and survived: not every "
            "SIGTRAP is ptrace's own.",
        .question = "What has an event's status that a signal's has not?"},
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
  expect_lines(
      run, wanted, got,
      {{.name = "the-last-call-is-lost",
        .proven = got == six,
        .observation =
            "Six lines for seven calls. exit_group has an entry and no "
            "exit.",
        .question = "When the tracee is gone, what do you still know of it?"},
       {.name = "something-of-the-last-call",
        .proven = got.size() == 7 && left_over,
        .observation =
            "exit_group has the result 0: it never returned, and 0 is "
            "what the call before it gave back.",
        .question =
            "What of the last call is still in thread.call when the next "
            "one begins?",
        .todo = "3a"},
       {.name = "a-result-that-never-was",
        .proven = got.size() == 7 && !left_over,
        .observation =
            "exit_group has a result, and it never returned: the program "
            "prints ? only if there is none.",
        .question = "What does an empty std::optional look like, and who fills "
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
