// typed MARK KEYS COMMAND [ARG...]: runs COMMAND on a terminal of its own and
// types KEYS ("^C" is Ctrl-C) when it has printed MARK. Prints what COMMAND
// prints, and ends with its exit status, 128+N after signal N. After a minute
// it is killed.
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>

#include "system.hpp"

namespace {

volatile pid_t child = -1;
void give_up(int) { kill(-child, SIGKILL); }

// "^C" is the key with the number of C less 64.
std::string keys(const std::string& text) {
  std::string typed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool control = text[i] == '^' && i + 1 < text.size();
    typed += control ? static_cast<char>(text[++i] - 64) : text[i];
  }
  return typed;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::string mark = argv[1];
  const std::string typed = keys(argv[2]);
  int terminal = -1;
  child = must(forkpty(&terminal, nullptr, nullptr, nullptr), "forkpty");
  if (child == 0) {
    execvp(argv[3], argv + 3);
    _exit(126);
  }
  signal(SIGALRM, give_up);
  alarm(60);
  std::string text;
  bool done = false;
  char buffer[4096];
  for (ssize_t n;;) {
    n = read(terminal, buffer, sizeof buffer);
    if (n == -1 && errno == EINTR) continue;
    if (n <= 0) break;  // EIO: nobody has the terminal any more
    text.append(buffer, static_cast<std::size_t>(n));
    if (!done && text.find(mark) != text.npos) {
      done = true;
      must(static_cast<int>(write(terminal, typed.data(), typed.size())),
           "write");
    }
  }
  std::fwrite(text.data(), 1, text.size(), stdout);
  const int status = wait_for(child);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
