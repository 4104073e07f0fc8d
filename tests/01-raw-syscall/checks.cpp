// Chapter 01: one system call, with no library between.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cerrno>
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

}  // namespace

TEST_CASE("1a the kernel is handed the number, a, b and c", "[01]") {
  const Run run = run_probe({"arguments"});
  expect_end(run, 0);
  const Lines got = out(run);
  const Lines words = words_of(answer(run));
  needs(answer(run).rfind("no filter", 0) != 0,
        "no filter may be loaded here, which would show the call");
  expect(
      run, !got.empty() && got.back() != "no call", "a call of number 500",
      "no call",
      {{.name = "no-call",
        .proven = got == Lines{"no call"},
        .observation =
            "The kernel was never asked: no system call was made, or not this "
            "one.",
        .question = "Which instruction enters the kernel, and which number "
                    "does it find "
                    "in its register?"}},
      "Which number did you hand over, and in which register?");
  expect(run, words[0] == "native", "a 64-bit call", words[0] + " call",
         {{.name = "int-0x80",
           .proven = words[0] == "32-bit",
           .observation = "The call came by the way of 32-bit programs, with "
                          "other registers and "
                          "another table: write is 4 there, and 1 is exit.",
           .question = "Which instruction enters the kernel in 64-bit mode?"}},
         "Which instruction enters the kernel in 64-bit mode?");
  const Lines seen = named(words, 0, 4);
  const Lines seen_values(words.begin() + 2, words.begin() + 5);
  expect_lines(
      run, named(right, 0, 4), seen,
      {{.name = "arguments-out-of-order",
        .proven = words[1] == "500" && seen != named(right, 0, 4) &&
                  std::is_permutation(seen_values.begin(), seen_values.end(),
                                      right.begin() + 2),
        .observation =
            "The arguments arrive in another order. The registers of a system "
            "call go by rdi, rsi, rdx.",
        .question =
            "Which letters stand for rdi, rsi and rdx in a constraint?"}},
      "Which letter stands for which register? The lesson has them.");
}

TEST_CASE("1a a result comes back whole", "[01]") {
  const Run run = run_probe({"arguments"});
  const std::string last = out(run).empty() ? "nothing" : out(run).back();
  expect(run, last == "result kept", "result kept", last,
         {{.name = "result-cut-to-int",
           .proven = last == "result cut",
           .observation = "A result of 0x123456789a came back as 0x3456789a: "
                          "the upper half is "
                          "gone. An address does not fit into 32 bits.",
           .question = "How many bits has a long, and how many has an int?"}},
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
        .question = "What does the contract say of errno?"}},
      "What does the contract say that raw_syscall gives back?");
}

TEST_CASE("1b d, e and f arrive as well", "[01]") {
  const Run run = run_probe({"arguments"});
  const Lines words = words_of(answer(run));
  const Lines seen = named(words, 4, 7);
  expect_lines(
      run, named(right, 4, 7), seen,
      {{.name = "fourth-in-rcx",
        .proven = words[5] != "44" && words[6] == "55" && words[7] == "66",
        .observation = "Only d is wrong. A function gets its fourth argument "
                       "in rcx; a system "
                       "call "
                       "cannot, since the instruction itself uses rcx.",
        .question = "Which register takes its place? See syscall(2)."},
       {.name = "fifth-and-sixth-swapped",
        .proven = words[6] == "66" && words[7] == "55",
        .observation = "e and f arrive in each other's place.",
        .question = "Which comes first, r8 or r9?"},
       {.name = "not-handed-over",
        .proven = words[5] != "44" && words[6] != "55" && words[7] != "66",
        .observation = "None of the three arrives; the kernel reads what "
                       "happens to be in the "
                       "registers.",
        .question =
            "In which registers are they to be, and what puts them there?"}},
      "Which of r10, r8 and r9 has which argument?");
}

TEST_CASE("1c the compiler knows which registers change", "[01]") {
  const Run run = run_probe({"live"});
  expect_end(run, 0);
  const std::string got = answer(run);
  std::string lost = "lost:";
  if (got.find("rcx changed") != got.npos) lost += " the one in rcx";
  if (got.find("r11 changed") != got.npos) lost += " the one in r11";
  expect(
      run, got == "rcx kept, r11 kept", "no value in a register is lost",
      lost == "lost:" ? got : lost,
      {{.name = "no-clobbers",
        .proven = got == "rcx changed, r11 changed",
        .observation = "Two of eight values that were in registers are "
                       "different after the "
                       "call: the compiler had put them into rcx and r11.",
        .question = "How does the compiler learn that the instruction changes "
                    "these two?"},
       {.name = "rcx-forgotten",
        .proven = got == "rcx changed, r11 kept",
        .observation = "A value that the compiler kept in rcx is an address of "
                       "your program "
                       "after the call: the one to return to.",
        .question = "Which register is not in your list?"},
       {.name = "r11-forgotten",
        .proven = got == "rcx kept, r11 changed",
        .observation =
            "A value that the compiler kept in r11 is a small number after the "
            "call: the flags.",
        .question = "Which register is not in your list?"}},
      "Which registers does the instruction use for itself?");
}

TEST_CASE("1c the compiler knows that memory is read and written", "[01]") {
  const Run store = run_probe({"store"});
  expect_end(store, 0);
  const Run read = run_probe({"read"});
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
         {forgotten}, "What has the compiler to be told of memory?");
  expect_end(read, 0);
  expect(read, answer(read) == "x", "x", answer(read), {forgotten},
         "What has the compiler to be told of memory?");
}

TEST_CASE("1d errors are -4095 to -1", "[01]") {
  const Lines values = {"-1",
                        "-2",
                        "-4095",
                        "-4096",
                        "0",
                        "1",
                        "-140000000000000",
                        "-9223372036854775808",
                        "4095"};
  Lines args = {"is-error"};
  args.insert(args.end(), values.begin(), values.end());
  const Run run = run_probe(args);
  expect_end(run, 0);
  Lines wanted;
  for (const std::string& value : values) {
    const bool error = value == "-1" || value == "-2" || value == "-4095";
    wanted.push_back(value + (error ? " yes" : " no"));
  }
  const Lines got = out(run);
  const auto is = [&](const std::string& line) {
    return count_equal(got, line) == 1;
  };
  expect_lines(
      run, wanted, got,
      {{.name = "only-minus-one",
        .proven = is("-1 yes") && is("-2 no"),
        .observation =
            "-1 is an error and -2 is none: that is libc's rule. -2 is ENOENT.",
        .question = "What does the kernel give back for ENOENT, error 2?"},
       {.name = "any-negative",
        .proven = is("-140000000000000 yes") && is("-4096 yes"),
        .observation =
            "An address far below 0 counts as an error. No error is below "
            "-4095.",
        .question = "Where do the errors end?"},
       {.name = "no-upper-end",
        .proven = is("1 yes") && is("4095 yes"),
        .observation =
            "0, 1 and 4095 count as errors: every number from -4095 on does.",
        .question = "Where do the errors end at the other side?"},
       {.name = "off-by-one",
        .proven =
            is("-2 yes") && is("-140000000000000 no") &&
            (is("-4095 no") || is("-4096 yes") || is("-1 no") || is("0 yes")),
        .observation = "All is right but for a number at the limit.",
        .question =
            "Are -4095 and -1 themselves errors? And the numbers beside them?"},
       {.name = "never",
        .proven = count_with(got, "yes") == 0,
        .observation = "Nothing is an error.",
        .question = "What does is_error give back?"}},
      "Between which two numbers are the errors?");
}
