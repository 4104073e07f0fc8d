#include "progress.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

#include "course.hpp"
#include "regions.hpp"
#include "system.hpp"
#include "text.hpp"

namespace fs = std::filesystem;

namespace {

fs::path state_file(const std::string& name) {
  return places().build / "state" / name;
}

// The learner's file as it was when that check was last found to hold.
fs::path held_file(const Verdict& verdict, const CheckResult& check) {
  return state_file(fmt::format("{}.held", verdict.chapter)) /
         fmt::format("{}", &check - verdict.checks.data());
}

// The learner's file when another TODO's edit was blamed last.
fs::path blamed_file(const std::string& chapter) {
  return state_file(chapter + ".blamed");
}

void keep_copy(const Verdict& verdict, const fs::path& copy) {
  fs::create_directories(copy.parent_path());
  fs::copy_file(learner_file(*find_chapter(verdict.chapter)), copy,
                fs::copy_options::overwrite_existing);
}

// Is the file, to the letter, the one for which that was done?
bool was_blamed(const Verdict& verdict) {
  const fs::path last = blamed_file(verdict.chapter);
  return fs::exists(last) &&
         read_file(last) ==
             read_file(learner_file(*find_chapter(verdict.chapter)));
}

// Which check fails, by its place; -1: none.
int place_of_failure(const Verdict& verdict) {
  return verdict.failed()
             ? static_cast<int>(verdict.failed() - verdict.checks.data())
             : -1;
}

constexpr int most_blamed = 3;

// The regions of a text; none if they are not those of `like`, for then nobody
// can tell what was edited.
std::vector<Region> regions_like(const std::vector<Region>& like,
                                 const std::string& text) {
  std::vector<Region> regions;
  try {
    regions = read_regions(text).regions;
  } catch (const std::runtime_error&) {
    return {};
  }
  const bool same = std::equal(
      regions.begin(), regions.end(), like.begin(), like.end(),
      [](const Region& a, const Region& b) { return a.todo == b.todo; });
  return same ? regions : std::vector<Region>{};
}

// The TODOs that differ, each once.
std::set<std::string> changed(const std::vector<Region>& before,
                              const std::vector<Region>& now) {
  std::set<std::string> todos;
  for (std::size_t i = 0; i < before.size() && i < now.size(); ++i) {
    if (before[i].lines != now[i].lines) todos.insert(now[i].todo);
  }
  return todos;
}

}  // namespace

std::string remembered_chapter() {
  std::string chapter;
  std::ifstream(state_file("current")) >> chapter;
  return chapter;
}

Progress load_progress(const std::string& chapter) {
  Progress progress;
  std::ifstream in(state_file(chapter));
  in >> progress.todo >> progress.hints >> progress.judged >> progress.blamed >>
      progress.failing;
  if (progress.todo == "-") progress.todo.clear();
  return progress;
}

void save_progress(const std::string& chapter, const Progress& progress) {
  const fs::path file = state_file(chapter);
  fs::create_directories(file.parent_path());
  std::ofstream out(file);
  out << (progress.todo.empty() ? "-" : progress.todo) << ' ' << progress.hints
      << ' ' << progress.judged << ' ' << progress.blamed << ' '
      << progress.failing << '\n';
  if (!out.flush()) {
    fail(file.c_str());
  }
}

void look_back(Verdict& verdict) {
  if (!verdict.failure || !verdict.failed() || !verdict.failure->todo.empty()) {
    return;
  }
  const fs::path held = held_file(verdict, *verdict.failed());
  if (!fs::exists(held)) return;
  const Chapter& chapter = *find_chapter(verdict.chapter);
  const auto start = read_regions(start_of(chapter)).regions;
  const std::string text = read_file(learner_file(chapter));
  const auto now = regions_like(start, text);
  const auto todos = changed(regions_like(start, read_file(held)), now);
  // What has not been done yet held by accident.
  const bool done = changed(start, now).count(verdict.todo()) > 0;
  if (todos.empty() || todos.count(verdict.todo()) > 0 || !done) return;
  const Progress progress = load_progress(verdict.chapter);
  if (progress.failing == place_of_failure(verdict) &&
      progress.blamed >= most_blamed && !was_blamed(verdict)) {
    return;
  }
  verdict.failure->held = fmt::format(
      "This held until {} {} edited.",
      todos.size() == 1 ? "TODO " + *todos.begin()
                        : fmt::format("TODOs {}", fmt::join(todos, " and ")),
      todos.size() == 1 ? "was" : "were");
  verdict.failure->todo = *todos.begin();
}

void look_ahead(const Verdict& verdict) {
  Progress progress = load_progress(verdict.chapter);
  // Hints begin anew when another TODO is the one to edit.
  if (progress.todo != verdict.todo()) {
    progress.todo = verdict.todo();
    progress.hints = 0;
  }
  progress.judged = true;
  for (const CheckResult& check : verdict.checks) {
    if (check.state == CheckResult::State::holds) {
      keep_copy(verdict, held_file(verdict, check));
    }
  }
  if (place_of_failure(verdict) != progress.failing) progress.blamed = 0;
  if (verdict.failure && !verdict.failure->held.empty()) {
    if (progress.blamed == 0 || !was_blamed(verdict)) ++progress.blamed;
    keep_copy(verdict, blamed_file(verdict.chapter));
  }
  progress.failing = place_of_failure(verdict);
  save_progress(verdict.chapter, progress);
}
