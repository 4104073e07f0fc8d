#include "text.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "system.hpp"

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (!lines.empty() && lines.back().size() + 1 + word.size() <= width) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file.peek() != std::ifstream::traits_type::eof()) text << file.rdbuf();
  if (!file.is_open() || file.bad() || text.bad()) fail(path.c_str());
  return text.str();
}

Pattern::Pattern(const std::string& expression) {
  if (regcomp(&compiled_, ("^(" + expression + ")$").c_str(), REG_EXTENDED) !=
      0) {
    throw std::logic_error(expression + " is no regular expression");
  }
}

std::vector<std::string> Pattern::match(const std::string& text) const {
  std::vector<regmatch_t> groups(compiled_.re_nsub + 1);
  if (regexec(&compiled_, text.c_str(), groups.size(), groups.data(), 0) != 0) {
    return {};
  }
  std::vector<std::string> found;
  // The first group is ours, and is the whole text.
  for (std::size_t i = 1; i < groups.size(); ++i) {
    const auto [from, to] = groups[i];
    found.push_back(from == -1 ? "" : text.substr(from, to - from));
  }
  return found;
}
