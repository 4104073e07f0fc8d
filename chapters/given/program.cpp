#include "program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <exception>
#include <memory>
#include <sstream>
#include <system_error>

#include "launch.hpp"
#include "log.hpp"
#include "proc.hpp"
#include "signals.hpp"
#include "system.hpp"

namespace {

std::size_t number(const std::string& option, const std::string& text) {
  std::size_t value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} ||
      end != text.data() + text.size()) {
    throw BadUsage(
        fmt::format("option '{}' wants a number, not '{}'", option, text));
  }
  return value;
}

// "7,8", "7 8" or, from pidof(1), a line for each.
std::vector<pid_t> process_ids(const std::string& text) {
  std::vector<pid_t> ids;
  std::string words = text;
  std::replace(words.begin(), words.end(), ',', ' ');
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    pid_t id = 0;
    const char* const end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, id);
    if (error != std::errc{} || stop != end || id <= 0) {
      throw BadUsage(fmt::format("invalid process id '{}'", word));
    }
    ids.push_back(id);
  }
  if (ids.empty()) throw BadUsage("option '-p' wants a process id");
  return ids;
}

// "trace=openat,read"; strace takes "openat,read" for the same.
std::string traced(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == text.npos) return text;
  const std::string what = text.substr(0, equals);
  if (what != "trace") {
    throw BadUsage(fmt::format("option '-e' wants trace=NAME, not '{}'", text));
  }
  return text.substr(equals + 1);
}

// Every option of every chapter. The order is that of --help.
constexpr Option<Options> all_options[] = {
    {'f', nullptr, nullptr, "its threads and children, too",
     [](Options& options, const std::string&) { options.follow = true; }},
    {'p', nullptr, "PID[,PID...]",
     "processes that run already; Ctrl-C lets them go on",
     [](Options& options, const std::string& ids) {
       for (const pid_t id : process_ids(ids)) options.attach.push_back(id);
     }},
    {'o', nullptr, "FILE", "the lines go into FILE, not to standard error",
     [](Options& options, const std::string& file) { options.output = file; }},
    {'c', nullptr, nullptr, "a table of the calls instead of a line for each",
     [](Options& options, const std::string&) { options.count = true; }},
    {'s', nullptr, "SIZE", "show so many bytes of a string (32)",
     [](Options& options, const std::string& size) {
       options.style.string_limit = number("-s", size);
     }},
    {'v', nullptr, nullptr, "structs and environments in full",
     [](Options& options, const std::string&) {
       options.style.verbose = true;
     }},
    {'x', nullptr, nullptr,
     "strings that are not ASCII in hexadecimal; all strings if given twice",
     [](Options& options, const std::string&) {
       Style::Hex& hex = options.style.hex;
       hex = hex == Style::Hex::never ? Style::Hex::non_ascii
                                      : Style::Hex::always;
     }},
    {'a', nullptr, "COLUMN", "where the = stands (40)",
     [](Options& options, const std::string& column) {
       options.style.column = number("-a", column);
     }},
    {'e', nullptr, "trace=NAME[,NAME...]", "these system calls alone",
     [](Options& options, const std::string& names) {
       options.trace = traced(names);
       // "" names no call: refused later, by the one who looks names up.
       if (options.trace.empty()) options.trace = ",";
     }},
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
  const bool attaches =
      std::any_of(options.begin(), options.end(),
                  [](const auto& option) { return option.letter == 'p'; });
  return text + (attaches ? " [COMMAND [ARG...]]" : " COMMAND [ARG...]");
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

// Whoever started us may have closed one of the three standard files. Then the
// next file that is opened would be taken for it. The command gets it closed.
void fill_standard_files() {
  int fd = 0;
  while (fd != -1 && fd <= STDERR_FILENO) {
    fd = open("/dev/null", O_RDWR | O_CLOEXEC);
  }
  if (fd != -1) close(fd);
}

// Why PTRACE_TRACEME is refused, and what helps.
std::string refusal() {
  const auto tracer = word_of("/proc/self/status", "TracerPid:");
  const auto filter = word_of("/proc/self/status", "Seccomp:");
  std::string why;
  if (!tracer.empty() && tracer != "0") {
    why = fmt::format(
        "process {} traces it already, and a process has one tracer", tracer);
  }
  if (!filter.empty() && filter != "0") {
    why += why.empty() ? "" : ", or ";
    why += "a filter forbids ptrace, as a container may have one";
  }
  if (why.empty()) return "ptrace(2) tells what forbids it";
  return why + "; run this outside of that";
}

}  // namespace

std::string last_line(int status) {
  if (WIFEXITED(status)) {
    return fmt::format("+++ exited with {} +++", WEXITSTATUS(status));
  }
  return fmt::format("+++ killed by {}{} +++", signal_name(WTERMSIG(status)),
                     WCOREDUMP(status) ? " (core dumped)" : "");
}

int run_program(int argc, char** argv, const std::string& accepted,
                const std::function<int(const Options&)>& body) {
  const std::string path = argc > 0 ? argv[0] : "tracer";
  const std::string program = path.substr(path.rfind('/') + 1);
  const std::vector<Option<Options>> known = options_of(accepted);
  Options options;
  std::unique_ptr<std::FILE, CloseFile> log;
  // Not by fmt::print: a standard error that is full is no reason to abort.
  const auto complain = [&](const char* format, const auto&... parts) {
    write_all(
        STDERR_FILENO,
        program + ": " + fmt::format(fmt::runtime(format), parts...) + "\n");
  };
  fill_standard_files();
  try {
    options.command = read_options<Options>(argc, argv, known, options);
    if (options.help) {
      if (!write_all(STDOUT_FILENO, help(program, known))) fail("write");
      return 0;
    }
    if (options.command.empty() && options.attach.empty()) {
      throw BadUsage("no command to run");
    }
    if (options.command.empty() && !options.deny.empty()) {
      throw BadUsage(
          "--deny is for a command: nobody else can be given a filter");
    }
    if (options.kill && options.deny.empty()) {
      throw BadUsage("--kill says what happens to the calls of --deny NAME");
    }
    int fd = STDERR_FILENO;
    if (!options.output.empty()) {
      fd = open(options.output.c_str(),
                O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
      if (fd == -1) {
        throw BadUsage(fmt::format("cannot write '{}': {}", options.output,
                                   strerror(errno)));
      }
    }
    log.reset(open_log(fd, program));
    options.log = log.get();
    options.attach.empty() ? outlive_signals() : end_by_signals();

    const int status = body(options);
    // With -f or -p each process has such a line of its own.
    if (!options.count && !options.follow && options.attach.empty()) {
      fmt::print(options.log, "{}\n", last_line(status));
    }
    return exit_code(status);
  } catch (const BadUsage& fault) {
    complain("{}; {}", fault.what(), usage(program, known));
    return 2;
  } catch (const LaunchError& error) {
    complain("cannot run '{}': {}", options.command.front(),
             error.code().message());
    return error.code().value() == ENOENT ? 127 : 126;
  } catch (const TraceError& error) {
    complain("cannot trace '{}', so it was not run: {}: {}",
             options.command.front(), error.code().message(), refusal());
    return 1;
  } catch (const std::exception& error) {
    complain("{}", error.what());
    return 1;
  }
}
