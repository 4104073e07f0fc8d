// What the checker remembers between two runs: small files in build/state.
#pragma once

#include <filesystem>
#include <string>

#include "verdict.hpp"

/// The chapter that `make chapter-NN` was last run for; "" before the first.
std::string remembered_chapter();

/// Where the learner is in a chapter.
struct Progress {
  std::string todo;     // whose check failed last; "" if none did
  int hints = 0;        // how many of its hints have been given
  bool judged = false;  // was it ever?
  int blamed = 0;       // how many edits elsewhere were blamed in a row ...
  int failing = -1;     // ... for the failure of this check, by its place
};
Progress load_progress(const std::string& chapter);
void save_progress(const std::string& chapter, const Progress& progress);

/// A check that held when it was last run and does not now is the fault of what
/// was edited since: the verdict then names that TODO as the one to edit. But
/// not for ever: if three edits there have not helped, the check may have held
/// by accident.
void look_back(Verdict& verdict);

/// Remembers the verdict, and the file for each check that holds.
void look_ahead(const Verdict& verdict);
