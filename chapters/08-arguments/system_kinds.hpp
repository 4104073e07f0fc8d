// Arguments about the system, its limits, and what a process may. Given.
#pragma once

#include "kind.hpp"

extern const Kind usage_of;  // RUSAGE_SELF
extern const Kind resource;  // RLIMIT_NOFILE
extern const Kind limit_in;  // {rlim_cur=1024, rlim_max=4096}
extern const Kind limit_out;
extern const Kind limit64_in;  // the same of prlimit64
extern const Kind limit64_out;
extern const Kind system_names;        // struct utsname
extern const Kind system_information;  // struct sysinfo
extern const Kind host_name;          // as many bytes as the next argument says
extern const Kind random_bytes;       // "\x4e\x1b"
extern const Kind random_flags;       // GRND_NONBLOCK
extern const Kind capability_header;  // {version=..., pid=0}
extern const Kind capabilities_in;    // {effective=1<<CAP_KILL, ...}
extern const Kind capabilities_out;
extern const Kind groups_in;  // [0, 5]
extern const Kind groups_out;
extern const Kind processors_in;  // [0 1]; see sched_setaffinity(2)
extern const Kind processors_out;
extern const Kind scheduler;     // SCHED_OTHER
extern const Kind scheduler_in;  // [0]; see sched_setparam(2)
extern const Kind scheduler_out;
extern const Kind priority_of;        // PRIO_PROCESS
extern const Kind personality_flags;  // PER_LINUX|ADDR_NO_RANDOMIZE
extern const Kind seccomp_operation;
extern const Kind seccomp_flags;
extern const Kind seccomp_argument;  // what the operation wants
extern const Kind membarrier_command;
extern const Kind rseq_flags;

std::string scheduler_result(const Call& call);    // 0 (SCHED_OTHER)
std::string personality_result(const Call& call);  // 0 (PER_LINUX)
