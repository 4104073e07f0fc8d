#include "verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "course.hpp"

namespace {

using State = CheckResult::State;

std::string json_string(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20) {
      quoted += fmt::format("\\u{:04x}", c);
    } else {  // a learner's program can print anything
      quoted += static_cast<unsigned char>(c) < 0x7f ? c : '?';
    }
  }
  return quoted + '"';
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
Lines lines_of(const Failure& failure) {
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
  const std::string sum = fmt::format("{} of {} checks hold.", verdict.passed(),
                                      verdict.checks.size());
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
        sum, chapter.truth,
        "  next   ./check --all; when all chapters hold, the tracer of your",
        "         own parts: make my-tracer && build/my-tracer -c ls /"};
  }
  const Chapter& next = *(&chapter + 1);
  return {sum, chapter.truth,
          fmt::format("  next   chapters/{}/README.md, then make chapter-{} && "
                      "./check",
                      next.name, next.number)};
}

}  // namespace

std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (!lines.empty() && lines.back().size() + 1 + word.size() <= width) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

int Verdict::passed() const {
  return static_cast<int>(std::count_if(
      checks.begin(), checks.end(),
      [](const CheckResult& check) { return check.state == State::holds; }));
}

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
      failure = lines_of(*verdict.failure);
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
  std::string checks;
  for (const CheckResult& check : verdict.checks) {
    checks += fmt::format(
        "{}\n    {{\"todo\": {}, \"title\": {}, \"state\": {}}}",
        checks.empty() ? "" : ",", json_string(check.todo),
        json_string(check.title), json_string(word_for(check.state)));
  }
  std::string failure = "null";
  if (verdict.failure) {
    std::string shown;
    for (const std::string& line : verdict.failure->shown) shown += line + "\n";
    failure = fmt::format(
        "{{\"ran\": {}, \"shown\": {}, \"observation\": {}, \"question\": {}, "
        "\"mistake\": {}, \"edit\": {}}}",
        json_string(verdict.failure->ran), json_string(shown),
        json_string(verdict.failure->observation),
        json_string(verdict.failure->question),
        json_string(verdict.failure->mistake), json_string(verdict.todo()));
  }
  return fmt::format(
      "{{\"chapter\": {}, \"state\": {}, \"file\": {}, \"passed\": {}, "
      "\"total\": {},\n"
      "  \"checks\": [{}],\n  \"failure\": {},\n  \"broken\": {}}}\n",
      json_string(verdict.chapter),
      json_string(verdict.broken.empty() ? "judged" : "broken"),
      json_string(verdict.file), verdict.passed(), verdict.checks.size(),
      checks, failure, json_string(verdict.broken));
}

std::string not_judged(const std::string& chapter, const std::string& state,
                       const std::string& why) {
  return fmt::format(
      "{{\"chapter\": {}, \"state\": {}, \"passed\": 0, \"total\": 0, "
      "\"why\": {}}}\n",
      json_string(chapter), json_string(state), json_string(why));
}

std::string as_brief(const Verdict& verdict) {
  if (!verdict.broken.empty()) return "the checker broke: " + verdict.broken;
  std::string text = fmt::format("{} of {} checks hold", verdict.passed(),
                                 verdict.checks.size());
  if (verdict.failure) text += "; next: TODO " + verdict.todo();
  return text;
}
