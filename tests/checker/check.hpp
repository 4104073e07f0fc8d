// What the checks of the chapters are written with.
//
// A check is a Catch2 test case, named after the TODO that it judges:
//
//     TEST_CASE("3a each call is printed once", "[03]") {
//       const Run run = run_chapter({tracee("seven-calls")});
//       expect_end(run, 0);
//       expect_lines(run, wanted, got,
//                    {{.name = "prints-at-both-stops", .proven = ...}});
//     }
//
// Each expect_...() that does not hold ends the check. It tells the learner the
// first diagnosis that is proven, or else only what was wanted and what came.
#pragma once

#include <string>
#include <vector>

#include "sandbox.hpp"
#include "text.hpp"

/// What a chapter's checks.cpp says of the chapter as a whole, once:
///
///     CHAPTER(.truth = "Your tracer counts as strace -c does.",
///             .needs = {"ptrace"});
struct ChapterFacts {
  std::string truth;               // what is true when all its checks hold
  std::vector<std::string> needs;  // of the machine: names of machine.hpp
};
#define CHAPTER(...) \
  static const bool chapter_is_told = tell_chapter({__VA_ARGS__})
bool tell_chapter(const ChapterFacts& facts);

/// A known mistake. It is named only when what the program did proves it.
struct Diagnosis {
  std::string name;         // "prints-at-both-stops"
  bool proven;              // can it be nothing else?
  std::string observation;  // what is seen, in numbers
  std::string question;     // what leads the learner on
  std::string todo = "";    // where it was made, if not in the check's own TODO
};

/// The learner's program, run once.
struct Run {
  std::string command;  // as the learner would type it
  Outcome outcome;

  /// The lines of the trace: all that was written to standard error.
  std::vector<std::string> trace() const;
};

/// Runs build/chapter-NN of the chapter under test, or its probe (a program
/// that calls the learner's component directly).
Run run_chapter(const std::vector<std::string>& args,
                const RunOptions& options = {});
Run run_probe(const std::vector<std::string>& args,
              const RunOptions& options = {});

/// Runs another program, with {} in a word for the path of chapter-NN.
Run run_other(std::vector<std::string> words, const RunOptions& options = {});

/// The path of one of the programs of tests/tracees.
std::string tracee(const std::string& name);

/// How many lines are, or begin with, or hold `what`.
int count_equal(const std::vector<std::string>& lines, const std::string& what);
int count_with(const std::vector<std::string>& lines, const std::string& what);

/// The program ended by itself with that exit status.
void expect_end(const Run& run, int status,
                const std::vector<Diagnosis>& diagnoses = {});

/// What came is what was wanted, line by line. `question` is asked when no
/// diagnosis is proven.
void expect_lines(const Run& run, const std::vector<std::string>& wanted,
                  const std::vector<std::string>& got,
                  const std::vector<Diagnosis>& diagnoses,
                  const std::string& question);

/// For all else: `holds` is true.
void expect(const Run& run, bool holds, const std::string& wanted,
            const std::string& got, const std::vector<Diagnosis>& diagnoses,
            const std::string& question);

/// This machine can't do what the check needs. The check is left out.
void needs(bool available, const std::string& what);
