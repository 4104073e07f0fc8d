// Chapter 05: the table of strace -c.
#include <fmt/format.h>
#include <signal.h>
#include <sys/syscall.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "check.hpp"
#include "machine.hpp"

CHAPTER(.truth = "Your tracer counts as strace -c does.", .needs = {"ptrace"});

namespace {

// A row of the table, as far as it can be read: the columns that are not there
// yet are empty.
struct Cells {
  std::string share, seconds, each, calls, errors, name;
};

Cells read_cells(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  switch (words.size()) {
    case 4:  // as at the start
      return {"", words[0], "", words[1], words[2], words[3]};
    case 5:
      return {words[0], words[1], words[2], words[3], "", words[4]};
    case 6:
      return {words[0], words[1], words[2], words[3], words[4], words[5]};
    default:
      return {"", "", "", "", "", line};
  }
}

// The lines between the two rules of the first table.
std::vector<std::string> body(const std::vector<std::string>& lines) {
  std::vector<std::string> found;
  int rules = 0;
  for (const std::string& line : lines) {
    if (line.rfind("------ ", 0) == 0) {
      ++rules;
    } else if (rules == 1) {
      found.push_back(line);
    }
  }
  return found;
}

std::vector<Cells> rows(const std::vector<std::string>& lines) {
  std::vector<Cells> found;
  for (const std::string& line : body(lines)) found.push_back(read_cells(line));
  return found;
}

// "openat 3/2": calls and errors, in the order of the names.
std::vector<std::string> counts(const std::vector<Cells>& rows, bool errors) {
  std::vector<std::string> found;
  for (const Cells& row : rows) {
    std::string text = fmt::format("{:<12} {:>5}", row.name, row.calls);
    if (errors) {
      text += fmt::format(" {:>5}", row.errors.empty() ? "0" : row.errors);
    }
    found.push_back(text);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string errors_of(const std::vector<Cells>& rows, const std::string& name) {
  for (const Cells& row : rows) {
    if (row.name == name) return row.errors.empty() ? "0" : row.errors;
  }
  return "no row";
}

std::string call(long number, const std::string& result, long microseconds,
                 int times = 1) {
  return fmt::format("{}{}:{}:{}", times == 1 ? "" : fmt::format("{}x", times),
                     number, result, microseconds * 1000);
}

// Hands such calls to the learner's Summary.
Run count(std::vector<std::string> calls) {
  calls.insert(calls.begin(), "CALLSxNUMBER:RESULT:NANOSECONDS-EACH");
  return run_probe(calls);
}

std::vector<std::string> names(const std::vector<Cells>& rows) {
  std::vector<std::string> found;
  for (const Cells& row : rows) found.push_back(row.name);
  return found;
}

// Reads the seconds of the only row of a table.
double only_time(const Run& run) {
  const auto found = rows(lines_of(run.outcome.out));
  return found.size() == 1 ? std::atof(found[0].seconds.c_str()) : -1;
}

}  // namespace

TEST_CASE("5a every call that returned is counted", "[05]") {
  const Run run = run_chapter({"-c", tracee("nine-calls")});
  expect_end(
      run, 0,
      {{.name = "divides-by-0",
        .proven = run.outcome.end == Outcome::End::signalled &&
                  run.outcome.code == SIGFPE,
        .observation =
            "SIGFPE ended your tracer: a whole number was divided by 0.",
        .question =
            "Which line of the table has no calls, until 5e adds them up?",
        .todo = "5d"}});
  const auto lines = run.trace();
  const bool joined =
      std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        const auto rule = line.find("------ ");
        return rule != 0 && rule != line.npos;
      });
  expect(
      run, !joined, "a line for each row", "one line for all",
      {{.name = "no-end-of-line",
        .proven = joined,
        .observation = "All rows stand in one line, with the rule behind them.",
        .question = "What ends a line, and which function makes them?",
        .todo = "5d"}},
      "What ends a line?");
  const auto got = counts(rows(lines), false);
  const std::vector<std::string> wanted = {
      "close            1", "getpid           1", "openat           3",
      "setsid           2", "write            1"};
  const std::string zero = SYS_read == 0 ? "read" : "io_setup";
  const bool unfinished = count_with(got, "exit_group") == 1;
  expect_lines(
      run, wanted, got,
      {{.name = "counts-into-a-copy",
        .proven = !got.empty() &&
                  count_with(got, "     0") == static_cast<int>(got.size()),
        .observation = "The rows are there, and have 0 calls: what was added "
                       "did not get into "
                       "rows_.",
        .question = "Is what you add to the row in the map, or a copy of it?"},
       {.name = "counts-nothing",
        .proven = count_with(got, "     0") == static_cast<int>(got.size()),
        .observation = "Not one call was counted.",
        .question = "In which member does Summary keep what it counts?"},
       {.name = "counts-what-never-returned",
        .proven = unfinished && got.size() == wanted.size() + 1,
        .observation =
            "exit_group is counted, which never returned: strace leaves it "
            "out.",
        .question = "What is the result of a call that never returned?"},
       {.name = "row-without-its-number",
        .proven = got.size() > 1 &&
                  count_with(got, zero + " ") == static_cast<int>(got.size()),
        .observation = fmt::format(
            "All {} rows are named {}: that is number 0 of the table.",
            got.size(), zero),
        .question = "A new Cells knows nothing. Who writes its table and "
                    "number into it?"}},
      "Which row does a call belong to, and who gives a new row its number?");
}

TEST_CASE("5a the times of all its calls are added up", "[05]") {
  const Run run = count({call(SYS_read, "1", 2000), call(SYS_read, "0", 4000),
                         call(SYS_read, "1", 1000)});
  expect_end(run, 0);
  const double got = only_time(run);
  const auto is = [&](double value) {
    return got > value - 1e-6 && got < value + 1e-6;
  };
  expect(run, is(0.007), "0.007000 seconds", fmt::format("{:.6f} seconds", got),
         {{.name = "zero-is-a-result",
           .proven = is(0.003),
           .observation = "Three calls of 2, 4 and 1 ms make 7 ms. The one of "
                          "4 ms gave back 0, "
                          "and is not counted.",
           .question =
               "What is false: an empty std::optional, or one that holds 0?"},
          {.name = "time-not-added-up",
           .proven = is(0.001) || is(0.002) || is(0.004),
           .observation = fmt::format(
               "Three calls of 2, 4 and 1 ms make 7 ms. {:.0f} ms is the "
               "time of one of them.",
               got * 1e3),
           .question =
               "What is in a row before a call is counted, and what after it?"},
          {.name = "no-time",
           .proven = is(0),
           .observation = "Three calls took 7 ms, and your row says 0.",
           .question = "Which member of Syscall has the time?"}},
         "What is in a row before a call is counted, and what after it?");
}

#if defined(__x86_64__)
TEST_CASE("5a a call of the 32-bit table has a row of its own", "[05]") {
  needs(makes_compat32_calls(), "this machine makes no 32-bit calls");
  const Run run = run_chapter({"-c", tracee("int80")});
  expect_end(run, 0);
  const auto lines = run.trace();
  expect(run,
         count_equal(lines, "System call usage summary for 32 bit mode:") == 1,
         "a second table, for 32-bit mode",
         fmt::format("{} lines, one table", lines.size()),
         {{.name = "one-table-for-all",
           .proven = count_with(lines, "writev") == 1,
           .observation =
               "The tracee calls getpid as 32-bit programs do, as number 20 of "
               "their "
               "table. Your table has it as writev, which is 20 in the other.",
           .question = "What is a row known by: its number alone?"}},
         "What is a row known by: its number alone?");
  const Run both = count({"20:3:1000", "c20:7:1000"});
  expect_end(both, 0);
  int native = 0;
  int compat32 = 0;
  for (const std::string& line : lines_of(both.outcome.out)) {
    if (line.ends_with("writev")) ++native;
    if (line.ends_with("getpid")) ++compat32;
  }
  expect(
      both, native == 1 && compat32 == 1,
      "a row of writev, and in the 32-bit table one of getpid",
      fmt::format("{} of writev, {} of getpid", native, compat32),
      {{.name = "one-table-for-all",
        .proven = true,
        .observation =
            "writev and the getpid of 32-bit programs are both number 20, and "
            "have one row together.",
        .question = "What is a row known by: its number alone?"}},
      "What is a row known by: its number alone?");
}
#endif

TEST_CASE("5b a call that failed is also counted as an error", "[05]") {
  const Run run = run_chapter({"-c", tracee("nine-calls")});
  expect_end(run, 0);
  const auto table = rows(run.trace());
  const auto wrong = [&](const char* openat, const char* close,
                         const char* setsid) {
    return errors_of(table, "openat") == openat &&
           errors_of(table, "close") == close &&
           errors_of(table, "setsid") == setsid;
  };
  const std::vector<std::string> wanted = {
      "close            1     1", "getpid           1     0",
      "openat           3     2", "setsid           2     1",
      "write            1     0"};
  expect_lines(
      run, wanted, counts(table, true),
      {{.name = "only-minus-one",
        .proven = wrong("0", "0", "1"),
        .observation =
            "Only the call that failed with EPERM is an error, whose number "
            "is 1. ENOENT (2) and EBADF (9) are not.",
        .question =
            "Which results are errors when the kernel gives them, and not "
            "libc?"},
       {.name = "nothing-fails",
        .proven = wrong("0", "0", "0"),
        .observation = "Four calls failed, and your errors are 0 in every row.",
        .question = "What does the kernel give back when a call fails?"},
       {.name = "errors-equal-calls",
        .proven = wrong("3", "1", "2"),
        .observation =
            "Your errors equal your calls on every row, getpid included, and "
            "getpid cannot fail.",
        .question =
            "Of which results does raw_syscall.hpp say that they are errors?"}},
      "Which calls of tests/tracees/nine-calls.cpp fail?");
}

TEST_CASE("5b errors are -4095 to -1, and nothing else", "[05]") {
  const Run run = count(
      {call(SYS_lseek, "-4096", 1), call(SYS_lseek, "-4095", 1),
       call(SYS_lseek, "-1", 1), call(SYS_lseek, "0", 1),
       call(SYS_lseek, "-140000000000000", 1), call(SYS_read, "-512", 1)});
  expect_end(run, 0);
  const auto table = rows(lines_of(run.outcome.out));
  const std::vector<std::string> wanted = {"lseek            5     2",
                                           "read             1     1"};
  expect_lines(
      run, wanted, counts(table, true),
      {{.name = "any-negative",
        .proven = errors_of(table, "lseek") == "4",
        .observation =
            "-4096 and an address far below 0 are results, and you count "
            "them as errors.",
        .question =
            "Where do the errors begin? Chapter 01 has a function for it."},
       {.name = "wrong-bounds",
        .proven = errors_of(table, "lseek") == "1" ||
                  errors_of(table, "lseek") == "3",
        .observation = "Of -4096, -4095, -1, 0 and an address, two are errors.",
        .question = "Are -4095 and -1 themselves errors?"},
       {.name = "restarts-left-out",
        .proven =
            errors_of(table, "lseek") == "2" && errors_of(table, "read") == "0",
        .observation =
            "-512 (ERESTARTSYS) is a call that a signal interrupted. strace "
            "counts it as an error.",
        .question = "Is -512 between -4095 and -1?"}},
      "Which results are errors? Chapter 01 has a function for it.");
}

TEST_CASE("5c the most time comes first", "[05]") {
  struct Kind {
    long number;
    const char* name;
    int calls;
    long each;  // microseconds
  };
  const std::vector<Kind> kinds = {{SYS_read, "read", 3, 300},
                                   {SYS_write, "write", 1, 5000},
                                   {SYS_close, "close", 2, 1000},
                                   {SYS_openat, "openat", 1, 2000}};
  std::vector<std::string> args;
  for (const Kind& kind : kinds) {
    args.push_back(call(kind.number, "0", kind.each, kind.calls));
  }
  const auto in_order = [&](auto before) {
    auto sorted = kinds;
    std::stable_sort(sorted.begin(), sorted.end(), before);
    std::vector<std::string> found;
    for (const Kind& kind : sorted) found.push_back(kind.name);
    return found;
  };
  const auto time = [](const Kind& kind) { return kind.calls * kind.each; };
  const auto number = [](const Kind& a, const Kind& b) {
    return a.number < b.number;
  };
  const auto wanted = in_order([&](const Kind& a, const Kind& b) {
    return time(a) != time(b) ? time(a) > time(b) : a.number < b.number;
  });
  auto ties = wanted;
  std::swap(ties[1], ties[2]);
  const Run run = count(args);
  expect_end(run, 0);
  const auto got = names(rows(lines_of(run.outcome.out)));
  const auto least = in_order([&](const Kind& a, const Kind& b) {
    return time(a) != time(b) ? time(a) < time(b) : a.number < b.number;
  });
  const auto reversed =
      std::vector<std::string>(wanted.rbegin(), wanted.rend());
  const auto most_calls = [&] {
    return got.size() == 4 && got[0] == "read" && got[1] == "close";
  };
  expect_lines(
      run, wanted, got,
      {{.name = "not-sorted",
        .proven = got == in_order(number),
        .observation =
            "The rows come in the order of their numbers, as the map has "
            "them.",
        .question = "Which column does strace -c put in order?"},
       {.name = "least-first",
        .proven = got == least || got == reversed,
        .observation = "The rows come with the least time first.",
        .question = "When has a row to come before another?"},
       {.name = "sorted-by-calls",
        .proven = most_calls(),
        .observation =
            "The most calls come first: read, with 3 calls of 0.9 ms "
            "together, before write, with one of 5 ms.",
        .question = "Which column does strace -c put in order?"},
       {.name = "equal-times",
        .proven = got == ties,
        .observation =
            "close and openat took 2 ms each, and the higher number comes "
            "first.",
        .question = "Which comes first if the times are equal?"}},
      "Which of two rows comes first, and when they are equal?");
}

TEST_CASE("5c among equals the lower number comes first", "[05]") {
  // So many that std::sort moves equals about.
  std::vector<std::pair<long, std::string>> calls = {
      {SYS_openat, "openat"}, {SYS_close, "close"},   {SYS_read, "read"},
      {SYS_write, "write"},   {SYS_lseek, "lseek"},   {SYS_mmap, "mmap"},
      {SYS_munmap, "munmap"}, {SYS_brk, "brk"},       {SYS_ioctl, "ioctl"},
      {SYS_getpid, "getpid"}, {SYS_clone, "clone"},   {SYS_execve, "execve"},
      {SYS_exit, "exit"},     {SYS_kill, "kill"},     {SYS_uname, "uname"},
      {SYS_getuid, "getuid"}, {SYS_getgid, "getgid"}, {SYS_setuid, "setuid"},
      {SYS_statx, "statx"},   {SYS_futex, "futex"},   {SYS_setsid, "setsid"},
      {SYS_getcwd, "getcwd"},
  };
  std::vector<std::string> args;
  for (const auto& [number, name] : calls) args.push_back(call(number, "0", 1));
  const Run run = count(args);
  expect_end(run, 0);
  const auto got = names(rows(lines_of(run.outcome.out)));
  std::sort(calls.begin(), calls.end());
  std::vector<std::string> wanted;
  for (const auto& [number, name] : calls) wanted.push_back(name);
  expect_lines(
      run, wanted, got,
      {{.name = "equal-times",
        .proven = std::is_permutation(got.begin(), got.end(), wanted.begin(),
                                      wanted.end()),
        .observation =
            fmt::format("All {} took the same time. std::sort leaves "
                        "equals in no order that you can rely on.",
                        wanted.size()),
        .question = "When two times are equal, what do you compare then?"}},
      "Which of two rows comes first when their times are equal?");
}

TEST_CASE("5c many rows are in order, too", "[05]") {
  // The number of a row says nothing of its time; some times are equal.
  std::vector<std::pair<long, long>> calls;  // time, number
  std::vector<std::string> args;
  for (long number = 0; number < 24; ++number) {
    calls.emplace_back(number * 7 % 20 + 1, number);
    args.push_back(call(number, "0", calls.back().first));
  }
  const Run run = count(args);
  const Diagnosis none{
      .name = "no-order-at-all",
      .proven = true,
      .observation =
          "A few rows come in order, and these 24 do not: of some two rows "
          "your "
          "function says that each comes before the other, and std::sort may "
          "crash.",
      .question = "When a took less time than b: can a still come first?"};
  expect_end(run, 0, {none});
  const auto times = [](const std::vector<Cells>& rows) {
    std::vector<std::string> found;
    for (const Cells& row : rows) found.push_back(row.seconds);
    return found;
  };
  const auto got = times(rows(lines_of(run.outcome.out)));
  auto wanted = got;
  std::sort(wanted.rbegin(), wanted.rend());
  expect_lines(run, wanted, got, {none},
               "When does one row come before another?");
}

TEST_CASE("5d the columns are those of strace -c", "[05]") {
  std::vector<std::string> args;
  args.push_back(call(SYS_openat, "-2", 100'500, 12));
  args.push_back(call(SYS_getpid, "7", 2));
  args.push_back(call(SYS_getpid, "7", 3, 2));
  args.push_back(call(SYS_clock_nanosleep, "0", 12'345'678));
  const Run run = count(args);
  expect_end(run, 0);
  // The share of the time, in the first six columns, needs 5e.
  std::vector<std::string> got;
  for (const std::string& line : body(lines_of(run.outcome.out))) {
    got.push_back(line.size() > 6 ? line.substr(6) : line);
  }
  const std::vector<std::string> wanted = {
      "   12.345678    12345678         1           clock_nanosleep",
      "    1.206000      100500        12        12 openat",
      "    0.000008           2         3           getpid"};
  const auto table = rows(lines_of(run.outcome.out));
  const auto column = [&](std::string Cells::*member) {
    std::vector<std::string> found;
    for (const Cells& row : table) found.push_back(row.*member);
    return found;
  };
  using Column = std::vector<std::string>;
  // Without the first column, which needs 5e.
  const bool right =
      column(&Cells::seconds) == Column{"12.345678", "1.206000", "0.000008"} &&
      column(&Cells::each) == Column{"12345678", "100500", "2"} &&
      column(&Cells::calls) == Column{"1", "12", "3"} &&
      column(&Cells::errors) == Column{"", "12", ""};
  const auto without_spaces = [](std::vector<std::string> lines) {
    for (std::string& line : lines) std::erase(line, ' ');
    return lines;
  };
  expect_lines(
      run, wanted, got,
      {{.name = "a-zero-for-no-errors",
        .proven = column(&Cells::errors) == Column{"0", "12", "0"},
        .observation =
            "Where nothing failed, strace leaves the errors column blank.",
        .question = "What has to stand there instead of 0?"},
       {.name = "other-widths",
        .proven = right || without_spaces(got) == without_spaces(wanted),
        .observation =
            "Every number is right, and some do not stand in their columns.",
        .question = "At which side does fmt put a number, and at which a text? "
                    "The lesson "
                    "has the widths."},
       {.name = "sum-for-each",
        .proven = column(&Cells::each) == Column{"12345678", "1206000", "8"},
        .observation = "usecs/call of openat is 1206000, the time of all 12 "
                       "calls: one took "
                       "100500.",
        .question = "How many microseconds did one call take?"},
       {.name = "nanoseconds",
        .proven =
            column(&Cells::each) == Column{"12345678000", "100500000", "2666"},
        .observation =
            "usecs/call of openat is 100500000: those are nanoseconds.",
        .question = "What does row.time count?"},
       {.name = "rounded",
        .proven = column(&Cells::each) == Column{"12345678", "100500", "3"},
        .observation = "Three calls of getpid took 8 microseconds. usecs/call "
                       "is 2, rounded "
                       "down, and yours is 3.",
        .question =
            "What becomes of the rest when whole numbers are divided?"}},
      "Which widths has strace -c? The lesson has them, column by column.");
  const auto all = lines_of(run.outcome.out);
  const std::string share = all.empty() ? "" : all.back().substr(0, 7);
  expect(run, share == "100.00 ", "100.00 at the left of the last line", share,
         {{.name = "other-decimals",
           .proven = share.find("100") != share.npos,
           .observation = "The last line's share is 100, and does not look so.",
           .question =
               "How wide is the first column, and how many decimals has it?"}},
         "What is `share`, and in which column does it stand?");
}

TEST_CASE("5e the last line has the sums", "[05]") {
  const Run run = count({call(SYS_read, "-2", 300), call(SYS_read, "5", 100),
                         call(SYS_close, "0", 600)});
  expect_end(run, 0);
  const auto got = lines_of(run.outcome.out);
  const std::vector<std::string> wanted = {
      "% time     seconds  usecs/call     calls    errors syscall",
      "------ ----------- ----------- --------- --------- ----------------",
      " 60.00    0.000600         600         1           close",
      " 40.00    0.000400         200         2         1 read",
      "------ ----------- ----------- --------- --------- ----------------",
      "100.00    0.001000         333         3         1 total"};
  const Cells last = got.empty() ? Cells{} : read_cells(got.back());
  expect_lines(
      run, wanted, got,
      {{.name = "nothing-added-up",
        .proven = last.calls == "0" && last.name == "total",
        .observation =
            "The last line says 0 calls, and the rows above it have 3; their "
            "shares of the time are 0 for the same reason.",
        .question = "What does total() start from, and what has to be added?"},
       {.name = "time-not-in-the-sum",
        .proven = last.calls == "3" && last.seconds == "0.000000",
        .observation =
            "The calls add up, the time does not: so the shares are 0.00.",
        .question = "Which three members of Cells can be added up?"},
       {.name = "errors-not-in-the-sum",
        .proven = last.calls == "3" && last.seconds == "0.001000" &&
                  last.errors.empty(),
        .observation = "One call failed, and the last line has no error.",
        .question = "Which three members of Cells can be added up?"}},
      "Which members of Cells can be added up, and what is done with the "
      "sums?");
}

TEST_CASE("5e no call and no error are fine, too", "[05]") {
  const Run run =
      count({call(SYS_close, "0", 0), call(SYS_exit_group, "?", 9)});
  expect_end(run, 0);
  const std::vector<std::string> wanted = {
      "% time     seconds  usecs/call     calls    errors syscall",
      "------ ----------- ----------- --------- --------- ----------------",
      "  0.00    0.000000           0         1           close",
      "------ ----------- ----------- --------- --------- ----------------",
      "100.00    0.000000           0         1           total"};
  const auto got = lines_of(run.outcome.out);
  const std::string row = got.size() == 5 ? got[2] : "";
  expect_lines(
      run, wanted, got,
      {{.name = "blank-for-zero",
        .proven =
            row == "  0.00    0.000000                     1           close",
        .observation =
            "A call that took no time has 0 in usecs/call, and yours has "
            "nothing there.",
        .question = "Which is the one column that strace leaves blank for 0?",
        .todo = "5d"}},
      "What is divided here, and what if it is divided by 0?");
  const Run none = count({});
  expect_end(none, 0);
  expect_lines(none, {}, lines_of(none.outcome.out), {},
               "What is there to print when nothing was counted?");
}

TEST_CASE("5e calls and errors are the real strace's", "[05]") {
  needs(has_program("strace"), "strace is not installed; ./setup installs it");
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"true"}, {"ls", "/"}}) {
    std::vector<std::string> args = {"-c"};
    args.insert(args.end(), command.begin(), command.end());
    const Run run = run_chapter(args);
    expect_end(run, 0);
    args.insert(args.begin(), "strace");
    const Run strace = run_other(args);
    expect_end(strace, 0);
    auto wanted = counts(rows(strace.trace()), true);
    // The one that a tracee which asks to be traced makes before it is.
    std::erase_if(wanted, [](const std::string& line) {
      return line.rfind("execve ", 0) == 0;
    });
    expect_lines(run, wanted, counts(rows(run.trace()), true), {},
                 "Which row differs from strace's, and by how much?");
  }
}
