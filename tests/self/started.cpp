// started WHAT... -- COMMAND [ARG...]: runs COMMAND as somebody may start it
// who has signals of his own: b5 blocks signal 5, i17 ignores 17, d32 puts 32
// to its default.
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

int main(int argc, char** argv) {
  int i = 1;
  for (; i < argc && std::string(argv[i]) != "--"; ++i) {
    const int number = std::atoi(argv[i] + 1);
    if (argv[i][0] == 'b') {
      sigset_t set;
      sigemptyset(&set);
      sigaddset(&set, number);
      sigprocmask(SIG_BLOCK, &set, nullptr);
    } else if (argv[i][0] == 'd') {
      // By number: libc refuses to touch 32 and 33. All zeros is SIG_DFL.
      const unsigned long default_action[4] = {};
      syscall(SYS_rt_sigaction, number, default_action, nullptr, 8);
    } else {
      signal(number, SIG_IGN);
    }
  }
  if (i + 1 >= argc) return 2;
  execvp(argv[i + 1], argv + i + 1);
  std::perror(argv[i + 1]);
  return 126;
}
