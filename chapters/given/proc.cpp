#include "proc.hpp"

#include <fstream>
#include <iterator>
#include <sstream>

std::string word_of(const std::string& file, const std::string& key) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(key, 0) != 0) continue;
    std::istringstream rest(line.substr(key.size()));
    std::string word;
    rest >> word;
    return word;
  }
  return "";
}

std::vector<std::string> stat_of(pid_t pid) {
  // The name stands in parentheses and may hold anything, a ")" too.
  std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  std::getline(in, line);
  const auto name_end = line.rfind(')');
  if (name_end == line.npos) return {};
  std::istringstream words(line.substr(name_end + 1));
  return {std::istream_iterator<std::string>(words), {}};
}
