// The command line as a table, a line an option. Given.
#pragma once

#include <getopt.h>

#include <span>
#include <stdexcept>
#include <string>
#include <vector>

/// A fault in the command line, found before anything is started.
struct BadUsage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One option. Letters and names are strace(1)'s where it has the option.
template <class Settings>
struct Option {
  char letter;        // 'o', or 0: it has a long name only
  const char* name;   // "deny", or null: it has a letter only
  const char* value;  // "FILE", or null: it takes none
  const char* help;
  void (*effect)(Settings&, const std::string& value);

  /// As it is typed: "-o", or "--deny".
  std::string typed() const {
    return letter != 0 ? std::string{'-', letter} : std::string("--") + name;
  }
};

/// Reads the options of a command line, up to the first word that is none, into
/// `settings`, and gives the words that are left. Throws BadUsage.
template <class Settings>
std::vector<std::string> read_options(int argc, char** argv,
                                      std::span<const Option<Settings>> options,
                                      Settings& settings) {
  // getopt_long(3) gives back the letter, or for a long option this and its
  // place in the table.
  constexpr int first_long = 256;
  std::string letters = "+:";  // "+": the command has options of its own
  std::vector<option> names;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Option<Settings>& known = options[i];
    if (known.letter != 0) {
      letters += known.letter;
      if (known.value) letters += ':';
    }
    if (known.name) {
      names.push_back({known.name,
                       known.value ? required_argument : no_argument, nullptr,
                       first_long + static_cast<int>(i)});
    }
  }
  names.push_back({nullptr, 0, nullptr, 0});

  opterr = 0;
  for (int c; (c = getopt_long(argc, argv, letters.c_str(), names.data(),
                               nullptr)) != -1;) {
    if (c == '?' || c == ':') {
      const bool letter = optopt > 0 && optopt < first_long;
      const std::string culprit =
          letter ? std::string{'-', static_cast<char>(optopt)}
                 : std::string(argv[optind - 1]);
      throw BadUsage(c == ':' ? "option '" + culprit + "' wants a value"
                              : "unknown option '" + culprit + "'");
    }
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (c == options[i].letter || c == first_long + static_cast<int>(i)) {
        options[i].effect(settings, optarg ? optarg : "");
      }
    }
  }
  return {argv + optind, argv + argc};
}
