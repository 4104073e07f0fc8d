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
    } else {
      quoted += c;
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

void add(std::string& text, const std::string& label,
         const std::string& content) {
  bool first = true;
  for (const std::string& line : wrapped(content, 66)) {
    text += fmt::format("        {:<6}{}\n", first ? label : "", line);
    first = false;
  }
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
  return static_cast<int>(
      std::count_if(checks.begin(), checks.end(), [](const CheckResult& check) {
        return check.state == State::holds;
      }));
}

const CheckResult* Verdict::failed() const {
  const auto found =
      std::find_if(checks.begin(), checks.end(), [](const CheckResult& check) {
        return check.state == State::fails;
      });
  return found == checks.end() ? nullptr : &*found;
}

std::string as_text(const Verdict& verdict) {
  const Chapter& chapter = *find_chapter(verdict.chapter);
  std::string text =
      fmt::format("chapter {}   checking {}\n", verdict.chapter, verdict.file);

  // With a failure to show, the checks that hold shrink to what fits.
  const int room = verdict.failure ? 8 : 20;
  int skipped = std::max(0, verdict.passed() - room);
  if (skipped > 0) text += fmt::format("  ok    {} checks\n", skipped);
  int waiting = 0;
  for (const CheckResult& check : verdict.checks) {
    if (check.state == State::waits) {
      ++waiting;
      continue;
    }
    if (check.state == State::holds && skipped-- > 0) continue;
    text += fmt::format("  {:<5} {}  {}\n", word_for(check.state), check.todo,
                        check.title);
    if (check.state == State::left_out) add(text, "", check.reason);
    if (check.state == State::fails && verdict.failure) {
      const Failure& failure = *verdict.failure;
      add(text, "ran", failure.ran);
      for (const std::string& line : failure.shown) {
        text += "        " + line + "\n";
      }
      add(text, "", failure.observation);
      add(text, "", failure.question);
    }
  }
  if (waiting > 0) text += fmt::format("  --    {} more wait for this\n", waiting);

  if (!verdict.broken.empty()) {
    return text + fmt::format(
                      "The checker itself broke; your code was not judged: "
                      "{}\n",
                      verdict.broken);
  }
  const std::string number = verdict.chapter;
  const std::string sum = fmt::format("{} of {} checks hold.", verdict.passed(),
                                      verdict.checks.size());
  if (verdict.failure) {
    text += sum;
    if (!verdict.failure->mistake.empty()) {
      text += fmt::format("  Known mistake: {}", verdict.failure->mistake);
    }
    text += fmt::format(
        "\n  edit   TODO {} in {}\n"
        "  hint   ./check --hint         lesson  chapters/{}/README.md\n"
        "  again  make chapter-{} && ./check\n",
        verdict.failed()->todo, verdict.file, chapter.name, number);
    return text;
  }
  text += fmt::format("{}  {}\n", sum, chapter.truth);
  if (&chapter == &chapters().back()) {
    text +=
        "  That was the last chapter. The tracer made of all your own parts:\n"
        "  next   make my-tracer && build/my-tracer -c ls /\n";
  } else {
    const Chapter& next = *(&chapter + 1);
    text += fmt::format(
        "  next   chapters/{}/README.md, then make chapter-{} && ./check\n",
        next.name, next.number);
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
        "\"mistake\": {}}}",
        json_string(verdict.failure->ran), json_string(shown),
        json_string(verdict.failure->observation),
        json_string(verdict.failure->question),
        json_string(verdict.failure->mistake));
  }
  return fmt::format(
      "{{\"chapter\": {}, \"file\": {}, \"passed\": {}, \"total\": {},\n"
      "  \"checks\": [{}],\n  \"failure\": {},\n  \"broken\": {}}}\n",
      json_string(verdict.chapter), json_string(verdict.file), verdict.passed(),
      verdict.checks.size(), checks, failure, json_string(verdict.broken));
}
