// The verdict as JUnit's XML.
#include <fmt/format.h>

#include <utility>

#include "verdict.hpp"

namespace {

// Text in XML: no control characters, no bytes that are no ASCII, which a
// learner's program can print.
std::string escaped(const std::string& text) {
  std::string xml;
  for (const char c : text) {
    switch (c) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      default:
        xml += (c >= ' ' && c <= '~') || c == '\n' ? c : '?';
    }
  }
  return xml;
}

std::string element(
    const std::string& name,
    const std::vector<std::pair<std::string, std::string>>& attributes,
    const std::string& inside = "") {
  std::string xml = "<" + name;
  for (const auto& [key, value] : attributes) {
    xml += " " + key + "=\"" + escaped(value) + "\"";
  }
  return xml + (inside.empty() ? "/>" : ">" + inside + "</" + name + ">");
}

std::string suite(const std::string& chapter, std::size_t tests, int failures,
                  int errors, int skipped, const std::string& cases) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  " +
         element("testsuite",
                 {{"name", "chapter-" + chapter},
                  {"tests", std::to_string(tests)},
                  {"failures", std::to_string(failures)},
                  {"errors", std::to_string(errors)},
                  {"skipped", std::to_string(skipped)}},
                 "\n" + cases + "  ") +
         "\n</testsuites>\n";
}

std::string broken_case(const std::string& chapter, const std::string& why) {
  return element(
      "testcase",
      {{"classname", "chapter-" + chapter}, {"name", "can be judged"}},
      element("error", {{"message", why}}));
}

}  // namespace

std::string as_junit(const Verdict& verdict) {
  const CheckResult* failed = verdict.failed();
  std::string cases;
  for (const CheckResult& check : verdict.checks) {
    std::string inside;
    switch (check.state) {
      case CheckResult::State::holds:
        break;
      case CheckResult::State::fails:
        inside =
            element(verdict.failure ? "failure" : "error",
                    {{"message", verdict.failure ? verdict.failure->observation
                                                 : verdict.broken},
                     {"type", verdict.failure ? verdict.failure->mistake : ""}},
                    escaped(verdict.failure ? as_text(*verdict.failure) : ""));
        break;
      case CheckResult::State::left_out:
        inside = element("skipped", {{"message", check.reason}});
        break;
      case CheckResult::State::waits:
        inside = element(
            "skipped",
            {{"message", failed ? fmt::format("waits for {} {}", failed->todo,
                                              failed->title)
                                : verdict.broken}});
        break;
    }
    cases += "    " +
             element("testcase",
                     {{"classname", "chapter-" + verdict.chapter},
                      {"name", check.todo + " " + check.title}},
                     inside) +
             "\n";
  }
  std::size_t total = verdict.checks.size();
  if (!verdict.broken.empty() && !failed) {
    ++total;
    cases += "    " + broken_case(verdict.chapter, verdict.broken) + "\n";
  }
  return suite(verdict.chapter, total, verdict.failure ? 1 : 0,
               verdict.broken.empty() ? 0 : 1,
               verdict.left_out() + verdict.waiting(), cases);
}

std::string not_judged_junit(const std::string& chapter,
                             const std::string& state, const std::string& why) {
  return suite(chapter, 1, 0, 1, 0,
               "    " + broken_case(chapter, state + ": " + why) + "\n");
}
