#include "regions.hpp"

#include <fmt/format.h>

#include <map>
#include <regex>
#include <set>
#include <stdexcept>

#include "text.hpp"

namespace {

const std::string todo_pattern = "[0-9]+[a-z]";

}  // namespace

bool is_todo(const std::string& word) {
  static const std::regex whole(todo_pattern);
  return std::regex_match(word, whole);
}

Marked read_regions(const std::string& text) {
  static const std::regex begin("\\s*// TODO (" + todo_pattern + ")(: (.*))?");
  static const std::regex end("\\s*// end of (" + todo_pattern + ")");
  Marked marked{{{}}, {}};
  std::string open;  // the TODO that we are inside of
  int number = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    const auto refuse = [&](const std::string& why) {
      throw std::runtime_error(
          fmt::format("line {}: {}: {}", number, why, line));
    };
    std::smatch match;
    if (std::regex_match(line, match, begin)) {
      if (!open.empty()) refuse("TODO " + open + " has not ended");
      open = match[1];
      marked.outside.back().push_back(line);
      marked.regions.push_back({open, match[3], {}});
    } else if (std::regex_match(line, match, end)) {
      if (open != match[1]) refuse("no such TODO is open");
      open.clear();
      marked.outside.push_back({line});
    } else if (open.empty()) {
      marked.outside.back().push_back(line);
    } else {
      marked.regions.back().lines.push_back(line);
    }
  }
  if (!open.empty()) throw std::runtime_error("TODO " + open + " never ends");
  return marked;
}

std::string Marked::text() const {
  std::string text;
  const auto add = [&](const std::vector<std::string>& lines) {
    for (const std::string& line : lines) text += line + "\n";
  };
  for (std::size_t i = 0; i < outside.size(); ++i) {
    add(outside[i]);
    if (i < regions.size()) add(regions[i].lines);
  }
  return text;
}

std::vector<std::string> Marked::todos() const {
  std::set<std::string> names;
  for (const Region& region : regions) names.insert(region.todo);
  return {names.begin(), names.end()};
}

Marked splice(Marked base, const Marked& patch) {
  std::map<std::string, std::size_t> next;  // where to go on looking, by TODO
  for (const Region& replacement : patch.regions) {
    std::size_t& i = next[replacement.todo];
    while (i < base.regions.size() &&
           base.regions[i].todo != replacement.todo) {
      ++i;
    }
    if (i == base.regions.size()) {
      throw std::runtime_error("the patch has one region more of TODO " +
                               replacement.todo + " than its base");
    }
    base.regions[i++].lines = replacement.lines;
  }
  return base;
}
