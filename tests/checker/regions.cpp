#include "regions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "text.hpp"

namespace {

const std::string todo_pattern = "[0-9]+[a-z]";

}  // namespace

bool is_todo(const std::string& word) {
  static const Pattern whole(todo_pattern);
  return !whole.match(word).empty();
}

Marked read_regions(const std::string& text) {
  static const Pattern begin("[[:space:]]*// TODO (" + todo_pattern +
                             ")(: (.*))?");
  static const Pattern end("[[:space:]]*// end of (" + todo_pattern + ")");
  Marked marked{{{}}, {}};
  std::string open;  // the TODO that we are inside of
  int number = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    const auto refuse = [&](const std::string& why) {
      throw std::runtime_error(
          fmt::format("line {}: {}: {}", number, why, line));
    };
    const auto begins = begin.match(line);
    const auto ends = end.match(line);
    if (!begins.empty()) {
      if (!open.empty()) refuse("TODO " + open + " has not ended");
      open = begins[1];
      marked.outside.back().push_back(line);
      marked.regions.push_back({open, begins[3], {}});
    } else if (!ends.empty()) {
      if (open != ends[1]) refuse("no such TODO is open");
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

std::vector<int> changed_outside(const std::string& start,
                                 const std::string& text) {
  const Marked before = read_regions(start);
  const Marked now = read_regions(text);
  const auto plain = [](const std::string& line) {
    std::string kept;
    for (const char c : line) {
      if (c != ' ' && c != '\t' && c != '\r') kept += c;
    }
    const bool matters =
        kept.rfind("#include", 0) != 0 && kept.rfind("//", 0) != 0;
    return matters ? kept : "";
  };
  using Numbered = std::pair<std::string, int>;  // a line, and its number
  const auto numbered = [&](const std::vector<std::string>& lines, int number) {
    std::vector<Numbered> kept;
    for (const std::string& line : lines) {
      if (!plain(line).empty()) kept.emplace_back(plain(line), number);
      ++number;
    }
    return kept;
  };
  const auto same = [](const Numbered& a, const Numbered& b) {
    return a.first == b.first;
  };
  std::vector<int> changed;
  int number = 1;
  for (std::size_t i = 0; i < now.outside.size(); ++i) {
    const int after = number + static_cast<int>(now.outside[i].size());
    const bool marks_differ =
        i >= before.outside.size() ||
        (i < now.regions.size() && i < before.regions.size() &&
         now.regions[i].todo != before.regions[i].todo) ||
        (i + 1 == now.outside.size()) != (i + 1 == before.outside.size());
    if (marks_differ) {
      throw std::runtime_error(fmt::format("line {}", after - 1));
    }
    const auto old = numbered(before.outside[i], 0);
    const auto mine = numbered(now.outside[i], number);
    // Between what is the same at the beginning and at the end of the piece.
    const auto first =
        std::mismatch(mine.begin(), mine.end(), old.begin(), old.end(), same);
    const auto last = std::mismatch(
        mine.rbegin(), std::make_reverse_iterator(first.first), old.rbegin(),
        std::make_reverse_iterator(first.second), same);
    for (auto line = first.first; line != last.first.base(); ++line) {
      // One that was there before has only moved.
      if (std::none_of(
              first.second, last.second.base(),
              [&](const Numbered& other) { return same(*line, other); }))
        changed.push_back(line->second);
    }
    if (first.first == last.first.base() &&
        first.second != last.second.base()) {
      changed.push_back(first.first == mine.end() ? after
                                                  : first.first->second);
    }
    number = after;
    if (i < now.regions.size()) {
      number += static_cast<int>(now.regions[i].lines.size());
    }
  }
  return changed;
}
