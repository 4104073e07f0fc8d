// Chapter 02: a command as a tracee, from its exec to its end.
#include <fmt/format.h>
#include <signal.h>

#include <catch2/catch_test_macros.hpp>
#include <cerrno>

#include "check.hpp"

CHAPTER(.truth =
            "Your tracer starts a command, sees it to its end and ends as it "
            "did.",
        .needs = {"ptrace"});

namespace {

using End = Outcome::End;

const std::string missing = "/no/such/command";

std::string probe_line(const Run& run) {
  const auto lines = lines_of(run.outcome.out);
  return lines.empty() ? "nothing" : lines.front();
}

// Who does not come to an end: launch(), or what comes after it? `way` of the
// probe does nothing but call launch() in the same manner.
Diagnosis never_ends(const Run& run, const std::string& way = "state") {
  const bool proven = run.outcome.end == End::timed_out;
  if (proven && run_probe({way}).outcome.end == End::timed_out) {
    return {.name = "launch-hangs",
            .proven = true,
            .observation =
                "launch() does not come back. It waits for its "
                "child, or reads from the pipe, and what it waits "
                "for never comes.",
            .question =
                "What has to happen before a wait ends, and what "
                "before a read from a pipe does?",
            .todo = way == "missing" || way == "refused" ? "2b" : "2a"};
  }
  return {.name = "never-ends",
          .proven = proven,
          .observation =
              "launch() came back. The tracee stands still, or has ended; your "
              "tracer still waits, or resumes what is gone.",
          .question =
              "What does your loop do with each of the three kinds of wait "
              "status?",
          .todo = "2c"};
}

Diagnosis one_way(const Run& run) {
  return {
      .name = "one-way-to-end",
      .proven = run.outcome.code == 1 &&
                count_with(run.trace(), "waitpid: No child processes") == 1,
      .observation =
          "A signal ended the tracee, and your tracer waited for it once more: "
          "waitpid says that there is nobody left.",
      .question =
          "In which two ways can a process end? See WIFSIGNALED in "
          "waitpid(2)."};
}

// PTRACE_CONT was given a number that no signal has: nothing else makes ptrace
// say EIO here.
Diagnosis no_such_signal(const Run& run) {
  return {
      .name = "no-such-signal",
      .proven = run.outcome.code == 1 &&
                count_with(run.trace(), "Input/output error") == 1,
      .observation =
          "ptrace said EIO, \"Input/output error\": no signal has the number "
          "that it was given to deliver.",
      .question = "Which macro of waitpid(2) gives the signal of a stop?"};
}

// How the tracee ended, as the given last line tells it.
void expect_last_line(const Run& run, const std::string& wanted,
                      std::vector<Diagnosis> diagnoses) {
  const auto lines = run.trace();
  diagnoses.push_back(never_ends(run));
  diagnoses.push_back(one_way(run));
  diagnoses.push_back(no_such_signal(run));
  const std::string got = lines.empty() ? "nothing" : lines.back();
  expect(run, got == wanted, wanted,
         run.outcome.end == End::timed_out ? "no end" : got, diagnoses,
         "Which wait status does run_to_end give back?");
}

}  // namespace

TEST_CASE("2a the command is a tracee of yours", "[02]") {
  const Run run = run_chapter({"grep", "TracerPid", "/proc/self/status"});
  const std::string got = probe_line(run);
  const bool alone = got == "TracerPid:\t0";
  // (What it would have said is lost if its tracer is gone before.)
  const bool refused = count_with(run.trace(), "Invalid argument") > 0;
  // Did it become a tracee at all? One that nobody asked for is never in t.
  const bool was_one = alone && probe_line(run_probe({"state"})) == "t";
  // An error without a number: did the new process come to its exec?
  const bool no_errno = count_with(run.trace(), "cannot run 'grep'") == 1;
  const bool ended =
      no_errno &&
      lines_of(run_probe({"launched"}).outcome.out) ==
          std::vector<std::string>{"LaunchError 0", "no child is left"};
  expect(
      run, got.rfind("TracerPid:\t", 0) == 0 && got != "TracerPid:\t0",
      "TracerPid: and the number of your process", got,
      {{.name = "options-refused",
        .proven = refused && run.outcome.code == 1,
        .observation =
            "ptrace said EINVAL, \"Invalid argument\": what it was given for "
            "the tracee's options are none.",
        .question = "PTRACE_SETOPTIONS wants the options themselves. What did "
                    "you hand over, and as which argument?"},
       {.name = "let-go",
        .proven = was_one,
        .observation =
            "TracerPid is 0, though launch() left a tracee that stood still: "
            "when the command ran, it was nobody's tracee any more.",
        .question = "Which request of ptrace resumes a tracee, and which lets "
                    "it go?",
        .todo = "2c"},
       {.name = "not-a-tracee",
        .proven = alone && !refused && !was_one,
        .observation = "TracerPid is 0: the command ran, and nobody traced it.",
        .question = "Who has to ask for the tracing, and before which call?"},
       {.name = "does-not-wait",
        .proven = count_with(run.trace(), "killed by SIGTRAP") == 1,
        .observation =
            "SIGTRAP ended the command. That was its stop at the exec, which "
            "launch() has to wait for; here run_to_end met it.",
        .question = "What has launch() to wait for before it comes back?"},
       {.name = "a-success-taken-for-a-refusal",
        .proven = ended,
        .observation = "The new process ended before its exec and told error "
                       "0, which is none: is_tracee was false, though ptrace "
                       "had worked.",
        .question = "What does ptrace give back when PTRACE_TRACEME works?"},
       {.name = "an-errno-that-nobody-wrote",
        .proven = no_errno && !ended,
        .observation = "launch() said that grep cannot be run, and it can: no "
                       "errno was in "
                       "the pipe.",
        .question = "What does read(2) give back when nothing was written?",
        .todo = "2b"},
       never_ends(run)},
      "Which of the two processes asks to be traced, and before which call?");
}

TEST_CASE("2a it stands still when launch() is back", "[02]") {
  const Run run = run_probe({"state"});
  expect_end(run, 0, {never_ends(run)});
  const std::string got = probe_line(run);
  expect(run, got == "t", "state t (tracing stop)", "state " + got,
         {{.name = "resumed-too-soon",
           .proven = got == "Z",
           .observation =
               "When launch() came back, the command had ended already.",
           .question = "Who resumes the tracee: launch(), or its caller?"}},
         "Does launch() wait for the stop at the exec, and leave the tracee "
         "there?");
}

TEST_CASE("2a it does not outlive its tracer", "[02]") {
  const Run run = run_probe({"leave"});
  expect_end(run, 0, {never_ends(run)});
  const bool alive = run.outcome.out.find("alive") != std::string::npos;
  expect(
      run, !alive && run.outcome.survivors == 0, "no word from the tracee",
      alive ? "alive" : "a process that is left",
      {{.name = "no-exitkill",
        .proven = alive,
        .observation =
            "The tracer went away, and its tracee went on without it.",
        .question =
            "Which of tracee_options says that it must not? Were they handed "
            "over, as ptrace's last argument?"}},
      "What becomes of a tracee when its tracer dies?");
}

TEST_CASE("2a a later exec reports itself as an event", "[02]") {
  const Run run = run_probe({"event"});
  expect_end(run, 0, {never_ends(run)});
  const std::string got = probe_line(run);
  expect(
      run, got == "event", "event", got,
      {{.name = "no-traceexec",
        .proven = got == "signal",
        .observation =
            "The exec sent a plain SIGTRAP, which cannot be told from a signal "
            "that somebody sent.",
        .question = "Which of tracee_options makes an event of it?"}},
      "Which of tracee_options makes an event of it?");
}

TEST_CASE("2a a child that ends before its exec is an error", "[02]") {
  const Run run = run_probe({"gone"});
  expect_end(run, 0, {never_ends(run, "gone")});
  const auto got = lines_of(run.outcome.out);
  expect_lines(
      run, {"runtime_error", "no child is left"}, got,
      {{.name = "waits-for-the-dead",
        .proven = count_equal(got, fmt::format("system_error {}", ECHILD)) == 1,
        .observation =
            "SIGKILL ended the child before its exec, and launch() waited "
            "for it once more: waitpid says that there is nobody left.",
        .question =
            "What are the ways out of wait_for, and after which of them is "
            "there somebody to wait for?"}},
      "What does launch() do when there is nobody to trace?");
}

// launch() where a filter refuses PTRACE_TRACEME.
Run refused_tracing() {
  const Run run = run_probe({"untraced"});
  needs(run.outcome.out.find("no filter") == run.outcome.out.npos,
        "no filter can be loaded that refuses ptrace");
  return run;
}

TEST_CASE("2a what may not be traced does not run", "[02]") {
  const Run run = refused_tracing();
  const auto got = lines_of(run.outcome.out);
  const bool ran = count_equal(got, "ran") == 1;
  expect(
      run, !ran, "PTRACE_TRACEME is refused, and no command runs",
      ran ? "the command ran" : "nothing ran",
      {{.name = "runs-untraced",
        .proven = ran,
        .observation = "A filter refused PTRACE_TRACEME, with EPERM, and the "
                       "command ran all the same: nobody traced it.",
        .question = "What does ptrace give back when it fails, and who "
                    "looks at it?"}},
      "What does is_tracee have to say before the exec?");
}

TEST_CASE("2b a command that does not exist", "[02]") {
  const Run run = run_chapter({missing});
  const auto lines = run.trace();
  const std::string wanted = fmt::format(
      "chapter-02: cannot run '{}': No such file or directory", missing);
  const Diagnosis other{
      .name = "another-exception",
      .proven = lines.size() == 1 && count_with(lines, "cannot run") == 0 &&
                count_with(lines, "No such file or directory") == 1,
      .observation =
          "The errno was heard, and thrown as something else than the "
          "contract's "
          "LaunchError: the program cannot know that the command is to blame.",
      .question =
          "Which exception does launch.hpp promise for a command that cannot "
          "be "
          "executed?"};
  const Diagnosis early{
      .name = "gave-up-before-the-pipe",
      .proven = lines.size() == 1 && count_with(lines, "cannot run") == 0 &&
                count_with(lines, "No such") == 0 &&
                count_with(lines, "could not say why") == 0 &&
                count_with(lines, "No child") == 0,
      .observation =
          "launch() gave up before it had looked into the pipe. After an exec "
          "that "
          "failed the child has exited, which is no death by a signal.",
      .question =
          "Which of the three wait statuses is an error before the pipe is "
          "read?",
      .todo = "2a"};
  const Diagnosis lost{
      .name = "errno-lost",
      .proven = count_with(lines, "cannot run") == 0 && lines.size() == 1,
      .observation =
          "Your tracer did not hear that the exec failed, and went on with a "
          "tracee "
          "that was gone.",
      .question =
          "How can a process that failed to exec tell its parent an errno?"};
  const Diagnosis dead{
      .name = "options-of-the-dead",
      .proven = lines.size() == 1 && count_with(lines, "No such process") == 1,
      .observation =
          "ptrace said ESRCH, \"No such process\": the exec failed, the child "
          "has "
          "ended, and your tracer set options for it.",
      .question =
          "Which wait status says that there is somebody to set options for?",
      .todo = "2a"};
  const Diagnosis two{
      .name = "two-parents",
      .proven = lines.size() > 1,
      .observation = fmt::format(
          "{} lines from one failure: the process whose exec failed came "
          "back from launch() and went on as a second tracer.",
          lines.size()),
      .question = "Where does the child go when execvp comes back?"};
  // The probe has set an errno of its own before.
  const Diagnosis parents{
      .name = "errno-of-the-parent",
      .proven = lines != std::vector<std::string>{wanted} &&
                count_equal(lines_of(run_probe({"missing"}).outcome.out),
                            fmt::format("LaunchError {}", EXFULL)) == 1,
      .observation =
          "The error that launch() throws has the errno of your "
          "tracer, which was set long before. The exec failed in "
          "the child.",
      .question = "Which variable has the errno that came through the pipe?"};
  const Diagnosis success{
      .name = "wrong-errno",
      .proven = lines.size() == 1 && lines[0] != wanted &&
                lines[0].rfind("chapter-02: cannot run", 0) == 0,
      .observation =
          "It is heard that the exec failed, but not why: the error has "
          "another "
          "errno than the one that execvp left.",
      .question = "Which call set the errno last that is thrown in the end?"};
  expect_lines(run, {wanted}, lines,
               {two, dead, other, early, lost, parents, success,
                never_ends(run, "missing")},
               "How does the parent hear of an exec that failed?");
  expect_end(run, 127);
}

TEST_CASE("2b a command that may not be run", "[02]") {
  const Run run = run_chapter({"/"});
  expect_lines(
      run, {"chapter-02: cannot run '/': Permission denied"}, run.trace(),
      {{.name = "one-errno-for-all",
        .proven = count_with(run.trace(), "No such file or directory") == 1,
        .observation =
            "/ is there and is a directory; your tracer says that there is "
            "no such file.",
        .question = "Which variable has the reason when execvp comes back?"},
       never_ends(run, "missing")},
      "How does the parent hear of an exec that failed?");
  expect_end(run, 126);
}

TEST_CASE("2b before_exec can refuse, and no child is left", "[02]") {
  const Run run = run_probe({"refused"});
  expect_end(run, 0, {never_ends(run, "refused")});
  const auto got = lines_of(run.outcome.out);
  expect_lines(run, {fmt::format("LaunchError {}", EPERM), "no child is left"},
               got,
               {{.name = "leaves-a-zombie",
                 .proven = count_equal(got, "a child is left") == 1,
                 .observation = "The child ended, and nobody waited for it.",
                 .question = "Which call takes a child away that has ended?"}},
               "What is left to do for a parent whose child has ended?");
}

TEST_CASE("2b what may not be traced is told from an exec that failed",
          "[02]") {
  const Run run = refused_tracing();
  expect_end(run, 0, {never_ends(run)});
  const auto got = lines_of(run.outcome.out);
  expect_lines(
      run, {fmt::format("TraceError {}", EPERM), "no child is left"}, got,
      {{.name = "blames-the-command",
        .proven = count_with(got, "LaunchError") == 1,
        .observation =
            "ptrace failed in the child, with EPERM, and launch() said that "
            "the command cannot be executed.",
        .question = "Both numbers come through one pipe. How does the one say "
                    "that it is ptrace's?"}},
      "What goes through the pipe when PTRACE_TRACEME has failed?");
}

TEST_CASE("2b the child ends without what the parent does at its end", "[02]") {
  const Run run = run_probe({"registered"});
  expect_end(run, 0, {never_ends(run, "missing")});
  std::vector<std::string> ends;  // who ran what this process had registered
  for (const std::string& line : lines_of(run.outcome.out)) {
    if (line == "at our end" || line == "in the child") ends.push_back(line);
  }
  expect_lines(
      run, {"at our end"}, ends,
      {{.name = "exit-for-_exit",
        .proven = count_equal(ends, "in the child") > 0,
        .observation =
            "The child ran what the parent had registered with atexit for its "
            "own end, and what stood in the parent's buffers is written twice.",
        .question = "Which of exit(3) and _exit(2) ends a process, and does "
                    "nothing else?"}},
      "How does the child end?");
}

TEST_CASE("2c a signal reaches its handler", "[02]") {
  const Run run = run_chapter({tracee("handled")});
  const auto got = lines_of(run.outcome.out);
  expect_lines(
      run, {"got it", "done"}, got,
      {{.name = "swallows-signals",
        .proven =
            count_equal(got, "done") == 1 && count_equal(got, "got it") == 0,
        .observation =
            "The tracee sent itself SIGUSR1 and went on as if nothing had "
            "come.",
        .question =
            "Which argument of PTRACE_CONT tells the kernel what becomes of "
            "the signal?"},
       no_such_signal(run),
       never_ends(run)},
      "Which argument of PTRACE_CONT is the signal that the tracee gets?");
}

TEST_CASE("2c a signal can end the tracee", "[02]") {
  const Run term = run_chapter({tracee("killed"), "15"});
  expect_last_line(
      term, "+++ killed by SIGTERM +++",
      {{.name = "swallows-signals",
        .proven = count_with(lines_of(term.outcome.out), "survived") == 1,
        .observation = "The tracee sent itself SIGTERM, and survived.",
        .question = "Which argument of PTRACE_CONT tells the kernel what "
                    "becomes of the signal?"}});
  const Run segfault = run_chapter({tracee("segfault")});
  expect_last_line(segfault, "+++ killed by SIGSEGV +++", {});
  const Run trap = run_chapter({tracee("killed"), "5"});
  expect_last_line(
      trap, "+++ killed by SIGTRAP +++",
      {{.name = "keeps-every-sigtrap",
        .proven = count_with(lines_of(trap.outcome.out), "survived") == 1,
        .observation =
            "The tracee sent itself SIGTRAP, and survived: not every "
            "SIGTRAP is ptrace's own.",
        .question = "What has an event's status that a signal's has not?"}});
  // The first of the real-time signals that are free, and the last of all.
  for (const int signal : {34, 64}) {
    const Run run = run_chapter({tracee("killed"), fmt::format("{}", signal)});
    const auto lines = run.trace();
    const std::string got = lines.empty() ? "nothing" : lines.back();
    expect(run, got.rfind("+++ killed by ", 0) == 0,
           fmt::format("+++ killed by signal {} +++", signal), got,
           {{.name = "signals-end-too-soon",
             .proven = count_with(lines_of(run.outcome.out), "survived") == 1,
             .observation = fmt::format(
                 "Signal {} did not arrive, and SIGTERM (15) does. The "
                 "real-time signals (signal(7)) have numbers up to 64.",
                 signal),
             .question = "Which numbers can WSTOPSIG(status) be?"},
            never_ends(run)},
           "Which signals does the tracee get?");
  }
}

TEST_CASE("2c an exec of the tracee's own is no signal", "[02]") {
  const Run run = run_chapter({"sh", "-c", "exec true"});
  expect_last_line(run, "+++ exited with 0 +++", {});
}

TEST_CASE("2c it waits for the tracee, not for any child", "[02]") {
  // sh has a child that ends with 5; then sh becomes the tracer, which inherits
  // it without knowing.
  const Run run =
      run_other({"sh", "-c", "(exit 5) & exec {} sh -c 'sleep 0.05; exit 7'"});
  const bool stolen = count_equal(run.trace(), "+++ exited with 5 +++") == 1;
  expect_last_line(
      run, "+++ exited with 7 +++",
      {{.name = "waits-for-anybody",
        .proven = stolen ||
                  run.outcome.err.find("waitpid") != std::string::npos ||
                  run.outcome.err.find("ptrace") != std::string::npos,
        .observation = "Another child of this process ended with 5, and your "
                       "tracer took that "
                       "for the end of its tracee.",
        .question = "For whom does waitpid(-1, ...) wait?"}});
}

TEST_CASE("2c a tracee that is killed while stopped is no error", "[02]") {
  const Run run = run_probe({"killed"});
  expect(run, probe_line(run) == "killed by 9", "killed by 9", probe_line(run),
         {{.name = "a-dead-tracee-is-no-error",
           .proven = count_with(run.trace(), "No such process") > 0,
           .observation = "ptrace said ESRCH, \"No such process\": the tracee "
                          "was killed while "
                          "it was stopped, which can happen at any time.",
           .question = "Who tells you in the end how it ended?"},
          never_ends(run)},
         "What does ptrace say of a tracee that is gone, and who says how it "
         "ended?");
}

TEST_CASE("2d the exit status is the tracee's", "[02]") {
  for (const int status : {0, 1, 7, 255}) {
    const Run run = run_chapter({"sh", "-c", fmt::format("exit {}", status)});
    const int got = run.outcome.code;
    expect_end(
        run, status,
        {{.name = "exit-status-lost",
          .proven = status == 7 && got == 1,
          .observation = "0 stays 0, and all others become 1.",
          .question =
              "Which macro of waitpid(2) takes the status out of the number?"},
         {.name = "status-not-decoded",
          .proven = status == 1 && got == 0,
          .observation =
              "The exit status 1 became 0: a shell sees only the lowest eight "
              "bits, and that is not where waitpid puts it.",
          .question = "Which macro of waitpid(2) takes the status out of the "
                      "number?"}});
  }
  // As exit_code() is given them: the status is in bits 8 to 15.
  std::vector<std::string> args = {"code"};
  std::vector<std::string> wanted;
  for (const int status : {0, 1, 2, 126, 127, 128, 129, 143, 200, 254, 255}) {
    args.push_back(fmt::format("{}", status << 8));
    wanted.push_back(fmt::format("{} of {}", status, status << 8));
  }
  const Run codes = run_probe(args);
  expect_end(codes, 0);
  expect_lines(codes, wanted, lines_of(codes.outcome.out), {},
               "How many bits has an exit status?");
}

TEST_CASE("2d after a signal it is 128 and the signal", "[02]") {
  for (const int signal : {SIGTERM, SIGKILL}) {
    const Run run = run_chapter({tracee("killed"), fmt::format("{}", signal)});
    expect_end(
        run, 128 + signal,
        {{.name = "signal-without-128",
          .proven = run.outcome.code == signal,
          .observation =
              fmt::format("{}, like a program that ended with exit({}). A "
                          "shell says {}.",
                          signal, signal, 128 + signal),
          .question = "How does a caller tell an exit from a death?"},
         {.name = "signal-from-other-bits",
          .proven = run.outcome.code == 128,
          .observation =
              "128 and no signal: its number was looked for in bits where a "
              "wait status has it for another kind of news.",
          .question = "Which macro belongs to WIFSIGNALED? See waitpid(2)."},
         {.name = "signal-lost",
          .proven = run.outcome.code == 0,
          .observation = "Killed, and the exit status says that all went well.",
          .question = "What does WEXITSTATUS give when nothing exited?"}});
  }
  std::vector<std::string> args = {"code"};
  std::vector<std::string> wanted;
  for (const int signal : {1, 2, 9, 15, 31, 34, 63, 64}) {
    args.push_back(fmt::format("{}", signal));
    wanted.push_back(fmt::format("{} of {}", 128 + signal, signal));
  }
  const Run codes = run_probe(args);
  expect_end(codes, 0);
  expect_lines(codes, wanted, lines_of(codes.outcome.out), {},
               "Which numbers has a signal, and how many bits are they?");
}

TEST_CASE("2d a core dump makes no difference", "[02]") {
  // The wait status of a process that SIGSEGV (11) ended, with bit 7 set.
  const Run run = run_probe({"code", "139"});
  expect_end(run, 0);
  const std::string got = probe_line(run);
  expect(
      run, got == "139 of 139", "139, for signal 11", got,
      {{.name = "core-bit",
        .proven = got == "267 of 139",
        .observation =
            "128 and a signal of 139, and there is none: bit 7 says that the "
            "kernel wrote a core file.",
        .question =
            "Which macro takes the signal, and nothing else, out of the "
            "number?"}},
      "Which macro takes the signal out of the number?");
}
