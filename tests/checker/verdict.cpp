#include "verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "course.hpp"
#include "text.hpp"

namespace {

using State = CheckResult::State;

using Json = nlohmann::ordered_json;

// A learner's program can print anything: what is no ASCII is escaped, what is
// no text replaced.
std::string json_text(const Json& json) {
  return json.dump(2, ' ', true, Json::error_handler_t::replace) + "\n";
}

const char* word_for(State state) {
  switch (state) {
    case State::holds:
      return "ok";
    case State::fails:
      return "FAIL";
    case State::left_out:
      return "skip";
    case State::waits:
      return "--";
  }
  return "";
}

int count(const std::vector<CheckResult>& checks, State state) {
  return static_cast<int>(std::count_if(
      checks.begin(), checks.end(),
      [&](const CheckResult& check) { return check.state == state; }));
}

std::string sum_of(const Verdict& verdict) {
  const int left_out = verdict.left_out();
  return fmt::format(
      "{} of {} checks hold{}", verdict.passed(),
      verdict.checks.size() - left_out,
      left_out == 0 ? "" : fmt::format(", {} left out", left_out));
}

constexpr std::size_t screen = 24;  // lines

using Lines = std::vector<std::string>;

void add(Lines& lines, const std::string& label, const std::string& content) {
  bool first = true;
  for (const std::string& line : wrapped(content, 66)) {
    lines.push_back(fmt::format("        {:<6}{}", first ? label : "", line));
    first = false;
  }
}

// What failed and why.
Lines told(const Failure& failure) {
  Lines lines;
  add(lines, "ran", failure.ran);
  for (const std::string& line : failure.shown) {
    lines.push_back("        " + line);
  }
  add(lines, "", failure.observation);
  add(lines, "", failure.held);
  add(lines, "", failure.question);
  return lines;
}

// What to do now.
Lines ending(const Verdict& verdict) {
  const Chapter& chapter = *find_chapter(verdict.chapter);
  const std::string sum = sum_of(verdict) + ".";
  if (!verdict.broken.empty()) {
    return {"The checker itself broke; your code was not judged:",
            verdict.broken};
  }
  if (verdict.failure) {
    const std::string& mistake = verdict.failure->mistake;
    return {sum + (mistake.empty() ? "" : "  Known mistake: " + mistake),
            fmt::format("  edit   TODO {} in {}", verdict.todo(), verdict.file),
            fmt::format("  hint   {:<22} lesson  chapters/{}/README.md",
                        verdict.current
                            ? "./check --hint"
                            : fmt::format("./check {} --hint", chapter.number),
                        chapter.name),
            fmt::format("  again  make chapter-{} && ./check", chapter.number)};
  }
  if (&chapter == &chapters().back()) {
    return {
        sum, verdict.truth,
        "  next   ./check --all; when all chapters hold, the tracer of your",
        "         own parts: make my-tracer && build/my-tracer -c ls /"};
  }
  const Chapter& next = *(&chapter + 1);
  return {sum, verdict.truth,
          fmt::format("  next   chapters/{}/README.md, then make chapter-{} && "
                      "./check",
                      next.name, next.number)};
}

}  // namespace

int Verdict::passed() const { return count(checks, State::holds); }
int Verdict::left_out() const { return count(checks, State::left_out); }

const CheckResult* Verdict::failed() const {
  const auto found = std::find_if(
      checks.begin(), checks.end(),
      [](const CheckResult& check) { return check.state == State::fails; });
  return found == checks.end() ? nullptr : &*found;
}

std::string Verdict::todo() const {
  if (failure && !failure->todo.empty()) return failure->todo;
  return failed() ? failed()->todo : "";
}

std::string as_text(const Verdict& verdict) {
  Lines checks;   // a line for each that was run
  Lines failure;  // below the one that failed
  std::size_t waiting = 0;
  for (const CheckResult& check : verdict.checks) {
    if (check.state == State::waits) {
      ++waiting;
      continue;
    }
    checks.push_back(fmt::format("  {:<5} {}  {}", word_for(check.state),
                                 check.todo, check.title));
    if (check.state == State::left_out) add(checks, "", check.reason);
    if (check.state == State::fails && verdict.failure) {
      failure = told(*verdict.failure);
    }
  }
  if (waiting > 0) {
    failure.push_back(fmt::format("  --    {} more wait for this", waiting));
  }
  const Lines last = ending(verdict);

  // All on one screen: the first of the checks that hold make room.
  const std::size_t others = 1 + failure.size() + last.size();
  const std::size_t room = screen > others + 2 ? screen - others : 2;
  if (checks.size() > room) {
    const std::size_t cut = checks.size() - room + 1;
    checks.erase(checks.begin(), checks.begin() + static_cast<long>(cut));
    checks.insert(checks.begin(), fmt::format("  ok    {} checks", cut));
  }

  Lines all = {
      fmt::format("chapter {}   checking {}", verdict.chapter, verdict.file)};
  all.insert(all.end(), checks.begin(), checks.end());
  all.insert(all.end(), failure.begin(), failure.end());
  all.insert(all.end(), last.begin(), last.end());
  std::string text;
  for (std::string& line : all) {
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string as_json(const Verdict& verdict) {
  Json checks = Json::array();
  for (const CheckResult& check : verdict.checks) {
    checks.push_back({{"todo", check.todo},
                      {"title", check.title},
                      {"state", word_for(check.state)}});
  }
  Json failure;  // null
  if (verdict.failure) {
    std::string shown;
    for (const std::string& line : verdict.failure->shown) shown += line + "\n";
    failure = {{"ran", verdict.failure->ran},
               {"shown", shown},
               {"observation", verdict.failure->observation},
               {"question", verdict.failure->question},
               {"mistake", verdict.failure->mistake},
               {"edit", verdict.todo()}};
  }
  return json_text({{"chapter", verdict.chapter},
                    {"state", verdict.broken.empty() ? "judged" : "broken"},
                    {"file", verdict.file},
                    {"passed", verdict.passed()},
                    {"total", verdict.checks.size()},
                    {"checks", checks},
                    {"failure", failure},
                    {"broken", verdict.broken}});
}

std::string not_judged(const std::string& chapter, const std::string& state,
                       const std::string& why) {
  return json_text({{"chapter", chapter},
                    {"state", state},
                    {"passed", 0},
                    {"total", 0},
                    {"why", why}});
}

std::string joined_json(const std::vector<std::string>& verdicts) {
  Json all = Json::array();
  for (const std::string& verdict : verdicts) {
    all.push_back(Json::parse(verdict));
  }
  return json_text(all);
}

std::string as_brief(const Verdict& verdict) {
  if (!verdict.broken.empty()) return "the checker broke: " + verdict.broken;
  std::string text = sum_of(verdict);
  if (verdict.failure) text += "; next: TODO " + verdict.todo();
  return text;
}
