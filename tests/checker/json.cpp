// The verdict as JSON.
#include <nlohmann/json.hpp>

#include "verdict.hpp"

namespace {

using Json = nlohmann::ordered_json;

// A learner's program can print anything: what is no ASCII is escaped, what is
// no text replaced.
std::string json_text(const Json& json) {
  return json.dump(2, ' ', true, Json::error_handler_t::replace) + "\n";
}

}  // namespace

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
                    {"outside", verdict.outside},
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
