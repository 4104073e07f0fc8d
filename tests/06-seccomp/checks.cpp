// Chapter 06: calls taken away.
#include <errno.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "check.hpp"
#include "machine.hpp"

CHAPTER(.truth = "Your tracer takes calls away, and shows them failing.",
        .needs = {"ptrace", "seccomp"});

namespace {

using Lines = std::vector<std::string>;

#if defined(__x86_64__)
const std::string native = "x86-64";
const Lines foreign = {"i386", "aarch64", "riscv64"};
#else
const std::string native = "aarch64";
const Lines foreign = {"arm", "x86-64", "riscv64"};
#endif

// The value of a line "Seccomp_filters:\t1" of /proc/self/status.
std::string field(const Run& run, const std::string& name) {
  for (const std::string& line : lines_of(run.outcome.out)) {
    if (line.rfind(name + ":\t", 0) == 0) return line.substr(name.size() + 2);
  }
  return "-";
}

// How the filter answers to calls of an architecture.
Run ask(const std::string& way, const std::string& denied,
        const std::string& architecture, const std::vector<long>& numbers) {
  Lines words = {way, denied, architecture};
  for (const long number : numbers) words.push_back(fmt::format("{}", number));
  const Run run = run_probe(words);
  expect_end(run, 0);
  return run;
}

Lines answers(const Run& run) { return lines_of(run.outcome.out); }

const std::string eperm = fmt::format("errno {}", EPERM);
const std::string killed = "kill the process";
[[maybe_unused]] const long x32 = 0x40000000;

}  // namespace

TEST_CASE("6a no privilege can be gained from then on", "[06]") {
  const Run run = run_probe({"calls"});
  expect_end(run, 0);
  const auto got = answers(run);
  const bool promises = count_equal(got, "no_new_privs") > 0;
  const bool loads =
      count_with(got, "seccomp ") + count_with(got, "prctl ") > 0;
  expect(run, !got.empty() && got.front() == "no_new_privs",
         "first prctl with PR_SET_NO_NEW_PRIVS",
         got.empty() ? "no call" : "first " + got.front(),
         {{.name = "promise-without-1",
           .proven = count_equal(got, "no_new_privs, and no 1") == 1,
           .observation = "prctl is asked for no_new_privs, and its second "
                          "argument is not 1: "
                          "the "
                          "kernel refuses that with EINVAL.",
           .question = "What has prctl's second argument to be? See "
                       "PR_SET_NO_NEW_PRIVS in "
                       "prctl(2)."},
          {.name = "no-new-privs-forgotten",
           .proven = loads && !promises,
           .observation = "The filter is handed over without the promise. Root "
                          "may do that; for "
                          "anybody else the kernel says EACCES.",
           .question =
               "Which prctl(2) promises that no exec will gain privileges?"},
          {.name = "promise-too-late",
           .proven = loads && promises,
           .observation = "The filter is handed over before the promise. Root "
                          "may do that; for anybody else the kernel says "
                          "EACCES.",
           .question = "Which of your two calls has to come first?"},
          {.name = "nothing-loaded",
           .proven = !loads && !promises,
           .observation = "load_filter makes neither prctl(2) nor seccomp(2).",
           .question = "Which two calls does it take?"}},
         "Which two calls does it take, and which comes first?");
}

TEST_CASE("6a the filter is loaded", "[06]") {
  const Run before = run_other({"grep", "^Seccomp", "/proc/self/status"});
  const Lines made = answers(run_probe({"calls"}));
  const bool handed = count_with(made, "seccomp ") > 0;
  const Run run = run_probe({"status"});
  const Diagnosis mode{
      .name = "mode-for-operation",
      .proven =
          count_equal(made, fmt::format("seccomp {}", SECCOMP_MODE_FILTER)) > 0,
      .observation =
          "seccomp(2) is asked for operation 2, which is not to load "
          "a filter: SECCOMP_MODE_FILTER, 2, is prctl's word.",
      .question = "Which operation of seccomp(2) sets a filter?"};
  const Diagnosis strict{
      .name = "strict-mode",
      .proven =
          count_equal(made, fmt::format("prctl {}", SECCOMP_MODE_STRICT)) > 0 ||
          count_equal(made,
                      fmt::format("seccomp {}", SECCOMP_SET_MODE_STRICT)) > 0,
      .observation =
          "The strict mode is asked for: it takes no "
          "filter, and ends whoever calls more than read, write, "
          "_exit and sigreturn.",
      .question = "Which mode looks at a program? See seccomp(2)."};
  expect_end(run, 0, {strict});
  const std::string result = answers(run).empty() ? "" : answers(run).front();
  const long error = -std::atol(result.substr(result.find(' ') + 1).c_str());
  const Diagnosis refused{
      .name = "arguments-of-seccomp",
      .proven = handed && (error == EINVAL || error == EFAULT),
      .observation =
          fmt::format("The kernel gave -{} ({}) for your call: one of its "
                      "arguments is not what it has to be.",
                      error, strerror(static_cast<int>(error))),
      .question =
          "seccomp(2) takes an operation, flags and the address of a "
          "sock_fprog. Which stands where?"};
  expect(run, result == "load_filter: 0", "load_filter: 0", result,
         {strict, mode, refused},
         "Which of your two calls failed, and with which error?");
  const std::string filters = field(before, "Seccomp_filters");
  const Diagnosis nothing{
      .name = "nothing-loaded",
      .proven = filters != "-" && field(run, "Seccomp_filters") == filters,
      .observation = fmt::format(
          "The process has {} filters, as many as before.", filters),
      .question =
          "Which call hands `program` to the kernel, and is it reached?"};
  const std::string wanted = filters == "-"
                                 ? "-"  // Linux before 5.9 does not count them
                                 : fmt::format("{}", std::stoi(filters) + 1);
  expect_lines(run, {"Seccomp: 2", "Seccomp_filters: " + wanted},
               {"Seccomp: " + field(run, "Seccomp"),
                "Seccomp_filters: " + field(run, "Seccomp_filters")},
               {nothing}, "Which call hands `program` to the kernel?");
}

TEST_CASE("6a an error of the kernel is given back", "[06]") {
  const Run run = run_probe({"load"});
  expect_end(run, 0);
  const auto got = answers(run);
  expect_lines(
      run, {fmt::format("{}", -EINVAL)}, got,
      {{.name = "error-swallowed",
        .proven = got == Lines{"0"},
        .observation =
            "The kernel refused an empty program with -22 (EINVAL), and "
            "load_filter said 0, all is well.",
        .question = "What becomes of raw_syscall's result?"},
       {.name = "positive-errno",
        .proven = got == Lines{fmt::format("{}", EINVAL)},
        .observation = "load_filter gave 22 where the kernel gave -22. The "
                       "contract says -errno.",
        .question = "Which sign has what raw_syscall gives back?"},
       {.name = "minus-one",
        .proven = got == Lines{"-1"},
        .observation = "The kernel refused an empty program with -22 (EINVAL), "
                       "and load_filter said -1, which is EPERM.",
        .question = "Which error is it? raw_syscall says."}},
      "What does raw_syscall give back for a call that failed?");
  const Run first = run_probe({"refused"});
  expect_end(first, 0);
  const std::string result =
      answers(first).empty() ? "nothing" : answers(first).front();
  expect(
      first, result == "-1", "-1, from prctl", result,
      {{.name = "promise-not-looked-at",
        .proven = result == "0",
        .observation =
            "prctl was refused with -1 (EPERM), and load_filter said 0, all is "
            "well.",
        .question = "Which of your two results is given back if the first call "
                    "fails?"}},
      "Which of your two results is given back if the first call fails?");
  expect(first, count_equal(answers(first), "loaded") == 0,
         "no second call after the first has failed", "a filter is loaded",
         {{.name = "loads-all-the-same",
           .proven = true,
           .observation = "prctl was refused, and the filter was loaded all "
                          "the same.",
           .question = "What has to be true before the second call is made?"}},
         "What has to be true before the second call is made?");
}

TEST_CASE("6b a denied call fails with EPERM, and no other", "[06]") {
  const Run run = run_chapter({"--deny", "openat", tracee("denied")});
  const auto got = lines_of(run.outcome.out);
  const auto trace = run.trace();
  const bool never_began =
      trace.size() == 1 &&
      (count_with(trace, "ended before its exec") == 1 ||
       (trace[0].rfind("chapter-06: cannot run", 0) == 0 &&
        count_with(trace, "Operation not permitted") == 1));
  // What the filter says to getpid, of either architecture, and of x32.
  const auto says = [&](const std::string& architecture, long number) {
    if (!never_began) return std::string();
    const auto got = answers(
        ask("fails", fmt::format("{}", SYS_openat), architecture, {number}));
    return got.empty() ? "" : got.front();
  };
  // What the filter answers to a denied call, with --kill and without; and to
  // one of x32, which 6e answers with `action`.
  const auto denies = [&](const std::string& way, long number) {
    const auto got =
        answers(ask(way, fmt::format("{}", SYS_openat), native, {number}));
    return got.empty() ? "" : got.front();
  };
  const bool sigsys = run.outcome.code == 128 + SIGSYS;
  const std::string openat = sigsys ? denies("fails", SYS_openat) : "";
  const std::string with_kill = sigsys ? denies("kills", SYS_openat) : "";
  const std::string x32_getpid =
      sigsys ? denies("fails", 0x40000000 + SYS_getpid) : "";
  const Diagnosis unknown{
      .name = "the-architecture-is-not-loaded",
      .proven = says(native, SYS_getpid) == killed &&
                says(foreign[0], SYS_getpid) == killed,
      .observation =
          "Every call of every architecture ends the process, and so the "
          "command "
          "did not come to its exec.",
      .question = "What was loaded last when the architecture is compared?",
      .todo = "6d"};
  const Diagnosis reversed{
      .name = "architecture-reversed",
      .proven = says(native, SYS_getpid) == killed,
      .observation =
          "Every call of this machine's own architecture ends the process, and "
          "so "
          "the command did not come to its exec.",
      .question =
          "When is the answer about the architecture skipped, and when given?",
      .todo = "6d"};
  const Diagnosis x32{
      .name = "x32-reversed",
      .proven = says(native, SYS_getpid) == eperm &&
                says(native, 0x40000000 + SYS_getpid) == "allow",
      .observation =
          "Every number below x32's is refused, and so the command did not "
          "come to "
          "its exec.",
      .question = "When is the answer about x32 skipped, and when given?",
      .todo = "6e"};
  const Diagnosis unseen{
      .name = "the-number-is-not-loaded",
      .proven = says(native, SYS_getpid) == eperm + ", whatever the number",
      .observation =
          "Every call of your own architecture is refused, before "
          "the filter has loaded its number.",
      .question =
          "How many instructions does the jump about the architecture "
          "skip, and where does it land?",
      .todo = "6d"};
  const Diagnosis no_program{
      .name = "not-a-program",
      .proven = trace.size() == 1 && count_with(trace, "cannot run") == 1 &&
                count_with(trace, "Invalid argument") == 1,
      .observation =
          "The kernel refused your filter with EINVAL. It takes no program "
          "with a "
          "jump past its end, or without an answer there.",
      .question = "Where does each of your jumps land, and what stands last?"};
  expect_end(
      run, 0,
      {{.name = "kills-reversed",
        .proven = openat == killed && with_kill == eperm,
        .observation = "A denied call ends the process without --kill, and "
                       "fails with it.",
        .question = "When is `denied` Denied::kills?",
        .todo = "6c"},
       {.name = "always-kills",
        .proven = openat == killed && x32_getpid == killed,
        .observation = "SIGSYS ended the process, and nobody had said --kill.",
        .question = "What does `denied` say?",
        .todo = "6c"},
       {.name = "always-kills",
        .proven = openat == killed,
        .observation = "SIGSYS ended the process, and nobody had said --kill.",
        .question = "What does `denied` say?"},
       {.name = "errno-without-its-action",
        .proven = openat.starts_with("kill the thread, with "),
        .observation = fmt::format(
            "SIGSYS ended the process. Your answer has only the low 16 bits, "
            "{}; the action in the high ones is 0, SECCOMP_RET_KILL_THREAD.",
            openat.substr(openat.rfind(' ') + 1)),
        .question = "Which action makes a call fail, and where does its errno "
                    "stand?"},
       {.name = "negative-errno",
        .proven = openat == "0xffffffff",
        .observation = "SIGSYS ended the process. Your answer is 0xffffffff, "
                       "which is no action: -EPERM sets all the high bits.",
        .question = "Which sign has the errno in a filter's answer?"},
       {.name = "sends-a-signal",
        .proven = openat == "send SIGSYS",
        .observation = "SECCOMP_RET_TRAP sends SIGSYS to the program, which "
                       "could catch it. The call was to fail.",
        .question = "Which action makes a call fail with an errno?"},
       unknown,
       reversed,
       x32,
       unseen,
       no_program,
       {.name = "refuses-too-much",
        .proven = never_began,
        .observation = "Only openat was to be denied, and the command did not "
                       "even come to "
                       "its exec: the filter refused that, too.",
        .question = "What does your filter answer to a number that is not in "
                    "its list?"}});
  expect_lines(
      run, {"openat: EPERM", "getpid: ok", "getuid: ok"}, got,
      {{.name = "fails-without-an-error",
        .proven = count_equal(trace, "openat = 0") == 1,
        .observation =
            "openat gave 0, and opened nothing: a filter that answers "
            "without an errno lies to the program.",
        .question = "What stands in the low 16 bits of SECCOMP_RET_ERRNO?"},
       {.name = "another-errno",
        .proven = count_with(trace, "openat = -1 E") == 1 &&
                  count_with(trace, "openat = -1 EPERM") == 0 &&
                  count_with(trace, "openat = -1 ENOSYS") == 0,
        .observation = "The call fails, and with another errno than EPERM.",
        .question = "Which errno stands in the low 16 bits of your answer?"},
       {.name = "nothing-denied",
        .proven = got == Lines{"openat: ok", "getpid: ok", "getuid: ok"},
        .observation = "The filter is there, and openat went through.",
        .question = "What does your filter compare, and what follows if it is "
                    "equal?"}},
      "What does your filter do with a number that it does not find?");
  expect(run,
         count_equal(trace, "openat = -1 EPERM (Operation not permitted)") == 1,
         "openat = -1 EPERM (Operation not permitted)",
         "no such line in the trace", {},
         "Which errno does the answer of your filter have?");
}

TEST_CASE("6b several calls, each in its place", "[06]") {
  const std::string list =
      fmt::format("{},{},{}", SYS_openat, SYS_getpid, SYS_getuid);
  const Run run = ask("fails", list, native,
                      {SYS_openat, SYS_getpid, SYS_getuid, SYS_getppid, 0});
  const auto got = answers(run);
  const auto denied = [&](std::size_t i) {
    return i < got.size() && got[i] == eperm;
  };
  expect_lines(
      run, {eperm, eperm, eperm, "allow", "allow"}, got,
      {{.name = "only-the-first",
        .proven = denied(0) && !denied(1) && !denied(2),
        .observation =
            "Three numbers were to be denied, and only the first is.",
        .question =
            "After a number that is not equal: what is looked at next?"},
       {.name = "only-the-last",
        .proven = !denied(0) && !denied(1) && denied(2),
        .observation = "Three numbers were to be denied, and only the last is.",
        .question = "After a number that is equal: what is reached next?"}},
      "Where does a number that is equal jump to, and one that is not?");
}

TEST_CASE("6b no number but those, in any order", "[06]") {
  const std::vector<long> list = {SYS_getuid, SYS_openat, 0, SYS_close};
  std::vector<long> numbers;
  for (long number = 0; number < 600; ++number) numbers.push_back(number);
  Lines words = {"fails", fmt::format("{}", fmt::join(list, ",")), native,
                 "0-599"};
  for (const long bits : {8, 16, 24}) {
    numbers.push_back(SYS_openat + (1L << bits) * 3);
    words.push_back(fmt::format("{}", numbers.back()));
  }
  const Run run = run_probe(words);
  expect_end(run, 0);
  const auto got = answers(run);
  Lines wrong;
  for (std::size_t i = 0; i < numbers.size() && i < got.size(); ++i) {
    const bool listed =
        std::find(list.begin(), list.end(), numbers[i]) != list.end();
    if (got[i] != (listed ? eperm : "allow")) {
      wrong.push_back(fmt::format("{}: {}", numbers[i], got[i]));
    }
  }
  expect_lines(run, {}, wrong,
               {{.name = "number-0-forgotten",
                 .proven = wrong == Lines{"0: allow"},
                 .observation = "Number 0 was to be denied like the others: it "
                                "is a call, read on x86-64.",
                 .question = "Which numbers does your loop leave out?"}},
               "Is a number denied when it is equal to one of the list, and "
               "only then?");
}

TEST_CASE("6b every call at once", "[06]") {
  const Run run =
      ask("fails", "all", native,
          {SYS_openat, SYS_close, SYS_getpid, SYS_close_range, 0, 5000});
  const auto got = answers(run);
  expect_lines(
      run, {eperm, eperm, eperm, eperm, eperm, "allow"}, got,
      {{.name = "jump-too-far",
        .proven = got.size() == 6,
        .observation =
            "With three numbers all is well. With all that there are, some "
            "jumps end where they should not: a jump has 8 bits, and skips "
            "255 instructions at the most.",
        .question = "How far is it from your first comparison to the answer?"}},
      "How far is it from your first comparison to the answer?");
}

TEST_CASE("6c with --kill a denied call ends the process", "[06]") {
  const Run run = run_chapter({"--deny", "openat", "--kill", tracee("denied")});
  const auto got = lines_of(run.outcome.out);
  const bool failed =
      run.outcome.code == 0 && count_equal(got, "openat: EPERM") == 1;
  // 6e's answer tells what 6c made of `action`.
  const bool action_kills =
      failed && answers(ask("kills", fmt::format("{}", SYS_openat), native,
                            {x32 + SYS_openat})) == Lines{killed};
  expect_end(
      run, 128 + SIGSYS,
      {{.name = "action-not-used",
        .proven = action_kills,
        .observation = "The call failed, and the process went on; an x32 call "
                       "ends it, as `action` says.",
        .question = "Which answer does a number of the list get? There is a "
                    "variable for it.",
        .todo = "6b"},
       {.name = "never-kills",
        .proven = failed,
        .observation = "The call failed, and the process went on.",
        .question =
            "Which answer of a filter ends a process? See seccomp(2)."}});
  const Run answer = ask("kills", fmt::format("{}", SYS_openat), native,
                         {SYS_openat, SYS_getpid});
  expect_lines(
      answer, {killed, "allow"}, answers(answer),
      {{.name = "kills-one-thread",
        .proven = answers(answer) == Lines{"kill the thread", "allow"},
        .observation =
            "SECCOMP_RET_KILL is SECCOMP_RET_KILL_THREAD: in a program with "
            "threads, the others would go on.",
        .question = "Which of the two ends them all?"},
       {.name = "sends-a-signal",
        .proven = answers(answer) == Lines{"send SIGSYS", "allow"},
        .observation = "SECCOMP_RET_TRAP sends SIGSYS to the program, which "
                       "could catch it and go on.",
        .question = "Which answer of a filter ends a whole process?"}},
      "Which answer of a filter ends a whole process? See seccomp(2).");
}

TEST_CASE("6d a call of another architecture ends the process", "[06]") {
  const std::string list = fmt::format("{}", SYS_openat);
  const std::vector<long> numbers = {SYS_getpid, 20, SYS_openat};
  // The answers to calls of the first architecture that are not as wanted.
  Lines got;
  std::string other;
  std::size_t well = 0;  // how many were
  std::string way = "fails";
  for (const char* each : {"fails", "kills"}) {
    for (const std::string& architecture : foreign) {
      if (!got.empty() && got != Lines{killed, killed, killed}) break;
      way = each;
      other = architecture;
      got = answers(ask(way, list, other, numbers));
      if (got == Lines{killed, killed, killed}) ++well;
    }
  }
  const bool with_kill = well == 0 && got == Lines{"allow", "allow", eperm} &&
                         answers(ask("kills", list, other, numbers)) ==
                             Lines{killed, killed, killed};
  const std::string thread = "kill the thread";
  const std::string trap = "send SIGSYS";
  const Run run = ask(way, list, other, numbers);
  expect_lines(
      run, {killed, killed, killed}, got,
      {{.name = "one-architecture-refused",
        .proven = well > 0 && way == "fails",
        .observation = fmt::format(
            "Calls of {} end the process, and calls of {} do not. There are "
            "many architectures, and one is yours.",
            foreign[0], other),
        .question = "Which calls may go on: those that are not of another "
                    "architecture, or those of this one?"},
       {.name = "checked-with-kill-only",
        .proven = with_kill,
        .observation = fmt::format("With --kill a call of {} ends the process, "
                                   "and without it, it does not.",
                                   other),
        .question = "Does what another architecture's numbers mean depend on "
                    "`denied`?"},
       {.name = "no-architecture-check",
        .proven = well == 0 && got == Lines{"allow", "allow", eperm},
        .observation =
            fmt::format("A call of {} is treated like one of {}. Its "
                        "numbers mean other calls: 257, openat on x86-64, is "
                        "remap_file_pages on i386.",
                        other, native),
        .question = "Where in seccomp_data stands whose call it is?"},
       {.name = "architecture-too-late",
        .proven = well == 0 && got == Lines{killed, killed, eperm},
        .observation =
            "Only a number that is not in your list gets as far as the "
            "architecture check.",
        .question = "What has to be known before a number means anything?"},
       {.name = "only-refused",
        .proven = well == 0 && got == Lines{eperm, eperm, eperm},
        .observation = "The architecture is looked at first, and the call "
                       "fails with EPERM. The contract says that it ends the "
                       "process, with --kill or without.",
        .question =
            "Which answer ends a whole process, whatever `denied` says?"},
       {.name = "kills-one-thread",
        .proven = got == Lines{thread, thread, thread},
        .observation =
            "SECCOMP_RET_KILL is SECCOMP_RET_KILL_THREAD: in a program with "
            "threads, the others would go on.",
        .question = "Which of the two ends them all?"},
       {.name = "sends-a-signal",
        .proven = got == Lines{trap, trap, trap},
        .observation = "SECCOMP_RET_TRAP sends SIGSYS to the program, which "
                       "could catch it and go on.",
        .question = "Which answer of a filter ends a whole process?"},
       {.name = "another-architecture-is-allowed",
        .proven = well == 0 && got == Lines{"allow", "allow", "allow"},
        .observation = "Calls of other architectures are let through, whatever "
                       "their number.",
        .question = "What does your filter answer to them?"}},
      "What does your filter look at before any number?");
#if defined(__x86_64__)
  if (makes_compat32_calls()) {
    const Run seen = run_chapter({"--deny", "setsid", tracee("int80")});
    expect_end(seen, 128 + SIGSYS);
  }
#endif
}

#if defined(__x86_64__)

TEST_CASE("6e the numbers of x32 are denied", "[06]") {
  const Run run = ask("fails", fmt::format("{}", SYS_openat), native,
                      {x32 + SYS_openat, x32 + SYS_getpid, x32, SYS_getpid,
                       x32 - 1, 0x7fffffff, 0x80000000, 0xffffffff});
  auto got = answers(run);
  const auto last = [&](std::size_t i) { return i < got.size() ? got[i] : ""; };
  const bool early = last(4) != "allow";
  const bool bit = last(5) == eperm && last(6) == "allow" && last(7) == eperm;
  const bool few = last(5) == "allow";
  const Lines first(
      got.begin(),
      got.begin() +
          std::min<std::ptrdiff_t>(4, static_cast<std::ptrdiff_t>(got.size())));
  expect_lines(
      run, {eperm, eperm, eperm, "allow", "allow", eperm, eperm, eperm}, got,
      {{.name = "x32-open",
        .proven = first == Lines{"allow", "allow", "allow", "allow"},
        .observation =
            "openat is denied as number 257, and goes through as number "
            "0x40000000 + 257, which is openat, too.",
        .question = "Which numbers are too large to be native?"},
       {.name = "x32-as-a-bit",
        .proven = first == Lines{eperm, eperm, eperm, "allow"} && !early && bit,
        .observation = "0x80000000 is larger than 0x40000000, has not its bit, "
                       "and is let through.",
        .question = "\"From x32_bit on\": is that a bit, or an order?"},
       {.name = "no-more-than-x32-has",
        .proven = first == Lines{eperm, eperm, eperm, "allow"} && !early && few,
        .observation = "0x7fffffff is let through. The contract says: every "
                       "number from 0x40000000 on.",
        .question = "Which numbers are too large to be native?"},
       {.name = "off-by-one",
        .proven = first == Lines{eperm, eperm, eperm, "allow"} && early,
        .observation = "0x3fffffff is below 0x40000000, and is denied.",
        .question = "Below, or below or equal?"},
       {.name = "x32-kills",
        .proven = first == Lines{killed, killed, killed, "allow"},
        .observation =
            "Every x32 call ends the process, and nobody had said --kill.",
        .question =
            "Which answer has a denied call? There is a variable for it."},
       {.name = "only-the-listed",
        .proven = first == Lines{eperm, "allow", "allow", "allow"},
        .observation =
            "Only the x32 numbers of your list are denied; the contract says "
            "all.",
        .question = "Which numbers are too large to be native?"},
       {.name = "off-by-one",
        .proven = first == Lines{eperm, eperm, "allow", "allow"},
        .observation = "0x40000000 itself is x32's read, and is let through.",
        .question = "Greater, or greater or equal?"}},
      "Which numbers are too large to be native?");
  const Run kills = ask("kills", fmt::format("{}", SYS_openat), native,
                        {x32 + SYS_openat, SYS_getpid});
  expect_lines(
      kills, {killed, "allow"}, answers(kills),
      {{.name = "x32-never-kills",
        .proven = answers(kills) == Lines{eperm, "allow"},
        .observation =
            "With --kill a denied call ends the process, and openat of x32 "
            "only fails.",
        .question =
            "Which answer has a denied call? There is a variable for it."}},
      "Which answer has a denied call?");
  const Run seen = run_chapter({"--deny", "setsid", tracee("x32")});
  expect_lines(seen, {"EPERM"}, lines_of(seen.outcome.out), {},
               "Which numbers are too large to be native?");
}
#else

TEST_CASE("6e there is no x32 here", "[06]") {
  const Run run = ask("fails", fmt::format("{}", SYS_openat), native,
                      {0x40000000 + SYS_openat, 0x40000000, SYS_getpid});
  expect_lines(
      run, {"allow", "allow", "allow"}, answers(run),
      {{.name = "x32-everywhere",
        .proven = answers(run) == Lines{eperm, eperm, "allow"},
        .observation = "Numbers from 0x40000000 on are denied. x32 is a table "
                       "of x86-64; this machine has none.",
        .question = "On which machine has this region to be empty?"}},
      "On which machine has this region to be empty?");
}
#endif
