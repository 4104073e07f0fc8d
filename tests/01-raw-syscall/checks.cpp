// Chapter 01: one system call, with no library between.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <functional>
#include <limits>
#include <sstream>

#include "check.hpp"

CHAPTER(.truth = "You talk to the kernel with no library between.",
        .needs = {});

namespace {

using Lines = std::vector<std::string>;

Lines out(const Run& run) { return lines_of(run.outcome.out); }

std::string answer(const Run& run) {
  const Lines lines = out(run);
  return lines.empty() ? "nothing" : lines.front();
}

// "native 500 11 22 33 44 55 66", as the kernel saw it.
Lines words_of(const std::string& line) {
  Lines words;
  std::istringstream in(line);
  for (std::string word; in >> word;) words.push_back(word);
  words.resize(8);
  return words;
}

Lines named(const Lines& words, std::size_t from, std::size_t to) {
  static const Lines names = {"number", "a", "b", "c", "d", "e", "f"};
  Lines lines;
  for (std::size_t i = from; i < to; ++i) {
    lines.push_back(fmt::format("{} = {}", names[i], words[i + 1]));
  }
  return lines;
}

const Lines right = {"native", "500", "11", "22", "33", "44", "55", "66"};
const Lines wide = {"native",       "500",          "0x11800000a1",
                    "0x22800000a2", "0x33800000a3", "0x44800000a4",
                    "0x55800000a5", "0x66800000a6"};

#if defined(__x86_64__)
const std::string first_three = "rdi, rsi, rdx";
const std::string last_three = "r10, r8, r9";
#else
const std::string first_three = "x0, x1, x2";
const std::string last_three = "x3, x4, x5";
#endif

// Two at least, and each in the place of another.
bool in_another_order(const Lines& got, std::size_t from, std::size_t to) {
  const auto at = [](const Lines& lines, std::size_t i) {
    return lines.begin() + static_cast<std::ptrdiff_t>(i + 1);
  };
  return named(got, from, to) != named(right, from, to) &&
         std::is_permutation(at(got, from), at(got, to), at(right, from));
}

// The arguments of which half got lost. The lower half is right, or this is
// something else.
Diagnosis cut(const Lines& got, std::size_t from, std::size_t to) {
  const auto low_half = [](const std::string& number) {
    return std::strtoul(number.c_str(), nullptr, 16) & 0xffffffff;
  };
  std::string lost;
  bool same = true;
  for (std::size_t i = from; i < to; ++i) {
    same = same && low_half(got[i + 1]) == low_half(wide[i + 1]);
    if (got[i + 1] != wide[i + 1]) {
      lost += std::string(lost.empty() ? "" : ", ") + "abcdef"[i - 1];
    }
  }
  return {.name = "argument-cut-to-int",
          .proven = same,
          .observation =
              fmt::format("Of {} only the lower 32 bits arrive. An address "
                          "does not fit into them.",
                          lost),
          .question = "How many bits has a long, and how many has an int?"};
}

// Those of d, e and f that are not in their place, and whether one of the three
// places has that argument.
std::string missing_of_last(const Lines& got, const Lines& wanted) {
  std::string missing;
  for (std::size_t i = 5; i < 8; ++i) {
    if (got[i] != wanted[i]) missing += "abcdef"[i - 2];
  }
  return missing;
}
bool arrives(const Lines& got, const std::string& argument) {
  return std::count(got.begin() + 5, got.end(), argument) > 0;
}

// One of d, e and f is nowhere, and the other two are in their places.
Diagnosis one_missing(const Lines& got, const Lines& wanted) {
  const std::string missing = missing_of_last(got, wanted);
  const bool one =
      missing.size() == 1 &&
      !arrives(got, wanted[static_cast<std::size_t>(missing[0] - 'a') + 2]);
  // That d was put into rcx cannot be seen: the instruction overwrites it.
  const bool fourth = one && missing == "d";
  return {
      .name = fourth ? "fourth-missing" : "one-missing",
      .proven = one,
      .observation =
          fmt::format("Only {} does not arrive.", missing) +
          (fourth ? " A function gets its fourth argument in another register "
                    "than a system call (syscall(2))."
                  : ""),
      .question =
          "In which register has it to be, and which line says so "
          "to the asm statement?"};
}

bool no_filter(const Run& run) {
  return answer(run).rfind("no filter", 0) == 0;
}
const std::string filter_wanted =
    "no filter may be loaded here, which would show the call";

// What came back, and how often the kernel was asked.
std::string came_back(long result, long of, int times) {
  return fmt::format("{} of {}, asked {} times", result, of, times);
}

}  // namespace

TEST_CASE("1a the kernel is handed the number, a, b and c", "[01]") {
  const Run run = run_probe({"arguments"});
  needs(!no_filter(run), filter_wanted);
  expect_end(run, 0);
  const Lines words = words_of(answer(run));
  // No call at all: every call is trapped, whatever its number.
  expect(run, answer(run) != "no call", "a call of number 500", "no call",
         {{.name = "no-call",
           .proven = answer(run) == "no call",
           .observation = "The kernel was never asked.",
           .question = "Which instruction enters the kernel, and which part of "
                       "the asm statement has it?"}},
         "Which instruction enters the kernel?");
  expect(run, words[0] == "native", "a 64-bit call", words[0] + " call",
         {{.name = "int-0x80",
           .proven = words[0] == "32-bit",
           .observation = "The call came by the way of 32-bit programs, with "
                          "other registers and "
                          "another table: write is 4 there, and 1 is exit.",
           .question = "Which instruction enters the kernel in 64-bit mode?"}},
         "Which instruction enters the kernel in 64-bit mode?");
  expect_lines(
      run, named(right, 0, 4), named(words, 0, 4),
      {{.name = "another-number",
        .proven =
            words[1] != right[1] && named(words, 1, 4) == named(right, 1, 4),
        .observation =
            fmt::format("A call was made, with a, b and c in their places, but "
                        "it was number {}.",
                        words[1]),
        .question = "Which register has the number, and what puts it there?"},
       {.name = "arguments-out-of-order",
        .proven = words[1] == right[1] && in_another_order(words, 1, 4),
        .observation = "All three arguments arrive, in another order. The "
                       "registers of a system call go by " +
                       first_three + ".",
        .question = "Which of the three registers has which argument?"}},
      "Which letter stands for which register? The lesson has them.");
  const Run whole = run_probe({"wide"});
  expect_end(whole, 0);
  const Lines got = words_of(answer(whole));
  expect_lines(whole, named(wide, 1, 4), named(got, 1, 4), {cut(got, 1, 4)},
               "How wide is an argument, and how wide what you hand over?");
}

TEST_CASE("1a a result comes back whole", "[01]") {
  // None of them is an error: the last but one is the first below the errors.
  const std::vector<long> results = {0x123456789a, 0, 1, -4096,
                                     -140'000'000'000'000};
  Lines args = {"results"};
  Lines wanted;
  Lines cut_signed;
  Lines cut_unsigned;
  for (const long result : results) {
    args.push_back(fmt::format("{}", result));
    wanted.push_back(came_back(result, result, 1));
    cut_signed.push_back(came_back(static_cast<int>(result), result, 1));
    cut_unsigned.push_back(came_back(static_cast<unsigned>(result), result, 1));
  }
  const Run run = run_probe(args);
  needs(!no_filter(run), filter_wanted);
  expect_end(run, 0);
  const Lines got = out(run);
  bool all_lost = got.size() == wanted.size();
  for (std::size_t i = 0; all_lost && i < got.size(); ++i) {
    all_lost = got[i] != wanted[i];
  }
  expect_lines(
      run, wanted, got,
      {{.name = "result-cut-to-int",
        .proven = got == cut_signed || got == cut_unsigned,
        .observation = "A result of 0x123456789a came back as 0x3456789a: "
                       "the upper half is "
                       "gone. An address does not fit into 32 bits.",
        .question = "How many bits has a long, and how many has an int?"},
       {.name = "result-lost",
        .proven = all_lost,
        .observation = "The call was made, and what it gave is not what your "
                       "function gives back, whatever it was.",
        .question =
            "In which register is the result, and how does it get from there "
            "into what you return?"}},
      "Which register has the result, and how wide is your variable?");
}

TEST_CASE("1a an error comes back as -errno", "[01]") {
  const Run run = run_probe({"error"});
  const std::string got = answer(run);
  expect(
      run, got == "-9, errno 0", "-9, errno 0", got,
      {{.name = "libc-convention",
        .proven = got == "-1, errno 9",
        .observation = "-1, and errno is 9: that is how libc says it. Below "
                       "libc there is no "
                       "errno.",
        .question = "Who turns the kernel's -9 into -1 and errno?"},
       {.name = "sets-errno",
        .proven = got == "-9, errno 9",
        .observation =
            "The result is right, and errno was set besides. errno is libc's.",
        .question = "What does the contract say of errno?"},
       {.name = "error-without-its-number",
        .proven = got == "-1, errno 0",
        .observation = "The kernel gave -9 and your function -1: which error "
                       "it was is lost.",
        .question = "What does the contract say that raw_syscall gives back?"},
       {.name = "error-without-its-sign",
        .proven = got == "9, errno 0",
        .observation = "The kernel gave -9 and your function 9, which could as "
                       "well be a result: a descriptor, or 9 bytes.",
        .question = "What does the contract say that raw_syscall gives back?"}},
      "What does the contract say that raw_syscall gives back?");
  // EINTR, the last error with a name, the last of all, and what is no error at
  // a call but in the kernel (ERESTARTSYS).
  Lines args = {"results"};
  Lines wanted;
  for (const long result : {-1, -4, -133, -512, -4095}) {
    args.push_back(fmt::format("{}", result));
    wanted.push_back(came_back(result, result, 1));
  }
  const Run results = run_probe(args);
  needs(!no_filter(results), filter_wanted);
  expect_end(results, 0);
  const Lines came = out(results);
  const bool again = came.size() == wanted.size() && came[0] == wanted[0] &&
                     came[1].find("of -4, asked 1 times") == std::string::npos;
  expect_lines(
      results, wanted, came,
      {{.name = "asks-again",
        .proven = again,
        .observation = "A call that fails with EINTR (4) was made again. It is "
                       "for the caller to decide that.",
        .question = "How often does the contract say that the kernel is "
                    "asked?"}},
      "What does the contract say that raw_syscall gives back?");
}

TEST_CASE("1b d, e and f arrive as well", "[01]") {
  const Run run = run_probe({"arguments"});
  needs(!no_filter(run), filter_wanted);
  expect_end(run, 0);
  const Lines words = words_of(answer(run));
  expect_lines(
      run, named(right, 4, 7), named(words, 4, 7),
      {one_missing(words, right),
       {.name = "fifth-and-sixth-swapped",
        .proven = words[5] == "44" && words[6] == "66" && words[7] == "55",
        .observation = "e and f arrive in each other's place.",
        .question = "Which register comes first of the two? See syscall(2)."},
       {.name = "arguments-out-of-order",
        .proven = in_another_order(words, 4, 7),
        .observation =
            "All three arrive, in another order. The registers go by " +
            last_three + ".",
        .question = "Which line binds which argument to which register?"},
       {.name = "not-handed-over",
        .proven = missing_of_last(words, right).size() == 3 &&
                  !arrives(words, right[5]) && !arrives(words, right[6]) &&
                  !arrives(words, right[7]),
        .observation = "None of the three arrives; the kernel reads what "
                       "happens to be in the "
                       "registers.",
        .question =
            "In which registers are they to be, and what puts them there?"}},
      "Which of " + last_three + " has which argument?");
  const Run whole = run_probe({"wide"});
  expect_end(whole, 0);
  const Lines got = words_of(answer(whole));
  expect_lines(whole, named(wide, 4, 7), named(got, 4, 7),
               {cut(got, 4, 7), one_missing(got, wide)},
               "How wide is an argument, and how wide what you hand over?");
}

TEST_CASE("1c the compiler knows which registers change", "[01]") {
  const Run run = run_probe({"live"});
  expect_end(run, 0);
  const std::string got = answer(run);
  // Of each value that is lost the probe says what has come in its place: the
  // address after the instruction (rcx), the flags (r11), an argument.
  expect(
      run, got == "changed:", "no value in a register is lost", got,
      {{.name = "no-clobbers",
        .proven = got == "changed: rcx r11",
        .observation = "Values that were in registers are different after the "
                       "call: the compiler had put them into rcx and r11.",
        .question = "How does the compiler learn that the instruction changes "
                    "these two?"},
       {.name = "rcx-forgotten",
        .proven = got == "changed: rcx",
        .observation = "A value that the compiler kept in rcx is an address of "
                       "your program "
                       "after the call: the one to return to.",
        .question = "Which register is not in your list?"},
       {.name = "r11-forgotten",
        .proven = got == "changed: r11",
        .observation =
            "A value that the compiler kept in r11 is a small number after the "
            "call: the flags.",
        .question = "Which register is not in your list?"},
       {.name = "moved-by-hand",
        .proven = got == "changed: argument",
        .observation =
            "A value that the compiler kept in a register is one of the call's "
            "arguments afterwards: an instruction of yours put it there.",
        .question = "How does the compiler learn which registers your "
                    "instructions fill?"}},
      "Which registers does the instruction use for itself?");
}

TEST_CASE("1c the stack is left as it is", "[01]") {
  const Run run = run_probe({"stack"});
  expect_end(run, 0);
  expect(run, answer(run) == "kept", "kept", answer(run),
         {{.name = "written-below-the-stack",
           .proven = answer(run) == "written over",
           .observation =
               "A function that calls no other has its variables below the "
               "stack pointer, and one of them was changed: the compiler does "
               "not know of a push in your statement.",
           .question = "Who can save a register that your instruction changes, "
                       "if it is told of it?",
           .todo = "1a"}},
         "What does your statement do to the stack?");
}

TEST_CASE("1c the compiler knows that memory is read and written", "[01]") {
  const Run store = run_probe({"store"});
  expect_end(store, 0);
  const Run read = run_probe({"read"});
  const Diagnosis left_out{
      .name = "left-out",
      .proven = answer(store) == "no call" || answer(read) == "no call",
      .observation =
          "A call whose result nobody looks at was not made: the compiler "
          "thought that it did nothing else, and left it out.",
      .question =
          "Which word behind asm says that the statement does more "
          "than fill its outputs?"};
  const Diagnosis forgotten{
      .name = "memory-forgotten",
      .proven = answer(store) == "not written" || answer(read) == "-",
      .observation =
          answer(store) == "not written"
              ? "A buffer was filled and handed to write, and what arrived was "
                "what had "
                "been in it before: the compiler saw no use of the new bytes."
              : "read filled a byte, and the program went on with the old one: "
                "the "
                "compiler saw no reason to look again.",
      .question =
          "What tells the compiler that the kernel reads and writes memory "
          "that "
          "the statement does not name?"};
  expect(store, answer(store) == "written", "written", answer(store),
         {left_out, forgotten}, "What has the compiler to be told of memory?");
  expect_end(read, 0);
  expect(read, answer(read) == "x", "x", answer(read), {left_out, forgotten},
         "What has the compiler to be told of memory?");
}

TEST_CASE("1d errors are -4095 to -1", "[01]") {
  const std::vector<long> values = {
      -1, -2, -133, -134, -512, -1000, -4094, -4095, -4096, -4097, 0, 1, 9,
      4095, -140'000'000'000'000, std::numeric_limits<long>::min(),
      // Their lower 32 or 16 bits are those of -9, an error.
      0x12'ffff'fff7, -0x12'0000'0009, 0xffff'fff7, 0x1'fff7};
  Lines args = {"is-error"};
  for (const long value : values) args.push_back(fmt::format("{}", value));
  const Run run = run_probe(args);
  expect_end(run, 0);
  const Lines got = out(run);
  const auto answers = [&](const std::function<bool(long)>& is_error) {
    Lines lines;
    for (const long value : values) {
      lines.push_back(
          fmt::format("{} {}", value, is_error(value) ? "yes" : "no"));
    }
    return lines;
  };
  const auto between = [](long first, long last) {
    return [=](long value) { return first <= value && value <= last; };
  };
  const auto right = between(-4095, -1);
  // Each mistake as a function: it is proven if all answers are its own.
  const auto is = [&](const std::function<bool(long)>& mistake) {
    return got == answers(mistake);
  };
  constexpr long most = std::numeric_limits<long>::max();
  constexpr long least = std::numeric_limits<long>::min();
  const bool ends_too_soon = is(between(-1000, -1)) || is(between(-999, -1)) ||
                             is(between(-512, -1)) || is(between(-134, -1)) ||
                             is(between(-133, -1));
  expect_lines(
      run, answers(right), got,
      {{.name = "never",
        .proven = is([](long) { return false; }),
        .observation = "Nothing is an error.",
        .question = "What does is_error give back?"},
       {.name = "always",
        .proven = is([](long) { return true; }),
        .observation = "Everything is an error, 0 and 9 too.",
        .question = "Can a number be below the one limit or above the other, "
                    "and not be an error?"},
       {.name = "yes-for-no",
        .proven = is([&](long value) { return !right(value); }),
        .observation = "Every answer is the opposite of the right one.",
        .question = "What does true mean: an error, or none?"},
       {.name = "only-minus-one",
        .proven = is(between(-1, -1)),
        .observation =
            "-1 is an error and -2 is none: that is libc's rule. -2 is ENOENT.",
        .question = "What does the kernel give back for ENOENT, error 2?"},
       {.name = "error-without-its-sign",
        .proven = is(between(1, 4095)),
        .observation = "9 and 4095 are errors, and -9 is none.",
        .question = "Which sign has an error, and which a result?"},
       {.name = "any-negative",
        .proven = is(between(least, -1)),
        .observation =
            "An address far below 0 counts as an error. No error is below "
            "-4095.",
        .question = "Where do the errors end?"},
       {.name = "no-upper-end",
        .proven = is(between(-4095, most)),
        .observation =
            "0, 1 and 4095 count as errors: every number from -4095 on does.",
        .question = "Where do the errors end at the other side?"},
       {.name = "ends-too-soon",
        .proven = ends_too_soon,
        .observation = "Some errors are known, and those far below are not. "
                       "The kernel keeps all numbers down to a limit for them.",
        .question = "Which is the lowest number that can be an error?"},
       {.name = "result-cut-to-int",
        .proven =
            is([&](long value) { return right(static_cast<int>(value)); }),
        .observation = "4294967287 counts as an error. It is a result; its "
                       "lower 32 bits alone would be -9.",
        .question = "How wide is what you compare?"},
       {.name = "off-by-one",
        .proven = is(between(-4094, -1)) || is(between(-4096, -1)) ||
                  is(between(-4095, -2)) || is(between(-4095, 0)) ||
                  is(between(-4094, -2)) || is(between(-4096, 0)) ||
                  is(between(-4096, -2)) || is(between(-4094, 0)),
        .observation = "All is right but for a number at the limit.",
        .question =
            "Are -4095 and -1 themselves errors? And the numbers beside "
            "them?"}},
      "Between which two numbers are the errors?");
}
