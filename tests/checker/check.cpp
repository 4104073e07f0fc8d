#include "check.hpp"

#include <fmt/format.h>
#include <string.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

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

// Wanted beside got, six rows of them at the most, from just before the first
// that differ. The rows that differ are marked.
std::vector<std::string> side_by_side(const std::vector<std::string>& wanted,
                                      const std::vector<std::string>& got) {
  const auto row = [](const std::vector<std::string>& lines, std::size_t i) {
    return i < lines.size() ? lines[i] : "";
  };
  const std::size_t total = std::max(wanted.size(), got.size());
  std::size_t first = 0;
  while (first < total && first < wanted.size() && first < got.size() &&
         wanted[first] == got[first]) {
    ++first;
  }
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
        fmt::format("{} wanted, {} came; line {} is the first that differs:",
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

// The check does not hold: tells why, and ends it.
[[noreturn]] void end_check(const Run& run, std::vector<std::string> shown,
                            const std::vector<Diagnosis>& diagnoses,
                            const std::string& observation,
                            const std::string& question) {
  const auto clean = [](const std::string& text) {
    return fit(text, text.size());
  };
  Failure failure{.ran = run.command,
                  .shown = std::move(shown),
                  .observation = observation,
                  .question = question};
  const auto proven =
      std::find_if(diagnoses.begin(), diagnoses.end(),
                   [](const Diagnosis& known) { return known.proven; });
  if (proven != diagnoses.end()) {
    failure.mistake = proven->name;
    failure.observation = proven->observation;
    failure.question = proven->question;
    failure.todo = proven->todo;
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

std::string last_line(const Outcome& outcome) {
  const auto lines = lines_of(outcome.err.empty() ? outcome.out : outcome.err);
  return lines.empty() ? "It printed nothing."
                       : "Its last line: " + fit(lines.back(), 60);
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
  } else if (wanted.size() > 1) {
    std::size_t different = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (wanted[i] != got[i]) ++different;
    }
    observation = fmt::format("{} of {} lines {} not as wanted.", different,
                              wanted.size(), different == 1 ? "is" : "are");
  }
  end_check(run, side_by_side(wanted, got), diagnoses, observation, question);
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
            diagnoses, "", question);
}

void needs(bool available, const std::string& what) {
  if (!available) SKIP(what);
}
