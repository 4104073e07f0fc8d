// Text, in lines.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// The text cut into lines, without an empty one at the end.
std::vector<std::string> lines_of(const std::string& text);

/// `text` broken into lines of at most `width` columns.
std::vector<std::string> wrapped(const std::string& text, std::size_t width);

/// Reads a file's text. Throws std::system_error if it cannot be read.
std::string read_file(const std::filesystem::path& path);
