// Chapter 08: what a call was given, and what it gave back.
#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <regex>

#include "check.hpp"

CHAPTER(.truth =
            "Your tracer writes the lines of strace, and takes no length "
            "for granted.",
        .needs = {"ptrace", "memory"});

namespace {

using Lines = std::vector<std::string>;

// What is asked of the probe, as the learner reads it, and what is right.
struct Question {
  std::string label;
  Lines words;
  std::string wanted;
};

struct Answers {
  Run run;
  std::vector<Question> questions;
  Lines got;

  // What came to the question with that label; "nothing" if nothing did.
  std::string operator[](const std::string& label) const {
    for (std::size_t i = 0; i < questions.size() && i < got.size(); ++i) {
      if (questions[i].label == label) return got[i];
    }
    return "nothing";
  }
  // The first label with such an answer; none is empty. A label in an
  // observation gets its line shown.
  std::string label_where(
      const std::function<bool(const std::string&)>& such) const {
    for (const Question& question : questions) {
      if (such((*this)[question.label])) return question.label;
    }
    return "";
  }
  bool all_but(const Lines& labels) const {
    for (const Question& question : questions) {
      const bool named = std::find(labels.begin(), labels.end(),
                                   question.label) != labels.end();
      if (((*this)[question.label] == question.wanted) == named) return false;
    }
    return true;
  }
};

Answers ask(const Lines& way, const std::vector<Question>& questions,
            const RunOptions& options = {}) {
  Lines words = way;
  for (const Question& question : questions) {
    words.insert(words.end(), question.words.begin(), question.words.end());
  }
  const Run run = run_probe(words, options);
  return {run, questions, lines_of(run.outcome.out)};
}

bool starts(const std::string& text, const std::string& with) {
  return text.rfind(with, 0) == 0;
}
bool ends(const std::string& text, const std::string& with) {
  return text.size() >= with.size() &&
         text.compare(text.size() - with.size(), with.size(), with) == 0;
}
bool has(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

// Each answer is right. Whoever takes a bad address or another process's for
// its own is ended by a signal.
void expect_answers(const Answers& answers, std::vector<Diagnosis> diagnoses,
                    const std::string& question) {
  const Outcome& outcome = answers.run.outcome;
  diagnoses.push_back(
      {.name = "an-address-of-another-process",
       .proven =
           outcome.end == Outcome::End::signalled && outcome.code == SIGSEGV,
       .observation =
           "Your tracer was ended by SIGSEGV. The address is good in "
           "the tracee's memory, and leads nowhere in the tracer's "
           "own.",
       .question = "Which call reads the memory of another process?"});
  expect_end(answers.run, 0, diagnoses);
  Lines wanted;
  Lines got;
  for (std::size_t i = 0; i < answers.questions.size(); ++i) {
    const Question& one = answers.questions[i];
    wanted.push_back(one.label + ": " + one.wanted);
    if (i < answers.got.size())
      got.push_back(one.label + ": " + answers.got[i]);
  }
  expect_lines(answers.run, wanted, got, diagnoses, question);
}

Diagnosis its_own(const Answers& answers) {
  return {.name = "its-own-memory",
          .proven = has(answers.run.outcome.out, "the tracer's own"),
          .observation =
              "These bytes stand at that address in the tracer. In "
              "the tracee there are others.",
          .question = "Whose memory does a pointer lead into?"};
}

Diagnosis an_error(const Answers& answers) {
  return {.name = "an-address-that-leads-nowhere-is-no-error",
          .proven = has(answers.run.outcome.out, "threw: ") &&
                    !has(answers.run.outcome.out, "threw: std::bad_alloc") &&
                    !has(answers.run.outcome.out, "_M_") &&
                    !has(answers.run.outcome.out, "length"),
          .observation =
              "A tracee may hand over any number as an address, and "
              "your function threw an error.",
          .question = "How many bytes can be read from there?"};
}

// ---- Lines of the program -------------------------------------------------

// The lines of a tracee for these calls.
Run trace(const std::string& name, const std::string& calls,
          const Lines& options = {}) {
  Lines words = options;
  words.insert(words.end(), {"-e", "trace=" + calls, tracee(name)});
  return run_chapter(words);
}

Lines without_ends(const Run& run) {
  Lines lines = run.trace();
  std::erase_if(lines, [](const std::string& line) {
    return starts(line, "+++ ") || starts(line, "--- ");
  });
  return lines;
}

void expect_trace(const Run& run, const Lines& wanted,
                  const std::vector<Diagnosis>& diagnoses,
                  const std::string& question) {
  expect_end(run, 0, diagnoses);
  expect_lines(run, wanted, without_ends(run), diagnoses, question);
}

// A call of which the probe tells what is said at its entry and at its exit.
struct TwoMoments {
  std::string label;
  Lines call;  // its name, its result, its arguments
  std::string entry, exit;
};

struct Told {
  Run run;
  Lines wanted, got;

  bool came(const std::string& line) const { return count_equal(got, line); }
  // The first line that came with `what` in it; none is empty.
  std::string line_with(const std::string& what) const {
    for (const std::string& line : got) {
      if (has(line, what)) return line;
    }
    return "";
  }
};

Told two_moments(const std::string& way, const std::vector<TwoMoments>& calls,
                 const std::string& what) {
  Lines words = {way};
  for (const TwoMoments& one : calls) {
    if (words.size() > 1) words.push_back("--");
    words.insert(words.end(), one.call.begin(), one.call.end());
  }
  Told told{run_probe(words), {}, {}};
  const Lines answers = lines_of(told.run.outcome.out);
  for (const TwoMoments& one : calls) {
    for (const auto& [moment, text] :
         {std::pair(" entered", one.entry), std::pair(" left", one.exit)}) {
      const std::size_t i = told.wanted.size();
      const std::string begin = one.label + moment + what + ": ";
      told.wanted.push_back(begin + (way == "text" ? "[" + text + "]" : text));
      told.got.push_back(begin +
                         (i < answers.size() ? answers[i] : "no answer"));
    }
  }
  return told;
}

// The texts of them.
Told told(const std::vector<TwoMoments>& calls) {
  Told told = two_moments("text", calls, "");
  expect_end(told.run, 0);
  return told;
}

// Which of its arguments each was asked for. A kind that is asked too early
// gives no text: so this tells why the program was ended that did so.
Told asked(const std::vector<TwoMoments>& calls) {
  return two_moments("asked", calls, ", asked for");
}

const TwoMoments sendfile_asked = {"sendfile",
                                   {"sendfile", "8", "4", "3", "time", "100"},
                                   "1, 2, 3",
                                   "addition of 3, 4"};
const TwoMoments nanosleep_asked = {
    "nanosleep", {"nanosleep", "0", "time", "time"}, "1", "2"};

}  // namespace

// ---- 8a -------------------------------------------------------------------

TEST_CASE("8a as many bytes of the tracee's as are asked for", "[08]") {
  // The probe's letters come in turns of 27 bytes, with a zero as the last.
  const std::string zero_after = fmt::format("{} bytes", 26 - 3);
  const Answers answers =
      ask({"memory"}, {{"16", {"pages", "16"}, "16 bytes"},
                       {"none", {"pages", "0"}, "0 bytes"},
                       {"100, with zeros", {"odd", "100"}, "100 bytes"},
                       {"16 over a page's end", {"across", "16"}, "16 bytes"},
                       {"65536", {"pages", "65536"}, "65536 bytes"}});
  const auto zeros = [&](const std::string& label, int bytes) {
    return answers[label] == fmt::format("{} bytes, from #0 on zeros", bytes);
  };
  expect_answers(
      answers,
      {its_own(answers),
       {.name = "nothing-landed-in-them",
        .proven = zeros("16", 16) && zeros("100, with zeros", 100),
        .observation = "16: as many bytes came as you should give, and not one "
                       "of them is the tracee's.",
        .question = "Which of the two lists says where they go, and how many "
                    "bytes had your string when the call was made?"},
       {.name = "the-first-page-only",
        .proven = answers["100, with zeros"] == "100 bytes" &&
                  answers["65536"] == "4096 bytes",
        .observation = "65536: of these bytes one page came.",
        .question = "What comes after the first page?"},
       {.name = "ends-with-a-zero",
        .proven = answers["16"] == "16 bytes" &&
                  answers["100, with zeros"] == zero_after,
        .observation = "There is a zero among these bytes, and your function "
                       "ended there. A zero is a byte like any other.",
        .question = "Who is it that ends with a zero: memory, or a string?"},
       {.name = "words-for-bytes",
        .proven = answers.all_but({"100, with zeros"}) &&
                  (answers["100, with zeros"] == "96 bytes" ||
                   answers["100, with zeros"] == "104 bytes"),
        .observation =
            "100 bytes were asked for; a whole number of words came.",
        .question = "How many bytes of the last word belong to it?"}},
      "Which call reads the memory of another process, and how much does it "
      "say that it has read?");
}

TEST_CASE("8a where memory ends, it ends", "[08]") {
  const Answers answers = ask(
      {"memory"}, {{"11 of 11", {"end", "11"}, "11 bytes"},
                   {"12 of 11", {"end", "12"}, "11 bytes"},
                   {"5000 of 11", {"end", "5000"}, "11 bytes"},
                   {"8 of none", {"behind", "8"}, "0 bytes"},
                   {"8 at NULL", {"null", "8"}, "0 bytes"},
                   {"8 at 0x1", {"one", "8"}, "0 bytes"},
                   {"100 at the last address", {"last", "100"}, "0 bytes"}});
  const std::string more = answers["12 of 11"];
  expect_answers(
      answers,
      {its_own(answers),
       an_error(answers),
       {.name = "all-or-nothing",
        .proven = answers["11 of 11"] == "11 bytes" && more == "0 bytes",
        .observation = "11 bytes can be read, 12 were asked for, and your "
                       "function gave none.",
        .question = "How can you read up to the end of a page, and from there "
                    "on, one after the other?"},
       {.name = "the-tail-is-lost",
        .proven = answers["11 of 11"] == "8 bytes" || more == "8 bytes",
        .observation =
            "11 bytes can be read, and 8 came: a word of memory. The "
            "next one is not all there.",
        .question = "Is there a call that reads bytes, and not words?"},
       {.name = "more-than-was-read",
        .proven =
            starts(more, "12 bytes") || starts(answers["8 of none"], "8 bytes"),
        .observation = "Fewer bytes were read than were asked for. The rest of "
                       "your buffer was never filled.",
        .question = "What does the call give back, and whom do you tell?"}},
      "What is there to give where a part can be read, or nothing?");
}

TEST_CASE("8a no length is taken for granted", "[08]") {
  const Answers answers =
      ask({"memory"},
          {{"2 GiB of 2 MiB", {"field", "0x80000000"}, "1048576 bytes"},
           {"2^64-1", {"field", "0xffffffffffffffff"}, "1048576 bytes"},
           {"2^64-1 of 11", {"end", "0xffffffffffffffff"}, "11 bytes"}});
  const std::string& out = answers.run.outcome.out;
  expect_answers(
      answers,
      {{.name = "a-length-taken-for-granted",
        .proven = has(out, "threw: ") || has(out, "2097152"),
        .observation =
            has(out, "threw: ")
                ? "A tracee names any length it likes, and your "
                  "function wanted memory for all of it."
                : "There were more bytes than most_bytes to read, and "
                  "your function read on.",
        .question = "What is the most that your function ever gives?"},
       {.name = "a-length-with-a-sign",
        .proven = answers.all_but({"2^64-1", "2^64-1 of 11"}) &&
                  answers["2^64-1"] == "0 bytes",
        .observation = "A length of 2^64-1 was taken for -1.",
        .question = "Has a size_t a sign?"}},
      "How much is read at the most?");
}

TEST_CASE("8a a process that is no more has nothing to read", "[08]") {
  const Answers answers = ask({"gone"}, {{"16", {}, "0 bytes"}});
  expect_answers(
      answers,
      {its_own(answers),
       {.name = "a-process-that-is-gone-is-no-error",
        .proven = has(answers["16"], "threw: "),
        .observation = "A tracee can be killed at any time, and your function "
                       "threw an error.",
        .question =
            "How many bytes can be read of a process that is no more?"}},
      "A tracee can be killed at any time. What can be read of it?");
}

// ---- 8b -------------------------------------------------------------------

TEST_CASE("8b a string ends with its zero", "[08]") {
  const Answers answers =
      ask({"string"},
          {{"a path", {"path", "100"}, "10 bytes: /etc/fstab, ended"},
           {"an empty one", {"empty", "100"}, "0 bytes: , ended"},
           {"above 127", {"upper", "100"}, "5 bytes: caf\\303\\251, ended"},
           {"5000 bytes", {"long", "6000"}, "5000 bytes: abcdefgh..., ended"},
           {"over a page's end",
            {"two-pages", "100"},
            "10 bytes: /no/across, ended"}});
  const std::string of_5000 = answers["5000 bytes"];
  const std::string repeated =
      of_5000.substr(std::min(of_5000.find("#"), of_5000.size()));
  expect_answers(
      answers,
      {its_own(answers),
       {.name = "the-zero-is-not-of-it",
        .proven = has(answers["a path"], "fstab\\000"),
        .observation = "The zero that ends the string came with it.",
        .question = "Which byte tells that a string is over, and is it one of "
                    "its own?"},
       {.name = "the-same-piece-again",
        .proven = !repeated.empty(),
        .observation = fmt::format(
            "Of the string of 5000 bytes {} came, and at {} it begins again.",
            std::atol(answers["5000 bytes"].c_str()), repeated),
        .question = "From which address is the second piece read?"},
       {.name = "the-first-piece-only",
        .proven = answers.all_but({"5000 bytes"}) &&
                  has(answers["5000 bytes"], "not ended") &&
                  std::atol(answers["5000 bytes"].c_str()) < 5000,
        .observation = "Of a string of 5000 bytes a part came.",
        .question = "What if there is no zero in the first piece that you "
                    "read?"}},
      "Where is the zero, and what is before it?");
}

TEST_CASE("8b no more than the limit", "[08]") {
  const Answers answers = ask(
      {"string"},
      {{"limit 9", {"path", "9"}, "9 bytes: /etc/fsta, not ended"},
       {"limit 10", {"path", "10"}, "10 bytes: /etc/fstab, ended"},
       {"limit 11", {"path", "11"}, "10 bytes: /etc/fstab, ended"},
       {"limit 0", {"path", "0"}, "0 bytes: , not ended"},
       {"limit 0, empty", {"empty", "0"}, "0 bytes: , ended"},
       {"limit 4999", {"long", "4999"}, "4999 bytes: abcdefgh..., not ended"},
       {"no zero in 1 MiB",
        {"field", "1048575"},
        "1048575 bytes: ffffffff..., not ended"}});
  expect_answers(
      answers,
      {{.name = "the-zero-behind-the-limit",
        .proven = answers["limit 10"] == "10 bytes: /etc/fstab, not ended" &&
                  answers["limit 11"] == "10 bytes: /etc/fstab, ended",
        .observation = "The string has 10 bytes, 10 are its limit: that is all "
                       "of it, and you say that it goes on.",
        .question =
            "How many bytes do you have to look at, to know that 10 are "
            "all?"},
       {.name = "beyond-the-limit",
        .proven = starts(answers["limit 9"], "10 bytes") ||
                  starts(answers["limit 0"], "1 "),
        .observation = "More bytes came than the limit allows.",
        .question = "Which of the bytes that you read are to be given?"},
       {.name = "ended-by-the-limit",
        .proven = answers["limit 9"] == "9 bytes: /etc/fsta, ended",
        .observation = "The limit cut the string, and you say that it is all.",
        .question = "Have you seen its zero?"}},
      "How many bytes are looked at, and how many are given?");
}

TEST_CASE("8b its zero may be the last byte there is", "[08]") {
  RunOptions quick;  // it takes milliseconds, and an endless loop all the time
  quick.limits.time = std::chrono::milliseconds(2000);
  const Answers answers = ask(
      {"string"},
      {{"a zero at the end", {"end", "4095"}, "10 bytes: /etc/fstab, ended"},
       {"no zero", {"no-zero", "4095"}, "11 bytes: /etc/fstab/, not ended"},
       {"no zero, limit 5", {"no-zero", "5"}, "5 bytes: /etc/, not ended"},
       {"nothing there", {"behind", "4095"}, "0 bytes: , not ended"},
       {"at NULL", {"null", "4095"}, "0 bytes: , not ended"}},
      quick);
  expect_answers(
      answers,
      {an_error(answers),
       {.name = "reads-beyond-the-end",
        .proven = has(answers["a zero at the end"], "not ended"),
        .observation = "The string ends with the last byte that can be read, "
                       "and you gave up on it, since fewer bytes came than you "
                       "asked for.",
        .question = "Is a short read a failure, if there is a zero in it?"},
       {.name = "an-end-that-is-none",
        .proven = has(answers["no zero"], ", ended") ||
                  has(answers["nothing there"], ", ended"),
        .observation = "The memory ended, not the string: there was no zero.",
        .question = "What is it that you have not seen?"},
       {.name = "reads-for-ever",
        .proven = answers.run.outcome.end == Outcome::End::timed_out,
        .observation = "Nothing more can be read, and your function asks again "
                       "and again.",
        .question = "What does read_memory give where nothing can be read?"}},
      "What if the memory ends before the limit does?");
}

// ---- 8c -------------------------------------------------------------------

TEST_CASE("8c quotes, backslashes and what moves the cursor", "[08]") {
  const Answers answers = ask(
      {"quoted", "never"}, {{"abc", {"616263"}, "\"abc\""},
                            {"nothing", {""}, "\"\""},
                            {"a quote", {"2278"}, "\"\\\"x\""},
                            {"a backslash", {"5c78"}, "\"\\\\x\""},
                            {"9 to 13", {"090a0b0c0d"}, "\"\\t\\n\\v\\f\\r\""},
                            {"7, 8, 27", {"07081b"}, "\"\\7\\10\\33\""}});
  expect_answers(
      answers,
      {{.name = "raw-bytes",
        .proven = has(answers.run.outcome.out, "\a\b\x1b"),
        .observation = "Bytes that move a terminal's cursor went out as they "
                       "are. A tracee can write what it likes on your screen.",
        .question = "Which bytes can be shown as they are?"},
       {.name = "a-quote-ends-the-string",
        .proven = answers["a quote"] == "\"\"x\"",
        .observation = "There is a quote in the string, and nobody can tell "
                       "where the string ends.",
        .question = "How does C write a quote in a string?"},
       {.name = "a-backslash-alone",
        .proven = answers["a backslash"] == "\"\\x\"",
        .observation = "A backslash in the string looks like the first half of "
                       "an escape.",
        .question = "How does C write a backslash in a string?"},
       {.name = "hexadecimal-unasked",
        .proven = has(answers["7, 8, 27"], "\\x"),
        .observation = "Hexadecimal escapes came, and nobody said -x.",
        .question = "What does `hex` say?"},
       {.name = "three-digits-always",
        .proven = answers["7, 8, 27"] == "\"\\007\\010\\033\"",
        .observation = "7, 8, 27: each number has three digits. strace takes "
                       "no more than it needs.",
        .question = "When are three digits needed?"},
       {.name = "escapes-of-c-that-strace-has-not",
        .proven = has(answers["7, 8, 27"], "\\a") ||
                  has(answers["7, 8, 27"], "\\b") ||
                  has(answers["7, 8, 27"], "\\e"),
        .observation = "C has more letters behind a backslash than strace has.",
        .question = "Which five bytes have a letter in strace?"}},
      "Which bytes are shown as they are, and what becomes of the others?");
}

TEST_CASE("8c other bytes are octal numbers, as short as can be", "[08]") {
  const Answers answers = ask(
      {"quoted", "never"}, {{"0 1 7", {"000107"}, "\"\\0\\1\\7\""},
                            {"127 128 255", {"7f80ff"}, "\"\\177\\200\\377\""},
                            {"1, then '2'", {"0132"}, "\"\\0012\""},
                            {"1, then '7'", {"0137"}, "\"\\0017\""},
                            {"1, then '8'", {"0138"}, "\"\\18\""},
                            {"27, then '9'", {"1b39"}, "\"\\339\""},
                            {"27, then '0'", {"1b30"}, "\"\\0330\""},
                            {"1, then 'a'", {"0161"}, "\"\\1a\""}});
  expect_answers(
      answers,
      {{.name = "a-digit-that-is-not-its-own",
        .proven = answers["1, then '2'"] == "\"\\12\"",
        .observation = "The byte 1 and the digit 2 became \\12, which is the "
                       "byte 10.",
        .question = "What makes the number end before a digit?"},
       {.name = "delete-is-shown",
        .proven = answers.all_but({"127 128 255"}) &&
                  answers["127 128 255"] == "\"\x7f\\200\\377\"",
        .observation = "The byte 127 came as it is, and a terminal shows no "
                       "character for it.",
        .question = "Which is the last byte that is itself?"},
       {.name = "eight-is-no-octal-digit",
        .proven = answers["1, then '8'"] == "\"\\0018\"" &&
                  answers["1, then 'a'"] == "\"\\1a\"",
        .observation = "An 8 cannot belong to an octal number.",
        .question = "Which digits can?"},
       {.name = "a-char-with-a-sign",
        .proven = has(answers["127 128 255"], "\\-") ||
                  has(answers["127 128 255"], "7777"),
        .observation = "A char above 127 is negative on this machine.",
        .question = "Which type has the values from 0 to 255?"}},
      "With how many digits is a byte written, and what follows it?");
  const Run run = run_probe({"each-byte"});
  expect_end(run, 0);
  expect_lines(run, {}, lines_of(run.outcome.out), {},
               "Each of 256 bytes alone and before 0, 7, 8, a: which are "
               "written otherwise than strace does?");
}

TEST_CASE("8c -x and -xx", "[08]") {
  const Answers some =
      ask({"quoted", "non-ascii"}, {{"abc", {"616263"}, "\"abc\""},
                                    {"a tab", {"610962"}, "\"a\\tb\""},
                                    {"a 1", {"610162"}, "\"\\x61\\x01\\x62\""},
                                    {"255", {"61ff"}, "\"\\x61\\xff\""}});
  expect_answers(
      some,
      {{.name = "the-whole-string-or-none-of-it",
        .proven = some["a 1"] == "\"a\\x01b\"",
        .observation = "One byte of the string is hexadecimal, and the others "
                       "are not.",
        .question = "Is -x said of a byte, or of a string?"},
       {.name = "one-digit-for-hexadecimal",
        .proven = some["a 1"] == "\"\\x61\\x1\\x62\"",
        .observation = "The byte 1 became \\x1, and each byte is to have as "
                       "many digits as \\x61.",
        .question = "How many digits has a byte in hexadecimal, at the least "
                    "and at the most?"},
       {.name = "a-tab-is-ascii",
        .proven = some.all_but({"a tab"}),
        .observation = "A tab has a letter of its own, and makes no string "
                       "hexadecimal.",
        .question = "Which bytes would be octal numbers without -x?"}},
      "Which strings are hexadecimal with -x?");
  const Answers all =
      ask({"quoted", "always"}, {{"abc", {"616263"}, "\"\\x61\\x62\\x63\""},
                                 {"a quote", {"22"}, "\"\\x22\""},
                                 {"1, then '2'", {"0132"}, "\"\\x01\\x32\""}});
  expect_answers(all, {}, "What does -xx leave as it is?");
}

// ---- 8d -------------------------------------------------------------------

TEST_CASE("8d each flag by its name, and what is left over", "[08]") {
  const Answers answers =
      ask({"flags", "clone"},
          {{"0x100", {"0x100"}, "CLONE_VM"},
           {"0x300", {"0x300"}, "CLONE_VM|CLONE_FS"},
           {"0x40000300", {"0x40000300"}, "CLONE_VM|CLONE_FS|0x40000000"},
           {"0x41000100", {"0x41000100"}, "CLONE_VM|0x41000000"},
           {"0x40000000", {"0x40000000"}, "0x40000000 /* CLONE_??? */"},
           {"0x200000100", {"0x200000100"}, "CLONE_VM|CLONE_INTO_CGROUP"},
           {"0", {"0"}, "0"}});
  const std::string one_sided =
      answers.label_where([](const std::string& text) {
        return starts(text, "|") || ends(text, "|");
      });
  expect_answers(
      answers,
      {{.name = "a-bare-number",
        .proven = answers["0x100"] == "0x100" && answers["0x300"] == "0x300",
        .observation = "0x100: the number came as it is, and it has a name.",
        .question = "What does set.flags have of each flag?"},
       {.name = "a-bar-with-one-side",
        .proven = !one_sided.empty(),
        .observation =
            one_sided +
            ": a | stands between two, and here is nothing on one side of it.",
        .question = "When do you know that there is something on both sides?"},
       {.name = "named-and-left-over",
        .proven = answers["0x100"] == "CLONE_VM|0x100",
        .observation = "0x100: its one bit is told twice, by its name and as "
                       "one that is left over.",
        .question = "What is left of the number when a name has been found?"},
       {.name = "what-has-no-name-is-lost",
        .proven = answers["0x40000300"] == "CLONE_VM|CLONE_FS",
        .observation = "0x40000300: a bit is set that has no name here, and "
                       "your text does not say so.",
        .question = "Which bits are left when all names have been looked at?"},
       {.name = "cut-to-32-bits",
        .proven = answers.all_but({"0x200000100"}) &&
                  has(answers["0x200000100"], "CLONE_VM") &&
                  !has(answers["0x200000100"], "CLONE_INTO_CGROUP"),
        .observation = "A flag stands above the 32nd bit.",
        .question = "How wide is the type that you keep the bits in?"},
       {.name = "nobody-says-what-it-is",
        .proven = answers.all_but({"0x40000000"}) &&
                  answers["0x40000000"] == "0x40000000",
        .observation = "Not one of the bits has a name, and nobody can tell "
                       "whose number it is.",
        .question = "What is set.unknown for?"},
       {.name = "nothing-for-zero",
        .proven = answers["0"].empty(),
        .observation = "0: no bit is set, and your text is empty.",
        .question = "What is there to say of 0?"},
       {.name = "zero-like-a-bit-without-a-name",
        .proven = answers["0"] == "0x0 /* CLONE_??? */",
        .observation = "0: no bit is set, so there is none without a name.",
        .question = "What is there to say of 0?"}},
      "Which bits have a name, and what is said of the others?");
}

TEST_CASE("8d a name of two bits takes both", "[08]") {
  const Answers answers =
      ask({"flags", "sync"}, {{"0x101000", {"0x101000"}, "O_SYNC"},
                              {"0x1000", {"0x1000"}, "O_DSYNC"},
                              {"0x100040", {"0x100040"}, "O_CREAT|0x100000"}});
  expect_answers(
      answers,
      {{.name = "half-a-name",
        .proven = has(answers["0x1000"], "O_SYNC") ||
                  has(answers["0x100040"], "O_SYNC"),
        .observation =
            std::string(has(answers["0x1000"], "O_SYNC") ? "0x1000"
                                                         : "0x100040") +
            ": O_SYNC is two bits, one of them is set, and it was named.",
        .question = "What has to be true of the bits of a name?"},
       {.name = "a-bit-that-is-named-twice",
        .proven = has(answers["0x101000"], "O_SYNC|O_DSYNC"),
        .observation = "0x101000: O_SYNC has O_DSYNC's bit in it, and that was "
                       "named again.",
        .question = "Which bits does a name leave for those that come after "
                    "it?"}},
      "When does a name of two bits fit, and which bits does it take?");
}

TEST_CASE("8d a choice is one of several, and 0 can have a name", "[08]") {
  const Answers open = ask({"flags", "open"},
                           {{"0", {"0"}, "O_RDONLY"},
                            {"0x80000", {"0x80000"}, "O_RDONLY|O_CLOEXEC"},
                            {"0x41", {"0x41"}, "O_WRONLY|O_CREAT"},
                            {"2", {"2"}, "O_RDWR"},
                            {"0x40000002", {"0x40000002"}, "O_RDWR|0x40000000"},
                            {"0x43", {"0x43"}, "O_CREAT|0x3"},
                            {"3", {"3"}, "0x3 /* O_??? */"}});
  expect_answers(
      open,
      {{.name = "read-only-is-no-flag",
        .proven = has(open["0x41"], "O_RDONLY") || has(open["2"], "O_RDONLY"),
        .observation =
            std::string(has(open["0x41"], "O_RDONLY") ? "0x41" : "2") +
            ": O_RDONLY is 0, its bits are \"set\" in every number, and it was "
            "named.",
        .question =
            "Which bits of the number say how a file is opened, and how "
            "many answers can there be?"},
       {.name = "the-choice-is-forgotten",
        .proven = open["0x80000"] == "O_CLOEXEC",
        .observation =
            "0x80000: the two lowest bits are 0, and that has a name.",
        .question = "What do set.choice and set.choices say?"},
       {.name = "a-choice-and-left-over",
        .proven = open["2"] == "O_RDWR|0x2",
        .observation = "2: it is told twice, by its name and as a bit that is "
                       "left over.",
        .question = "Which bits does the name of a choice take?"},
       {.name = "a-choice-without-a-name-is-lost",
        .proven = open["0x43"] == "O_CREAT",
        .observation = "0x43: the two lowest bits are 3, which is no choice "
                       "that has a name, and your text does not say so.",
        .question = "Which bits are left over if no choice fits?"},
       {.name = "the-choice-comes-last",
        .proven = open["0x41"] == "O_CREAT|O_WRONLY",
        .observation = "0x41: the choice stands behind the flags.",
        .question = "In which order does strace write them?"}},
      "Which bits are one number together, and which stand for themselves?");
  const Answers access =
      ask({"flags", "access"}, {{"0", {"0"}, "F_OK"},
                                {"4", {"4"}, "R_OK"},
                                {"5", {"5"}, "R_OK|X_OK"},
                                {"8", {"8"}, "0x8 /* ?_OK */"}});
  expect_answers(
      access,
      {{.name = "zero-is-always-there",
        .proven = has(access["4"], "F_OK"),
        .observation = "4: F_OK is 0, and was named beside another.",
        .question = "When is a flag that is 0 to be named?"},
       {.name = "zero-has-a-name",
        .proven = access["0"] == "0",
        .observation =
            "0: among the flags is one that is 0, and the number is 0.",
        .question = "When is a flag that is 0 to be named?"}},
      "When is a flag that is 0 to be named?");
  const Answers both =
      ask({"flags", "both"},
          {{"0", {"0"}, "O_RDONLY"}, {"0x41", {"0x41"}, "O_WRONLY|O_CREAT"}});
  expect_answers(
      both,
      {{.name = "a-zero-that-is-named-twice",
        .proven = has(both["0"], "O_RDONLY|O_NOTHING"),
        .observation = "0: this set has a choice that is 0 and a flag that is "
                       "0, and both were named.",
        .question = "When is a flag that is 0 to be named?"}},
      "This set has a choice that is 0 and a flag that is 0. Which is named?");
}

// ---- 8e -------------------------------------------------------------------

TEST_CASE("8e a time, as it stands in the tracee", "[08]") {
  const Answers answers =
      ask({"timespec"},
          {{"1 s", {"time"}, "{tv_sec=1, tv_nsec=500}"},
           {"at an odd address", {"odd-time"}, "{tv_sec=7, tv_nsec=999999999}"},
           {"negative",
            {"minus-time"},
            "{tv_sec=-1, tv_nsec=18446744073709551614}"},
           {"large",
            {"large-time"},
            "{tv_sec=1099511627776, tv_nsec=8589934592}"}});
  expect_answers(
      answers,
      {{.name = "its-own-memory",
        .proven = has(answers["1 s"], "4557430888798830399"),
        .observation =
            "These bytes stand at that address in the tracer. In the "
            "tracee there are others.",
        .question = "Which function of yours reads the tracee's memory?"},
       {.name = "a-time-without-a-sign",
        .proven = answers.all_but({"negative"}) &&
                  has(answers["negative"], "tv_sec=18446744073709551615"),
        .observation = "-1 second became 18446744073709551615.",
        .question = "Which of the two numbers has a sign?"},
       {.name = "nanoseconds-with-a-sign",
        .proven = answers["negative"] == "{tv_sec=-1, tv_nsec=-2}",
        .observation = "strace shows the nanoseconds without a sign.",
        .question = "As which type does strace show them?"},
       {.name = "cut-to-an-int",
        .proven = has(answers["large"], "tv_sec=0"),
        .observation = "A time has 64 bits, and you kept 32 of them.",
        .question = "Of which type are tv_sec and tv_nsec?"}},
      "Which bytes are a struct timespec, and what do they mean?");
}

TEST_CASE("8e a struct is read whole, or its address is shown", "[08]") {
  const Answers answers =
      ask({"timespec"}, {{"NULL", {"null"}, "NULL"},
                         {"8 bytes of 16", {"half-time"}, "0x1001fff8"},
                         {"0x1", {"one"}, "0x1"},
                         {"nothing there", {"behind"}, "0x10020000"}});
  expect_answers(answers,
                 {an_error(answers),
                  {.name = "a-struct-not-read-whole",
                   .proven = has(answers["8 bytes of 16"], "tv_sec") ||
                             has(answers["nothing there"], "tv_sec"),
                   .observation = "The struct cannot be read whole, and a time "
                                  "was shown all the same.",
                   .question = "How many bytes have to come?"},
                  {.name = "null-has-a-name",
                   .proven = answers.all_but({"NULL"}),
                   .observation = "strace writes a null pointer as NULL.",
                   .question = "Which address has a name?"}},
                 "What is shown if the struct cannot be read?");
}

// ---- 8f -------------------------------------------------------------------

TEST_CASE("8f at the entry, what the tracee hands over", "[08]") {
  const Told texts = told(
      {{"openat",
        {"openat", "3", "-100", "path", "0x80000"},
        "AT_FDCWD, \"/etc/fstab\", O_RDONLY|O_CLOEXEC",
        ""},
       {"close", {"close", "0", "7"}, "7", ""},
       {"getpid", {"getpid", "7"}, "", ""},
       {"write", {"write", "-9", "99", "path", "4"}, "99, \"/etc\", 4", ""}});
  const std::string comma = texts.came("close entered: [7, ]")
                                ? "close entered: [7, ]"
                                : "close entered: [, 7]";
  expect_lines(
      texts.run, texts.wanted, texts.got,
      {{.name = "all-at-the-exit",
        .proven = texts.came("close entered: []") &&
                  texts.came("close left: [7]") &&
                  texts.came("openat entered: []"),
        .observation = "Everything is told when the call is left. Nobody sees "
                       "what a call is waiting for, and by then the kernel may "
                       "have overwritten it.",
        .question = "What is known of close(7) when it is entered?"},
       {.name = "told-twice",
        .proven =
            texts.came("close entered: [7]") && texts.came("close left: [7]"),
        .observation = "close left: [7]. What was told at the entry is told "
                       "again at the exit.",
        .question = "Which arguments are left for the exit?"},
       {.name = "a-comma-too-many",
        .proven = texts.came(comma),
        .observation = comma + " has one argument, and a comma.",
        .question = "Between which two does a comma stand?"}},
      "Which of these arguments does the kernel fill in?");
}

TEST_CASE("8f at the exit, what the kernel has filled in", "[08]") {
  const Told texts =
      told({{"read", {"read", "4", "3", "path", "10"}, "3, ", "\"/etc\", 10"},
            {"read = 0", {"read", "0", "3", "path", "10"}, "3, ", "\"\", 10"},
            {"read = -9",
             {"read", "-9", "3", "path", "10"},
             "3, ",
             "0x10000100, 10"},
            {"pread64",
             {"pread64", "4", "3", "path", "10", "7"},
             "3, ",
             "\"/etc\", 10, 7"},
            {"wait4",
             {"wait4", "7", "-1", "null", "0", "null"},
             "-1, ",
             "NULL, 0, NULL"},
            {"rt_sigaction",
             {"rt_sigaction", "0", "10", "null", "null", "8"},
             "SIGUSR1, NULL, ",
             "NULL, 8"}});
  const std::string& entered = texts.got[0];
  const std::string& left = texts.got[1];
  expect_lines(
      texts.run, texts.wanted, texts.got,
      {{.name = "too-early",
        .proven = entered == "read entered: [3, 0x10000100, 10]",
        .observation = entered + ". The buffer was asked for before the "
                                 "kernel had filled it.",
        .question = "What does kind->moment say of it?"},
       {.name = "overtaken",
        .proven = entered == "read entered: [3, 10]" ||
                  entered == "read entered: [3, , 10]" ||
                  entered == "read entered: [3, 10, ]",
        .observation = entered + ". The size was told before the buffer that "
                                 "it stands behind.",
        .question = "What of the arguments behind one that has to wait?"},
       {.name = "who-waited-is-forgotten",
        .proven = starts(entered, "read entered: [3") && !has(entered, "10") &&
                  (ends(left, "[\"/etc\"]") || ends(left, "[, \"/etc\"]") ||
                   ends(left, "[\"/etc\", ]")),
        .observation = left + ". The 10 stands behind the buffer, and is told "
                              "neither at the entry nor at the exit.",
        .question = "Who tells the arguments that had to wait for another?"},
       {.name = "a-comma-on-the-wrong-side",
        .proven = entered == "read entered: [3]" &&
                  left == "read left: [, \"/etc\", 10]",
        .observation = entered + ". strace has a comma on the screen while "
                                 "read waits: \"read(3, \".",
        .question = "When is it known that another argument follows?"},
       {.name = "no-comma-between-the-two",
        .proven = entered == "read entered: [3]" &&
                  left == "read left: [\"/etc\", 10]",
        .observation = entered + ", and then [\"/etc\", 10]: one behind the "
                                 "other, they have no comma between them.",
        .question = "When is it known that another argument follows?"}},
      "Which arguments are told at the entry, and which at the exit?");
}

TEST_CASE("8f what the kernel adds to what it was given", "[08]") {
  const Told texts =
      told({{"sendfile", sendfile_asked.call, "4, 3, [1]", " => [1], 100"}});
  const Told whom = asked({sendfile_asked});
  const std::string& entered = texts.got[0];
  const bool is_there = has(texts.got[1], " => [1]");
  const bool is_asked_for = !whom.line_with("addition").empty();
  expect_lines(
      texts.run, texts.wanted, texts.got,
      {{.name = "added-too-early",
        .proven =
            !is_there && !whom.line_with("addition of 3 too early").empty(),
        .observation = "The addition was asked for at the entry, when the "
                       "kernel has written nothing back, and it is not in the "
                       "line.",
        .question = "At which moment is there something to add?"},
       {.name = "nothing-added",
        .proven =
            !is_there && !is_asked_for && whom.line_with("no answer").empty(),
        .observation = "The offset has an addition, for what the kernel writes "
                       "back there, and it was never asked for.",
        .question = "Which arguments have a kind->addition, and where does it "
                    "stand?"},
       {.name = "the-addition-is-overtaken",
        .proven = is_there && entered == "sendfile entered: [4, 3, [1], 100]",
        .observation = entered + ". The 100 was told before the addition that "
                                 "it stands behind.",
        .question = "What of the arguments behind one that has an addition?"},
       {.name = "the-comma-before-the-addition",
        .proven = is_there && entered == "sendfile entered: [4, 3, [1], ]",
        .observation = entered + ". It was said that the next argument "
                                 "follows, and then the addition came.",
        .question = "Is an argument that has an addition over at the entry?"},
       {.name = "no-comma-behind-the-addition",
        .proven = texts.got[1] == "sendfile left: [ => [1]100]",
        .observation = texts.got[1] + " has no comma before the 100.",
        .question = "At which moment is it known that the offset is over, and "
                    "who tells its comma then?"}},
      "What is told of the offset at the entry, and what at the exit?");
}

TEST_CASE("8f what the kernel overwrites is read before", "[08]") {
  const Told whom = asked({{"readlinkat",
                            {"readlinkat", "10", "-100", "path", "path", "64"},
                            "1, 2",
                            "3, 4"},
                           nanosleep_asked});
  const std::string early =
      whom.line_with("nanosleep entered, asked for: 1, 2");
  const Run run = trace("overwrites", "readlinkat,nanosleep");
  expect_end(
      run, 0,
      {{.name = "asked-too-early",
        .proven = run.outcome.end == Outcome::End::signalled &&
                  run.outcome.code == SIGABRT && !early.empty(),
        .observation = "nanosleep's second argument, which the kernel fills "
                       "in, was asked for at the entry. It looked for the "
                       "call's result, and there was none.",
        .question = "May an argument be asked before its moment has come?"}});
  Lines got = without_ends(run);
  for (std::string& line : got) {  // how long it slept is luck
    line =
        std::regex_replace(line, std::regex("tv_sec=9[0-9]+, tv_nsec=[0-9]+"),
                           "tv_sec=999, tv_nsec=...");
  }
  const Lines wanted = {
      "readlinkat(AT_FDCWD, \"/proc/mounts\", \"self/mounts\", 64) = 11",
      "nanosleep({tv_sec=1000, tv_nsec=7}, {tv_sec=999, tv_nsec=...}) = ? "
      "ERESTART_RESTARTBLOCK (Interrupted by signal)"};
  expect_lines(
      run, wanted, got,
      {{.name = "asked-again",
        .proven = got.size() == 2 && got[0] != wanted[0] &&
                  has(whom.got[1], "2 again"),
        .observation = "readlinkat's path was asked for again at the exit, and "
                       "by then the answer stood in its place.",
        .question = "Which arguments are over at the exit?"},
       {.name = "asked-again",
        .proven = got.size() == 2 && got[0] == wanted[0] &&
                  has(whom.got[3], "1 again"),
        .observation = "nanosleep's first argument was asked for again at the "
                       "exit, and by then what was left stood in its place.",
        .question = "Which arguments are over at the exit?"}},
      "At which of the two stops is each argument read?");
}

TEST_CASE("8f each is asked for at its moment, and then no more", "[08]") {
  const Told whom =
      asked({{"openat",
              {"openat", "3", "-100", "path", "0x80000"},
              "1, 2, 3",
              "nothing"},
             {"read", {"read", "4", "3", "path", "10"}, "1", "2, 3"},
             nanosleep_asked,
             sendfile_asked});
  const std::string early = whom.line_with(" too early");
  const std::string again = whom.line_with(" again");
  expect_end(whom.run, 0);
  expect_lines(
      whom.run, whom.wanted, whom.got,
      {{.name = "asked-too-early",
        .proven = !early.empty(),
        .observation = early + ": not in the line, and yet it was read, when "
                               "the kernel had filled in nothing.",
        .question = "Which arguments may be asked for at the entry?"},
       {.name = "asked-again",
        .proven = !again.empty(),
        .observation = again +
                       ": not in the line, and yet it was read a second time, "
                       "when something else may stand there.",
        .question = "Which arguments are over at the exit?"}},
      "For which arguments is text called, and at which moment?");
}

TEST_CASE("8f the lines of paths and buffers are strace's", "[08]") {
  const std::string none = " = -1 ENOENT (No such file or directory)";
  const std::string fault = " = -1 EFAULT (Bad address)";
  const auto open = [](const std::string& path, const std::string& result) {
    return "openat(AT_FDCWD, " + path + ", O_RDONLY|O_CLOEXEC)" + result;
  };
  const Run paths = trace("paths", "openat");
  expect_trace(
      paths,
      {open("\"/no/such/file\"", none), open("\"\"", none),
       open("\"/no/across\"", none), open("\"/no/end\"", none),
       open("0x1001fff8", fault), open("NULL", fault), open("0x1", fault),
       open("0x10020000", fault),
       open("\"/no/\\\"quotes\\\"\\\\\\t\\n\\0337\\33x\\303\\251\"", none)},
      {{.name = "what-was-read-before",
        .proven = count_equal(without_ends(paths),
                              open("\"/no/such/file\"", none)) > 1,
        .observation = "At this address the tracee has something else by now. "
                       "What is shown stood there at an earlier call.",
        .question = "How long is it true what you have read of a tracee?",
        .todo = "8b"}},
      "Which part of the line differs, and who makes it?");
  const std::string bad = " = -1 EBADF (Bad file descriptor)";
  expect_trace(
      trace("buffers", "read,write,close", {"-a", "1"}),
      {"write(4, \"hello, this is longer than 32 by\"..., 36) = 36",
       "read(3, \"hello\", 5) = 5",
       "read(3, \", this is longer than 32 bytes\\n\", 4096) = 31",
       "write(4, \"exactly thirty-two bytes of text\", 32) = 32",
       "read(3, \"exactly thirty-two bytes of text\", 32) = 32", "close(4) = 0",
       "read(3, \"\", 100) = 0", "read(99, 0x10000000, 100)" + bad,
       "read(3, NULL, 0) = 0", "write(99, \"at end\", 6)" + bad,
       "write(99, 0x1001fffa, 7)" + bad,
       "write(99, 0x1001fffa, 9223372036854775808)" + bad,
       "write(99, \"a length that is not the string'\"..., "
       "9223372036854775808)" +
           bad,
       "write(99, \"\\0\\1\\2\", 3)" + bad, "write(99, NULL, 5)" + bad},
      {}, "Which part of the line differs, and who makes it?");
}
