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

// The learner's file as it was when most checks held.
fs::path best_file(const std::string& chapter) {
  return state_file(chapter + ".best");
}

// How many checks stand before the one that fails.
std::size_t reached(const Verdict& verdict) {
  return verdict.failed() ? verdict.failed() - verdict.checks.data()
                          : verdict.checks.size();
}

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
  in >> progress.todo >> progress.hints >> progress.reached;
  if (progress.todo == "-") progress.todo.clear();
  return progress;
}

void save_progress(const std::string& chapter, const Progress& progress) {
  const fs::path file = state_file(chapter);
  fs::create_directories(file.parent_path());
  std::ofstream out(file);
  out << (progress.todo.empty() ? "-" : progress.todo) << ' ' << progress.hints
      << ' ' << progress.reached << '\n';
  if (!out.flush()) {
    fail(file.c_str());
  }
}

void look_back(Verdict& verdict) {
  const fs::path best = best_file(verdict.chapter);
  if (!verdict.failure || !verdict.failure->todo.empty() ||
      reached(verdict) >= load_progress(verdict.chapter).reached ||
      !fs::exists(best)) {
    return;
  }
  const Chapter& chapter = *find_chapter(verdict.chapter);
  const auto start = read_regions(start_of(chapter)).regions;
  const auto now = regions_like(start, read_file(learner_file(chapter)));
  const auto todos = changed(regions_like(start, read_file(best)), now);
  // What has not been done yet held by accident.
  const bool done = changed(start, now).count(verdict.todo()) > 0;
  if (todos.empty() || todos.count(verdict.todo()) > 0 || !done) return;
  verdict.failure->held = fmt::format("This held until TODO {} was edited.",
                                      fmt::join(todos, " and "));
  verdict.failure->todo = *todos.begin();
}

void look_ahead(const Verdict& verdict) {
  Progress progress = load_progress(verdict.chapter);
  // Hints begin anew when another TODO is the one to edit.
  if (progress.todo != verdict.todo()) {
    progress.todo = verdict.todo();
    progress.hints = 0;
  }
  if (reached(verdict) >= progress.reached) {
    progress.reached = reached(verdict);
    const fs::path best = best_file(verdict.chapter);
    fs::create_directories(best.parent_path());
    fs::copy_file(learner_file(*find_chapter(verdict.chapter)), best,
                  fs::copy_options::overwrite_existing);
  }
  save_progress(verdict.chapter, progress);
}
