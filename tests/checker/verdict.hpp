// What a run of the checks found out, and how it is told.
#pragma once

#include <optional>
#include <string>
#include <vector>

/// Why a check does not hold.
struct Failure {
  std::string ran;                 // the command
  std::vector<std::string> shown;  // wanted beside got, ready to print
  std::string observation;
  std::string question;
  std::string mistake = "";  // the known mistake's name, if one is proven
  std::string todo = "";  // where that is made, if not in the check's own TODO
  std::string held = "";  // since when the check does not hold, if it once did
};

struct CheckResult {
  enum class State { holds, fails, left_out, waits };
  std::string todo;   // "3a"
  std::string title;  // "each call is printed once"
  State state;
  std::string reason = "";  // why it was left out
};

struct Verdict {
  std::string chapter;  // "03"
  std::string file;     // the file under test, as the learner names it
  std::string truth;    // what is true if all its checks hold
  std::vector<CheckResult> checks;
  std::optional<Failure> failure;
  std::vector<int> outside;  // lines of the file changed outside the regions
  std::string marks;         // where its regions are not those of the start
  std::string broken;        // the checker's own fault, if it has one
  bool current = true;       // is it the chapter that ./check means by itself?

  int passed() const;
  int left_out() const;
  int waiting() const;
  bool all_hold() const { return !failure && broken.empty(); }
  const CheckResult* failed() const;
  std::string todo() const;  // the one to edit; "" if all hold
};

/// "ok", "FAIL", "skip", "--".
const char* word_for(CheckResult::State state);

/// What failed and why, as the verdict has it.
std::string as_text(const Failure& failure);

/// The verdict as the learner reads it (at most 24 lines of 80 columns), in
/// colour if it is for a terminal; and as programs do. JUnit has a case for
/// each check: one that was not run, or was left out, is skipped.
std::string as_text(const Verdict& verdict, bool colour);
std::string as_json(const Verdict& verdict);
std::string as_junit(const Verdict& verdict);

/// The JSON of a chapter that could not be judged: "stale" (not built, or the
/// file is newer than the program), "unfit" (this machine), "does not compile".
std::string not_judged(const std::string& chapter, const std::string& state,
                       const std::string& why);

/// The same as JUnit: one case, in error.
std::string not_judged_junit(const std::string& chapter,
                             const std::string& state, const std::string& why);

/// One JSON list of the verdicts of several chapters, each as JSON.
std::string joined_json(const std::vector<std::string>& verdicts);

/// The verdict in one line: "6 of 8 checks hold; next: TODO 3b".
std::string as_brief(const Verdict& verdict);
