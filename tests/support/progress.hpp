// What the checker remembers between two runs: small files in build/state.
#pragma once

#include <string>

/// The chapter that `make chapter-NN` was last run for; "" before the first.
std::string remembered_chapter();

/// Where the learner is in a chapter: the TODO whose check failed last ("" if
/// none did), and how many of its hints have been given.
struct Progress {
  std::string todo;
  int hints = 0;
};
Progress load_progress(const std::string& chapter);
void save_progress(const std::string& chapter, const Progress& progress);
