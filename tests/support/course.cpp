#include "course.hpp"

#include <algorithm>

#include "regions.hpp"

namespace fs = std::filesystem;

const std::vector<Chapter>& chapters() {
  static const std::vector<Chapter> all = {
      {"01", "01-raw-syscall", "raw_syscall.hpp",
       "You talk to the kernel with no library between."},
      {"02", "02-traceme", "launch.cpp",
       "Your tracer starts a command, sees it to its end and ends as it did."},
      {"03", "03-enter-exit", "enter_exit.cpp",
       "Your tracer tells entry from exit: one line a call, come what may."},
      {"04", "04-names", "names.cpp",
       "Your tracer speaks in names: this machine's calls and its errors."},
      {"05", "05-summary", "summary.cpp",
       "Your tracer counts as strace -c does."},
      {"06", "06-seccomp", "seccomp.cpp",
       "Your tracer takes calls away, and shows them failing."},
  };
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

fs::path learner_file(const Chapter& chapter) {
  if (!places().file.empty()) return places().file;
  return places().root / "chapters" / chapter.name / chapter.file;
}

fs::path solution_file(const Chapter& chapter) {
  return places().root / "solutions" / chapter.name / chapter.file;
}

std::string start_of(const Chapter& chapter) {
  const fs::path solution = solution_file(chapter);
  const fs::path patch = places().root / "tests" / "starters" /
                         (chapter.name + solution.extension().string());
  return splice(read_regions(read_file(solution)),
                read_regions(read_file(patch)))
      .text();
}

std::string shown(const fs::path& path) {
  const fs::path relative = path.lexically_relative(places().root);
  if (relative.empty() || *relative.begin() == "..") return path.string();
  return relative.string();
}
