#include "check.hpp"

#include <fmt/format.h>
#include <string.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <set>

#include "course.hpp"
#include "session.hpp"
#include "system.hpp"

namespace {

using End = Outcome::End;

// `text` with everything but printable ASCII replaced, cut to `width` columns.
std::string fit(std::string text, std::size_t width) {
  for (char& c : text) {
    if (c == '\t') c = ' ';
    if (c < ' ' || c > '~') c = '?';
  }
  if (text.size() <= width) return text;
  return text.substr(0, width - 3) + "...";
}

constexpr std::size_t column = 32;  // wide, each of the two

std::string row(const std::vector<std::string>& lines, std::size_t i) {
  return i < lines.size() ? lines[i] : "";
}

bool is_part_of_word(char c) { return isalnum(c) != 0 || c == '_'; }

// Does the text speak of `word`?
bool speaks_of(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); !word.empty() && at != text.npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_part_of_word(text[at - 1])) &&
        (end == text.size() || !is_part_of_word(text[end]))) {
      return true;
    }
  }
  return false;
}

// The row that is shown first: of those that differ the first of which the
// explanation speaks, or else the first.
std::size_t row_to_show(const std::vector<std::string>& wanted,
                        const std::vector<std::string>& got,
                        const std::string& explanation) {
  const std::size_t total = std::max(wanted.size(), got.size());
  std::vector<std::size_t> different;
  for (std::size_t i = 0; i < total; ++i) {
    const bool both = i < wanted.size() && i < got.size();
    if (!both || wanted[i] != got[i]) different.push_back(i);
  }
  const auto spoken_of = [&](auto part) {
    return std::find_if(different.begin(), different.end(), [&](std::size_t i) {
      return speaks_of(explanation, part(row(got, i))) ||
             speaks_of(explanation, part(row(wanted, i)));
    });
  };
  // A whole row, or the call that it begins with.
  auto found = spoken_of([](const std::string& line) { return line; });
  if (found == different.end()) {
    found = spoken_of([](const std::string& line) {
      const std::string call = line.substr(0, line.find(' '));
      return call.size() > 1 ? call : "";
    });
  }
  if (found != different.end()) return *found;
  return different.empty() ? total : different.front();
}

// Wanted beside got, six rows of them at the most, from just before `first`.
// The rows that differ are marked.
std::vector<std::string> side_by_side(const std::vector<std::string>& wanted,
                                      const std::vector<std::string>& got,
                                      std::size_t first) {
  const std::size_t total = std::max(wanted.size(), got.size());
  // Long lines do not fit beside each other: then the first that differ, one
  // above the other, from a little before the difference.
  std::size_t longest = 0;
  for (std::size_t i = 0; i < total; ++i) {
    longest = std::max({longest, row(wanted, i).size(), row(got, i).size()});
  }
  if (longest > column && first < total) {
    std::string want = row(wanted, first);
    std::string have = row(got, first);
    std::size_t same = 0;
    while (same < want.size() && same < have.size() &&
           want[same] == have[same]) {
      ++same;
    }
    if (std::max(want.size(), have.size()) > 66 && same > 20) {
      const std::size_t cut = same - 20;
      want = "..." + want.substr(cut);
      have = "..." + have.substr(cut);
    }
    return {
        fmt::format("{} wanted, {} came; line {} differs:",
                    wanted.size() == 1 ? "1 line"
                                       : fmt::format("{} lines", wanted.size()),
                    got.size(), first + 1),
        "want  " + (first < wanted.size() ? fit(want, 66) : "(no line)"),
        "got   " + (first < got.size() ? fit(have, 66) : "(no line)")};
  }
  constexpr std::size_t most = 6;
  std::size_t begin = first == 0 ? 0 : first - 1;
  if (begin + most > total) begin = total > most ? total - most : 0;
  const std::size_t end = std::min(begin + most, total);
  std::vector<std::string> table = {
      fmt::format("      {:<33} got ({} {})",
                  fmt::format("wanted ({} {})", wanted.size(),
                              wanted.size() == 1 ? "line" : "lines"),
                  got.size(), got.size() == 1 ? "line" : "lines")};
  for (std::size_t i = begin; i < end; ++i) {
    const bool same =
        i < wanted.size() && i < got.size() && wanted[i] == got[i];
    table.push_back(fmt::format("{:>4}  {:<32}{} {}", i + 1,
                                fit(row(wanted, i), column), same ? ' ' : '<',
                                fit(row(got, i), column)));
  }
  if (end < total)
    table.push_back(fmt::format("      ... {} more", total - end));
  return table;
}

const Diagnosis* proven_of(const std::vector<Diagnosis>& diagnoses) {
  const auto proven =
      std::find_if(diagnoses.begin(), diagnoses.end(),
                   [](const Diagnosis& known) { return known.proven; });
  return proven == diagnoses.end() ? nullptr : &*proven;
}

// What the program itself said of its end: its last line, "chapter-02: ptrace:
// Invalid argument", if it ended with status 1. The part behind its name.
std::string own_word(const Run& run) {
  if (run.outcome.end != End::exited || run.outcome.code != 1) return "";
  const auto lines = run.trace();
  if (lines.empty()) return "";
  const std::string& number = current_chapter().number;
  for (const std::string& name : {"chapter-" + number, "probe-" + number}) {
    if (lines.back().rfind(name + ": ", 0) == 0) {
      return lines.back().substr(name.size() + 2);
    }
  }
  return "";
}

// That line, as it is shown.
std::string said(const Run& run) {
  return "said  " + fit(run.trace().back(), 66);
}

// Does a diagnosis take account of that word? It need not where the error can
// be a consequence of the mistake: waitpid finds no child, ptrace no tracee.
// But who hands over wrong arguments is told so, and nothing else that is only
// likely.
bool accounts_for(const Diagnosis& diagnosis, const std::string& word) {
  const auto colon = word.find(": ");
  if (colon == word.npos) return true;
  const std::string error = word.substr(colon + 2);
  if (error != strerror(EINVAL) && error != strerror(EIO) &&
      error != strerror(EFAULT)) {
    return true;
  }
  const std::string text = diagnosis.observation + " " + diagnosis.question;
  return speaks_of(text, word.substr(0, colon)) || speaks_of(text, error);
}

// " -95 is EOPNOTSUPP (Operation not supported)." for a result that came, if it
// is such a number. -1 is left alone: too often it only says that there is
// none.
std::string errno_told(const std::string& got) {
  const auto at = got.rfind(' ');
  const std::string last = at == got.npos ? got : got.substr(at + 1);
  char* end = nullptr;
  const long number = std::strtol(last.c_str(), &end, 10);
  if (number >= -1 || number < -4095 || *end != '\0') return "";
  const int error = static_cast<int>(-number);
  const std::string text = strerror(error);
  if (text.rfind("Unknown error", 0) == 0 || text == "No error information") {
    return "";
  }
#ifdef __GLIBC__
  if (const char* name = strerrorname_np(error)) {
    return fmt::format(" {} is {} ({}).", number, name, text);
  }
#endif
  return fmt::format(" {} is \"{}\".", number, text);
}

// The check does not hold: tells why, and ends it. `got` is the first line that
// is not as wanted.
[[noreturn]] void end_check(const Run& run, std::vector<std::string> shown,
                            const std::vector<Diagnosis>& diagnoses,
                            const std::string& observation,
                            const std::string& question,
                            const std::string& got = "") {
  const auto clean = [](const std::string& text) {
    return fit(text, text.size());
  };
  Failure failure{.ran = run.command,
                  .shown = std::move(shown),
                  .observation = observation + errno_told(got),
                  .question = question};
  const Diagnosis* proven = proven_of(diagnoses);
  const std::string word = own_word(run);
  if (!word.empty() && got != run.trace().back()) {
    failure.shown.insert(failure.shown.begin(), said(run));
  }
  if (proven && (word.empty() || accounts_for(*proven, word))) {
    failure.mistake = proven->name;
    failure.observation = proven->observation;
    failure.question = proven->question;
    failure.todo = proven->todo;
  } else if (!word.empty()) {
    failure.observation = "It ended with status 1, and said why.";
    failure.question = "Which call of yours failed there, and with what?";
  }
  failure.observation = clean(failure.observation);
  failure.question = clean(failure.question);
  record(failure);
  FAIL("what the program did is not what was wanted. "
       << failure.observation << " " << failure.question
       << (failure.mistake.empty() ? "" : " Known mistake: ")
       << failure.mistake);
  throw std::logic_error("FAIL came back");
}

// How the program ended, in a sentence for each way.
std::string ending(const Outcome& outcome) {
  switch (outcome.end) {
    case End::exited:
      return fmt::format("exit status {}", outcome.code);
    case End::signalled:
      return fmt::format("killed by {}", signal_name(outcome.code));
    case End::timed_out:
      return fmt::format("still running after {:.1f} s",
                         outcome.elapsed.count() / 1000.0);
    case End::flooded:
      return fmt::format("more than {} kB of output",
                         (outcome.out.size() + outcome.err.size()) / 1000);
    case End::too_many_processes:
      return "too many processes";
    case End::not_started:
      return fmt::format("not started: {}", strerror(outcome.code));
  }
  return "";
}

// By how much the one number differs that two lines do not have in common; none
// if there is more to it.
std::optional<long> difference(const std::string& wanted,
                               const std::string& got) {
  const auto of_number = [](char c) {
    return c == '-' || (c >= '0' && c <= '9');
  };
  const std::size_t shorter = std::min(wanted.size(), got.size());
  std::size_t before = 0;
  while (before < shorter && wanted[before] == got[before]) ++before;
  while (before > 0 && of_number(wanted[before - 1])) --before;
  std::size_t after = 0;
  const auto same_from_end = [&] {
    return wanted[wanted.size() - 1 - after] == got[got.size() - 1 - after];
  };
  while (before + after < shorter && same_from_end()) ++after;
  while (after > 0 && of_number(wanted[wanted.size() - after])) --after;
  const auto number = [&](const std::string& line) -> std::optional<long> {
    static const Pattern number("-?[0-9]{1,18}");
    const std::string text = line.substr(before, line.size() - before - after);
    if (number.match(text).empty()) return {};
    return std::stol(text);
  };
  const auto a = number(wanted), b = number(got);
  if (!a || !b) return {};
  return *b - *a;
}

// How many of as many lines differ, and what the differences have in common.
std::string compared(const std::vector<std::string>& wanted,
                     const std::vector<std::string>& got) {
  std::size_t different = 0;
  std::set<std::optional<long>> distances;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i] == got[i]) continue;
    ++different;
    distances.insert(difference(wanted[i], got[i]));
  }
  const std::string count =
      different == wanted.size()
          ? fmt::format("All {} lines", different)
          : fmt::format("{} of {} lines", different, wanted.size());
  if (distances.size() == 1 && *distances.begin() && different > 1) {
    const long by = **distances.begin();
    return fmt::format("{} differ by the same: a number is {} too {}.", count,
                       std::abs(by), by > 0 ? "high" : "low");
  }
  if (wanted.size() == 1) return "";
  return fmt::format("{} {} not as wanted.", count,
                     different == 1 ? "is" : "are");
}

std::string last_line(const Outcome& outcome) {
  const auto lines = lines_of(outcome.err.empty() ? outcome.out : outcome.err);
  if (lines.empty()) return "It printed nothing.";
  const std::string& last = lines.back();
  // "FILE:LINE: FUNCTION: Assertion 'CONDITION' failed.": all but the function,
  // which is long, and a library's.
  const auto assertion = last.find(": Assertion ");
  const auto function = last.find(": ");
  if (assertion != last.npos && last.size() > 60) {
    return "Its last line: " + fit(last.substr(0, function), 60) +
           fit(last.substr(assertion), 80);
  }
  return "Its last line: " + fit(last, 60);
}

std::string observation_of(const Outcome& outcome) {
  switch (outcome.end) {
    case End::exited:
      return last_line(outcome);
    case End::signalled:
      return fmt::format("Your tracer itself was ended by {}. {}",
                         signal_name(outcome.code), last_line(outcome));
    case End::timed_out:
      return fmt::format(
          "It was still running after {:.1f} s and was ended. {}",
          outcome.elapsed.count() / 1000.0, last_line(outcome));
    case End::flooded:
      return fmt::format("It printed without end; it was ended at {} kB. {}",
                         (outcome.out.size() + outcome.err.size()) / 1000,
                         last_line(outcome));
    case End::too_many_processes:
      return "It started processes without end, and was ended with them all.";
    case End::not_started:
      return fmt::format("The program could not be started: {}.",
                         strerror(outcome.code));
  }
  return "";
}

std::string question_of(const Outcome& outcome) {
  switch (outcome.end) {
    case End::timed_out:
      return "What does it wait for, or repeat, that never comes to an end?";
    case End::flooded:
      return "Which loop prints, and what should end it?";
    case End::too_many_processes:
      return "Which process goes on after the fork, and where does it go?";
    case End::not_started:
      return "Was it built? Run make again.";
    case End::signalled:
      return "At which line did it die? Try it in a debugger: gdb --args.";
    case End::exited:
      return outcome.err.empty() || lines_of(outcome.err).back()[0] == '+'
                 ? "Where does this exit status come from?"
                 : "Which call failed there, and with what?";
  }
  return "";
}

Run run_limited(std::string command, const std::vector<std::string>& words,
                RunOptions options) {
  if (sanitized()) options.limits.memory = 0;  // they reserve terabytes
  return {std::move(command), run(words, options)};
}

// The command as it can be typed at the root: paths cut, words quoted.
std::string typed(const std::vector<std::string>& words) {
  std::string command;
  for (const std::string& word : words) {
    if (!command.empty()) command += ' ';
    std::string cut = word;
    const std::string root = places().root.string() + "/";
    for (std::size_t at; (at = cut.find(root)) != cut.npos;) {
      cut.erase(at, root.size());
    }
    if (cut.empty() || cut.find_first_of(" $;|&<>()'\"\\*?") != cut.npos) {
      command += "'" + cut + "'";
    } else {
      command += cut;
    }
  }
  return command;
}

}  // namespace

std::vector<std::string> Run::trace() const { return lines_of(outcome.err); }

int count_equal(const std::vector<std::string>& lines,
                const std::string& what) {
  return static_cast<int>(std::count(lines.begin(), lines.end(), what));
}

int count_with(const std::vector<std::string>& lines, const std::string& what) {
  return static_cast<int>(std::count_if(
      lines.begin(), lines.end(),
      [&](const std::string& line) { return line.find(what) != line.npos; }));
}

std::string tracee(const std::string& name) {
  return places().build / "tracees" / name;
}

Run run_other(std::vector<std::string> words, const RunOptions& options) {
  const std::string program = program_of(current_chapter());
  // The learner's program is shown where the learner has it.
  std::vector<std::string> seen = words;
  const auto put = [](std::vector<std::string>& in, const std::string& what) {
    for (std::string& word : in) {
      for (std::size_t at; (at = word.find("{}")) != word.npos;) {
        word.replace(at, 2, what);
      }
    }
  };
  put(words, program);
  put(seen, "build/" + program_of(current_chapter()).filename().string());
  return run_limited(typed(seen), words, options);
}

Run run_chapter(const std::vector<std::string>& args,
                const RunOptions& options) {
  std::vector<std::string> words = {"{}"};
  words.insert(words.end(), args.begin(), args.end());
  return run_other(words, options);
}

Run run_probe(const std::vector<std::string>& args, const RunOptions& options) {
  const std::filesystem::path probe = probe_of(current_chapter());
  std::vector<std::string> words = {probe};
  words.insert(words.end(), args.begin(), args.end());
  std::vector<std::string> seen = words;
  seen[0] = "build/" + probe.filename().string();
  return run_limited(typed(seen), words, options);
}

void expect_end(const Run& run, int status,
                const std::vector<Diagnosis>& diagnoses) {
  const Outcome& outcome = run.outcome;
  if (outcome.end == End::exited && outcome.code == status) {
    SUCCEED();
    return;
  }
  CAPTURE(outcome.out, outcome.err);
  end_check(run,
            {fmt::format("want  exit status {}", status),
             fmt::format("got   {}", ending(outcome))},
            diagnoses, observation_of(outcome), question_of(outcome));
}

void expect_lines(const Run& run, const std::vector<std::string>& wanted,
                  const std::vector<std::string>& got,
                  const std::vector<Diagnosis>& diagnoses,
                  const std::string& question) {
  if (wanted == got) {
    SUCCEED();
    return;
  }
  CAPTURE(wanted, got);
  std::string observation;
  if (got.empty()) {
    observation = fmt::format(
        "Nothing came where {} {} wanted ({}).", wanted.size(),
        wanted.size() == 1 ? "line was" : "lines were", ending(run.outcome));
  } else if (got.size() != wanted.size()) {
    observation = fmt::format("{} {} came where {} {} wanted.", got.size(),
                              got.size() == 1 ? "line" : "lines", wanted.size(),
                              wanted.size() == 1 ? "was" : "were");
  } else {
    observation = compared(wanted, got);
  }
  const Diagnosis* proven = proven_of(diagnoses);
  const std::size_t first =
      row_to_show(wanted, got, proven ? proven->observation : "");
  end_check(run, side_by_side(wanted, got, first), diagnoses, observation,
            question, row(got, first));
}

void expect(const Run& run, bool holds, const std::string& wanted,
            const std::string& got, const std::vector<Diagnosis>& diagnoses,
            const std::string& question) {
  if (holds) {
    SUCCEED();
    return;
  }
  CAPTURE(wanted, got);
  end_check(run, {"want  " + fit(wanted, 66), "got   " + fit(got, 66)},
            diagnoses, "", question, got);
}

void needs(bool available, const std::string& what) {
  if (!available) SKIP(what);
}
