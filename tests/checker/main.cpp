// The checker: judges a learner's chapter. ./check runs it.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>

#include "commands.hpp"
#include "machine.hpp"
#include "options.hpp"
#include "progress.hpp"
#include "session.hpp"
#include "system.hpp"
#include "text.hpp"

namespace {

namespace fs = std::filesystem;

enum Ending { fine = 0, failed = 1, wrong_usage = 2, broken = 70, unfit = 77 };

struct Request {
  std::string chapter;
  enum { check, hint, solution, watch, all, list, reset, doctor } what = check;
  bool json = false;
  bool brief = false;  // one line, for --all
  bool help = false;
  std::string junit;  // the file for it
  SessionOptions session;
  char** argv = nullptr;
};

// One of the things that are done instead of checking.
template <auto what>
void set_what(Request& request, const std::string&) {
  if (request.what != Request::check) throw BadUsage("one thing at a time");
  request.what = what;
}

constexpr Option<Request> options[] = {
    {0, "hint", nullptr, "the next of three hints for what failed last",
     set_what<Request::hint>},
    {0, "solution", nullptr, "your file beside one right answer, as a diff",
     set_what<Request::solution>},
    {0, "verbose", nullptr, "what the checker compared, in full",
     [](Request& r, const std::string&) { r.session.verbose = true; }},
    {0, "watch", nullptr, "build and check again whenever you save",
     set_what<Request::watch>},
    {0, "all", nullptr, "all chapters, one line each", set_what<Request::all>},
    {0, "list", nullptr, "all checks of all chapters, or of CHAPTER",
     set_what<Request::list>},
    {0, "reset", nullptr, "your file back to its start; a copy is kept",
     set_what<Request::reset>},
    {0, "doctor", nullptr, "can this machine do what the course needs?",
     set_what<Request::doctor>},
    {0, "json", nullptr, "the verdict as JSON (also with --all)",
     [](Request& r, const std::string&) { r.json = true; }},
    {0, "brief", nullptr, "the verdict in one line",
     [](Request& r, const std::string&) { r.brief = true; }},
    {0, "junit", "FILE",
     "the verdict as JUnit, too: all checks, also those not run",
     [](Request& r, const std::string& file) { r.junit = file; }},
    {0, "programs", "DIR", "judge programs built elsewhere; with --file",
     [](Request&, const std::string& directory) {
       places().programs = fs::absolute(directory);
     }},
    {0, "file", "FILE", "the file that they were built from",
     [](Request&, const std::string& file) {
       places().file = fs::absolute(file).lexically_normal();
     }},
    {0, "root", "DIR", "judge another copy of the repository",
     [](Request&, const std::string& directory) {
       places().root = fs::absolute(directory).lexically_normal();
       places().build = places().programs = places().root / "build";
     }},
    {'h', "help", nullptr, "this text",
     [](Request& r, const std::string&) { r.help = true; }},
};

void print_help() {
  fmt::print(
      "usage: ./check [OPTION...] [CHAPTER] [OPTION...]\n"
      "Judges the chapter that was built last, or CHAPTER (3, 03, "
      "03-enter-exit).\n");
  for (const auto& option : options) {
    fmt::print(
        "  {:<15} {}\n",
        fmt::format("--{} {}", option.name, option.value ? option.value : ""),
        option.help);
  }
  fmt::print(
      "Exit status: 0 all checks hold, 1 one does not, 2 wrong usage,\n"
      "77 this machine forbids what the chapter needs, 70 the checker "
      "broke.\n");
}

Request read_request(int argc, char** argv) {
  Request request;
  request.argv = argv;
  // Options stand before the chapter and after it.
  std::vector<std::string> words;
  for (int done = 0; done < argc;) {
    optind = 0;  // glibc: begin anew
    auto rest =
        read_options<Request>(argc - done, argv + done, options, request);
    if (rest.empty()) break;
    words.push_back(rest.front());
    done = argc - static_cast<int>(rest.size());
  }
  if (request.help) return request;
  if (places().programs != places().build && places().file.empty()) {
    throw BadUsage(
        "--programs wants --file, the file that they were built from");
  }
  if (!places().file.empty() && places().programs == places().build) {
    throw BadUsage("--file wants --programs, where its programs are");
  }
  if (!places().file.empty() && !fs::exists(places().file)) {
    throw BadUsage(
        fmt::format("there is no file '{}'", places().file.string()));
  }
  if (request.json && request.session.verbose) {
    throw BadUsage("--json and --verbose do not go together");
  }
  if (words.size() > 1) throw BadUsage("one chapter at a time");
  if (!words.empty()) {
    request.chapter = words.front();
    if (!find_chapter(request.chapter)) {
      throw BadUsage(fmt::format("there is no chapter '{}'", request.chapter));
    }
  }
  return request;
}

// Why the programs are not those of the file as it is now; "" if they are.
std::string stale(const Chapter& chapter) {
  const fs::path program = program_of(chapter);
  const fs::path file = learner_file(chapter);
  if (!fs::exists(program) ||
      (has_probe(chapter) && !fs::exists(probe_of(chapter)))) {
    return fmt::format("It has not been built. Run make chapter-{}.\n",
                       chapter.number);
  }
  if (fs::last_write_time(program) >= fs::last_write_time(file)) return "";
  std::string text = fmt::format(
      "It was changed after the last build that went well, so there is "
      "nothing\n"
      "new to check. Run make chapter-{}; the first error it shows is the one "
      "to read.\n",
      chapter.number);
  if (read_file(file).find("<linux/ptrace.h>") != std::string::npos) {
    text +=
        "You include <linux/ptrace.h>. After <sys/ptrace.h>, which launch.hpp\n"
        "includes, it turns the names PTRACE_... into numbers, and C++ does "
        "not\n"
        "take a number for a __ptrace_request. Leave it out.\n"
        "Known mistake: linux-ptrace-h\n";
  }
  return text;
}

void write_junit(const Request& request, const std::string& xml) {
  if (request.junit.empty()) return;
  std::ofstream out(request.junit);
  out << xml;
  if (!out.flush()) fail(request.junit.c_str());
}

// On a terminal, unless the user wants none: no-color.org.
bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(1) == 1 && (!no_colour || *no_colour == '\0') && terminal &&
         std::string(terminal) != "dumb";
}

int judge(const Request& request, const Chapter& chapter) {
  const std::string old = stale(chapter);
  if (!old.empty()) {
    write_junit(request, not_judged_junit(chapter.number, "stale", old));
  }
  if (!old.empty() && request.json) {
    fmt::print("{}", not_judged(chapter.number, "stale", old));
    return failed;
  }
  if (!old.empty()) {
    fmt::print("chapter {}   {}\n{}", chapter.number,
               shown(learner_file(chapter)), old);
    return failed;
  }
  if (checks_of(chapter).empty() && !hand_over(chapter, request.argv)) {
    throw std::runtime_error(fmt::format(
        "the checks of chapter {} are missing: make checker-{} builds them",
        chapter.number, chapter.number));
  }
  const auto findings = examine_machine();
  const Finding* forbidden = obstacle(findings, told_of_chapter().needs);
  if (forbidden) {
    write_junit(request,
                not_judged_junit(chapter.number, "unfit",
                                 forbidden->name + ": " + forbidden->cause));
  }
  if (forbidden && request.json) {
    fmt::print("{}", not_judged(chapter.number, "unfit",
                                forbidden->name + ": " + forbidden->cause));
    return unfit;
  }
  if (forbidden) {
    fmt::print(
        "chapter {}   This machine forbids what it needs: {}: {}.\n"
        "  cause  {}\n  cure   {}\nYour code was not judged.\n",
        chapter.number, forbidden->name, forbidden->what, forbidden->cause,
        forbidden->cure);
    return unfit;
  }
  Verdict verdict = check_chapter(chapter, request.session);
  const bool learners = places().file.empty();
  verdict.current = !learners || remembered_chapter() == chapter.number;
  if (learners) look_back(verdict);
  write_junit(request, as_junit(verdict));
  if (request.json) {
    fmt::print("{}", as_json(verdict));
  } else if (request.brief) {
    fmt::print("{}\n", as_brief(verdict));
  } else {
    fmt::print("{}", as_text(verdict, wants_colour()));
  }
  if (!verdict.broken.empty()) return broken;
  if (learners) look_ahead(verdict);
  return verdict.all_hold() ? fine : failed;
}

int obey(const Request& request) {
  if (request.help) {
    print_help();
    return fine;
  }
  if (request.what == Request::doctor) return doctor();
  if (request.what == Request::list) {
    return list(request.chapter.empty() ? nullptr
                                        : find_chapter(request.chapter));
  }
  if (request.what == Request::all) {
    if (!request.chapter.empty() || !places().file.empty() ||
        !request.junit.empty() || request.session.verbose) {
      throw BadUsage("--all goes with --json and --root only");
    }
    return check_all(request.json);
  }
  const std::string word =
      request.chapter.empty() ? remembered_chapter() : request.chapter;
  const Chapter* chapter = find_chapter(word);
  if (!chapter && !word.empty()) {
    throw BadUsage(fmt::format(
        "there is no chapter {}, for which make was run last", word));
  }
  if (!chapter) {
    throw BadUsage("no chapter was built yet; begin with make chapter-01");
  }
  switch (request.what) {
    case Request::hint:
      return give_hint(*chapter);
    case Request::solution:
      return show_solution(*chapter);
    case Request::reset:
      return reset(*chapter);
    case Request::watch:
      return watch(*chapter);
    default:
      return judge(request, *chapter);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  places() = course_as_built();
  return obey(read_request(argc, argv));
} catch (const BadUsage& wrong) {
  fmt::print(stderr, "check: {}; see ./check --help\n", wrong.what());
  return wrong_usage;
} catch (const std::exception& error) {
  fmt::print(stderr, "check: the checker itself broke: {}\n", error.what());
  return broken;
}
