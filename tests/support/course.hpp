// The course as it lies on disk: its chapters and their files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

struct Chapter {
  std::string number;  // "03"
  std::string name;    // "03-enter-exit"
  std::string file;    // "enter_exit.cpp": what the learner edits
  std::string truth;   // what is true when all its checks hold
};

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

std::filesystem::path learner_file(const Chapter& chapter);
std::filesystem::path solution_file(const Chapter& chapter);

/// The learner's file as it was at the start.
std::string start_of(const Chapter& chapter);

/// A path as the learner would type it at the root of the repository.
std::string shown(const std::filesystem::path& path);
