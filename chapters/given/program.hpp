// What the programs of the chapters share: the command line, the exit status
// and where the lines go. Given; nothing here is left to do.
#pragma once

#include <sys/types.h>

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "options.hpp"
#include "style.hpp"

/// What the command line asked for.
struct Options {
  std::vector<std::string> command;  // what to run; with -p maybe nothing
  std::vector<pid_t> attach;         // -p PID[,PID...]: and these processes
  bool follow = false;               // -f: its threads and children, too
  bool count = false;                // -c: a table instead of lines
  Style style;                       // -s, -v, -x, -a: of the arguments
  std::string trace;                 // -e trace=NAME[,NAME]; empty: all calls
  std::string deny;                  // --deny NAME[,NAME...]
  bool kill = false;                 // --kill: end the process on such a call
  std::FILE* log = nullptr;          // into -o FILE, else to standard error
  std::string output;                // that FILE's name; empty: none
  bool help = false;
};

/// Runs `body` with the options of the command line and gives the exit status
/// for main: the tracee's own (128+N after signal N), 127 for a command that
/// does not exist, 126 for one that may not be run, 2 for a wrong command line
/// (or BadUsage), 1 for any other error. Each error is one line on stderr.
/// A log that cannot be written is told once, and changes no exit status.
/// While the command runs, the terminal's signals are its own; with -p they
/// mean that it is time to detach: signals.hpp.
/// `accepted` has the options that the program knows, as they are typed: "-o -c
/// --deny --kill". What each means stands in one table, in program.cpp. `body`
/// gives back the tracee's wait status; the last line, "+++ exited with N +++",
/// is written here, but for -f and -p.
int run_program(int argc, char** argv, const std::string& accepted,
                const std::function<int(const Options&)>& body);

/// strace's last line of a process with that wait status: "+++ exited with 7
/// +++", "+++ killed by SIGTERM +++".
std::string last_line(int wait_status);
