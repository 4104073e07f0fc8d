// Arguments about processes and threads: how they begin, and end. Given.
#pragma once

#include "kind.hpp"

extern const Kind program_arguments;  // ["ls", "-l"]
extern const Kind environment;        // 0x7ffd5b2c /* 37 vars */
extern const Kind clone_stack;        // child_stack=NULL
extern const Kind clone_flags;        // flags=CLONE_VM|SIGCHLD, and the rest
extern const Kind clone_arguments;    // {flags=..., exit_signal=...}; clone3
extern const Kind unshare_flags;      // CLONE_NEWNS
extern const Kind setns_flags;
extern const Kind wait_status;       // [{WIFEXITED(s) && WEXITSTATUS(s) == 0}]
extern const Kind wait_options;      // WNOHANG
extern const Kind wait_id;           // P_PID
extern const Kind resource_usage;    // struct rusage
extern const Kind id_out;            // [0]; see getresuid(2)
extern const Kind pidfd_flags;       // PIDFD_NONBLOCK
extern const Kind interrupted_call;  // <... resuming interrupted poll ...>
