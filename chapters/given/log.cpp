#include "log.hpp"

#include <fmt/format.h>
#include <string.h>
#include <unistd.h>

#include <cerrno>

#include "system.hpp"

namespace {

struct Log {
  int fd;
  std::string program;
  bool lost = false;
};

// These are fopencookie(3)'s: what a stream does when it writes and closes.
ssize_t write_log(void* cookie, const char* text, std::size_t size) {
  Log& log = *static_cast<Log*>(cookie);
  if (!log.lost && !write_all(log.fd, {text, size})) {
    log.lost = true;
    write_all(STDERR_FILENO,
              fmt::format("{}: cannot write the log: {}; the command goes on\n",
                          log.program, strerror(errno)));
  }
  return static_cast<ssize_t>(size);
}

int close_log(void* cookie) {
  const Log* log = static_cast<Log*>(cookie);
  if (log->fd != STDERR_FILENO) close(log->fd);
  delete log;
  return 0;
}

}  // namespace

bool write_all(int fd, const std::string& text) {
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t n = write(fd, text.data() + done, text.size() - done);
    if (n == -1 && errno != EINTR) return false;
    if (n > 0) done += static_cast<std::size_t>(n);
  }
  return true;
}

std::FILE* open_log(int fd, const std::string& program) {
  cookie_io_functions_t functions{};
  functions.write = write_log;
  functions.close = close_log;
  std::FILE* log = fopencookie(new Log{fd, program}, "w", functions);
  if (!log) fail("fopencookie");
  std::setvbuf(log, nullptr, _IOLBF, BUFSIZ);
  return log;
}
