// Chapter 09: who runs already is followed, and let go unharmed.
#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "check.hpp"

CHAPTER(.truth =
            "Your tracer attaches to whoever runs already, and harms nobody.",
        .needs = {"ptrace"});

namespace {

using Lines = std::vector<std::string>;

// The probe attaches to tests/tracees/runs-already: `how` are its ways and the
// moment at which it detaches, `what` the tracee's words.
Run attach_to(Lines how, const Lines& what) {
  how.push_back(tracee("runs-already"));
  how.insert(how.end(), what.begin(), what.end());
  return run_probe(how);
}

// chapter-09 -p, and the tracee: a child of the tracer's, since to those even
// Yama lets it attach. cat stays until both are gone.
Run beside(const std::string& what) {
  return run_other({"sh", "-c",
                    "{ (\"$1\" \"$2\" & exec \"$0\" -p $!); "
                    "echo \"status $?\"; } | cat",
                    "{}", tracee("runs-already"), what});
}

bool has(const Run& run, const std::string& line) {
  return count_equal(run.trace(), line) > 0;
}
bool has_part(const Run& run, const std::string& part) {
  const Lines lines = run.trace();
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    return line.find(part) != line.npos;
  });
}
Lines out(const Run& run) { return lines_of(run.outcome.out); }

bool timed_out(const Run& run) {
  return run.outcome.end == Outcome::End::timed_out;
}

// How many threads attach() has made a record of, as "4 records".
std::string records(const Run& run) {
  for (const std::string& line : run.trace()) {
    if (line.size() > 8 && line.ends_with(" records")) return line;
  }
  return run.trace().empty() ? "nothing" : run.trace().back();
}

// The error that went through.
bool thrown(const Run& run, const std::string& what) {
  return run.outcome.code == 1 && has(run, "probe-09: ptrace: " + what);
}

Diagnosis never_ends(const Run& run) {
  const Lines trace = run.trace();
  return {.name = "waits-for-ever",
          .proven = timed_out(run) && !trace.empty() &&
                    trace[0].rfind("A PTRACE_SEIZE", 0) == 0 &&
                    count_with(trace, "A ") == 1,
          .observation =
              "The thread is seized and sleeps in a read, as it did before. "
              "follow() waits for a stop of it, and none comes.",
          .question = "What makes a thread stop that is in no hurry?",
          .todo = "9a"};
}

// What 9d does wrong shows whenever somebody is let go.
Diagnosis hands_over_the_mark(const Run& run) {
  return {
      .name = "hands-over-the-mark",
      .proven = has_part(run, "PTRACE_DETACH 133"),
      .observation =
          "A thread had stopped at a system call, and was to be let go with "
          "signal 133, SIGTRAP | 0x80, the mark of a syscall-stop: "
          "\"Input/output error\", said ptrace.",
      .question =
          "In which of the stops does WSTOPSIG tell of a signal "
          "that somebody has sent?",
      .todo = "9d"};
}
Diagnosis killed_by_its_tracer(const Run& run) {
  return {.name = "killed-by-its-tracer",
          .proven = has_part(run, "PTRACE_DETACH 5") && has(run, "killed by 5"),
          .observation =
              "A thread had stopped for you, was let go with SIGTRAP, and its "
              "process died of that.",
          .question =
              "In which of the stops does WSTOPSIG tell of a signal "
              "that somebody has sent?",
          .todo = "9d"};
}
Diagnosis not_told(const Run& run) {
  return {.name = "let-go-and-not-told",
          .proven = has(run, "A PTRACE_DETACH 0") && !has(run, "A detached"),
          .observation = "A thread was let go, and your observer was not told.",
          .question = "Which function of Observer tells of it?",
          .todo = "9d"};
}

// ---- Refusals -------------------------------------------------------------

struct Question {
  std::string facts;  // "tracer=4 yama=1"; what it does not say is harmless
  std::string wanted;
};

struct Answers {
  Run run;
  Lines wanted, got;
  // The answer to that question; "" if none came.
  std::string operator[](const std::string& facts) const {
    for (const std::string& line : got) {
      if (line.rfind(facts + ": ", 0) == 0) {
        return line.substr(facts.size() + 2);
      }
    }
    return "";
  }
};

Answers ask(const std::vector<Question>& questions) {
  Lines words = {"refusal"};
  for (const Question& question : questions) {
    if (words.size() > 1) words.push_back(",");
    std::string word;
    for (const char c : question.facts + " ") {
      if (c != ' ') {
        word += c;
      } else if (!word.empty()) {
        words.push_back(word);
        word.clear();
      }
    }
  }
  const Run run = run_probe(words);
  expect_end(run, 0);
  const Lines lines = lines_of(run.outcome.out);
  Answers answers{run, {}, {}};
  for (std::size_t i = 0; i < questions.size(); ++i) {
    answers.wanted.push_back(questions[i].facts + ": " + questions[i].wanted);
    answers.got.push_back(questions[i].facts + ": " +
                          (i < lines.size() ? lines[i] : "-"));
  }
  return answers;
}

void expect_refusals(const Answers& answers,
                     const std::vector<Diagnosis>& diagnoses,
                     const std::string& question) {
  expect_lines(answers.run, answers.wanted, answers.got, diagnoses, question);
}

}  // namespace

TEST_CASE("9a a thread that sleeps is seized, and followed to its end",
          "[09]") {
  const Run run = attach_to({"never"}, {"reads"});
  const Diagnosis by_attach{
      .name = "attached-by-a-signal",
      .proven = has(run, "A PTRACE_ATTACH"),
      .observation =
          "PTRACE_ATTACH sends a SIGSTOP, and who attaches so cannot tell it "
          "from one that somebody else sends.",
      .question = "Which request attaches and sends nothing?"};
  const Diagnosis no_options{
      .name = "seized-without-options",
      .proven = has(run, "A signal 5"),
      .observation =
          "Its syscall-stops came as SIGTRAP, without the mark that "
          "PTRACE_O_TRACESYSGOOD gives them, and each was taken for a signal.",
      .question = "What is the last argument of PTRACE_SEIZE?"};
  expect_end(run, 0, {by_attach, no_options, never_ends(run)});
  expect_lines(
      run,
      {"A PTRACE_SEIZE", "A PTRACE_INTERRUPT", "1 records", "A entered read",
       "A left read", "A entered write", "A left write", "A entered exit_group",
       "A left exit_group, without a result", "A ended 0"},
      [&] {
        Lines lines = run.trace();
        for (std::string& line : lines) {
          if (line == "A PTRACE_SEIZE EXITKILL") {
            line = "A PTRACE_SEIZE";  // that is the next check's
          }
        }
        return lines;
      }(),
      {by_attach, no_options},
      "Which two requests does ptrace(2) have for this, and in which "
      "order?");
  expect_lines(run, {"went on"}, out(run), {}, "What has cut its read short?");

  const Run program = beside("calls");
  expect_end(program, 0);
  expect(program,
         count_with(program.trace(), "getppid()") == 1 &&
             count_with(program.trace(), "close(99)") == 1,
         "getppid() and close(99), once each",
         program.trace().empty() ? "nothing" : program.trace().back(), {},
         "Does it stop at its calls?");
  expect_lines(program, {"status 0"}, out(program), {},
               "How does your tracer end, when all have?");
}

TEST_CASE("9a it outlives a tracer that is killed", "[09]") {
  const Run run = attach_to({"killed-tracer"}, {"reads"});
  expect_end(run, 0);
  expect(run, has(run, "exit 0") && out(run) == Lines{"went on"},
         "exit 0, after the tracer was killed by SIGKILL",
         run.trace().empty() ? "nothing" : run.trace().back(),
         {{.name = "dies-with-its-tracer",
           .proven =
               has(run, "A PTRACE_SEIZE EXITKILL") && has(run, "killed by 9"),
           .observation =
               "The tracer was killed, and the kernel killed the process that "
               "it had attached to: that is what PTRACE_O_EXITKILL asks for.",
           .question = "Who was there before you came, and should be there "
                       "when you are gone?"}},
         "Which of the options of follow_options() is for a command that you "
         "have started yourself?");
}

TEST_CASE("9a who cannot be attached to is none of the followed", "[09]") {
  const Run run = run_probe({"nobody"});
  expect_end(run, 0);
  expect_lines(
      run, {"thrown: ptrace: No such process", "0 records"}, run.trace(),
      {{.name = "refused-and-followed",
        .proven = has(run, "1 records"),
        .observation = "There was no such process, and it got a record: your "
                       "tracer would wait for it for ever.",
        .question = "What does ptrace give if it refuses?"},
       {.name = "another-errno",
        .proven = has(run, "0 records") && has_part(run, "thrown: ") &&
                  !has_part(run, "No such process"),
        .observation = "PTRACE_SEIZE said ESRCH, \"No such process\", and the "
                       "error that was thrown is another.",
        .question = "Which call was the last to set errno?"}},
      "What does attach_thread give if ptrace gives -1?");
}

TEST_CASE("9b with -f, all threads of the process", "[09]") {
  const Run run = attach_to({"--f", "never"}, {"threads", "4"});
  expect(run, records(run) == "4 records", "4 records", records(run),
         {{.name = "one-thread-of-many",
           .proven =
               records(run) == "1 records" && !has_part(run, "B PTRACE_SEIZE"),
           .observation = "The process has four threads, and you have attached "
                          "to the first of them.",
           .question = "Of whom is ptrace's word \"tracee\" said?"},
          {.name = "attached-without-a-record",
           .proven = records(run) != "4 records" && has(run, "D PTRACE_SEIZE"),
           .observation = "All four were seized, and some have no record in "
                          "`threads`: detach() will not know of them.",
           .question = "What does follow() do with a thread that it does not "
                       "know?"}},
         "Where are the ids of a process's threads?");
  expect_end(run, 0, {never_ends(run)});
  expect(run, !has_part(run, "without its id"), "each record under its own id",
         "another id", {}, "Which id is in the record?");
  expect_lines(run, Lines(4, "went on"), out(run), {},
               "What has cut their reads short?");
}

TEST_CASE("9b without -f, the one thread alone", "[09]") {
  const Run run = attach_to({"never"}, {"threads", "2"});
  expect_end(run, 0, {never_ends(run)});
  expect(run, records(run) == "1 records" && !has_part(run, "B PTRACE_SEIZE"),
         "1 records", records(run),
         {{.name = "all-threads-unasked",
           .proven = has_part(run, "B PTRACE_SEIZE"),
           .observation = "Nobody said -f, and both threads are traced.",
           .question = "What does how.children say?"}},
         "What does how.children say?");
}

TEST_CASE("9b a thread that begins meanwhile is found, too", "[09]") {
  const Run run = attach_to({"--f", "--born", "never"}, {"grows"});
  expect(run, records(run) == "3 records", "3 records", records(run),
         {{.name = "one-pass",
           .proven = records(run) == "2 records" && has(run, "B PTRACE_SEIZE"),
           .observation =
               "Before it was seized, the second thread made a third, and "
               "nobody has attached to that one.",
           .question = "How do you know that the list is not old by the time "
                       "you are through with it?"}},
         "When do you know that you have them all?");
  expect_end(run, 0, {never_ends(run)});
}

TEST_CASE("9b a thread that has ended meanwhile is no error", "[09]") {
  const Run run = attach_to({"--f", "--gone", "never"}, {"shrinks"});
  expect(run, records(run) == "2 records", "2 records", records(run),
         {{.name = "the-gone-is-an-error",
           .proven = thrown(run, "No such process"),
           .observation = "One of three threads ended before you came to it, "
                          "and attach() gave up on the other two.",
           .question = "Is anything wrong if a thread ends?"},
          {.name = "a-record-of-nobody",
           .proven = records(run) == "3 records" &&
                     has(run, "B PTRACE_SEIZE: No such process"),
           .observation = "PTRACE_SEIZE said \"No such process\" of a thread, "
                          "and it has a record.",
           .question = "What does attach_thread give if it is refused?"}},
         "What if attach_thread gives false?");
  expect_end(run, 0, {never_ends(run)});
}

TEST_CASE("9b a thread that is traced already is left out", "[09]") {
  const Run run = attach_to({"--f", "--taken", "never"}, {"threads", "3"});
  expect(run, records(run) == "2 records", "2 records", records(run),
         {{.name = "the-taken-is-an-error",
           .proven = thrown(run, "Operation not permitted"),
           .observation = "One of three threads is traced already, and "
                          "attach() gave up on the other two.",
           .question = "What do the other threads have to do with it?"},
          {.name = "tries-for-ever",
           .proven = count_with(run.trace(), "B PTRACE_SEIZE: ") > 20,
           .observation = "One of three threads is traced already, and "
                          "attach() tries it again and again.",
           .question = "Which pass through the list was the last one that "
                       "brought somebody new?"}},
         "When is there another pass?");
  expect_end(run, 0, {never_ends(run)});
}

TEST_CASE("9c each stands still before it is let go", "[09]") {
  const Run run = attach_to({"--f", "inside"}, {"threads", "3"});
  const Lines trace = run.trace();
  const Diagnosis running{
      .name = "let-go-while-it-runs",
      .proven = has(run, "A PTRACE_DETACH 0: No such process"),
      .observation =
          "PTRACE_DETACH said \"No such process\" of a thread that is there, "
          "and still traced: it was not standing still.",
      .question = "To whom can a request be made, and what makes them so?"};
  expect_end(
      run, 0,
      {running,
       {.name = "one-interrupted-of-three",
        .proven = timed_out(run) &&
                  count_equal(trace, "A PTRACE_INTERRUPT") +
                          count_equal(trace, "B PTRACE_INTERRUPT") +
                          count_equal(trace, "C PTRACE_INTERRUPT") ==
                      4,
        .observation = "Of three threads one was asked to stop; detach() waits "
                       "for the other two.",
        .question = "Who is in `threads`?"},
       {.name = "nobody-interrupted",
        .proven = timed_out(run) && has(run, "3 records") &&
                  !has_part(run, "detached") &&
                  count_equal(trace, "A PTRACE_INTERRUPT") == 1,
        .observation = "All three sleep in a read, detach() waits for them to "
                       "stop, and nobody has asked them to.",
        .question = "What makes a thread stop that is in no hurry?"},
       {.name = "stopped-by-a-sigstop",
        .proven = has(run, "is stopped"),
        .observation = "The process is stopped now, by a signal that nobody "
                       "but you can have sent.",
        .question = "Which request stops a thread, and sends nothing?"},
       hands_over_the_mark(run)});
  const std::vector<Diagnosis> known = {running, killed_by_its_tracer(run),
                                        not_told(run)};
  for (const char* name : {"A", "B", "C"}) {
    expect(run,
           has(run, fmt::format("{} detached", name)) &&
               has(run, fmt::format("{} free", name)),
           fmt::format("{} detached, {} free", name, name),
           has(run, fmt::format("{} still traced", name))
               ? fmt::format("{} still traced", name)
               : "no such lines",
           known, "Which of them has been let go, and which told of?");
  }
  expect_lines(run, {"went on", "went on", "went on"}, out(run), known,
               "What has cut their reads short?");
}

TEST_CASE("9c also before they have stopped for the first time", "[09]") {
  const Run run = attach_to({"--f", "at-once"}, {"threads", "3"});
  expect_end(run, 0);
  expect(run,
         count_with(run.trace(), "A free") == 1 &&
             count_with(run.trace(), "C free") == 1 && has(run, "exit 0"),
         "A, B and C free, exit 0",
         run.trace().empty() ? "nothing" : run.trace().back(),
         {killed_by_its_tracer(run)}, "Whom do you ask to stop?");

  const Run sleeps = attach_to({"inside"}, {"sleeps", "400"});
  expect_end(sleeps, 0);
  expect_lines(sleeps, {"slept"}, out(sleeps), {},
               "What has the tracee got that it would not have got without "
               "you?");
}

TEST_CASE("9d a signal on its way reaches it, and no other does", "[09]") {
  const Run run = attach_to({"signal"}, {"reads"});
  expect_end(run, 0);
  expect_lines(
      run, {"went on", "SIGUSR1"}, out(run),
      {{.name = "swallows-the-signal",
        .proven = has(run, "A PTRACE_DETACH 0") && out(run) == Lines{"went on"},
        .observation =
            "It had stopped since a SIGUSR1 was about to reach it, was let go "
            "without one, and its handler never ran.",
        .question = "What is the last argument of PTRACE_DETACH?"}},
      "What becomes of the signal that it has stopped for?");

  const Run left = attach_to({"left"}, {"reads"});
  expect_end(left, 0, {hands_over_the_mark(left)});
  expect(left, has(left, "exit 0"), "exit 0",
         left.trace().empty() ? "nothing" : left.trace().back(),
         {killed_by_its_tracer(left)}, "With which signal was it let go?");
  expect_lines(left, {"went on"}, out(left), {},
               "With which signal was it let go?");

  const Run program = beside("ends-tracer");
  expect_end(program, 0);
  expect_lines(
      program, {"free", "status 143"},
      [&] {
        Lines lines = out(program);
        std::sort(lines.begin(), lines.end());
        return lines;
      }(),
      {}, "What has the process got that nobody has sent?");
}

TEST_CASE("9d who is stopped stays so", "[09]") {
  for (const char* moment : {"stopped", "stopped-first"}) {
    const Run run = attach_to({moment}, {"reads"});
    expect_end(run, 0);
    expect(run, has(run, "stays stopped"), "stays stopped",
           has(run, "goes on") ? "goes on" : "neither",
           {{.name = "wakes-the-stopped",
             .proven = has(run, "goes on"),
             .observation = "It was stopped by a SIGSTOP, nobody has sent a "
                            "SIGCONT, and now it runs.",
             .question = "What have you sent it that nobody else has?"}},
           "What becomes of a group-stop?");
    expect(run, has(run, "exit 0"), "exit 0",
           run.trace().empty() ? "nothing" : run.trace().back(), {},
           "Can it be continued?");
  }
}

TEST_CASE("9d who is gone has ended, and was not let go", "[09]") {
  const Run run = attach_to({"ended"}, {"reads"});
  const Diagnosis detached{
      .name = "the-dead-let-go",
      .proven = has(run, "A detached"),
      .observation =
          "The process was killed, and your observer was told that "
          "it goes on.",
      .question = "What does waitpid tell that is no stop?"};
  expect_end(run, 0, {detached});
  Lines end;
  for (const std::string& line : run.trace()) {
    if (line.rfind("A left", 0) == 0 || line.rfind("A ended", 0) == 0 ||
        line == "A detached") {
      end.push_back(line);
    }
  }
  expect_lines(
      run, {"A left read, without a result", "A ended by 9"}, end,
      {detached,
       {.name = "its-last-call-is-lost",
        .proven = end == Lines{"A ended by 9"},
        .observation = "It was inside a read when it was killed, and your "
                       "observer was not told that this call is over.",
        .question = "What has chapter 07 told of a thread that ended inside a "
                    "call?"},
       {.name = "its-end-is-not-told",
        .proven = count_with(end, "A ended") == 0,
        .observation = "The process was killed, and nobody was told.",
        .question = "Which function of Observer tells of an end?"}},
      "What is told of a thread that ends?");
}

TEST_CASE("9e each cause has its name", "[09]") {
  const Answers answers = ask({{"process=500", "ourselves"},
                               {"process=0", "no_such"},
                               {"state=Z", "ended"},
                               {"state=X", "ended"},
                               {"kernel=1", "kernel"},
                               {"tracer=500", "ours_already"},
                               {"tracer=4", "traced"},
                               {"yama=3", "yama_never"},
                               {"our_user=0", "container"},
                               {"pid=1 process=1", "first"},
                               {"user=5", "not_ours"},
                               {"yama=2", "yama_admin"},
                               {"yama=1", "yama_parents"},
                               {"yama=0", "unknown"}});
  expect_refusals(
      answers,
      {{.name = "ours-is-a-stranger",
        .proven = answers["tracer=500"] == "traced",
        .observation = "Process 500 traces it, and that is this tracer itself "
                       "(our_process=500).",
        .question = "Who is `tracer`?"},
       {.name = "one-scope-of-yama",
        .proven = !answers["yama=1"].empty() &&
                  answers["yama=1"] == answers["yama=2"],
        .observation = "Yama's scopes 1 and 2 forbid different things, and "
                       "have got the same name.",
        .question = "Who may attach at 1, and who at 2?"},
       {.name = "root-can-do-all",
        .proven = answers["our_user=0"] == "unknown" ||
                  answers["our_user=0"] == "not_ours",
        .observation = "We are root, without CAP_SYS_PTRACE, and the process "
                       "is another user's.",
        .question = "What does root lack in a container?"}},
      "Which fact stands behind each name?");
}

TEST_CASE("9e of several, the first", "[09]") {
  const Answers answers = ask({{"process=500 tracer=4", "ourselves"},
                               {"process=0 our_user=0", "no_such"},
                               {"state=Z tracer=4", "ended"},
                               {"state=Z user=5", "ended"},
                               {"kernel=1 user=5 yama=1", "kernel"},
                               {"tracer=500 user=5", "ours_already"},
                               {"tracer=4 yama=1", "traced"},
                               {"yama=3 user=5", "yama_never"},
                               {"our_user=0 pid=1 process=1", "container"},
                               {"our_user=0 yama=2", "container"},
                               {"pid=1 process=1 user=0", "first"},
                               {"user=5 yama=1", "not_ours"},
                               {"user=5 yama=2", "not_ours"},
                               {"pid=501 process=500", "ourselves"}});
  expect_refusals(
      answers,
      {{.name = "a-thread-of-ours-is-a-stranger",
        .proven = answers["process=500 tracer=4"] == "traced" ||
                  answers["pid=501 process=500"] == "unknown",
        .observation = "501 is a thread of process 500, and that is this "
                       "tracer itself.",
        .question = "Which process does a thread belong to?"}},
      "In which order do you ask?");
}

TEST_CASE("9e who has CAP_SYS_PTRACE is refused for another cause", "[09]") {
  const Answers answers = ask({{"capable=1 user=5", "unknown"},
                               {"capable=1 our_user=0", "unknown"},
                               {"capable=1 pid=1 process=1", "unknown"},
                               {"capable=1 yama=1", "unknown"},
                               {"capable=1 yama=2", "unknown"},
                               {"capable=1 yama=3", "yama_never"},
                               {"capable=1 tracer=4", "traced"},
                               {"capable=1 kernel=1", "kernel"}});
  expect_refusals(
      answers,
      {{.name = "the-capable-refused",
        .proven = answers["capable=1 user=5"] == "not_ours" ||
                  answers["capable=1 our_user=0"] == "container" ||
                  answers["capable=1 pid=1 process=1"] == "first" ||
                  answers["capable=1 yama=1"] == "yama_parents" ||
                  answers["capable=1 yama=2"] == "yama_admin",
        .observation = "We have CAP_SYS_PTRACE, and the cause that was named "
                       "holds only for those who do not.",
        .question = "Which of the causes are none for who has CAP_SYS_PTRACE?"},
       {.name = "nobody-means-nobody",
        .proven = answers["capable=1 yama=3"] == "unknown",
        .observation = "Yama's scope 3 forbids it to everybody, whatever they "
                       "have.",
        .question =
            "Which of the causes are none for who has CAP_SYS_PTRACE?"}},
      "Which of the causes are none for who has CAP_SYS_PTRACE?");
}
