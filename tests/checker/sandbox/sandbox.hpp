// Runs a program so that nothing it does can harm the checker or the machine,
// and nothing of it is left afterwards.
//
// Where the machine permits it, the program has user, pid and mount namespaces
// of its own (namespaces(7)): it sees no process but its own, and kill(-1)
// reaches none but its own. Elsewhere, or with CHECK_NO_NAMESPACES=1, a process
// of ours adopts all that it leaves behind (PR_SET_CHILD_SUBREAPER in
// prctl(2)), and a seccomp filter refuses kill(-1) and signals to the checker.
// A signal to a process id that the program guesses then reaches any process of
// the same user. Files and the network are the user's own in both.
#pragma once

#include <chrono>
#include <string>
#include <vector>

struct Limits {
  // On the wall clock, less the time for which a process of it was ready to run
  // and had no processor: a busy machine is not the program's fault.
  std::chrono::milliseconds time{5000};
  std::size_t output = 1 << 20;               // bytes, both streams together
  unsigned processes = 200;                   // at the same time
  std::size_t memory = std::size_t{2} << 30;  // bytes a process; 0: no limit
};

struct RunOptions {
  Limits limits;
  std::vector<std::string> environment;  // "NAME=value", besides the checker's
  std::string directory;                 // to run in; empty: the checker's own
};

struct Outcome {
  enum class End {
    exited,              // code: the exit status
    signalled,           // code: the signal
    timed_out,           // code: 0, here and below
    flooded,             // it wrote more than the limit
    too_many_processes,  //
    not_started,         // code: the errno of execve(2)
  };
  End end = End::exited;
  int code = 0;
  std::string out, err;  // what it wrote, up to the limit
  std::chrono::milliseconds elapsed{};
  unsigned survivors = 0;  // processes that outlived it, and had to be ended
};

/// By what all times are multiplied, those of RunOptions, too:
/// CHECK_TIMEOUT_SCALE, else 1.
double time_scale();
std::chrono::milliseconds scaled(std::chrono::milliseconds time);

/// Runs `argv` (argv[0] is searched for in PATH) to its end. Its standard input
/// is empty, its signals and descriptors are fresh, its session is its own, and
/// it leaves no core file.
/// Throws std::system_error if the machine refuses what the sandbox itself
/// needs, std::runtime_error if the sandbox's own process was ended.
Outcome run(const std::vector<std::string>& argv,
            const RunOptions& options = {});

/// Whether run() uses namespaces here.
bool uses_namespaces();

/// Whether run() sets no_new_privs for the program: an ordinary user without
/// namespaces can have the filter at no lesser price.
bool sets_no_new_privs();
