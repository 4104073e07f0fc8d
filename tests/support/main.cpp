// The checker: judges a learner's chapter. ./check runs it.
#include <fmt/format.h>
#include <getopt.h>

#include <exception>
#include <filesystem>

#include "commands.hpp"
#include "machine.hpp"
#include "progress.hpp"
#include "regions.hpp"
#include "session.hpp"

namespace {

constexpr char usage[] =
    "usage: ./check [CHAPTER] [OPTION]\n"
    "Judges the chapter that was built last, or CHAPTER (3, 03, "
    "03-enter-exit).\n"
    "  --hint         the next of three hints for what failed last\n"
    "  --solution     your file beside one right answer, as a diff\n"
    "  --verbose      what the checker compared, in full\n"
    "  --watch        build and check again whenever you save\n"
    "  --all          all chapters, one line each\n"
    "  --list         all checks of all chapters\n"
    "  --reset        your file back to its start; a copy is kept\n"
    "  --doctor       can this machine do what the course needs?\n"
    "  --json         the verdict as JSON (also with --all)\n"
    "  --junit FILE   Catch2's JUnit report, too\n"
    "  --programs DIR --file FILE   judge programs built elsewhere from FILE\n"
    "  --root DIR     judge another copy of the repository, with this checker\n"
    "Exit status: 0 all checks hold, 1 one does not, 2 wrong usage,\n"
    "77 this machine forbids what the chapter needs, 70 the checker broke.\n";

enum Ending { fine = 0, failed = 1, wrong_usage = 2, broken = 70, unfit = 77 };

struct Wrong {
  std::string message;
};

struct Request {
  std::string chapter;
  enum { check, hint, solution, watch, all, list, reset, doctor } what = check;
  bool json = false;
  bool brief = false;  // one line, for --all
  SessionOptions session;
};

Request read_request(int argc, char** argv) {
  Request request;
  enum { verbose = 256, json, brief, junit, programs, file, root };
  const option long_options[] = {
      {"hint", no_argument, nullptr, Request::hint},
      {"solution", no_argument, nullptr, Request::solution},
      {"watch", no_argument, nullptr, Request::watch},
      {"all", no_argument, nullptr, Request::all},
      {"list", no_argument, nullptr, Request::list},
      {"reset", no_argument, nullptr, Request::reset},
      {"doctor", no_argument, nullptr, Request::doctor},
      {"verbose", no_argument, nullptr, verbose},
      {"json", no_argument, nullptr, json},
      {"brief", no_argument, nullptr, brief},
      {"junit", required_argument, nullptr, junit},
      {"programs", required_argument, nullptr, programs},
      {"file", required_argument, nullptr, file},
      {"root", required_argument, nullptr, root},
      {"help", no_argument, nullptr, 'h'},
      {nullptr, 0, nullptr, 0}};
  opterr = 0;
  for (int c;
       (c = getopt_long(argc, argv, "h", long_options, nullptr)) != -1;) {
    switch (c) {
      case verbose:
        request.session.verbose = true;
        break;
      case json:
        request.json = true;
        break;
      case brief:
        request.brief = true;
        break;
      case junit:
        request.session.junit = optarg;
        break;
      case programs:
        places().programs = std::filesystem::absolute(optarg);
        break;
      case file:
        places().file = std::filesystem::absolute(optarg);
        break;
      case root:
        places().root = std::filesystem::absolute(optarg).lexically_normal();
        places().build = places().programs = places().root / "build";
        break;
      case 'h':
        fmt::print("{}", usage);
        std::exit(fine);
      case '?':
        throw Wrong{fmt::format("wrong option '{}'", argv[optind - 1])};
      default:
        if (request.what != Request::check) {
          throw Wrong{"one thing at a time"};
        }
        request.what = static_cast<decltype(request.what)>(c);
    }
  }
  if (places().programs != places().build && places().file.empty()) {
    throw Wrong{"--programs wants --file, the file that they were built from"};
  }
  if (!places().file.empty() && places().programs == places().build) {
    throw Wrong{"--file wants --programs, where its programs are"};
  }
  if (!places().file.empty() && !std::filesystem::exists(places().file)) {
    throw Wrong{fmt::format("there is no file '{}'", places().file.string())};
  }
  if (request.json && request.session.verbose) {
    throw Wrong{"--json and --verbose do not go together"};
  }
  if (argc - optind > 1) throw Wrong{"one chapter at a time"};
  if (optind < argc) {
    request.chapter = argv[optind];
    if (!find_chapter(request.chapter)) {
      throw Wrong{fmt::format("there is no chapter '{}'", request.chapter)};
    }
  }
  return request;
}

// Why the programs are not those of the file as it is now; "" if they are.
std::string stale(const Chapter& chapter) {
  namespace fs = std::filesystem;
  const fs::path program = places().programs / ("chapter-" + chapter.number);
  const fs::path probe = places().programs / ("probe-" + chapter.number);
  const fs::path file = learner_file(chapter);
  if (!fs::exists(program) || !fs::exists(probe)) {
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

int check(const Request& request, const Chapter& chapter) {
  const std::string old = stale(chapter);
  if (!old.empty() && request.json) {
    fmt::print("{}", not_judged(chapter.number, "stale", old));
    return failed;
  }
  if (!old.empty()) {
    fmt::print("chapter {}   {}\n{}", chapter.number,
               shown(learner_file(chapter)), old);
    return failed;
  }
  const auto findings = examine_machine();
  const Finding* forbidden = obstacle(findings, chapter.number);
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
  Verdict verdict = check_chapter(chapter.number, request.session);
  const bool learners = places().file.empty();
  verdict.current = !learners || remembered_chapter() == chapter.number;
  if (learners) look_back(verdict);
  if (request.json) {
    fmt::print("{}", as_json(verdict));
  } else if (request.brief) {
    fmt::print("{}\n", as_brief(verdict));
  } else {
    fmt::print("{}", as_text(verdict));
  }
  if (!verdict.broken.empty()) return broken;
  if (learners) look_ahead(verdict);
  return verdict.all_hold() ? fine : failed;
}

int obey(const Request& request) {
  if (request.what == Request::doctor) return doctor();
  if (request.what == Request::list) return list();
  if (request.what == Request::all) {
    if (!request.chapter.empty() || !places().file.empty() ||
        !request.session.junit.empty() || request.session.verbose) {
      throw Wrong{"--all goes with --json and --root only"};
    }
    return check_all(request.json);
  }
  const std::string word =
      request.chapter.empty() ? remembered_chapter() : request.chapter;
  const Chapter* chapter = find_chapter(word);
  if (!chapter) {
    throw Wrong{"no chapter was built yet; begin with make chapter-01"};
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
      return check(request, *chapter);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  places() = {COURSE_ROOT, COURSE_BUILD, COURSE_BUILD, ""};
  return obey(read_request(argc, argv));
} catch (const Wrong& wrong) {
  fmt::print(stderr, "check: {}; see ./check --help\n", wrong.message);
  return wrong_usage;
} catch (const std::exception& error) {
  fmt::print(stderr, "check: the checker itself broke: {}\n", error.what());
  return broken;
}
