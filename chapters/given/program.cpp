#include "program.hpp"

#include <fmt/format.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <memory>
#include <sstream>
#include <system_error>

#include "launch.hpp"
#include "system.hpp"

namespace {

// Every option of every chapter. The order is that of --help.
constexpr Option<Options> all_options[] = {
    {'o', nullptr, "FILE", "the lines go into FILE, not to standard error",
     [](Options& options, const std::string& file) { options.output = file; }},
    {'c', nullptr, nullptr, "a table of the calls instead of a line for each",
     [](Options& options, const std::string&) { options.count = true; }},
    {0, "deny", "NAME[,NAME...]", "these system calls fail with EPERM",
     [](Options& options, const std::string& names) {
       // "" names no call: refused later, by the one who looks names up.
       options.deny += options.deny.empty() ? "" : ",";
       options.deny += names.empty() ? "," : names;
     }},
    {0, "kill", nullptr, "they end the process instead",
     [](Options& options, const std::string&) { options.kill = true; }},
    {'h', "help", nullptr, "this text",
     [](Options& options, const std::string&) { options.help = true; }},
};

// Those that a program knows: `accepted` has them as they are typed.
std::vector<Option<Options>> options_of(const std::string& accepted) {
  std::vector<Option<Options>> options;
  std::istringstream words(accepted + " -h");
  for (std::string word; words >> word;) {
    const auto known = std::find_if(
        std::begin(all_options), std::end(all_options),
        [&](const auto& option) { return option.typed() == word; });
    if (known == std::end(all_options)) {
      throw std::logic_error("no option " + word + " is in the table");
    }
    options.push_back(*known);
  }
  return options;
}

std::string with_value(const Option<Options>& option) {
  return option.typed() +
         (option.value ? fmt::format(" {}", option.value) : "");
}

std::string usage(const std::string& program,
                  const std::vector<Option<Options>>& options) {
  std::string text = "usage: " + program;
  for (const auto& option : options) {
    if (option.letter != 'h') text += fmt::format(" [{}]", with_value(option));
  }
  return text + " COMMAND [ARG...]";
}

std::string help(const std::string& program,
                 const std::vector<Option<Options>>& options) {
  std::string text = usage(program, options) + "\n";
  for (const auto& option : options) {
    text += fmt::format("  {:<22} {}\n", with_value(option), option.help);
  }
  return text;
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// strace's last line: how the tracee ended.
std::string last_line(int status) {
  if (WIFEXITED(status)) {
    return fmt::format("+++ exited with {} +++", WEXITSTATUS(status));
  }
  return fmt::format("+++ killed by {}{} +++", signal_name(WTERMSIG(status)),
                     WCOREDUMP(status) ? " (core dumped)" : "");
}

}  // namespace

int run_program(int argc, char** argv, const std::string& accepted,
                const std::function<int(const Options&)>& body) {
  const std::string path = argc > 0 ? argv[0] : "tracer";
  const std::string program = path.substr(path.rfind('/') + 1);
  const std::vector<Option<Options>> known = options_of(accepted);
  Options options;
  std::unique_ptr<std::FILE, CloseFile> file;
  try {
    options.command = read_options<Options>(argc, argv, known, options);
    if (options.help) {
      fmt::print("{}", help(program, known));
      return 0;
    }
    if (options.command.empty()) throw BadUsage("no command to run");
    if (options.kill && options.deny.empty()) {
      throw BadUsage("--kill says what happens to the calls of --deny NAME");
    }
    if (!options.output.empty()) {
      file.reset(std::fopen(options.output.c_str(), "we"));  // e: not for the
      if (!file) {                                           // tracee
        throw BadUsage(fmt::format("cannot write '{}': {}", options.output,
                                   strerror(errno)));
      }
      options.log = file.get();
    }
    // On a terminal each line is seen at once, elsewhere in large pieces.
    const bool terminal = isatty(fileno(options.log)) == 1;
    std::setvbuf(options.log, nullptr, terminal ? _IOLBF : _IOFBF, BUFSIZ);

    const int status = body(options);
    if (!options.count) fmt::print(options.log, "{}\n", last_line(status));
    if (std::fflush(options.log) != 0) fail("write");
    return exit_code(status);
  } catch (const BadUsage& fault) {
    fmt::print(stderr, "{}: {}; {}\n", program, fault.what(),
               usage(program, known));
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
