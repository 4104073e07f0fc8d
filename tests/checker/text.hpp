// Text, in lines.
#pragma once

#include <regex.h>

#include <filesystem>
#include <string>
#include <vector>

/// The text cut into lines, without an empty one at the end.
std::vector<std::string> lines_of(const std::string& text);

/// `text` broken into lines of at most `width` columns.
std::vector<std::string> wrapped(const std::string& text, std::size_t width);

/// Reads a file's text. Throws std::system_error if it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// An extended regular expression (regex(7)) for whole texts. The C library's:
/// std::regex takes the compiler seconds.
class Pattern {
 public:
  explicit Pattern(const std::string& expression);
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;
  ~Pattern() { regfree(&compiled_); }

  /// The text and what each group matched ("" if it did not); none of all that
  /// if the text is another.
  std::vector<std::string> match(const std::string& text) const;

 private:
  regex_t compiled_;
};
