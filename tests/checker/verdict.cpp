#include "verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "course.hpp"
#include "text.hpp"

namespace {

using State = CheckResult::State;

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

// "12, 40-42" for 12, 40, 41, 42.
std::string ranges(const std::vector<int>& numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const int first = numbers[i];
    while (i + 1 < numbers.size() && numbers[i + 1] <= numbers[i] + 1) ++i;
    text += text.empty() ? "" : ", ";
    text += first == numbers[i] ? fmt::format("{}", first)
                                : fmt::format("{}-{}", first, numbers[i]);
  }
  return text;
}

// What the file has besides what its TODOs ask for.
std::string outside_told(const Verdict& verdict) {
  if (!verdict.marks.empty()) {
    return fmt::format("The marks of the TODOs are not those of the start: {}.",
                       verdict.marks);
  }
  if (verdict.outside.empty()) return "";
  return fmt::format(
      "Outside the TODOs, the file differs from its start: {} {}.",
      verdict.outside.size() == 1 ? "line" : "lines", ranges(verdict.outside));
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

// A line in colour: the words for each check, and what differs.
std::string painted(const std::string& line) {
  const auto paint = [&](std::size_t from, std::size_t to, const char* colour) {
    to = std::min(to, line.size());
    return line.substr(0, from) + "\033[" + colour + "m" +
           line.substr(from, to - from) + "\033[0m" + line.substr(to);
  };
  const auto begins = [&](const char* with) {
    return line.rfind(with, 0) == 0;
  };
  constexpr const char *green = "32", *red = "1;31", *yellow = "33";
  if (begins("  ok    ")) return paint(2, 4, green);
  if (begins("  FAIL  ")) return paint(2, 6, red);
  if (begins("  skip  ")) return paint(2, 6, yellow);
  if (begins("        want  ")) return paint(14, line.npos, green);
  if (begins("        got   ")) return paint(14, line.npos, red);
  if (begins("        said  ")) return paint(14, line.npos, red);
  // A row of two columns, see side_by_side(): "<" says that they differ.
  constexpr std::size_t mark = 8 + 4 + 2 + 32;
  if (begins("        ") && line.size() > mark && line[mark] == '<' &&
      isdigit(line[11]) != 0 && line.compare(12, 2, "  ") == 0) {
    return paint(mark, line.npos, red);
  }
  return line;
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

int Verdict::passed() const { return count(checks, State::holds); }
int Verdict::left_out() const { return count(checks, State::left_out); }
int Verdict::waiting() const { return count(checks, State::waits); }

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

std::string as_text(const Failure& failure) {
  std::string text;
  for (const std::string& line : told(failure)) text += line + "\n";
  return text;
}

std::string as_text(const Verdict& verdict, bool colour) {
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
  }
  const Lines last = ending(verdict);
  if (verdict.failure) {
    // All on one screen: if need be, the last rows that are shown make room.
    Failure shorter = *verdict.failure;
    do {
      failure = told(shorter);
      add(failure, "", outside_told(verdict));
      if (waiting > 0) {
        failure.push_back(
            fmt::format("  --    {} more wait for this", waiting));
      }
      if (shorter.shown.size() > 3) shorter.shown.pop_back();
    } while (failure.size() + last.size() + 3 > screen &&
             shorter.shown.size() > 3);
  }

  // Then the first of the checks that hold.
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
    text += (colour ? painted(line) : line) + "\n";
  }
  return text;
}

std::string as_brief(const Verdict& verdict) {
  if (!verdict.broken.empty()) return "the checker broke: " + verdict.broken;
  std::string text = sum_of(verdict);
  if (verdict.failure) text += "; next: TODO " + verdict.todo();
  return text;
}
