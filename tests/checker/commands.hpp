// What ./check does besides checking. Each gives the exit status.
#pragma once

#include "course.hpp"

/// --hint: the next hint for the TODO whose check failed last.
int give_hint(const Chapter& chapter);

/// --solution: what separates the learner's file from the solution.
int show_solution(const Chapter& chapter);

/// --reset: the learner's file back to its start, after asking; a copy is kept.
int reset(const Chapter& chapter);

/// --doctor: can this machine do what the course needs?
int doctor();

/// --list: every check of every chapter, or of one. A chapter whose checks are
/// not built yet has a line that says so.
int list(const Chapter* only);

/// Goes on as the checker that has the chapter's checks, with the same words.
/// Comes back, with false, if that is not built.
bool hand_over(const Chapter& chapter, char** argv);

/// --watch: builds and checks again whenever the learner's file is saved.
int watch(const Chapter& chapter);

/// --all: builds and checks every chapter, one line each.
int check_all(bool json);
