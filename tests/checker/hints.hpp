// A chapter's hints.txt: a line "5a" before the hints of TODO 5a; a hint is a
// paragraph.
#pragma once

#include <map>
#include <string>
#include <vector>

/// The hints of each TODO, in their order. Throws std::runtime_error for a hint
/// that stands before the first TODO.
std::map<std::string, std::vector<std::string>> read_hints(
    const std::string& text);
