#include "program.hpp"

#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "stray_signals.hpp"

namespace {

// What libc calls a resource: glibc has a type for it, musl int.
using Resource = decltype(RLIMIT_CORE);

void limit(Resource resource, rlim_t most) {
  rlimit now{};
  must(getrlimit(resource, &now), "getrlimit");
  const rlim_t value = std::min(most, now.rlim_max);
  const rlimit wanted{value, value};
  must(setrlimit(resource, &wanted), "setrlimit");
}

}  // namespace

[[noreturn]] void become(const std::vector<std::string>& argv,
                         const RunOptions& options, const Fd& out,
                         const Fd& err, const Fd& errors, pid_t checker) {
  try {
    const pid_t keeper = getppid();
    must(setsid(), "setsid");  // kill(0) reaches its own
    const Fd null(must(open("/dev/null", O_RDONLY | O_CLOEXEC), "/dev/null"));
    must(dup2(null.get(), 0), "dup2");
    must(dup2(out.get(), 1), "dup2");
    must(dup2(err.get(), 2), "dup2");
    // All others close at the exec; `errors` is wanted until then.
    if (syscall(SYS_close_range, 3, ~0U, 4 /* CLOSE_RANGE_CLOEXEC */) == -1) {
      for (int fd = 3; fd < 1024; ++fd) fcntl(fd, F_SETFD, FD_CLOEXEC);
    }
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 64 << 20);
    if (options.limits.memory != 0) limit(RLIMIT_AS, options.limits.memory);
    // By number: libc refuses to touch 32 and 33, which a shell or a CI runner
    // may have left ignored. All zeros is SIG_DFL, in the kernel's layout.
    const std::array<unsigned long, 4> default_action{};
    for (int signal = 1; signal < 65; ++signal) {
      syscall(SYS_rt_sigaction, signal, default_action.data(), nullptr, 8);
    }
    sigset_t none;
    sigemptyset(&none);
    must(sigprocmask(SIG_SETMASK, &none, nullptr), "sigprocmask");
    for (const std::string& variable : options.environment) {
      const auto equals = variable.find('=');
      setenv(variable.substr(0, equals).c_str(),
             variable.substr(equals + 1).c_str(), 1);
    }
    if (!options.directory.empty()) {
      must(chdir(options.directory.c_str()), "chdir");
    }
    std::vector<char*> words;
    for (const std::string& word : argv) {
      words.push_back(const_cast<char*>(word.c_str()));
    }
    words.push_back(nullptr);
    if (!uses_namespaces()) refuse_stray_signals(keeper, checker);
    execvp(words[0], words.data());
    fail("execvp");
  } catch (const std::system_error& error) {
    const int code = error.code().value();
    if (write(errors.get(), &code, sizeof code) == -1) _exit(126);
    _exit(127);
  }
}
