#include "progress.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "course.hpp"
#include "regions.hpp"

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

// The TODOs that differ; none if their marks are not the same, for then nobody
// can tell.
std::vector<std::string> changed(const std::string& before,
                                 const std::string& now) {
  std::vector<std::string> todos;
  Marked old;
  Marked fresh;
  try {
    old = read_regions(before);
    fresh = read_regions(now);
  } catch (const std::runtime_error&) {
    return {};
  }
  if (old.regions.size() != fresh.regions.size()) return {};
  for (std::size_t i = 0; i < old.regions.size(); ++i) {
    if (old.regions[i].todo != fresh.regions[i].todo) return {};
    if (old.regions[i].lines != fresh.regions[i].lines) {
      todos.push_back(old.regions[i].todo);
    }
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
    throw std::system_error(errno, std::generic_category(), file.string());
  }
}

void look_back(Verdict& verdict) {
  const fs::path best = best_file(verdict.chapter);
  if (!verdict.failure || !verdict.failure->todo.empty() ||
      reached(verdict) >= load_progress(verdict.chapter).reached ||
      !fs::exists(best)) {
    return;
  }
  const fs::path mine = learner_file(*find_chapter(verdict.chapter));
  const auto todos = changed(read_file(best), read_file(mine));
  if (todos.empty() ||
      std::count(todos.begin(), todos.end(), verdict.todo()) > 0) {
    return;
  }
  verdict.failure->observation += fmt::format(
      " This held until TODO {} was edited.", fmt::join(todos, " and "));
  verdict.failure->todo = todos.front();
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
