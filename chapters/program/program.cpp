#include "program.hpp"

#include <fmt/format.h>
#include <getopt.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <memory>
#include <system_error>

#include "launch.hpp"

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string usage(const std::string& program, const std::string& accepted) {
  std::string text = "usage: " + program;
  if (accepted.find('o') != std::string::npos) text += " [-o FILE]";
  if (accepted.find('c') != std::string::npos) text += " [-c]";
  if (accepted.find('d') != std::string::npos) {
    text += " [--deny NAME[,NAME...] [--kill]]";
  }
  return text + " COMMAND [ARG...]";
}

// strace's last line: how the tracee ended.
std::string last_line(int status) {
  if (WIFEXITED(status)) {
    return fmt::format("+++ exited with {} +++", WEXITSTATUS(status));
  }
  const int signal = WTERMSIG(status);
#ifdef __GLIBC__
  const char* known = sigabbrev_np(signal);
#else
  const char* known = nullptr;
#endif
  return fmt::format(
      "+++ killed by {}{} +++",
      known ? fmt::format("SIG{}", known) : fmt::format("signal {}", signal),
      WCOREDUMP(status) ? " (core dumped)" : "");
}

}  // namespace

int run_program(int argc, char** argv, const std::string& accepted,
                const std::function<int(const Options&)>& body) {
  const std::string path = argc > 0 ? argv[0] : "tracer";
  const std::string program = path.substr(path.rfind('/') + 1);
  Options options;
  std::unique_ptr<std::FILE, CloseFile> file;
  try {
    enum { deny = 256, kill };
    const auto has = [&](char letter) {
      return accepted.find(letter) != std::string::npos;
    };
    const std::string letters =
        std::string("+:h") + (has('o') ? "o:" : "") + (has('c') ? "c" : "");
    const option long_options[] = {
        {"help", no_argument, nullptr, 'h'},
        {has('d') ? "deny" : nullptr, required_argument, nullptr, deny},
        {"kill", no_argument, nullptr, kill},
        {nullptr, 0, nullptr, 0}};
    // The option that getopt stopped at.
    const auto culprit = [&]() -> std::string {
      if (optopt > 0 && optopt < deny) return {'-', static_cast<char>(optopt)};
      return argv[optind - 1];
    };
    std::string output;
    opterr = 0;
    for (int c; (c = getopt_long(argc, argv, letters.c_str(), long_options,
                                 nullptr)) != -1;) {
      switch (c) {
        case 'h':
          fmt::print("{}\n", usage(program, accepted));
          return 0;
        case 'o':
          output = optarg;
          break;
        case 'c':
          options.count = true;
          break;
        case deny:
          // "" names no call: refused below, by the one who looks names up.
          options.deny += (options.deny.empty() ? "" : ",");
          options.deny += *optarg ? optarg : ",";
          break;
        case kill:
          options.kill = true;
          break;
        case ':':
          throw BadUsage{fmt::format("option '{}' wants a value", culprit())};
        default:
          throw BadUsage{fmt::format("unknown option '{}'", culprit())};
      }
    }
    if (optind >= argc) throw BadUsage{"no command to run"};
    if (options.kill && options.deny.empty()) {
      throw BadUsage{"--kill says what happens to the calls of --deny NAME"};
    }
    options.command.assign(argv + optind, argv + argc);

    if (!output.empty()) {
      file.reset(std::fopen(output.c_str(), "we"));  // e: not for the tracee
      if (!file) {
        throw BadUsage{
            fmt::format("cannot write '{}': {}", output, strerror(errno))};
      }
      options.log = file.get();
    }
    // On a terminal each line is seen at once, elsewhere in large pieces.
    const bool terminal = isatty(fileno(options.log)) == 1;
    std::setvbuf(options.log, nullptr, terminal ? _IOLBF : _IOFBF, BUFSIZ);

    const int status = body(options);
    if (!options.count) fmt::print(options.log, "{}\n", last_line(status));
    if (std::fflush(options.log) != 0) {
      throw std::system_error(errno, std::generic_category(), "write");
    }
    return exit_code(status);
  } catch (const BadUsage& fault) {
    fmt::print(stderr, "{}: {}; {}\n", program, fault.message,
               usage(program, accepted));
    return 2;
  } catch (const LaunchError& error) {
    fmt::print(stderr, "{}: cannot run '{}': {}\n", program,
               options.command.front(), error.code().message());
    return error.code().value() == ENOENT ? 127 : 126;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}: {}\n", program, error.what());
    return 1;
  }
}
