// Following processes that run already, and letting them go on. See ptrace(2).
#pragma once

#include <sys/types.h>

#include "follow.hpp"

/// Makes the thread `tid` a tracee of this process, with PTRACE_SEIZE and
/// follow_options(how); but it does not die with its tracer (no
/// PTRACE_O_EXITKILL). Then has it stop once, as soon as it can
/// (PTRACE_INTERRUPT): follow() hears of that stop. Gives false, with errno, if
/// it is refused.
bool attach_thread(pid_t tid, const How& how);

/// Attaches to the thread `pid`, and with how.children to all threads of its
/// process, those that begin meanwhile, too. Each gets its record in `threads`,
/// unless it has one; a thread that is gone meanwhile, or is traced already, is
/// no error. Throws std::system_error, with what attach_thread(pid) said, if
/// there is nobody whom it could attach to.
void attach(pid_t pid, Threads& threads, const How& how);

/// Lets all `threads` go on, as if nobody had been attached: each gets the
/// signal that is on its way to it, and none else; who is stopped by a signal
/// stays so; a call that was going on goes on. Tells observer.detached of each,
/// or of one that is gone observer.ended, after observer.left for the call that
/// it was inside of. Then `threads` is empty. Who cannot stop now (in a vfork)
/// is waited for, until a signal interrupts that: then it stays a tracee until
/// this process ends.
void detach(Threads& threads, Observer& observer);

/// Why somebody could not be attached to.
enum class Refusal {
  ourselves,     // the tracer itself
  no_such,       // nobody has that id
  ended,         // a zombie: only its exit status is left of it
  kernel,        // a thread of the kernel's own: it makes no system calls
  ours_already,  // this tracer traces it
  traced,        // another one does
  yama_never,    // Yama's ptrace_scope is 3: nobody may attach
  container,     // root, but without CAP_SYS_PTRACE
  first,         // process 1 is for those who have CAP_SYS_PTRACE
  not_ours,      // another user's
  yama_admin,    // ptrace_scope is 2: only who has CAP_SYS_PTRACE
  yama_parents,  // ptrace_scope is 1: only who has started it
  unknown,       // none of these
};

/// What is known of them both, from /proc (proc(5)).
struct Facts {
  pid_t pid;            // whom we could not attach to
  int error;            // errno of PTRACE_SEIZE
  pid_t process = 0;    // whose thread that is; 0 if nobody has that id
  char state = 'S';     // 'Z' and 'X': it has ended
  bool kernel = false;  // a thread of the kernel
  pid_t tracer = 0;     // the process that traces it; 0: nobody
  uid_t user = 0;       // whose it is
  pid_t our_process = 0;
  uid_t our_user = 0;
  bool capable = false;  // we have CAP_SYS_PTRACE
  int yama = 0;          // /proc/sys/kernel/yama/ptrace_scope; 0: no Yama
};

/// Which of them it is: the first, in the order of Refusal, that holds.
Refusal refusal(const Facts& facts);
