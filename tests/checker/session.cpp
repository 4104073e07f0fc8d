#include "session.hpp"

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_case_info.hpp>
#include <catch2/interfaces/catch_interfaces_config.hpp>
#include <catch2/interfaces/catch_interfaces_registry_hub.hpp>
#include <catch2/interfaces/catch_interfaces_testcase.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>
#include <catch2/reporters/catch_reporter_streaming_base.hpp>
#include <cstdlib>
#include <stdexcept>

#include "course.hpp"
#include "regions.hpp"
#include "text.hpp"

namespace {

using State = CheckResult::State;

Verdict verdict;  // of the run that goes on
const Chapter* current = nullptr;

ChapterFacts& facts() {
  static ChapterFacts facts;
  return facts;
}

// "3a each call is printed once" in its two parts.
CheckResult split(const std::string& name) {
  const std::size_t space = name.find(' ');
  return {.todo = name.substr(0, space),
          .title = name.substr(space + 1),
          .state = State::waits};
}

// Writes down what becomes of each check; the telling is verdict.cpp's.
class Listener : public Catch::StreamingReporterBase {
 public:
  using StreamingReporterBase::StreamingReporterBase;
  static std::string getDescription() {
    return "tells nothing; keeps the verdict for the checker";
  }

  void assertionEnded(const Catch::AssertionStats& stats) override {
    const Catch::AssertionResult& result = stats.assertionResult;
    if (result.getResultType() == Catch::ResultWas::ExplicitSkip) {
      reason_ = std::string(result.getMessage());
    } else if (!result.isOk() && !verdict.failure) {
      // No check said why: not the learner's program failed, but ours.
      verdict.broken = result.hasMessage() ? std::string(result.getMessage())
                                           : result.getExpandedExpression();
    }
  }

  void testCaseEnded(const Catch::TestCaseStats& stats) override {
    for (CheckResult& check : verdict.checks) {
      if (check.todo + " " + check.title != stats.testInfo->name) continue;
      check.state = stats.totals.testCases.skipped > 0  ? State::left_out
                    : stats.totals.testCases.passed > 0 ? State::holds
                                                        : State::fails;
      check.reason = reason_;
    }
    reason_.clear();
  }

 private:
  std::string reason_;
};
CATCH_REGISTER_REPORTER("verdict", Listener)

}  // namespace

bool tell_chapter(const ChapterFacts& told) {
  facts() = told;
  return true;
}

const ChapterFacts& told_of_chapter() { return facts(); }

const Chapter& current_chapter() { return *current; }

void record(const Failure& failure) { verdict.failure = failure; }

bool sanitized() { return std::getenv("CHECK_SANITIZED") != nullptr; }

std::vector<CheckResult> checks_of(const Chapter& chapter) {
  std::vector<CheckResult> checks;
  const Catch::Tag tag(chapter.number);
  for (const Catch::TestCaseInfo* info :
       Catch::getRegistryHub().getTestCaseRegistry().getAllInfos()) {
    for (const Catch::Tag& has : info->tags) {
      if (has == tag) checks.push_back(split(info->name));
    }
  }
  return checks;
}

Verdict check_chapter(const Chapter& chapter, const SessionOptions& options) {
  current = &chapter;
  verdict = {};
  verdict.chapter = chapter.number;
  verdict.file = shown(learner_file(chapter));
  verdict.truth = facts().truth;
  verdict.checks = checks_of(chapter);
  const std::string start = start_of(chapter);
  const std::string text = read_file(learner_file(chapter));
  try {
    verdict.outside = changed_outside(start, text);
  } catch (const std::runtime_error& where) {
    verdict.marks = where.what();
  }

  std::vector<std::string> words = {"check",      "[" + chapter.number + "]",
                                    "--abort",    "--order",
                                    "decl",       "--allow-running-no-tests",
                                    "--reporter", "verdict::out=/dev/null"};
  if (options.verbose) words.insert(words.end(), {"--reporter", "console"});
  std::vector<const char*> argv;
  for (const std::string& word : words) argv.push_back(word.c_str());

  static Catch::Session session;  // there may be only one
  const int wrong =
      session.applyCommandLine(static_cast<int>(argv.size()), argv.data());
  if (wrong != 0) {
    verdict.broken = "Catch2 refuses the checker's own options";
    return verdict;
  }
  session.run();
  // No verdict without proof: each check has run, or one has said why not.
  if (verdict.checks.empty()) verdict.broken = "there are no checks";
  if (verdict.truth.empty()) {
    verdict.broken = "its checks.cpp does not begin with CHAPTER(...)";
  }
  for (const CheckResult& check : verdict.checks) {
    if (verdict.failure || !verdict.broken.empty()) break;
    if (check.state == State::waits) {
      verdict.broken = "the checks have not been run";
    } else if (check.state == State::fails) {
      verdict.broken = "check " + check.todo + " failed and did not say why";
    }
  }
  return verdict;
}
