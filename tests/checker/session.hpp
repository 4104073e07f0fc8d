// One run of one chapter's checks.
#pragma once

#include <string>

#include "check.hpp"
#include "course.hpp"
#include "verdict.hpp"

/// How the checks are run.
struct SessionOptions {
  bool verbose = false;  // Catch2's own report, too
};

/// Runs the checks of a chapter, each in the order of its source, up to the
/// first that fails.
Verdict check_chapter(const Chapter& chapter, const SessionOptions& options);

/// The checks of a chapter, not run; none if they are another checker's.
std::vector<CheckResult> checks_of(const Chapter& chapter);

/// What its checks.cpp says of the chapter.
const ChapterFacts& told_of_chapter();

/// For the checks: the chapter under test, why one of them failed, and whether
/// the programs are built with sanitizers.
const Chapter& current_chapter();
void record(const Failure& failure);
bool sanitized();
