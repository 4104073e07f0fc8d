#include "course.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "regions.hpp"
#include "text.hpp"

namespace fs = std::filesystem;

namespace {

std::vector<Chapter> read_chapters() {
  std::vector<Chapter> found;
  for (const auto& folder :
       fs::directory_iterator(places().root / "solutions")) {
    const std::string name = folder.path().filename();
    std::vector<std::string> files;
    for (const auto& file : fs::directory_iterator(folder)) {
      const std::string type = file.path().extension();
      if (type == ".cpp" || type == ".hpp") {
        files.push_back(file.path().filename());
      }
    }
    if (files.size() != 1) {
      throw std::runtime_error(fmt::format(
          "solutions/{} has {} files, and is to have one", name, files.size()));
    }
    found.push_back({.number = name.substr(0, name.find('-')),
                     .name = name,
                     .file = files.front()});
  }
  std::sort(found.begin(), found.end(),
            [](const Chapter& a, const Chapter& b) { return a.name < b.name; });
  return found;
}

fs::path tests_of(const Chapter& chapter) {
  return places().root / "tests" / chapter.name;
}

}  // namespace

const std::vector<Chapter>& chapters() {
  static const std::vector<Chapter> all = read_chapters();
  return all;
}

const Chapter* find_chapter(const std::string& word) {
  const std::string padded = word.size() == 1 ? "0" + word : word;
  const auto found = std::find_if(
      chapters().begin(), chapters().end(), [&](const Chapter& chapter) {
        return padded == chapter.number || padded == chapter.name;
      });
  return found == chapters().end() ? nullptr : &*found;
}

Places& places() {
  static Places places;
  return places;
}

Places course_as_built() {
  return {.root = COURSE_ROOT,
          .build = COURSE_BUILD,
          .programs = COURSE_BUILD,
          .file = ""};
}

fs::path learner_file(const Chapter& chapter) {
  if (!places().file.empty()) return places().file;
  return places().root / "chapters" / chapter.name / chapter.file;
}

fs::path solution_file(const Chapter& chapter) {
  return places().root / "solutions" / chapter.name / chapter.file;
}

fs::path hints_file(const Chapter& chapter) {
  return places().root / "chapters" / chapter.name / "hints.txt";
}

fs::path lesson_file(const Chapter& chapter) {
  return places().root / "chapters" / chapter.name / "README.md";
}

fs::path program_of(const Chapter& chapter) {
  return places().programs / ("chapter-" + chapter.number);
}

fs::path probe_of(const Chapter& chapter) {
  return places().programs / ("probe-" + chapter.number);
}

bool has_probe(const Chapter& chapter) {
  return fs::exists(tests_of(chapter) / "probe.cpp");
}

fs::path checker_of(const Chapter& chapter) {
  return fs::read_symlink("/proc/self/exe").parent_path() /
         ("checker-" + chapter.number);
}

std::string start_of(const Chapter& chapter) {
  const fs::path solution = solution_file(chapter);
  const fs::path starter =
      tests_of(chapter) / ("starter" + solution.extension().string());
  return splice(read_regions(read_file(solution)),
                read_regions(read_file(starter)))
      .text();
}

std::string shown(const fs::path& path) {
  const fs::path relative = path.lexically_relative(places().root);
  if (relative.empty() || *relative.begin() == "..") return path.string();
  return relative.string();
}
