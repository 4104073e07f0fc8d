// Chapter 07: every thread, every child, and who ends when.
#include <fmt/format.h>
#include <signal.h>
#include <sys/ptrace.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "check.hpp"

CHAPTER(.truth =
            "Your tracer follows every thread and every child, and lets "
            "each be.",
        .needs = {"ptrace"});

namespace {

using Lines = std::vector<std::string>;

// A wait status, as waitpid(2) makes it.
int stop_by(int signal, int event = 0) {
  return event << 16 | signal << 8 | 0x7f;
}

// What stop_of() says of it.
Run ask(const std::vector<int>& statuses) {
  Lines words = {"stop"};
  for (const int status : statuses) words.push_back(fmt::format("{}", status));
  const Run run = run_probe(words);
  expect_end(run, 0);
  return run;
}
Lines answers(const Run& run) { return lines_of(run.outcome.out); }

// "stopped by SIGTRAP, event 4: exec", a line for each.
Lines rows(const std::vector<int>& statuses, const Lines& kinds) {
  Lines lines;
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    const int status = statuses[i];
    const int signal = status >> 8 & 0xff;
    const std::string what =
        (status & 0x7f) != 0x7f ? fmt::format("{:#06x}", status)
        : status >> 16 != 0
            ? fmt::format("event {}, signal {}", status >> 16, signal)
            : fmt::format("signal {}{}", signal & 0x7f,
                          signal > 0x7f ? " | 0x80" : "");
    lines.push_back(what + ": " + (i < kinds.size() ? kinds[i] : "-"));
  }
  return lines;
}

// What the observer was told of one thread, without its name. Signals from
// children come when they come.
Lines of(const std::string& thread, const Run& run) {
  Lines lines;
  for (const std::string& line : run.trace()) {
    if (line.rfind(thread + " ", 0) == 0 && line != thread + " signal 17") {
      lines.push_back(line.substr(thread.size() + 1));
    }
  }
  return lines;
}

// The same up to its first call of that name, without that.
Lines up_to(const std::string& name, Lines lines) {
  const auto end = std::find(lines.begin(), lines.end(), "entered " + name);
  lines.erase(end, lines.end());
  return lines;
}
Lines from(const std::string& first, Lines lines) {
  lines.erase(lines.begin(), std::find(lines.begin(), lines.end(), first));
  return lines;
}
bool has(const Lines& lines, const std::string& what) {
  return count_equal(lines, what) > 0;
}

// The calls and errors of a row of the table.
std::string row(const Run& run, const std::string& name) {
  for (const std::string& line : run.trace()) {
    if (line.size() > name.size() + 1 &&
        line.compare(line.size() - name.size() - 1, std::string::npos,
                     " " + name) == 0) {
      long calls = 0;
      if (sscanf(line.c_str(), "%*s %*s %*s %ld", &calls) == 1) {
        return fmt::format("{} {}", calls, name);
      }
    }
  }
  return "no " + name;
}

bool timed_out(const Run& run) {
  return run.outcome.end == Outcome::End::timed_out;
}

// waitpid said that there is nobody, and the learner's program took it for a
// fault.
Diagnosis nobody_left(const Run& run) {
  return {.name = "nobody-left-is-the-end",
          .proven = run.outcome.code == 1 &&
                    count_with(run.trace(), "waitpid: No child processes") == 1,
          .observation =
              "waitpid said ECHILD, \"No child processes\": all are gone, and "
              "your tracer took it for a fault.",
          .question =
              "With which errno does waitpid say that there is nobody "
              "left to wait for?",
          .todo = "7b"};
}

Diagnosis never_ends(const Run& run) {
  return {.name = "never-ends",
          .proven = timed_out(run),
          .observation =
              "A thread stands still and nobody resumes it, or all "
              "are gone and your tracer still waits.",
          .question =
              "Which path through the loop leaves a stopped thread "
              "without a request?"};
}

Diagnosis about_to_end(bool proven) {
  return {.name = "who-is-about-to-end-left-standing",
          .proven = proven,
          .observation =
              "A thread stopped because it is about to end, and "
              "nobody resumed it: so it never does.",
          .question = "Which request follows the stop for PTRACE_EVENT_EXIT?",
          .todo = "7d"};
}

RunOptions crowd() {
  RunOptions options;
  options.limits.processes = 1000;
  options.limits.time = std::chrono::milliseconds(20000);
  return options;
}

// What -f -c counts of a tracee.
void expect_counts(const std::string& name, const Lines& wanted) {
  const Run run = run_chapter({"-f", "-c", tracee(name)}, crowd());
  expect_end(run, 0, {nobody_left(run), never_ends(run)});
  Lines got;
  for (const std::string& line : wanted) {
    got.push_back(row(run, line.substr(line.find(' ') + 1)));
  }
  expect_lines(run, wanted, got, {},
               "Which threads are counted, and up to which moment?");
}

const Lines childs_calls = {"attached",           "entered getppid",
                            "left getppid = PID", "entered close 99",
                            "left close = -9",    "entered getppid",
                            "left getppid = PID"};

}  // namespace

TEST_CASE("7a an end, a syscall-stop and a signal are told apart", "[07]") {
  const std::vector<int> statuses = {0x0000,
                                     0x0700,
                                     0x0009,
                                     0x008b,
                                     stop_by(SIGTRAP | 0x80),
                                     stop_by(SIGUSR1),
                                     stop_by(SIGTRAP),
                                     stop_by(SIGSTOP)};
  const Run run = ask(statuses);
  const Lines got = answers(run);
  expect_lines(
      run,
      rows(statuses, {"end", "end", "end", "end", "syscall", "signal", "signal",
                      "signal"}),
      rows(statuses, got),
      {{.name = "a-sigtrap-of-its-own",
        .proven = got.size() == 8 && got[5] == "signal" && got[6] == "event",
        .observation = "A SIGTRAP without an event in status >> 16 is a signal "
                       "that somebody sent.",
        .question = "What does status >> 16 say of it?"}},
      "In which order do you look at the status?");
}

TEST_CASE("7a ptrace's own events are no signals", "[07]") {
  const std::vector<int> statuses = {stop_by(SIGTRAP, PTRACE_EVENT_EXEC),
                                     stop_by(SIGTRAP, PTRACE_EVENT_EXIT),
                                     stop_by(SIGTRAP, PTRACE_EVENT_FORK),
                                     stop_by(SIGTRAP, PTRACE_EVENT_VFORK),
                                     stop_by(SIGTRAP, PTRACE_EVENT_CLONE),
                                     stop_by(SIGTRAP, PTRACE_EVENT_VFORK_DONE)};
  const Run run = ask(statuses);
  const Lines got = answers(run);
  expect_lines(
      run, rows(statuses, {"exec", "exit", "event", "event", "event", "event"}),
      rows(statuses, got),
      {{.name = "an-event-taken-for-a-signal",
        .proven = has(got, "signal"),
        .observation = "A stop with an event in status >> 16 was taken for a "
                       "signal on its way: there is none.",
        .question = "What stands in status >> 16, and when is it 0?"}},
      "Which two events have a name of their own in Stop?");
}

TEST_CASE("7a a group-stop is an event with a stopping signal", "[07]") {
  const std::vector<int> statuses = {
      stop_by(SIGSTOP, PTRACE_EVENT_STOP), stop_by(SIGTSTP, PTRACE_EVENT_STOP),
      stop_by(SIGTTIN, PTRACE_EVENT_STOP), stop_by(SIGTTOU, PTRACE_EVENT_STOP),
      stop_by(SIGTRAP, PTRACE_EVENT_STOP)};
  const Run run = ask(statuses);
  const Lines got = answers(run);
  expect_lines(
      run, rows(statuses, {"group", "group", "group", "group", "event"}),
      rows(statuses, got),
      {{.name = "one-stopping-signal-of-four",
        .proven = got.size() == 5 && got[0] == "group" && got[4] == "event",
        .observation = "SIGSTOP is not the only signal that stops a process.",
        .question = "Which signals have the action Stop in signal(7)?"},
       {.name = "a-beginning-taken-for-a-group-stop",
        .proven = got.size() == 5 && has(Lines(1, got[4]), "group"),
        .observation = "PTRACE_EVENT_STOP with SIGTRAP stops nobody's process: "
                       "so a new thread begins, and so a SIGCONT is told.",
        .question = "By which signals do you know a group-stop?"}},
      "What do PTRACE_EVENT_STOP and the signal say together?");
}

TEST_CASE("7b threads and children are followed", "[07]") {
  const Run run = run_chapter({"-f", tracee("followed")});
  const Lines got = lines_of(run.outcome.out);
  const bool stuck = timed_out(run) && got.empty();
  const bool hears_all =
      stuck && has(run_probe({"--waits", tracee("seven-calls")}).trace(),
                   "waits for anybody");
  expect_end(
      run, 0,
      {{.name = "waits-for-one",
        .proven = stuck && !hears_all,
        .observation =
            "The first thread or child stands still at its beginning, and "
            "nobody resumes it: the tracee waits for it, and your tracer for "
            "the tracee.",
        .question =
            "Of whom can waitpid tell when it is given the tracee's id?"},
       {.name = "a-new-thread-left-standing",
        .proven = stuck && hears_all,
        .observation = "A thread began, with a stop; waitpid told you so, and "
                       "it never went on.",
        .question = "Who resumes a thread that you have never seen before?",
        .todo = "7c"},
       nobody_left(run),
       about_to_end(timed_out(run) && !got.empty() && got.size() < 3),
       never_ends(run)});
  expect_lines(
      run, {"thread: traced", "process: traced", "vfork: traced"}, got,
      {{.name = "children-not-followed",
        .proven = got == Lines{"thread: not traced", "process: not traced",
                               "vfork: not traced"},
        .observation = "A thread, a child and a child by vfork looked who "
                       "traces them: nobody.",
        .question = "Which options of ptrace(2) make a tracer's of what a "
                    "tracee starts?"},
       {.name = "one-way-of-starting-forgotten",
        .proven = count_with(got, ": traced") < 3 && got.size() == 3 &&
                  std::any_of(got.begin(), got.end(),
                              [](const std::string& line) {
                                return line.find(": traced") != line.npos;
                              }),
        .observation = "Not all that a tracee starts is followed.",
        .question = "How many options does ptrace(2) have, for fork, vfork and "
                    "clone?"}},
      "Which options of ptrace(2) make a tracer's of what a tracee starts?");
}

TEST_CASE("7b without -f they run untraced", "[07]") {
  const Run run = run_chapter({tracee("followed")});
  expect_end(run, 0, {never_ends(run)});
  const Lines got = lines_of(run.outcome.out);
  expect_lines(
      run, {"thread: not traced", "process: not traced", "vfork: not traced"},
      got,
      {{.name = "follows-unasked",
        .proven = count_with(got, ": traced") > 0,
        .observation = "Nobody said -f, and they are traced.",
        .question = "What does how.children say?"}},
      "What does how.children say?");
}

TEST_CASE("7b a wait that is interrupted begins again", "[07]") {
  const Run run = run_probe({"--interrupted", tracee("leader-first")});
  expect_end(
      run, 3,
      {{.name = "an-interrupted-wait-is-no-error",
        .proven =
            count_with(run.trace(), "waitpid: Interrupted system call") == 1,
        .observation = "waitpid said EINTR, \"Interrupted system call\", "
                       "as it may at any time.",
        .question = "What does wait_for do in that case?"},
       {.name = "an-interrupted-wait-is-not-the-end",
        .proven =
            run.outcome.code == 0 && count_equal(run.trace(), "A ended 3") == 0,
        .observation = "waitpid said EINTR, \"Interrupted system call\", "
                       "and your follow() came back while the tracee "
                       "was going on.",
        .question = "Which errno means that nobody is left?"},
       {.name = "another-status-at-the-end",
        .proven =
            run.outcome.code == 0 && count_equal(run.trace(), "A ended 3") == 1,
        .observation =
            "The tracee ended with 3, as your observer was told, and "
            "follow() gave 0.",
        .question = "Where is first_status set, and which way out of the loop "
                    "leads to the return that gives it?"},
       nobody_left(run),
       never_ends(run)});
}

TEST_CASE("7b another error of waitpid is thrown", "[07]") {
  const Run run = run_probe({"--refused", tracee("waits-for-child")});
  expect(run,
         run.outcome.code == 1 &&
             count_with(run.trace(), "waitpid: Invalid argument") == 1,
         "probe-07: waitpid: Invalid argument, exit status 1",
         run.trace().empty() ? "nothing" : run.trace().back(),
         {{.name = "an-error-of-waitpid-swallowed",
           .proven = run.outcome.code != 1 || timed_out(run),
           .observation = "waitpid said EINVAL, and your follow() took it for "
                          "something else.",
           .question = "Which errors of waitpid mean that all is well?"}},
         "What becomes of a -1 with another errno?");
}

TEST_CASE("7c each thread has calls of its own", "[07]") {
  const Run run = run_probe({tracee("waits-for-child")});
  const Lines child = up_to("exit", of("B", run));
  const Lines parent = up_to("exit_group", of("A", run));
  const Diagnosis one_record{
      .name = "one-record-for-all",
      .proven = of("B", run).empty() && !parent.empty(),
      .observation =
          "A child made three calls while its parent was inside "
          "clone, and all was told of the parent.",
      .question = "Whose Thread is it that syscall_stop is given?"};
  const Diagnosis no_id{
      .name = "a-record-without-its-id",
      .proven = has(run.trace(), "attached, without an id"),
      .observation =
          "The record of the new thread says that its id is 0: "
          "`threads[tid]` makes an empty one.",
      .question = "Which member of Thread says whose registers are read?"};
  expect_end(run, 0, {no_id, one_record, never_ends(run)});
  expect_lines(
      run, childs_calls, child,
      {no_id,
       one_record,
       {.name = "attached-twice",
        .proven = count_equal(child, "attached") > 1,
        .observation =
            "The observer was told twice that the same thread is new: "
            "by its own stop, and by its parent's event.",
        .question = "Which of the two is needed?"},
       {.name = "nobody-told-of-a-new-thread",
        .proven = child == Lines(childs_calls.begin() + 1, childs_calls.end()),
        .observation = "The child's calls are there, and the observer "
                       "was never told that it is followed.",
        .question = "Which function of Observer is told of a thread "
                    "that is new?"}},
      "Where is what you know of a thread between its stops?");
  expect_lines(run,
               {"entered clone", "left clone = B", "entered getuid",
                "left getuid = UID", "entered wait4", "left wait4 = B"},
               parent, {one_record},
               "Where is what you know of a thread between its stops?");
}

TEST_CASE("7c a thread may be seen before the event that tells of it", "[07]") {
  for (const char* order : {"--parent-first", "--child-first"}) {
    const Run run = run_probe({order, tracee("waits-for-child")});
    const Diagnosis too_late{
        .name = "known-by-its-parents-event-only",
        .proven = timed_out(run) && std::string(order) == "--child-first",
        .observation =
            "The child's first stop was told before its parent's "
            "event, which happens; then it stood still for ever.",
        .question =
            "What does your loop do with a thread that it does not "
            "know?"};
    expect_end(run, 0, {too_late, never_ends(run)});
    expect_lines(
        run, childs_calls, up_to("exit", of("B", run)), {},
        "What is the first that you hear of a new thread, and is it always?");
  }
}

TEST_CASE("7c the stop that a thread begins with is no signal", "[07]") {
  const Run run = run_probe({"--unseized", tracee("waits-for-child")});
  const Lines child = up_to("exit", of("B", run));
  const Diagnosis passed_on{
      .name = "its-first-stop-is-no-signal",
      .proven = has(child, fmt::format("signal {}", SIGSTOP)),
      .observation =
          "A child that is not seized begins with a SIGSTOP (19). It is "
          "ptrace's own, nobody sent it, and your tracer told it as a signal.",
      .question =
          "Which request, with which signal, follows a thread's first "
          "stop?"};
  expect_end(run, 0, {passed_on, never_ends(run)});
  expect_lines(run, childs_calls, child, {passed_on},
               "With which signal does a new thread go on?");
}

TEST_CASE("7c without -f, who is traced all the same is let go", "[07]") {
  const Run run = run_probe({"--alone", tracee("odd-clones")});
  expect_end(run, 0,
             {{.name = "a-stranger-left-standing",
               .proven = timed_out(run),
               .observation =
                   "The tracee started a child with CLONE_PTRACE (clone(2)), "
                   "which the kernel gives to the tracer unasked. It stood "
                   "still, and its parent waited.",
               .question = "Which request lets a tracee go, untraced?"}});
  expect(run, of("B", run).empty(), "nothing told of another thread",
         of("B", run).empty() ? "" : "B " + of("B", run).front(),
         {{.name = "a-stranger-followed",
           .proven = has(of("B", run), "attached"),
           .observation = "Without how.children a thread was followed that the "
                          "tracee had started.",
           .question = "What is to become of a thread that you do not know, if "
                       "nobody said -f?"}},
         "What is to become of a thread that you do not know?");
  const Run all = run_chapter({"-f", "-c", tracee("odd-clones")});
  expect_end(all, 0, {nobody_left(all), never_ends(all)});
}

TEST_CASE("7c a thousand threads, two hundred at once, none is lost", "[07]") {
  expect_counts("two-threads", {"2 clone", "2 close", "4 getppid"});
  expect_counts("short-threads", {"1000 clone", "1000 getppid"});
  expect_counts("many-threads", {"200 clone", "200 read", "400 getppid"});
  expect_counts("storm-threads", {"1000 getppid", "1000 getuid"});
}

TEST_CASE("7d the call that a thread ends in never returns", "[07]") {
  const Run run = run_probe({tracee("waits-for-child")});
  const Lines child = from("entered exit", of("B", run));
  const Diagnosis lost{
      .name = "the-last-call-is-lost",
      .proven = !has(child, "left exit = ?") && has(child, "entered exit"),
      .observation =
          "A thread entered exit, and its observer was never told "
          "that it will not return.",
      .question = "What does thread.inside say when a thread ends?"};
  const Diagnosis twice{
      .name = "never-returned-twice",
      .proven = count_equal(child, "left exit = ?") > 1,
      .observation =
          "The same call was left twice, at the event and at the "
          "end.",
      .question = "What does thread.inside say after you have told it?"};
  const Diagnosis not_told{
      .name = "nobody-told-of-an-end",
      .proven = child == Lines{"entered exit", "left exit = ?"},
      .observation = "A child has ended, and its observer was not told.",
      .question = "Which function of Observer is told of an end?"};
  expect_end(run, 0, {nobody_left(run), never_ends(run)});
  expect_lines(run, {"entered exit", "left exit = ?", "ended 5"}, child,
               {lost, twice, not_told},
               "What is still to be told when a thread is gone?");
  const Run all = run_probe({tracee("thread-ends-all")});
  expect_end(all, 7, {nobody_left(all), never_ends(all)});
  expect_lines(all, {"entered clone", "left clone = ?", "ended 7"},
               of("A", all), {},
               "Another thread has ended the process while this one was inside "
               "clone. What is to be told of it?");
  const Run killed = run_probe({tracee("thread-ends-all"), "9"});
  expect_end(killed, 128 + SIGKILL, {nobody_left(killed), never_ends(killed)});
  expect_lines(killed, {"entered clone", "left clone = ?", "ended 137"},
               of("A", killed),
               {{.name = "a-killed-thread-ends-all",
                 .proven = has(of("B", killed), "ended 137") &&
                           !has(of("A", killed), "ended 137"),
                 .observation = "A signal ended one thread, and your follow() "
                                "came back before the other had ended.",
                 .question = "When is nobody left?"}},
               "A signal has ended the process while this thread was inside "
               "clone. What is to be told of it?");
}

TEST_CASE("7d a thread that leaves first leaves its call at once", "[07]") {
  const Run run = run_probe({tracee("leader-first")});
  expect_end(run, 3, {nobody_left(run), never_ends(run)});
  const Lines all = run.trace();
  const auto at = [&](const std::string& line) {
    return std::find(all.begin(), all.end(), line) - all.begin();
  };
  expect(run,
         at("A left exit = ?") < at("B entered getppid") &&
             at("B entered getppid") < at("A ended 3"),
         "A left exit = ?, before B's calls",
         has(all, "A left exit = ?") ? "it comes after them" : "no such line",
         {{.name = "told-when-the-last-has-left",
           .proven = has(all, "A left exit = ?") &&
                     at("A left exit = ?") > at("B left exit = ?"),
           .observation =
               "The first thread left by exit, and it was told only when the "
               "whole process was gone: that is when waitpid tells of a "
               "leader's end.",
           .question = "What has Stop::exit to say, and about which call?"}},
         "Which of its stops tells that a thread will not come back?");
}

TEST_CASE("7d the first process's status counts, and all are seen to their end",
          "[07]") {
  const Run run = run_probe({tracee("outlived")});
  const bool cut = count_equal(of("B", run), "left getppid = PID") < 3;
  const Diagnosis cut_short{
      .name = "ends-with-the-first",
      .proven = cut && run.outcome.code == 3,
      .observation =
          "The first process ended, and your follow() with it. Its "
          "child had three calls to make; it was killed, since "
          "tracee_options has EXITKILL.",
      .question = "When is nobody left?"};
  expect_end(run, 3,
             {nobody_left(run),
              {.name = "the-status-of-the-last",
               .proven = run.outcome.code == 0,
               .observation = "The first process ended with 3, its child later "
                              "with 0, and your follow() gave that one's.",
               .question = "Whose wait status does follow() give?"},
              never_ends(run)});
  expect_lines(run, {"ended 3"}, from("ended 3", of("A", run)), {},
               "Is the observer told of each end once?");
  expect(run, !cut, "three getppid of the child",
         fmt::format("{}", count_equal(of("B", run), "left getppid = PID")),
         {cut_short}, "When is nobody left?");
  const Run killed = run_probe({tracee("waits-for-child"), "9"});
  expect_end(killed, 0, {nobody_left(killed), never_ends(killed)});
  expect_lines(killed, {"ended 137"}, from("ended 137", of("B", killed)), {},
               "Which wait status is the observer told?");
}

TEST_CASE("7d who is gone is known no more", "[07]") {
  const Run run =
      run_probe({"--alone", "--inherited", tracee("waits-for-child")});
  const bool told = count_with(of("A", run), "ended ") == 1;
  expect_end(
      run, 0,
      {{.name = "its-record-is-kept",
        .proven = timed_out(run) && told,
        .observation =
            "Without -f the tracee was followed alone, and it is gone. "
            "Your tracer still waits: for somebody else's child, whom it "
            "had from the start.",
        .question = "What says, without how.children, that nobody is "
                    "followed any more?"},
       never_ends(run)});
}

TEST_CASE("7d a child may begin when its parent is no more", "[07]") {
  const Run run = run_probe({"--orphan-first", tracee("outlived")});
  expect_end(run, 3, {nobody_left(run), never_ends(run)});
  expect(run, has(of("B", run), "ended 0"), "B attached, ..., B ended 0",
         of("B", run).empty() ? "nothing of B" : "B " + of("B", run).back(),
         {{.name = "leaves-when-none-is-known",
           .proven = of("B", run).empty(),
           .observation =
               "The tracee started a child and ended before the child's first "
               "stop, which happens. For a moment your tracer knew of nobody, "
               "and left; the child was killed.",
           .question = "Who knows for certain that there is nobody left?"}},
         "Who knows for certain that there is nobody left?");
  expect_counts("hundred-forks", {"200 clone", "100 wait4", "100 getuid"});
}

TEST_CASE("7e an exec by a thread that is not the leader", "[07]") {
  for (const std::string leader : {"blocked", "gone"}) {
    const Run run =
        run_probe({tracee("thread-execs"), leader, tracee("seven-calls")});
    const Lines first = of("A", run);
    const Lines after = from("superseded by B", first);
    const Diagnosis old_record{
        .name = "the-exec-belongs-to-another-thread",
        .proven = has(first, "entered execve") ||
                  (count_with(first, "superseded") == 0 &&
                   has(of("B", run), "entered execve")),
        .observation =
            "A thread B entered execve, and came out of it with the leader's "
            "id, A. Your record of A was the old leader's, which is no more.",
        .question =
            "Which message has PTRACE_EVENT_EXEC for you "
            "(PTRACE_GETEVENTMSG), and whose record goes on?"};
    const Diagnosis old_id{
        .name = "keeps-its-old-id",
        .proven = has(of("B", run), "superseded by B"),
        .observation =
            "After its exec the thread has the leader's id. Nothing "
            "was heard of it any more under the old one.",
        .question = "Which member of Thread says whose registers are read?"};
    const Diagnosis too_early{
        .name = "superseded-too-early",
        .proven = has(first, "superseded by B, and inside another call") &&
                  has(first, "left execve = 0"),
        .observation =
            "The observer was told that A is the thread that made the "
            "exec, and saw the old leader's record under A.",
        .question = "What has to be done before observer.superseded is told?"};
    expect_end(
        run, 0,
        {too_early, old_id, old_record, nobody_left(run), never_ends(run)});
    expect(run, has(after, "left execve = 0") && has(after, "entered openat"),
           "A superseded by B, A left execve = 0, A entered openat",
           after.size() > 1 ? "A " + after[1] : "no such lines",
           {too_early, old_id, old_record},
           "Whose call returns after the exec, and under which id?");
    expect_lines(
        run, {"left execve = 0", "left openat = 3", "ended 0"},
        [&] {
          Lines got;
          for (const std::string& line : after) {
            if (line.rfind("left execve", 0) == 0 ||
                line == "left openat = 3" || line.rfind("ended", 0) == 0) {
              got.push_back(line);
            }
          }
          return got;
        }(),
        {}, "Whose record goes on, and which one is dropped?");
    const Lines other = of("B", run);
    expect_lines(run, {"attached", "entered execve"}, other, {},
                 "What becomes of the record under the thread's old id?");
  }
}

TEST_CASE("7e the leader's own exec supersedes nobody", "[07]") {
  const Run run =
      run_probe({tracee("thread-execs"), "itself", tracee("seven-calls")});
  const Lines first = of("A", run);
  const Diagnosis itself{
      .name = "superseded-by-itself",
      .proven = count_with(run.trace(), "A superseded") > 0 ||
                (!has(first, "left execve = 0") && !timed_out(run)),
      .observation =
          "The leader made the exec itself: it has the id that it "
          "had, and its record is still the right one.",
      .question =
          "What does PTRACE_GETEVENTMSG give when no other thread made "
          "the exec?"};
  expect_end(run, 0, {itself, nobody_left(run), never_ends(run)});
  expect(run,
         has(first, "left execve = 0") && has(first, "left openat = -2") &&
             count_with(first, "superseded") == 0,
         "A left execve = 0, and superseded by nobody",
         count_with(first, "superseded") > 0 ? "A superseded" : "no such line",
         {itself}, "Which two ids are equal here?");
}

TEST_CASE("7f who is stopped by a signal stays so until a SIGCONT", "[07]") {
  const Run run = run_probe({"--requests", tracee("stops")});
  const Lines child = of("B", run);
  const Diagnosis restarted{
      .name = "a-stopped-process-goes-on",
      .proven = has(child, "PTRACE_SYSCALL"),
      .observation =
          "The child was stopped by SIGSTOP, and PTRACE_SYSCALL made it go on "
          "at once: kill -STOP and Ctrl-Z have no effect under your tracer.",
      .question =
          "Which request of ptrace(2) lets a tracee stay stopped, and "
          "tells when it is not any more?"};
  expect_end(run, 0,
             {{.name = "nobody-hears-the-sigcont",
               .proven = timed_out(run) && has(child, "stopped 19") &&
                         !has(child, "PTRACE_LISTEN"),
               .observation = "The child was stopped, a SIGCONT came, and it "
                              "still stands: no request was made for it that "
                              "lets the kernel tell.",
               .question = "Which request of ptrace(2) lets a tracee stay "
                           "stopped, and tells when it is not any more?"},
              restarted,
              nobody_left(run),
              never_ends(run)});
  expect(run, has(child, "PTRACE_LISTEN"), "PTRACE_LISTEN after the group-stop",
         has(child, "another request") ? "another request" : "another one",
         {restarted}, "Which request lets a tracee stay stopped?");
  expect_lines(run, {"stopped", "stays so", "went on"},
               lines_of(run.outcome.out), {restarted},
               "Which request lets a tracee stay stopped?");
  expect_lines(run,
               {"signal 19", "stopped 19", "PTRACE_LISTEN", "signal 18",
                "entered write", "left write = 1"},
               up_to("exit", from("signal 19", child)), {},
               "What is told of a child that is stopped, and goes on?");
}
