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

std::string nanoseconds(long number, const std::string& result, long time,
                        int times = 1) {
  return fmt::format("{}x{}:{}:{}", times, number, result, time);
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
  // The library ends who reads an empty std::optional.
  const auto empty = [](const Run& run) -> Diagnosis {
    const auto aborted = [](const Run& run) {
      return run.outcome.end == Outcome::End::signalled &&
             run.outcome.code == SIGABRT;
    };
    return {.name = "result-that-is-not-there",
            .proven = aborted(run) &&
                      aborted(count({call(SYS_exit_group, "?", 1)})) &&
                      !aborted(count({call(SYS_exit_group, "0", 1)})),
            .observation =
                "The result of a call that never returned was read. "
                "There is none: the std::optional is empty.",
            .question = "What do you ask a std::optional before you read it?"};
  };
  expect_end(
      run, 0,
      {empty(run),
       {.name = "divides-by-0",
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
  const auto table = rows(lines);
  const auto got = counts(table, false);
  const std::vector<std::string> wanted = {
      "close            1", "getpid           1", "openat           3",
      "setsid           2", "write            1"};
  const std::string zero = SYS_read == 0 ? "read" : "io_setup";
  const bool unfinished = count_with(got, "exit_group") == 1;
  const bool no_calls =
      !got.empty() && count_with(got, "     0") == static_cast<int>(got.size());
  const bool no_time =
      std::all_of(table.begin(), table.end(),
                  [](const Cells& row) { return row.seconds == "0.000000"; });
  expect_lines(
      run, wanted, got,
      {{.name = "counts-into-a-copy",
        .proven = no_calls && no_time,
        .observation = "The rows are there, and have 0 calls and no time: what "
                       "was added did not get into rows_.",
        .question = "Is what you add to the row in the map, or a copy of it?"},
       {.name = "calls-not-counted",
        .proven = no_calls,
        .observation = "The rows have a time, and 0 calls.",
        .question = "Which member of Row says how many calls there were?"},
       {.name = "counts-nothing",
        .proven = got.empty(),
        .observation = "Not one call was counted.",
        .question = "In which member does Summary keep what it counts?"},
       {.name = "counts-what-never-returned",
        .proven = unfinished && got.size() == wanted.size() + 1,
        .observation =
            "exit_group is counted, which never returned: strace leaves it "
            "out.",
        .question = "What is the result of a call that never returned?"},
       {.name = "failed-calls-left-out",
        .proven = got == std::vector<std::string>{"getpid           1",
                                                  "openat           1",
                                                  "setsid           1",
                                                  "write            1"},
        .observation = "Four calls failed, and these four are not counted. A "
                       "call that failed has returned, too.",
        .question = "Which calls are left out: those that failed, or those "
                    "that have no result?"},
       {.name = "rows-for-calls",
        .proven =
            got ==
            std::vector<std::string>{"close            1", "getpid           1",
                                     "openat           1", "setsid           1",
                                     "write            1"},
        .observation = "Every row says 1, and openat was called three times.",
        .question =
            "What is in a row before a call is counted, and what after it?"},
       {.name = "row-without-its-number",
        .proven = got.size() > 1 &&
                  count_with(got, zero + " ") == static_cast<int>(got.size()),
        .observation = fmt::format(
            "All {} rows are named {}: that is number 0 of the table.",
            got.size(), zero),
        .question = "A new Row knows nothing. Who writes its table and "
                    "number into it?"}},
      "Which row does a call belong to, and who gives a new row its number?");
  const Run never = count({call(SYS_exit_group, "?", 1)});
  expect_end(never, 0, {empty(never)});
  expect_lines(never, {}, lines_of(never.outcome.out), {},
               "What is the result of a call that never returned?");
}

TEST_CASE("5a each number has a row of its own", "[05]") {
  const Run run =
      count({call(SYS_close, "7", 1), call(SYS_close_range, "7", 1),
             call(-1, "-38", 1), call(SYS_close + (1L << 32), "-38", 1)});
  expect_end(run, 0);
  auto got = counts(rows(lines_of(run.outcome.out)), false);
  expect_lines(
      run,
      {"close            1", "close_range      1",
       fmt::format("syscall_{:#x}     1", SYS_close + (1L << 32)),
       "syscall_0xffffffffffffffff     1"},
      got,
      {{.name = "cut-to-int",
        .proven = count_equal(got, "close            2") == 1,
        .observation = "Number 2^32 + 3 is in the row of number 3, close: half "
                       "of it is gone.",
        .question = "How wide is a call's number, and how wide is what you "
                    "look for its row with?"}},
      "Which calls have a row together, and which have none?");
}

TEST_CASE("5a the times of all its calls are added up", "[05]") {
  const Run run =
      count({nanoseconds(SYS_read, "1", 900, 1000), call(SYS_read, "1", 2000),
             call(SYS_read, "0", 4000), call(SYS_read, "1", 1000)});
  expect_end(run, 0);
  const double got = only_time(run);
  const auto is = [&](double value) {
    return got > value - 1e-6 && got < value + 1e-6;
  };
  expect(run, is(0.0079), "0.007900 seconds",
         fmt::format("{:.6f} seconds", got),
         {{.name = "zero-is-a-result",
           .proven = is(0.0039),
           .observation = "Calls of 2, 4, 1 and 0.9 ms make 7.9 ms. The one of "
                          "4 ms gave back 0, and is not counted.",
           .question =
               "What is false: an empty std::optional, or one that holds 0?"},
          {.name = "cut-to-microseconds",
           .proven = is(0.007),
           .observation = "A thousand calls of 900 ns make 0.9 ms. Yours took "
                          "no time: each was cut to whole microseconds.",
           .question = "In which unit is the time of a call, and in which that "
                       "of a row?"},
          {.name = "time-not-added-up",
           .proven = is(0.001) || is(0.002) || is(0.004),
           .observation = fmt::format(
               "Calls of 2, 4, 1 and 0.9 ms make 7.9 ms. {:.0f} ms is the "
               "time of one of them.",
               got * 1e3),
           .question =
               "What is in a row before a call is counted, and what after it?"},
          {.name = "no-time",
           .proven = is(0),
           .observation = "The calls took 7.9 ms, and your row says 0.",
           .question = "Which member of Syscall has the time?"}},
         "What is in a row before a call is counted, and what after it?");
}

TEST_CASE("5a a call of the 32-bit table has a row of its own", "[05]") {
  const Run both = count({"20:3:1000", "2xc20:7:1000"});
  expect_end(both, 0);
  // The calls in the rows of the 64-bit table, and of the other.
  std::vector<std::string> got;
  bool second = false;
  for (const std::string& line : lines_of(both.outcome.out)) {
    const bool row = line.find_first_of("0123456789") != line.npos &&
                     !line.starts_with("System") && !line.ends_with("total");
    if (line.starts_with("System")) second = true;
    if (row) {
      got.push_back(fmt::format("{} of the {}-bit table",
                                read_cells(line).calls, second ? 32 : 64));
    }
  }
  expect_lines(
      both, {"1 of the 64-bit table", "2 of the 32-bit table"}, got,
      {{.name = "one-table-for-all",
        .proven = got.size() == 1 && got[0].starts_with("3 "),
        .observation = "Number 20 of the 64-bit table and number 20 of the "
                       "32-bit one are two calls, and have one row together.",
        .question = "What is a row known by: its number alone?"},
       {.name = "row-without-its-table",
        .proven = got.size() == 2 && !second,
        .observation = "There is a row for number 20 of either table, and both "
                       "stand in the 64-bit one.",
        .question = "A new Row knows nothing. Who writes its table and "
                    "number into it?"}},
      "What is a row known by: its number alone?");
#if defined(__x86_64__)
  if (!makes_compat32_calls()) return;
  const Run run = run_chapter({"-c", tracee("int80")});
  expect_end(run, 0);
  const auto lines = run.trace();
  expect(run,
         count_equal(lines, "System call usage summary for 32 bit mode:") == 1,
         "a second table, for 32-bit mode",
         fmt::format("{} lines, one table", lines.size()), {},
         "What is a row known by: its number alone?");
#endif
}

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
       {.name = "one-error-a-row",
        .proven = wrong("1", "1", "1") && errors_of(table, "getpid") == "0",
        .observation = "openat failed twice, and its row has one error.",
        .question = "What has the row before the second error is counted?"},
       {.name = "positive-is-an-error",
        .proven = wrong("1", "0", "1") && errors_of(table, "getpid") == "1",
        .observation = "openat, setsid and getpid each gave a positive number "
                       "once: a result. You count these.",
        .question = "Which sign has an error when the kernel gives it?"},
       {.name = "errors-equal-calls",
        .proven = wrong("3", "1", "2") && errors_of(table, "getpid") == "1",
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
       call(SYS_lseek, "-140000000000000", 1), call(SYS_read, "-512", 1),
       call(SYS_write, "4294967294", 1), call(SYS_write, "-4294967298", 1)});
  expect_end(run, 0);
  const auto table = rows(lines_of(run.outcome.out));
  const std::vector<std::string> wanted = {"lseek            5     2",
                                           "read             1     1",
                                           "write            2     0"};
  expect_lines(
      run, wanted, counts(table, true),
      {{.name = "any-negative",
        .proven = errors_of(table, "lseek") == "4" &&
                  errors_of(table, "write") == "1",
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
        .question = "Is -512 between -4095 and -1?"},
       {.name = "cut-to-int",
        .proven = errors_of(table, "lseek") == "2" &&
                  errors_of(table, "write") == "2",
        .observation = "4294967294 is 2^32 - 2, a result. In 32 bits it looks "
                       "like -2.",
        .question = "How wide is a result, and how wide is what you look at?"}},
      "Which results are errors? Chapter 01 has a function for it.");
}

TEST_CASE("5b an error of a 32-bit call is in its own table", "[05]") {
  const Run run = count({"20:3:1000", "2xc20:-2:1000"});
  expect_end(run, 0);
  const auto lines = lines_of(run.outcome.out);
  const auto other = std::find_if(
      lines.begin(), lines.end(),
      [](const std::string& line) { return line.starts_with("System"); });
  const auto errors = [](const std::vector<Cells>& rows) {
    return rows.size() != 1              ? "no row"
           : rows.front().errors.empty() ? "0"
                                         : rows.front().errors;
  };
  const std::vector<std::string> got = {
      "64-bit: " + errors(rows({lines.begin(), other})),
      "32-bit: " + errors(rows({other, lines.end()}))};
  expect_lines(
      run, {"64-bit: 0", "32-bit: 2"}, got,
      {{.name = "error-in-the-other-table",
        .proven = got[0] == "64-bit: 2" && got[1] == "32-bit: 0",
        .observation = "Number 20 failed twice as a 32-bit call, and the "
                       "errors are in the row of the 64-bit one.",
        .question = "What is a row known by: its number alone?"}},
      "Which row does an error belong to?");
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
                                   {SYS_openat, "openat", 1, 2000},
                                   {SYS_getpid, "getpid", 8, 500}};
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
  const auto ties = in_order([&](const Kind& a, const Kind& b) {
    return time(a) != time(b) ? time(a) > time(b) : a.number > b.number;
  });
  const Run run = count(args);
  expect_end(run, 0);
  const auto got = names(rows(lines_of(run.outcome.out)));
  const auto least = in_order([&](const Kind& a, const Kind& b) {
    return time(a) != time(b) ? time(a) < time(b) : a.number < b.number;
  });
  const auto reversed =
      std::vector<std::string>(wanted.rbegin(), wanted.rend());
  const auto by = [&](auto column) {
    return in_order([&](const Kind& a, const Kind& b) {
      return column(a) != column(b) ? column(a) > column(b)
                                    : a.number < b.number;
    });
  };
  expect_lines(
      run, wanted, got,
      {{.name = "not-sorted",
        .proven = got == in_order(number),
        .observation =
            "The rows come in the order of their numbers, as the map has "
            "them.",
        .question = "Which column does strace -c put in order?"},
       {.name = "sorted-by-calls",
        .proven = got == by([](const Kind& kind) { return kind.calls; }),
        .observation =
            "The most calls come first: getpid, with 8 calls of 4 ms "
            "together, before write, with one of 5 ms.",
        .question = "Which column does strace -c put in order?"},
       {.name = "sorted-by-time-per-call",
        .proven = got == by([](const Kind& kind) { return kind.each; }),
        .observation = "openat, one call of 2 ms, stands above getpid, 8 calls "
                       "of 4 ms together: you put usecs/call in order.",
        .question = "Which column does strace -c put in order?"},
       {.name = "least-first",
        .proven = got == least || got == reversed,
        .observation = "The rows come with the least time first.",
        .question = "When has a row to come before another?"},
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

TEST_CASE("5c by a nanosecond or by seconds", "[05]") {
  struct Kind {
    long number;
    std::string name;
    long time;
  };
  std::vector<Kind> kinds = {{SYS_close, "close", 1'000'000},
                             {SYS_close_range, "close_range", 1'000'001},
                             {SYS_clone, "clone", 3'000'000'000},
                             {SYS_clone3, "clone3", 7'000'000'000}};
  std::vector<std::string> args;
  std::vector<std::string> wanted;
  for (const Kind& kind : kinds) {
    args.push_back(nanoseconds(kind.number, "0", kind.time));
    wanted.insert(wanted.begin(), kind.name);
  }
  const Run run = count(args);
  expect_end(run, 0);
  const auto got = names(rows(lines_of(run.outcome.out)));
  const auto place = [&](const char* name) {
    return std::find(got.begin(), got.end(), name) - got.begin();
  };
  const bool near = place("close_range") < place("close");
  const bool far = place("clone3") < place("clone") &&
                   place("clone") < place("close") &&
                   place("clone") < place("close_range");
  const bool all =
      std::is_permutation(got.begin(), got.end(), wanted.begin(), wanted.end());
  expect_lines(
      run, wanted, got,
      {{.name = "cut-before-compared",
        .proven = all && far && !near,
        .observation = "close_range took a nanosecond more than close, and "
                       "stands below it: in a larger unit they are equal.",
        .question = "In which unit do you compare, and what becomes of the "
                    "rest?"},
       {.name = "cut-to-int",
        .proven = all && near && !far,
        .observation = "Times of 1 ms are in order, those of 3 and 7 seconds "
                       "are not. 2^31 nanoseconds are 2.1 seconds.",
        .question = "How wide is what you compare, or subtract?"}},
      "When does one row come before another?");
}

TEST_CASE("5d the columns are those of strace -c", "[05]") {
  std::vector<std::string> args;
  args.push_back(call(SYS_openat, "-2", 100'500, 12));
  args.push_back(nanoseconds(SYS_getpid, "7", 2000));
  args.push_back(nanoseconds(SYS_getpid, "7", 3300, 2));
  args.push_back(call(SYS_clock_nanosleep, "0", 5'012'345'678));
  const Run run = count(args);
  expect_end(run, 0);
  const auto lines = lines_of(run.outcome.out);
  std::istringstream last(lines.empty() ? "" : lines.back());
  std::string share;
  last >> share;
  const double value = std::atof(share.c_str());
  expect(run, share == "100.00", "100.00 at the left of the last line", share,
         {{.name = "share-times-100",
           .proven = value == 10000,
           .observation = "The last line's share is 10000: `share` is in "
                          "percent already.",
           .question = "What is `share`, and in which unit?"},
          {.name = "other-decimals",
           .proven = value == 100,
           .observation = "The last line's share is 100, and does not look so.",
           .question =
               "How wide is the first column, and how many decimals has it?"},
          {.name = "other-widths",
           .proven = share.size() > 6 && share.rfind("100.00", 0) == 0,
           .observation = "The share is right, and the next column begins "
                          "where it ends.",
           .question = "How wide are the columns, and what stands between "
                       "two of them?"}},
         "What is `share`, and in which column does it stand?");
  // The share of the time needs 5e: six columns, or more if it is not right.
  std::vector<std::string> got;
  for (const std::string& line : body(lines)) {
    const auto share_ends = line.find(' ', line.find_first_not_of(' '));
    got.push_back(share_ends < line.size() && line.size() > 6
                      ? line.substr(std::max<std::size_t>(share_ends, 6))
                      : line);
  }
  const std::vector<std::string> wanted = {
      " 5012.345678  5012345678         1           clock_nanosleep",
      "    1.206000      100500        12        12 openat",
      "    0.000009           2         3           getpid"};
  const auto table = rows(lines);
  const auto column = [&](std::string Cells::*member) {
    std::vector<std::string> found;
    for (const Cells& row : table) found.push_back(row.*member);
    return found;
  };
  using Column = std::vector<std::string>;
  // Without the first column, which needs 5e.
  const bool right =
      column(&Cells::seconds) ==
          Column{"5012.345678", "1.206000", "0.000009"} &&
      column(&Cells::each) == Column{"5012345678", "100500", "2"} &&
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
       {.name = "cut-to-microseconds",
        .proven = column(&Cells::seconds) ==
                  Column{"5012.345678", "1.206000", "0.000008"},
        .observation = "Three calls of getpid took 8.6 microseconds: in "
                       "seconds, with six decimals, that is 0.000009.",
        .question = "Which function above gives the seconds of a row?"},
       {.name = "cut-to-int",
        .proven = column(&Cells::each) == Column{"717378382", "100500", "2"},
        .observation = "One call of 5012 seconds, 5012345678 microseconds, "
                       "does not fit into 32 bits.",
        .question = "How wide is row.time.count()?"},
       {.name = "sum-for-each",
        .proven = column(&Cells::each) == Column{"5012345678", "1206000", "8"},
        .observation = "usecs/call of openat is 1206000, the time of all 12 "
                       "calls: one took 100500.",
        .question = "How many microseconds did one call take?"},
       {.name = "nanoseconds",
        .proven = column(&Cells::each) ==
                  Column{"5012345678000", "100500000", "2866"},
        .observation =
            "usecs/call of openat is 100500000: those are nanoseconds.",
        .question = "What does row.time count?"},
       {.name = "rounded",
        .proven = column(&Cells::each) == Column{"5012345678", "100500", "3"},
        .observation = "Three calls of getpid took 8.6 microseconds. "
                       "usecs/call is 2, rounded down, and yours is 3.",
        .question =
            "What becomes of the rest when whole numbers are divided?"}},
      "Which widths has strace -c? The lesson has them, column by column.");
  // As a double, 0.000249 seconds are a little less than 249 microseconds.
  const Run whole =
      count({call(SYS_close, "0", 1017), call(SYS_read, "1", 249)});
  expect_end(whole, 0);
  std::vector<std::string> each;
  for (const Cells& row : rows(lines_of(whole.outcome.out))) {
    each.push_back(row.each);
  }
  expect_lines(
      whole, {"1017", "249"}, each,
      {{.name = "seconds-for-nanoseconds",
        .proven = each == std::vector<std::string>{"1016", "248"},
        .observation = "A call of 249000 ns took 249 microseconds; "
                       "yours took 248. In seconds, as a double, it is "
                       "a little less than 0.000249.",
        .question = "Which member of Row counts nanoseconds, and is a "
                    "whole number?"}},
      "How many microseconds did one call take?");
}

TEST_CASE("5e the last line has the sums", "[05]") {
  const Run run =
      count({call(SYS_read, "-2", 600'000, 2), call(SYS_read, "5", 300'000),
             call(SYS_close, "0", 4'500'000)});
  expect_end(run, 0);
  const auto got = lines_of(run.outcome.out);
  const std::vector<std::string> wanted = {
      "% time     seconds  usecs/call     calls    errors syscall",
      "------ ----------- ----------- --------- --------- ----------------",
      " 75.00    4.500000     4500000         1           close",
      " 25.00    1.500000      500000         3         2 read",
      "------ ----------- ----------- --------- --------- ----------------",
      "100.00    6.000000     1500000         4         2 total"};
  const Cells last = got.empty() ? Cells{} : read_cells(got.back());
  expect_lines(
      run, wanted, got,
      {{.name = "nothing-added-up",
        .proven = last.calls == "0" && last.name == "total",
        .observation =
            "The last line says 0 calls, and the rows above it have 4; their "
            "shares of the time are 0 for the same reason.",
        .question = "What does total() start from, and what has to be added?"},
       {.name = "rows-for-calls",
        .proven = last.calls == "2" && last.seconds == "6.000000",
        .observation = "The last line says 2 calls: two rows. There were 4.",
        .question = "What of a row is added to sum.calls?"},
       {.name = "time-not-in-the-sum",
        .proven = last.calls == "4" && last.seconds == "0.000000",
        .observation =
            "The calls add up, the time does not: so the shares are 0.00.",
        .question = "Which three members of Row can be added up?"},
       {.name = "errors-not-in-the-sum",
        .proven = last.calls == "4" && last.seconds == "6.000000" &&
                  last.errors.empty(),
        .observation = "Two calls failed, and the last line has no error.",
        .question = "Which three members of Row can be added up?"},
       {.name = "rows-for-errors",
        .proven = last.calls == "4" && last.seconds == "6.000000" &&
                  last.errors == "1",
        .observation = "The last line has 1 error: a row that has errors. It "
                       "has two of them.",
        .question = "What of a row is added to sum.errors?"}},
      "Which members of Row can be added up, and what is done with the "
      "sums?");
}

TEST_CASE("5e the shares have their decimals", "[05]") {
  const Run run =
      count({call(SYS_read, "5", 1000), call(SYS_write, "5", 2000)});
  expect_end(run, 0);
  std::vector<std::string> got;
  for (const Cells& row : rows(lines_of(run.outcome.out))) {
    got.push_back(row.share);
  }
  expect_lines(
      run, {"66.67", "33.33"}, got,
      {{.name = "share-cut",
        .proven = got == std::vector<std::string>{"66.00", "33.00"} ||
                  got == std::vector<std::string>{"67.00", "33.00"},
        .observation = "Two thirds are 66.67 percent: what comes after the "
                       "point was cut off before it was printed.",
        .question = "Which type has `share`, and which what you print?",
        .todo = "5d"}},
      "What becomes of `share` on its way into the line?");
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
