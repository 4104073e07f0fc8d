#include "hints.hpp"

#include <stdexcept>

#include "regions.hpp"
#include "text.hpp"

std::map<std::string, std::vector<std::string>> read_hints(
    const std::string& text) {
  std::map<std::string, std::vector<std::string>> hints;
  std::string todo;
  bool fresh = true;  // the next line begins a hint
  for (const std::string& line : lines_of(text)) {
    if (is_todo(line)) {
      todo = line;
      fresh = true;
    } else if (line.empty()) {
      fresh = true;
    } else {
      if (todo.empty()) throw std::runtime_error("a hint of no TODO: " + line);
      if (fresh) hints[todo].emplace_back();
      hints[todo].back() += line + "\n";
      fresh = false;
    }
  }
  return hints;
}
