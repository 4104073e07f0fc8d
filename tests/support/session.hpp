// One run of one chapter's checks.
#pragma once

#include <string>

#include "verdict.hpp"

/// How the checks are run.
struct SessionOptions {
  bool verbose = false;  // Catch2's own report, too
  std::string junit;     // a file for Catch2's JUnit report
};

/// Runs the checks of a chapter, each in the order of its source, up to the
/// first that fails.
Verdict check_chapter(const std::string& chapter,
                      const SessionOptions& options);

/// The checks of a chapter, not run.
std::vector<CheckResult> checks_of(const std::string& chapter);

/// For the checks: the chapter under test, why one of them failed, and whether
/// the programs are built with sanitizers.
const std::string& current_chapter();
void record(const Failure& failure);
bool sanitized();
