// Chapter 04: names for numbers.
#include <fmt/format.h>
#include <sys/syscall.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <cstdio>

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

// Is the place of an entry taken for its number? Then every place that is not
// its entry's number has that entry's name.
bool takes_places_for_numbers() {
  const Run run = run_probe({"places"});
  int taken = 0;
  int places = 0;
  return std::sscanf(answer(run).c_str(), "%d of %d", &taken, &places) == 2 &&
         places > 1 && taken == places;
}

// "257 openat: got" and the like: are these lines of the ends of a table alone?
bool only_an_end(const Lines& lines) {
  return !lines.empty() && count_with(lines, " (the first): ") +
                                   count_with(lines, " (the last): ") ==
                               static_cast<int>(lines.size());
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(c));
  return text;
}

const char* whose_table = "Whose table is asked? syscall_name is told.";
const char* which_place = "Is the entry of number 435 the table's 435th?";
const char* which_end = "Where does your search begin, and where does it end?";

}  // namespace

TEST_CASE("4a calls have their names", "[04]") {
  const Run run = run_chapter({tracee("seven-calls")});
  const Lines wanted = {"openat", "openat", "openat",    "write",
                        "getpid", "close",  "exit_group"};
  const Lines got = names(run);
  const Diagnosis place{
      .name = "number-as-index",
      .proven = got != wanted && takes_places_for_numbers(),
      .observation =
          "A number gets the name of the entry at its place in the "
          "table, and numbers are missing there.",
      .question = which_place};
  expect_end(run, 0, {place});
  expect_lines(
      run, wanted, got,
      {place,
       {.name = "the-other-table",
        .proven = count_equal(got, "remap_file_pages") == 3,
        .observation = "The tracee called openat, 257 of the 64-bit table. "
                       "remap_file_pages is 257 of the 32-bit one.",
        .question = whose_table},
       {.name = "still-numbers",
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
  const Diagnosis place{
      .name = "number-as-index",
      .proven = got != wanted && takes_places_for_numbers(),
      .observation =
          "Old calls are right, and clone3, number 435, is not: the "
          "table has fewer entries than that, since numbers are "
          "missing in it.",
      .question = which_place};
  expect_end(run, 0, {place});
  expect_lines(run, wanted, got, {place},
               "Which entry of syscall_table(abi) has the number of the call?");
}

TEST_CASE("4a every number of the table has its own", "[04]") {
  const Run run = run_probe({"names", "native"});
  expect_end(run, 0);
  expect_lines(
      run, {}, out(run),
      {{.name = "first-or-last-missed",
        .proven = only_an_end(out(run)),
        .observation =
            "All entries are found but one, and that stands at an end of the "
            "table.",
        .question = which_end}},
      "Which entry of the table has this number?");
}

TEST_CASE("4a a call of the 32-bit table has its name there", "[04]") {
  const Run all = run_probe({"names", "32-bit"});
  expect_end(all, 0);
  expect_lines(
      all, {}, out(all),
      {{.name = "one-table-for-all",
        .proven = count_equal(out(all), "20 getpid: writev") == 1 &&
                  count_equal(out(all), "64 getppid: semget") == 1,
        .observation =
            "Call 20 of the 32-bit table is getpid, and yours is writev, which "
            "is 20 of the 64-bit one.",
        .question = whose_table}},
      whose_table);
#if defined(__x86_64__)
  if (!makes_compat32_calls()) return;
  const Run run = run_chapter({tracee("int80")});
  expect_end(run, 0);
  Lines got = names(run);
  std::erase_if(got, [](const std::string& line) {
    return line.rfind("[ Process", 0) == 0;  // given
  });
  expect_lines(run, {"getuid", "getpid", "getppid", "getpid", "exit_group"},
               got, {}, whose_table);
#endif
}

TEST_CASE("4a a number that no call has is not called like one", "[04]") {
  const Run run = run_probe({"gaps"});
  const Lines got = out(run);
  const auto all = [&](std::initializer_list<const char*> owners) {
    return !got.empty() &&
           std::all_of(got.begin(), got.end(), [&](const std::string& line) {
             return std::any_of(owners.begin(), owners.end(),
                                [&](const char* owner) {
                                  return line.find(owner) != line.npos;
                                });
           });
  };
  const std::string line = got.empty() ? "" : got.front();
  const Diagnosis nearest{
      .name = "nearest-for-equal",
      .proven = all({", the next", ", the one before"}),
      .observation = fmt::format("Every number of the table is right. But {}: "
                                 "no call has that number.",
                                 line),
      .question =
          "What did your search find: this number, or one beside it? "
          "And if there was none?"};
  expect_end(run, 0, {nearest});
  const Lines wide =
      out(run_probe({"name", fmt::format("{}", SYS_openat + (1L << 32))}));
  expect_lines(
      run, {}, got,
      {nearest,
       {.name = "one-table-for-all",
        .proven = all({", the other table's"}),
        .observation = fmt::format("{}: this table has no such number.", line),
        .question = whose_table},
       {.name = "cut-to-int",
        .proven = count_equal(wide, "openat") == 1,
        .observation = "2^32 more than openat's number is called openat, too: "
                       "half of the number is gone.",
        .question = "How wide is a long, and how wide is what you compare?"}},
      "What is said of a number that no entry has?");
}

TEST_CASE("4b a number without a name is shown as strace shows it", "[04]") {
  const Run run = run_chapter({tracee("unknown")});
  expect_end(run, 0);
  const Lines got = names(run);
  const std::string first = got.empty() ? "" : got.front();
  expect_lines(
      run,
      {"syscall_0x3e7", "syscall_0x1f4", "syscall_0x186a0", "getpid",
       "exit_group"},
      got,
      {{.name = "decimal",
        .proven = first.find("999") != first.npos,
        .observation =
            "Your name for call 999 has the number in decimal; strace "
            "writes syscall_0x3e7.",
        .question = "What is 999 in base 16?"},
       {.name = "no-prefix",
        .proven = first == "syscall_3e7",
        .observation = "syscall_3e7 is strace's name, but for two letters.",
        .question = "By what does one see that 3e7 is base 16?"},
       {.name = "upper-case",
        .proven = lower(first) == "syscall_0x3e7" && first != lower(first),
        .observation = "A name like strace's, but with capital letters.",
        .question = "Which letter of fmt's makes small digits, and which "
                    "capital ones?"}},
      "How does strace write 999, a number without a name?");
  const Run negative = run_probe({"name", "-1"});
  expect_end(negative, 0);
  const std::string name = answer(negative);
  expect(negative, name == "syscall_0xffffffffffffffff",
         "syscall_0xffffffffffffffff", name,
         {{.name = "a-sign-in-base-16",
           .proven = name == "syscall_-0x1" || name == "syscall_0x-1",
           .observation =
               "Call -1 has a minus. In base 16 one looks at bits, and no bit "
               "is a minus.",
           .question = "Which unsigned type is as wide as a long?"},
          {.name = "cut-to-int",
           .proven = name == "syscall_0xffffffff",
           .observation = "Eight digits are 32 bits. A long has 64.",
           .question = "Which unsigned type is as wide as a long?"}},
         "How does strace write -1, a number without a name?");
  const Run others = run_probe({"nameless"});
  expect_end(others, 0);
  expect_lines(others, {}, out(others), {},
               "How does strace write such a number?");
}

TEST_CASE("4c a name has its number", "[04]") {
  const Run openat = run_probe({"number", "openat"});
  expect_end(openat, 0);
  const std::string wanted = fmt::format("{}", SYS_openat);
  const Run alone = run_probe({"alone", "openat"});
  expect(openat, answer(openat) == wanted, wanted, answer(openat),
         {{.name = "part-of-a-name",
#if defined(SYS_open)
           .proven = answer(openat) == fmt::format("{}", SYS_open),
#else
           .proven = false,  // no call here has a name that openat begins with
#endif
           .observation = "openat has the number of open: a name that begins "
                          "alike.",
           .question =
               "Is a name found when it is equal, or when it begins alike?"},
          {.name = "reads-past-the-view",
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
  // "time: 100 times": what was asked for, and whose number came.
  int alike = 0;
  for (const std::string& line : got) {
    const std::string name = line.substr(0, line.find_first_of(" :"));
    const std::string found = line.substr(line.rfind(' ') + 1);
    if (found.starts_with(name) || name.starts_with(found)) ++alike;
  }
  const bool all_alike = alike > 0 && alike == static_cast<int>(got.size());
  const bool places = got.size() > 1 && count_with(got, "none") == 0 &&
                      count_with(got, "clone3: ") == 1 && !all_alike &&
                      count_with(got, "read: ") == 0;
  expect_lines(
      run, {}, got,
      {{.name = "part-of-a-name",
        .proven = all_alike,
        .observation =
            fmt::format("{} is another call, whose name begins alike.",
                        got.empty() ? "" : got.front()),
        .question =
            "Is a name found when it is equal, or when it begins alike?"},
       {.name = "first-or-last-missed",
        .proven = only_an_end(got) && count_with(got, "none") > 0,
        .observation =
            "All names are found but one, and that stands at an end of the "
            "table.",
        .question = which_end},
       {.name = "index-for-number",
        .proven = places,
        .observation =
            fmt::format("{} calls, the newest, have a wrong number: the "
                        "place of their entry in the table.",
                        got.size()),
        .question = "What does an entry say of itself, besides its name?"}},
      "Which entry of syscall_table(Abi::native) has that name?");
}

TEST_CASE("4c a name that is not in the table has none", "[04]") {
  const std::string number = fmt::format("{}", SYS_openat);
  const std::string base16 = fmt::format("{:#x}", SYS_openat);
  for (const std::string& name :
       {std::string("nosuch"), std::string(), std::string("open_"),
        std::string("opena"), std::string("OPENAT"), std::string("openat "),
        std::string(" openat"), number, base16, "syscall_" + base16,
        "syscall " + number}) {
    const Run run = run_probe({"number", name});
    expect_end(run, 0);
    const std::string got = answer(run);
    const bool digits =
        name.find(number) != name.npos || name.find(base16) != name.npos;
    expect(run, got == "none", "none", got,
           {{.name = "a-number-for-a-name",
             .proven = digits && got == number,
             .observation = fmt::format(
                 "\"{}\" has the number of a call in it, and is the name of "
                 "none.",
                 name),
             .question = "Which entry of the table has exactly this name?"},
            {.name = "case-for-case",
             .proven = name == "OPENAT" && got == number,
             .observation = "OPENAT is not the name of a call, and you found "
                            "openat.",
             .question = "Are O and o the same to the kernel's headers?"},
            {.name = "part-of-a-name",
             .proven = name.empty() || name == "opena" || name == "openat ",
             .observation = fmt::format(
                 "\"{}\" is not the name of a call, and you found number "
                 "{}.",
                 name, got),
             .question =
                 "Is a name found when it is equal, or when it begins alike?"},
            {.name = "zero-for-none",
             .proven = name == "nosuch" && got == "0",
             .observation = "0 is the number of read (of io_setup on aarch64), "
                            "and no answer for a name that does not exist.",
             .question = "What can a std::optional hold that a long cannot?"}},
           "What is given back when no entry has that name?");
  }
  const Run zero = run_probe({"zero", "openat"});
  expect_end(zero, 0);
  expect(
      zero, answer(zero) == "none", "none", answer(zero),
      {{.name = "ends-at-a-zero",
        .proven = answer(zero) == number,
        .observation = "A zero and more follow openat in this name, which is "
                       "thus another one: a string_view can hold zeros.",
        .question = "Where does a string_view end, and where does strcmp "
                    "think that it ends?"}},
      "What is given back when no entry has that name?");
  const Run other = run_probe({"only-32-bit"});
  expect_end(other, 0);
  expect_lines(
      other, {}, out(other),
      {{.name = "one-table-for-all",
        .proven = count_equal(out(other), "waitpid: 7") == 1,
        .observation = "waitpid is number 7 of the 32-bit table alone: a "
                       "64-bit program cannot make it.",
        .question = "Which table has the native calls?"}},
      "Which table has the native calls?");
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
  const auto line = [&](std::size_t i) {
    return i < got.size() ? got[i] : std::string();
  };
  // The text of two different errors, which stands in brackets.
  const auto text = [&](std::size_t i) {
    const auto at = line(i).find(" (");
    return at == std::string::npos ? "" : line(i).substr(at);
  };
  const bool same_text =
      got.size() == wanted.size() && !text(1).empty() && text(1) == text(5);
  expect_lines(
      run, wanted, got,
      {{.name = "a-result-for-an-error",
        .proven = line(0).starts_with("openat = -1 "),
        .observation = "The first openat gave 3, a file descriptor, and your "
                       "line takes it for an error.",
        .question = "Which function of chapter 01 says what is an error, and "
                    "what does it want to be given?"},
       {.name = "minus-which",
        .proven = line(1).starts_with("openat = -2 ENOENT"),
        .observation = "-2 ENOENT: the error has its name, and the number "
                       "before it is the kernel's.",
        .question =
            "What does libc, and so strace, give back for every error?"},
       {.name = "raw-errors",
        .proven = count_equal(got, "openat = -2") == 2,
        .observation = "openat = -2: so the kernel says it. strace says -1, as "
                       "the program gets it from libc, with the error's name "
                       "and text.",
        .question = "Which entry of error_table() belongs to the result -2?"},
       {.name = "strerror-of-a-negative",
        .proven = text(1) == " (Unknown error -2)",
        .observation = "ENOENT is right, and its text is \"Unknown error -2\": "
                       "strerror knows no negative errors.",
        .question = "Which number does strerror take, -2 or 2?"},
       {.name = "name-and-text-swapped",
        .proven = line(1).find("No such file or directory (ENOENT)") !=
                  std::string::npos,
        .observation = "Name and text are there, and each stands where the "
                       "other belongs.",
        .question = "Which of the two does strace write in brackets?"},
       {.name = "half-of-an-error",
        .proven = line(1) == "openat = -1 ENOENT" ||
                  line(1) == "openat = -1 (No such file or directory)" ||
                  line(1) == "openat = ENOENT (No such file or directory)",
        .observation = "An error is -1, its name and its text in brackets: one "
                       "of the three is not there.",
        .question = "What does strace write after the \"=\"?"},
       {.name = "error-of-the-tracer",
        .proven = same_text,
        .observation = fmt::format("Two errors, -2 and -9, have the same "
                                   "text{}: it was not looked for "
                                   "in the result.",
                                   text(1)),
        .question = "Whose errno is errno, and where is the tracee's?"}},
      "Which entry of error_table() belongs to the result?");
}

TEST_CASE("4d so has every error of the table", "[04]") {
  const Run run = run_probe({"errors"});
  expect_end(run, 0);
  const Lines got = out(run);
  // Numbers are missing here, too: 41 and 58.
  const bool index =
      count_with(got, "-42: -1 EIDRM ") == 1 && count_with(got, "-40: ") == 0;
  expect_lines(
      run, {}, got,
      {{.name = "error-as-index",
        .proven = index,
        .observation = "Errors up to 40 are right; 42 has the name of 43: "
                       "number 41 is missing in the table.",
        .question = "What does an entry say of itself, besides its name?"},
       {.name = "first-or-last-missed",
        .proven = only_an_end(got),
        .observation =
            "All errors are right but one, and that stands at an end of the "
            "table.",
        .question = which_end}},
      which_end);
}

TEST_CASE("4d results are errors from -4095 to -1 only", "[04]") {
  const Lines numbers = {"0",
                         "-1",
                         "-4000",
                         "-4095",
                         "-4096",
                         "-140000000000000",
                         "4294967294",
                         "139667523624960",
                         "-4294967298",
                         "9223372036854775807",
                         "-9223372036854775808"};
  Lines words = {"result"};
  Lines wanted;
  for (const std::string& number : numbers) {
    words.push_back(number);
    wanted.push_back(number + ": " +
                     (number == "-1"      ? "-1 EPERM (Operation not permitted)"
                      : number == "-4000" ? "-1 (errno 4000)"
                      : number == "-4095" ? "-1 (errno 4095)"
                                          : number));
  }
  const Run run = run_probe(words);
  expect_end(run, 0);
  Lines got = out(run);
  for (std::size_t i = 0; i < got.size() && i < numbers.size(); ++i) {
    got[i] = numbers[i] + ": " + got[i];
  }
  // Which of the numbers are not as wanted?
  const auto wrong = [&](const std::string& number) {
    const auto at =
        std::find(numbers.begin(), numbers.end(), number) - numbers.begin();
    const auto i = static_cast<std::size_t>(at);
    return i >= got.size() || got[i] != wanted[i];
  };
  const auto came = [&](const std::string& line) {
    return count_equal(got, line) == 1;
  };
  const bool wide = wrong("4294967294") || wrong("139667523624960");
  expect_lines(
      run, wanted, got,
      {{.name = "zero-is-an-error",
        .proven = wrong("0") && !wrong("-1"),
        .observation = "0 is a result, and the most common one.",
        .question = "Which numbers are errors? Chapter 01 has a function for "
                    "it."},
       {.name = "nameless-error",
        .proven = came("-4000: -4000") && came("-4095: -4095"),
        .observation =
            "-4000 is an error without a name. strace shows its number.",
        .question = "What is left to print when no entry fits?"},
       {.name = "wrong-bounds",
        .proven = (wrong("-4095") && !wrong("-4000") && !wrong("-4096")) ||
                  (wrong("-4096") && !wrong("-140000000000000")),
        .observation = "The errors end at -4095: that is the last, and -4096 "
                       "is none.",
        .question =
            "Where do the errors begin? Chapter 01 has a function for it."},
       {.name = "any-negative",
        .proven = wrong("-4096") && wrong("-140000000000000") && !wide,
        .observation = "-4096 is a result like any other: it is below -4095.",
        .question =
            "Where do the errors begin? Chapter 01 has a function for it."},
       {.name = "cut-to-int",
        .proven = wide && !wrong("0") && !wrong("-1") && !wrong("-4000"),
        .observation =
            "A result of more than 32 bits is not what it was: half of it is "
            "gone.",
        .question = "How wide is the result, and how wide is what you look at "
                    "and print?"}},
      "Which numbers are errors, and what is printed of those without a "
      "name?");
}

TEST_CASE("4d a call that is made again says so", "[04]") {
  const Run run = run_chapter({tracee("restart")});
  expect_end(run, 0);
  Lines got;
  for (const std::string& line : calls(run)) {
    for (const char* call :
         {"read", "futex", "restart_syscall", "rt_sigsuspend"}) {
      if (line.rfind(std::string(call) + " = ", 0) == 0) got.push_back(line);
    }
  }
  const Lines wanted = {
      "read = ? ERESTARTSYS (To be restarted if SA_RESTART is set)",
      "read = ? ERESTARTSYS (To be restarted if SA_RESTART is set)",
      "read = 1",
      "futex = ? ERESTART_RESTARTBLOCK (Interrupted by signal)",
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

TEST_CASE("4d every result from -4095 to -1 is as strace shows it", "[04]") {
  const Run run = run_probe({"results"});
  expect_end(run, 0);
  const Lines got = out(run);
  expect_lines(
      run, {}, got,
      {{.name = "five-restarts",
        .proven = got.size() == 1 && got[0].starts_with("-515: ? "),
        .observation = "-515 is shown as a call that is made again. The four "
                       "are 512, 513, 514 and 516.",
        .question = "Which number does each line of `restarts` say it has?"}},
      "Which table has this number, if any?");
}
