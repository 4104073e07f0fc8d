// The course as it lies on disk: its chapters and their files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// A chapter is a folder in each of chapters/, solutions/ and tests/. The one
/// file of its folder in solutions/ has the name of the learner's.
struct Chapter {
  std::string number;  // "03"
  std::string name;    // "03-enter-exit"
  std::string file;    // "enter_exit.cpp": what the learner edits
};

/// All chapters, in their order. Throws std::runtime_error if a folder of
/// solutions/ does not have exactly one file.
const std::vector<Chapter>& chapters();

/// The chapter named by "3", "03" or "03-enter-exit"; null if there is none.
const Chapter* find_chapter(const std::string& word);

/// Where things are. The learner's file and programs can be others' (a wrong
/// answer of the gallery, a class of thirty): then `programs` and `file` say
/// so.
struct Places {
  std::filesystem::path root;      // the repository
  std::filesystem::path build;     // where the tracees and the state are
  std::filesystem::path programs;  // where chapter-NN is
  std::filesystem::path file;      // the file under test; empty: the chapter's
};
Places& places();

/// The places of this checker's own course, known since it was built.
Places course_as_built();

/// The files of a chapter.
std::filesystem::path learner_file(const Chapter& chapter);
std::filesystem::path solution_file(const Chapter& chapter);
std::filesystem::path hints_file(const Chapter& chapter);
std::filesystem::path lesson_file(const Chapter& chapter);
/// Its program and its probe (there may be none), built from the file under
/// test; and the checker that has its checks, of this checker's own build.
std::filesystem::path program_of(const Chapter& chapter);
std::filesystem::path probe_of(const Chapter& chapter);
bool has_probe(const Chapter& chapter);
std::filesystem::path checker_of(const Chapter& chapter);

/// The learner's file as it was at the start.
std::string start_of(const Chapter& chapter);

/// A path as the learner would type it at the root of the repository.
std::string shown(const std::filesystem::path& path);
