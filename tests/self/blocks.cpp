// blocks BUILD ROOT PAGE.md...: holds the blocks of a page to the truth.
// blocks --fill BUILD ROOT PAGE.md: does so, and prints the page; a block that
// is empty, or has nothing but "$ command" lines, gets what belongs there.
//
//   ```cpp from=FILE          the lines stand in FILE, one after the other
//   ```cpp from=FILE#3a       they are its first region 3a (3a.2: the second);
//                             {1-2|3} after it is for slides: lines to light up
//   ```console state=3a       what follows a "$ command" is what it prints on a
//                             terminal, in the state after TODO 3a. A line
//                             "..." is any lines; "..." within a line is any
//                             text. state=built: as `make` left it
//   ```console state=3a 32-bit  the same, left out where the machine makes no
//                             32-bit calls
//   ```console state=3a x86_64  or aarch64: the same, left out on other
//   machines:
//                             the numbers of calls are that machine's
//   ```console state=3a about the same for a table that no two runs have alike:
//                             a number is any number, the lines may come in
//                             another order, "..." is a line as above
//   ```sh                     what the reader types: make ... && ./check
//
// Blocks of other kinds are not allowed: nobody would hold them to anything.
#include <fcntl.h>
#include <fmt/format.h>
#include <pty.h>
#include <signal.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "machine.hpp"
#include "regions.hpp"
#include "system.hpp"
#include "text.hpp"

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

namespace {

fs::path build;
fs::path root;

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

struct Block {
  int line;           // of the opening fence
  std::string kind;   // "cpp", "console"
  std::string value;  // of from= or state=
  std::string flag;   // "about", "32-bit", a machine, or none
  Lines lines;
};

Lines region_lines(const std::string& file, std::string todo) {
  int nth = 1;
  if (const auto dot = todo.find('.'); dot != todo.npos) {
    nth = std::stoi(todo.substr(dot + 1));
    todo.resize(dot);
  }
  for (const Region& region : read_regions(read_file(root / file)).regions) {
    if (region.todo == todo && --nth == 0) return region.lines;
  }
  throw std::runtime_error(fmt::format("{} has no region {}", file, todo));
}

void check_code(const Block& block) {
  const auto hash = block.value.find('#');
  const std::string file = block.value.substr(0, hash);
  if (hash != block.value.npos) {
    if (region_lines(file, block.value.substr(hash + 1)) != block.lines) {
      throw std::runtime_error("it is not what stands in " + block.value);
    }
    return;
  }
  const std::string text = "\n" + read_file(root / file);
  if (text.find("\n" + joined(block.lines)) == text.npos) {
    throw std::runtime_error("it does not stand so in " + file);
  }
}

// What a command prints on a terminal.
std::string output_of(const std::string& command, const fs::path& directory) {
  int terminal = -1;
  const winsize size{24, 200, 0, 0};
  const pid_t child =
      must(forkpty(&terminal, nullptr, nullptr, &size), "forkpty");
  if (child == 0) {
    if (chdir(directory.c_str()) == -1) _exit(126);
    setenv("LC_ALL", "C", 1);
    setenv("TERM", "dumb", 1);
    close_range(3, ~0U, 0);
    alarm(20);  // it and, by the terminal's end, its children
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  std::string text;
  char buffer[4096];
  // The terminal of a program that has ended reads as an error, EIO.
  for (ssize_t n; (n = read(terminal, buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<std::size_t>(n));
  }
  close(terminal);
  wait_for(child);
  std::erase(text, '\r');
  return text;
}

// Does `line` match a pattern in which "..." is any text?
bool matches(const std::string& pattern, const std::string& line) {
  const auto dots = pattern.find("...");
  if (dots == pattern.npos) return pattern == line;
  if (line.compare(0, dots, pattern, 0, dots) != 0) return false;
  const std::string rest = pattern.substr(dots + 3);
  for (std::size_t at = dots; at <= line.size(); ++at) {
    if (matches(rest, line.substr(at))) return true;
  }
  return false;
}

bool matches(const Lines& patterns, std::size_t p, const Lines& lines,
             std::size_t l) {
  if (p == patterns.size()) return l == lines.size();
  if (patterns[p] == "...") {
    for (std::size_t next = l; next <= lines.size(); ++next) {
      if (matches(patterns, p + 1, lines, next)) return true;
    }
    return false;
  }
  return l < lines.size() && matches(patterns[p], lines[l]) &&
         matches(patterns, p + 1, lines, l + 1);
}

// A line without what differs from run to run.
std::string form_of(const std::string& line) {
  static const std::regex number("[0-9]+([.][0-9]+)?");
  static const std::regex blanks(" +");
  const std::string form =
      std::regex_replace(std::regex_replace(line, number, "0"), blanks, " ");
  return form.rfind(' ', 0) == 0 ? form.substr(1) : form;
}

bool matches_about(const Lines& patterns, const Lines& lines) {
  std::multiset<std::string> forms;
  for (const std::string& line : lines) forms.insert(form_of(line));
  bool others = false;
  for (const std::string& pattern : patterns) {
    if (pattern == "...") {
      others = true;
      continue;
    }
    const auto found = forms.find(form_of(pattern));
    if (found == forms.end()) return false;
    forms.erase(found);
  }
  return others || forms.empty();
}

// Without the blanks that all lines begin with.
Lines dedented(Lines lines) {
  std::size_t indent = std::string::npos;
  for (const std::string& line : lines) {
    if (!line.empty()) indent = std::min(indent, line.find_first_not_of(' '));
  }
  for (std::string& line : lines) {
    if (!line.empty()) line.erase(0, indent);
  }
  return lines;
}

// The learner's repository in a state, made once.
fs::path at_state(const std::string& chapter, const std::string& state,
                  const fs::path& work) {
  if (state == "built") return build.parent_path();
  const fs::path directory = work / state;
  if (fs::exists(directory)) return directory;
  const std::string command = fmt::format(
      "'{}' '{}' '{}' '{}' '{}'", (root / "tests/self/at-state.sh").string(),
      build.string(), chapter, state, directory.string());
  if (std::system(command.c_str()) != 0) {
    throw std::runtime_error("there is no state " + state);
  }
  return directory;
}

bool is_command(const std::string& line) { return line.rfind("$ ", 0) == 0; }

Lines filled_console(const Block& block, const std::string& chapter,
                     const fs::path& work) {
  const fs::path directory = at_state(chapter, block.value, work);
  Lines lines;
  for (const std::string& line : block.lines) {
    lines.push_back(line);
    const Lines output = lines_of(output_of(line.substr(2), directory));
    if (output.empty()) throw std::runtime_error(line + " prints nothing");
    lines.insert(lines.end(), output.begin(), output.end());
  }
  return lines;
}

void check_console(const Block& block, const std::string& chapter,
                   const fs::path& work) {
  const fs::path directory = at_state(chapter, block.value, work);
  if (block.lines.empty() || !is_command(block.lines[0])) {
    throw std::runtime_error("it does not begin with a command");
  }
  for (std::size_t i = 0; i < block.lines.size();) {
    const std::string command = block.lines[i].substr(2);
    Lines wanted;
    while (++i < block.lines.size() && !is_command(block.lines[i])) {
      wanted.push_back(block.lines[i]);
    }
    const Lines got = lines_of(output_of(command, directory));
    if (block.flag == "about" ? !matches_about(wanted, got)
                              : !matches(wanted, 0, got, 0)) {
      throw std::runtime_error(
          fmt::format("{} prints:\n{}", command, joined(got)));
    }
  }
}

std::vector<Block> blocks_of(const std::string& text) {
  std::vector<Block> blocks;
  bool inside = false;
  int number = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    if (line.rfind("```", 0) != 0) {
      if (inside) blocks.back().lines.push_back(line);
    } else if (inside) {
      inside = false;
    } else {
      inside = true;
      std::istringstream words(line.substr(3));
      Block block{number, "", "", "", {}};
      words >> block.kind >> block.value >> block.flag;
      blocks.push_back(block);
    }
  }
  return blocks;
}

bool is_machine(const std::string& flag) {
  return flag == "x86_64" || flag == "aarch64";
}

// Why this machine cannot hold such a block to anything; empty if it can.
std::string left_out(const std::string& flag) {
  utsname name{};
  uname(&name);
  if (is_machine(flag) && flag != name.machine) return "it is for " + flag;
  if (flag == "32-bit" && !makes_compat32_calls()) {
    return "this machine makes no 32-bit calls";
  }
  return "";
}

// Gives the block's lines as they are to be.
Lines check_block(Block block, const std::string& chapter, const fs::path& work,
                  bool fill) {
  const std::string key = block.kind == "cpp"       ? "from="
                          : block.kind == "console" ? "state="
                                                    : "";
  if (block.kind == "sh" && block.value.empty()) {
    for (const std::string& line : block.lines) {
      if (line.rfind("make ", 0) != 0 && line.rfind("./", 0) != 0) {
        throw std::runtime_error(
            "a block to be typed has only make and ./check");
      }
    }
    return block.lines;
  }
  const bool known = block.flag.empty() ||
                     (block.kind == "console" &&
                      (block.flag == "about" || block.flag == "32-bit" ||
                       is_machine(block.flag))) ||
                     (block.kind == "cpp" && block.flag[0] == '{');
  if (key.empty() || !known || block.value.rfind(key, 0) != 0) {
    throw std::runtime_error(
        fmt::format("nothing holds a block '{} {} {}' to the truth", block.kind,
                    block.value, block.flag));
  }
  block.value.erase(0, key.size());
  if (block.kind == "cpp") {
    const auto hash = block.value.find('#');
    if (fill && block.lines.empty() && hash != block.value.npos) {
      return dedented(region_lines(block.value.substr(0, hash),
                                   block.value.substr(hash + 1)));
    }
    check_code(block);
  } else if (const std::string why = left_out(block.flag); !why.empty()) {
    fmt::print(stderr, "left out: {}\n", why);
  } else {
    if (fill && !block.lines.empty() &&
        std::all_of(block.lines.begin(), block.lines.end(), is_command)) {
      return filled_console(block, chapter, work);
    }
    check_console(block, chapter, work);
  }
  return block.lines;
}

// The page, each block with these lines in it.
std::string page_with(const std::string& page,
                      const std::vector<Lines>& contents) {
  std::string text;
  bool inside = false;
  std::size_t next = 0;
  for (const std::string& line : lines_of(page)) {
    const bool fence = line.rfind("```", 0) == 0;
    if (fence && !inside) {
      text += line + "\n" + joined(contents.at(next++));
    } else if (fence || !inside) {
      text += line + "\n";
    }
    if (fence) inside = !inside;
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) try {
  const bool fill = argc > 1 && argv[1] == std::string("--fill");
  if (fill) --argc, ++argv;
  if (argc < 4 || (fill && argc > 4)) {
    fmt::print(stderr, "usage: blocks [--fill] BUILD ROOT PAGE.md...\n");
    return 2;
  }
  build = fs::absolute(argv[1]);
  root = fs::absolute(argv[2]);
  int failed = 0;
  int total = 0;
  for (int i = 3; i < argc; ++i) {
    const fs::path page = argv[i];
    const std::string chapter = page.parent_path().filename();
    std::string pattern =
        (fs::temp_directory_path() / "blocks-XXXXXX").string();
    const char* work = mkdtemp(pattern.data());
    if (!work) fail("mkdtemp");
    const std::string text = read_file(page);
    std::vector<Lines> contents;
    for (const Block& block : blocks_of(text)) {
      ++total;
      try {
        contents.push_back(check_block(block, chapter, work, fill));
      } catch (const std::exception& error) {
        ++failed;
        fmt::print(stderr, "{}:{}: {}\n", page.string(), block.line,
                   error.what());
      }
    }
    fs::remove_all(work);
    if (fill && failed == 0) fmt::print("{}", page_with(text, contents));
  }
  fmt::print(stderr, "{} blocks, {} not as they should be\n", total, failed);
  return failed == 0 && (fill || total > 0) ? 0 : 1;
} catch (const std::exception& error) {
  fmt::print(stderr, "blocks: {}\n", error.what());
  return 1;
}
