// Chapter 04: names for numbers.
#include <fmt/format.h>
#include <sys/syscall.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "check.hpp"
#include "machine.hpp"

CHAPTER(.truth =
            "Your tracer speaks in names: this machine's calls and its errors.",
        .needs = {"ptrace"});

namespace {

using Lines = std::vector<std::string>;

// The lines of the calls, "name = result"; not the last, which is given.
Lines calls(const Run& run) {
  Lines lines = run.trace();
  if (!lines.empty() && lines.back().rfind("+++", 0) == 0) lines.pop_back();
  return lines;
}

// What stands before the "=".
Lines names(const Run& run) {
  Lines found;
  for (const std::string& line : calls(run)) {
    found.push_back(line.substr(0, line.find(" =")));
  }
  return found;
}

Lines out(const Run& run) { return lines_of(run.outcome.out); }

std::string answer(const Run& run) {
  const Lines lines = out(run);
  return lines.empty() ? "nothing" : lines.front();
}

}  // namespace

TEST_CASE("4a calls have their names", "[04]") {
  const Run run = run_chapter({tracee("seven-calls")});
  expect_end(
      run, 0,
      {{.name = "number-as-index",
        .proven = run.outcome.end == Outcome::End::signalled ||
                  count_with(run.trace(), "basic_string") == 1,
        .observation =
            "Your tracer crashed over the first names: what it took for the "
            "entry of a number was none.",
        .question = "Is the entry of number 435 the table's 435th?"}});
  expect_lines(
      run,
      {"openat", "openat", "openat", "write", "getpid", "close", "exit_group"},
      names(run),
      {{.name = "still-numbers",
        .proven = count_with(calls(run), "syscall") == 7,
        .observation =
            "Seven calls, and not one of them was found in the table.",
        .question =
            "What does syscall_table(abi) hold, and which member of an entry "
            "is the number?"}},
      "Which entry of syscall_table(abi) has the number of the call?");
}

TEST_CASE("4a so have the newest, after the gaps in the table", "[04]") {
  const Run run = run_chapter({tracee("newest")});
  const Lines got = names(run);
  const Lines wanted = {"clone3", "close_range", "openat2",   "getrandom",
                        "statx",  "getcwd",      "exit_group"};
  const bool crashed = run.outcome.end == Outcome::End::signalled;
  expect(run, !crashed, "exit status 0", "your tracer crashed",
         {{.name = "number-as-index",
           .proven = crashed,
           .observation =
               "Your tracer crashed at clone3, number 435. The table has fewer "
               "entries than that: numbers are missing in it.",
           .question = "Is the entry of number 435 the table's 435th?"}},
         "Is the entry of number 435 the table's 435th?");
  expect_end(run, 0);
  expect_lines(run, wanted, got,
               {{.name = "number-as-index",
                 .proven = got.size() == 7 && count_equal(got, "clone3") == 0 &&
                           got.back() == "exit_group" && got[5] == "getcwd",
                 .observation = "Old calls are right and the newest are not. "
                                "From number 335 to 423 "
                                "next to nothing is in the table of x86-64: "
                                "after the gap, the entry "
                                "of a number is not the number's.",
                 .question = "Is the entry of number 435 the table's 435th?"}},
               "Which entry of syscall_table(abi) has the number of the call?");
}

TEST_CASE("4a every number of the table has its own", "[04]") {
  const Run run = run_probe({"names"});
  expect_end(run, 0);
  expect_lines(run, {}, out(run), {},
               "Which entry of the table has this number?");
}

#if defined(__x86_64__)
TEST_CASE("4a a call of the 32-bit table has its name there", "[04]") {
  needs(makes_compat32_calls(), "this machine makes no 32-bit calls");
  const Run run = run_chapter({tracee("int80")});
  expect_end(run, 0);
  Lines got = names(run);
  std::erase_if(got, [](const std::string& line) {
    return line.rfind("[ Process", 0) == 0;  // given
  });
  expect_lines(
      run, {"getuid", "getpid", "getppid", "getpid", "exit_group"}, got,
      {{.name = "one-table-for-all",
        .proven =
            count_equal(got, "writev") == 1 && count_equal(got, "semget") == 1,
        .observation =
            "writev and semget: the tracee never called them. It called 20 "
            "and 64 of the 32-bit table, getpid and getppid.",
        .question = "Whose table is asked? syscall_name is told."}},
      "Whose table is asked? syscall_name is told.");
}
#endif

TEST_CASE("4b a number without a name is shown as strace shows it", "[04]") {
  const Run run = run_chapter({tracee("unknown")});
  expect_end(run, 0);
  const Lines got = names(run);
  expect_lines(
      run,
      {"syscall_0x3e7", "syscall_0x1f4", "syscall_0x186a0", "getpid",
       "exit_group"},
      got,
      {{.name = "decimal",
        .proven = count_with(got, "999") == 1,
        .observation =
            "Your name for call 999 has the number in decimal; strace "
            "writes syscall_0x3e7.",
        .question = "What is 999 in base 16?"},
       {.name = "no-prefix",
        .proven = count_equal(got, "syscall_3e7") == 1,
        .observation = "syscall_3e7 is strace's name, but for two letters.",
        .question = "By what does one see that 3e7 is base 16?"}},
      "How does strace write 999, a number without a name?");
  const Run negative = run_probe({"name", "-1"});
  expect_end(negative, 0);
  const std::string name = answer(negative);
  expect(
      negative, name == "syscall_0xffffffffffffffff",
      "syscall_0xffffffffffffffff", name,
      {{.name = "a-sign-in-base-16",
        .proven = name == "syscall_-0x1",
        .observation =
            "Call -1 is syscall_-0x1. In base 16 one looks at bits, and no bit "
            "is a minus.",
        .question = "Which unsigned type is as wide as a long?"}},
      "How does strace write -1, a number without a name?");
}

TEST_CASE("4c a name has its number", "[04]") {
  const Run openat = run_probe({"number", "openat"});
  expect_end(openat, 0);
  const std::string wanted = fmt::format("{}", SYS_openat);
  const Run alone = run_probe({"alone", "openat"});
  expect(openat, answer(openat) == wanted, wanted, answer(openat),
         {{.name = "reads-past-the-view",
           .proven = answer(openat) == "none" && answer(alone) == wanted,
           .observation =
               "openat is found alone, but not as a part of a longer text: a "
               "string_view ends with its size, and no zero has to follow.",
           .question =
               "What does strcmp look for that a string_view need not have?"},
          {.name = "finds-no-name",
           .proven = answer(openat) == "none",
           .observation = "openat is in the table, and was not found.",
           .question = "Which entries are looked at, and what of them is "
                       "compared with it?"}},
         "Which entry of syscall_table(Abi::native) has that name?");
  const Run run = run_probe({"numbers"});
  expect_end(run, 0);
  const Lines got = out(run);
  const bool index =
      got.size() > 20 && got.size() < 150 && count_with(got, "none") == 0;
  expect_lines(
      run, {}, got,
      {{.name = "index-for-number",
        .proven = index,
        .observation =
            fmt::format("{} calls, the newest, have a wrong number: the "
                        "place of their entry in the table.",
                        got.size()),
        .question = "What does an entry say of itself, besides its name?"},
       {.name = "part-of-a-name",
        .proven = count_with(got, "time 201: 100") == 1,
        .observation =
            "time (201) was found as 100, which is times: a name that begins "
            "alike.",
        .question =
            "Is a name found when it is equal, or when it begins alike?"}},
      "Which entry of syscall_table(Abi::native) has that name?");
}

TEST_CASE("4c a name that is not in the table has none", "[04]") {
  for (const char* name :
       {"nosuch", "", "open_", "opena", "OPENAT", "openat "}) {
    const Run run = run_probe({"number", name});
    expect_end(run, 0);
    const std::string got = answer(run);
    expect(run, got == "none", "none", got,
           {{.name = "part-of-a-name",
             .proven = got != "none" && (std::string(name) == "opena" ||
                                         std::string(name) == "openat " ||
                                         std::string(name).empty()),
             .observation = fmt::format(
                 "\"{}\" is not the name of a call, and you found number "
                 "{}.",
                 name, got),
             .question =
                 "Is a name found when it is equal, or when it begins alike?"},
            {.name = "zero-for-none",
             .proven = got == "0",
             .observation = "0 is the number of read (of io_setup on aarch64), "
                            "and no answer for "
                            "a name that does not exist.",
             .question = "What can a std::optional hold that a long cannot?"}},
           "What is given back when no entry has that name?");
  }
}

TEST_CASE("4d an error has its name and its text", "[04]") {
  const Run run = run_chapter({tracee("nine-calls")});
  expect_end(run, 0);
  Lines got = calls(run);
  const Lines wanted = {"openat = 3",
                        "openat = -1 ENOENT (No such file or directory)",
                        "openat = -1 ENOENT (No such file or directory)",
                        "write = 6",
                        "getpid = PID",
                        "close = -1 EBADF (Bad file descriptor)",
                        "setsid = PID",
                        "setsid = -1 EPERM (Operation not permitted)",
                        "exit_group = ?"};
  for (std::string& line : got) {
    for (const char* call : {"getpid = ", "setsid = "}) {
      const std::string begin = call;
      if (line.rfind(begin, 0) == 0 && line.size() > begin.size() &&
          line.find_first_not_of("0123456789", begin.size()) == line.npos) {
        line = begin + "PID";
      }
    }
  }
  expect_lines(
      run, wanted, got,
      {{.name = "a-result-for-an-error",
        .proven = count_equal(got, "openat = 3") == 0,
        .observation = "The first openat gave 3, a file descriptor, and your "
                       "line takes it "
                       "for an error.",
        .question = "Which function of chapter 01 says what is an error, and "
                    "what does it "
                    "want to be given?"},
       {.name = "minus-which",
        .proven = count_with(got, "= -2 ENOENT") > 0,
        .observation = "-2 ENOENT: the error has its name, and the number "
                       "before it is the "
                       "kernel's.",
        .question =
            "What does libc, and so strace, give back for every error?"},
       {.name = "raw-errors",
        .proven = count_equal(got, "openat = -2") == 2,
        .observation = "openat = -2: so the kernel says it. strace says -1, as "
                       "the program "
                       "gets "
                       "it from libc, with the error's name and text.",
        .question = "Which entry of error_table() belongs to the result -2?"},
       {.name = "strerror-of-a-negative",
        .proven = count_with(got, "(Unknown error -") > 0,
        .observation = "ENOENT is right, and its text is \"Unknown error -2\": "
                       "strerror knows "
                       "no negative errors.",
        .question = "Which number does strerror take, -2 or 2?"},
       {.name = "error-of-the-tracer",
        .proven =
            count_with(got, "openat = -1 ENOENT (") >
                count_with(got, "openat = -1 ENOENT (No such file") ||
            count_equal(got, "close = -1 ENOENT (No such file or directory)") ==
                1 ||
            count_equal(got, "close = -1 EPERM (Operation not permitted)") ==
                1 ||
            count_with(got, "Success") > 0 || count_with(got, "ENOTTY") > 0,
        .observation = "Errors have the text of another: their reason was not "
                       "looked for in "
                       "the result.",
        .question = "Whose errno is errno, and where is the tracee's?"}},
      "Which entry of error_table() belongs to the result?");
}

TEST_CASE("4d so has every error of the table", "[04]") {
  const Run run = run_probe({"results"});
  expect_end(run, 0);
  expect_lines(run, {}, out(run), {}, "Where does your search begin, and end?");
}

TEST_CASE("4d results are errors from -4095 to -1 only", "[04]") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"0", "0"},
      {"-4096", "-4096"},
      {"-140000000000000", "-140000000000000"},
      {"139667523624960", "139667523624960"},
      {"-4000", "-1 (errno 4000)"},
      {"-4095", "-1 (errno 4095)"}};
  for (const auto& [result, wanted] : cases) {
    const Run run = run_probe({"result", result});
    expect_end(run, 0);
    const std::string got = answer(run);
    expect(
        run, got == wanted, wanted, got,
        {{.name = "any-negative",
          .proven = result == "-4096" || result == "-140000000000000",
          .observation = fmt::format(
              "{} is a result like any other: it is below -4095.", result),
          .question =
              "Where do the errors begin? Chapter 01 has a function for it."},
         {.name = "cut-to-int",
          .proven = result == "139667523624960",
          .observation =
              "An address does not fit into 32 bits, and half of it is gone.",
          .question =
              "How wide is the result, and how wide is what you print?"},
         {.name = "nameless-error",
          .proven = got == result,
          .observation = fmt::format(
              "{} is an error without a name. strace shows its number.",
              result),
          .question = "What is left to print when no entry fits?"}},
        "Which numbers are errors, and what is printed of those without a "
        "name?");
  }
}

TEST_CASE("4d a call that is made again says so", "[04]") {
  const Run run = run_chapter({tracee("restart")});
  expect_end(run, 0);
  Lines got;
  for (const std::string& line : calls(run)) {
    for (const char* call :
         {"read", "nanosleep", "restart_syscall", "rt_sigsuspend"}) {
      if (line.rfind(std::string(call) + " = ", 0) == 0) got.push_back(line);
    }
  }
  const Lines wanted = {
      "read = ? ERESTARTSYS (To be restarted if SA_RESTART is set)",
      "read = ? ERESTARTSYS (To be restarted if SA_RESTART is set)",
      "read = 1",
      "nanosleep = ? ERESTART_RESTARTBLOCK (Interrupted by signal)",
      "restart_syscall = 0",
      "rt_sigsuspend = ? ERESTARTNOHAND (To be restarted if no handler)"};
  expect_lines(
      run, wanted, got,
      {{.name = "restarts-unknown",
        .proven = count_equal(got, "read = -1 (errno 512)") == 2 ||
                  count_equal(got, "read = -512") == 2,
        .observation =
            "-512 has no name in <asm/errno.h>: the kernel says it to itself, "
            "and the program never sees it.",
        .question = "Which table at the top of names.cpp has 512?"},
       {.name = "restarts-as-errors",
        .proven = count_with(got, "= -1 ERESTART") > 0,
        .observation =
            "-1 is what a program gets back. This result never reaches it: "
            "the kernel makes the call again. strace says ?.",
        .question = "What has to stand before ERESTARTSYS?"}},
      "Which table at the top of names.cpp has these?");
}
