// What the checker remembers between two runs: small files in build/state.
#pragma once

#include <filesystem>
#include <string>

#include "verdict.hpp"

/// The chapter that `make chapter-NN` was last run for; "" before the first.
std::string remembered_chapter();

/// Where the learner is in a chapter.
struct Progress {
  std::string todo;         // whose check failed last; "" if none did
  int hints = 0;            // how many of its hints have been given
  std::size_t reached = 0;  // how many checks held when most of them did
};
Progress load_progress(const std::string& chapter);
void save_progress(const std::string& chapter, const Progress& progress);

/// A check that held before and does not now is the fault of what was edited
/// since: the verdict then names that TODO as the one to edit.
void look_back(Verdict& verdict);

/// Remembers the verdict, and the file if more checks than ever hold.
void look_ahead(const Verdict& verdict);
