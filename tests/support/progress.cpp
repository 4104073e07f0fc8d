#include "progress.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "course.hpp"

namespace fs = std::filesystem;

namespace {

fs::path state_file(const std::string& name) {
  return places().build / "state" / name;
}

}  // namespace

std::string remembered_chapter() {
  std::string chapter;
  std::ifstream(state_file("current")) >> chapter;
  return chapter;
}

Progress load_progress(const std::string& chapter) {
  Progress progress;
  std::ifstream(state_file(chapter)) >> progress.todo >> progress.hints;
  return progress;
}

void save_progress(const std::string& chapter, const Progress& progress) {
  const fs::path file = state_file(chapter);
  if (progress.todo.empty()) {
    fs::remove(file);
    return;
  }
  fs::create_directories(file.parent_path());
  std::ofstream out(file);
  out << progress.todo << ' ' << progress.hints << '\n';
  if (!out.flush()) {
    throw std::system_error(errno, std::generic_category(), file.string());
  }
}
