#include "commands.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <system_error>
#include <thread>

#include "hints.hpp"
#include "machine.hpp"
#include "progress.hpp"
#include "session.hpp"
#include "system.hpp"
#include "text.hpp"

namespace fs = std::filesystem;

namespace {

// Runs a command to its end, its output in `log` or ours. Gives its exit
// status.
int spawn_and_wait(const std::vector<std::string>& words,
                   const fs::path& log = {}) {
  std::vector<char*> argv;
  for (const std::string& word : words) {
    argv.push_back(const_cast<char*>(word.c_str()));
  }
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (!log.empty()) {
    posix_spawn_file_actions_addopen(&actions, 1, log.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0666);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
  }
  pid_t child = 0;
  const int error =
      posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    throw std::system_error(error, std::generic_category(), words[0]);
  }
  const int status = wait_for(child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Like `make chapter-NN`, but the current chapter stays.
std::vector<std::string> build_command(const Chapter& chapter) {
  return {places().root / "tests" / "checker" / "build.sh", places().build,
          chapter.number};
}

// Judges it in a process of its own.
std::vector<std::string> judge_command(const Chapter& chapter) {
  return {"/proc/self/exe", "--root", places().root, chapter.number};
}

}  // namespace

int give_hint(const Chapter& chapter) {
  Progress progress = load_progress(chapter.number);
  if (progress.todo.empty() && progress.judged) {
    fmt::print("All checks of chapter {} held when they were last run.\n",
               chapter.number);
    return 0;
  }
  if (progress.todo.empty()) {
    fmt::print("No check of chapter {} has failed yet: run ./check first.\n",
               chapter.number);
    return 1;
  }
  const std::vector<std::string> hints =
      read_hints(read_file(hints_file(chapter)))[progress.todo];
  if (hints.empty()) {
    fmt::print("There are no hints for TODO {}.\n", progress.todo);
    return 1;
  }
  const int total = static_cast<int>(hints.size());
  const int now = std::min(progress.hints + 1, total);
  fmt::print("TODO {}, hint {} of {}:\n", progress.todo, now, total);
  for (const std::string& line : lines_of(hints[now - 1])) {
    fmt::print("  {}\n", line);
  }
  if (now == total) {
    fmt::print("That was the last. One right answer: ./check --solution\n");
  }
  progress.hints = now;
  save_progress(chapter.number, progress);
  return 0;
}

int show_solution(const Chapter& chapter) {
  const fs::path mine = learner_file(chapter);
  const fs::path solution = solution_file(chapter);
  std::cout << std::flush;
  const int status =
      spawn_and_wait({"diff", "-u", "--label", shown(mine), "--label",
                      shown(solution), mine, solution});
  if (status == 0) fmt::print("Your file is the solution, to the letter.\n");
  return status > 1 ? status : 0;
}

int reset(const Chapter& chapter) {
  const fs::path mine = learner_file(chapter);
  const std::string start = start_of(chapter);
  if (fs::exists(mine) && read_file(mine) == start) {
    fmt::print("{} is as it was at the start.\n", shown(mine));
    return 0;
  }
  fs::path copy;
  for (int n = 1; copy.empty() || fs::exists(copy); ++n) {
    copy = fmt::format("{}.mine-{}", mine.string(), n);
  }
  fmt::print("Put {} back to its start?\nYour work is kept as {}. [y/N] ",
             shown(mine), shown(copy));
  std::fflush(stdout);
  std::string answer;
  std::getline(std::cin, answer);
  if (answer != "y" && answer != "Y" && answer != "yes") {
    fmt::print("Nothing was changed.\n");
    return 1;
  }
  if (fs::exists(mine)) fs::rename(mine, copy);
  std::ofstream out(mine);
  out << start;
  if (!out.flush()) {
    fail(mine.c_str());
  }
  save_progress(chapter.number, {});
  fmt::print("Done. Begin again with make chapter-{} && ./check\n",
             chapter.number);
  return 0;
}

int doctor() {
  bool fit = true;
  for (const Finding& finding : examine_machine()) {
    fmt::print("  {:<5} {:<11} {}\n",
               finding.works    ? "ok"
               : finding.needed ? "FAIL"
                                : "--",
               finding.name, finding.what);
    if (!finding.cause.empty())
      fmt::print("        cause  {}\n", finding.cause);
    if (!finding.cure.empty()) fmt::print("        cure   {}\n", finding.cure);
    if (finding.needed && !finding.works) fit = false;
  }
  fmt::print("{}\n",
             fit ? "This machine can do all that the course needs."
                 : "Without these, ./check cannot judge your work here.");
  return fit ? 0 : 77;
}

int list(const Chapter* only) {
  for (const Chapter& chapter : chapters()) {
    if (only && only->number != chapter.number) continue;
    const auto checks = checks_of(chapter);
    if (checks.empty() && fs::exists(checker_of(chapter))) {
      std::fflush(stdout);
      const int status =
          spawn_and_wait({checker_of(chapter), "--root", places().root,
                          chapter.number, "--list"});
      if (status != 0) return status;
      continue;
    }
    fmt::print("{}  {}\n", chapter.name, shown(learner_file(chapter)));
    if (checks.empty()) {
      fmt::print("  its checks are built by make chapter-{}\n", chapter.number);
    }
    for (const CheckResult& check : checks) {
      fmt::print("  {}  {}\n", check.todo, check.title);
    }
  }
  return 0;
}

bool hand_over(const Chapter& chapter, char** argv) {
  const fs::path checker = checker_of(chapter);
  if (!fs::exists(checker)) return false;
  std::fflush(stdout);
  execv(checker.c_str(), argv);
  fail(checker.c_str());
}

int watch(const Chapter& chapter) {
  const fs::path file = learner_file(chapter);
  const fs::path log = places().build / "state" / "watch.log";
  fs::create_directories(log.parent_path());
  for (fs::file_time_type seen{};;) {
    std::error_code error;
    const auto saved = fs::last_write_time(file, error);
    // Editors take the file away for a moment when they save: then wait.
    if (error || saved == seen) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      continue;
    }
    seen = saved;
    if (isatty(1) == 1) fmt::print("\033[H\033[2J");
    std::fflush(stdout);
    if (spawn_and_wait(build_command(chapter), log) == 0) {
      spawn_and_wait(judge_command(chapter));
    } else {
      fmt::print("{}", read_file(log));
    }
    fmt::print("-- watching {}; Ctrl-C ends this\n", shown(file));
    std::fflush(stdout);
  }
}

int check_all(bool json) {
  const fs::path log = places().build / "state" / "all.log";
  const fs::path answer = places().build / "state" / "all.json";
  fs::create_directories(log.parent_path());
  int worst = 0;
  std::vector<std::string> verdicts;
  for (const Chapter& chapter : chapters()) {
    std::fflush(stdout);
    int status = spawn_and_wait(build_command(chapter), log) == 0 ? 0 : 1;
    std::string told = "does not compile yet";
    if (status == 0) {
      std::vector<std::string> command = judge_command(chapter);
      command.push_back(json ? "--json" : "--brief");
      status = spawn_and_wait(command, answer);
      told = read_file(answer);
      if (!told.empty() && told.back() == '\n') told.pop_back();
    } else if (json) {
      told = not_judged(chapter.number, "does not compile",
                        read_file(log).substr(0, 4000));
    }
    worst = std::max(worst, status);
    if (json) {
      verdicts.push_back(told);
    } else {
      fmt::print("  {:<5} {:<16} {}\n", status == 0 ? "ok" : "--", chapter.name,
                 told);
    }
  }
  if (json) fmt::print("{}", joined_json(verdicts));
  return worst;
}
