// splice SOLUTION PATCH [only TODO | after TODO]: prints the solution with the
// patch's regions in place of its own.
//
//   only 5b    only that TODO's regions: one answer taken back
//   after 5b   only the TODOs after it: the state a learner is in after 5b
//   after 0    all of them: the starter
//
// A patch without any region is a whole file, and is printed as it is.
//
// splice --todos FILE: its TODOs, one a line
// splice --hints FILE: a hints.txt's TODOs, a line for each hint
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "hints.hpp"
#include "regions.hpp"
#include "text.hpp"

int main(int argc, char** argv) try {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() == 2 && args[0] == "--todos") {
    const auto todos = read_regions(read_file(args[1])).todos();
    for (const std::string& todo : todos) fmt::print("{}\n", todo);
    return 0;
  }
  if (args.size() == 2 && args[0] == "--hints") {
    for (const auto& [todo, hints] : read_hints(read_file(args[1]))) {
      for (std::size_t i = 0; i < hints.size(); ++i) fmt::print("{}\n", todo);
    }
    return 0;
  }
  if ((args.size() != 2 && args.size() != 4) ||
      (args.size() == 4 && args[2] != "only" && args[2] != "after")) {
    fmt::print(stderr,
               "usage: splice SOLUTION PATCH [only|after TODO]\n"
               "       splice --todos|--hints FILE\n");
    return 2;
  }
  const std::string patch_text = read_file(args[1]);
  Marked patch = read_regions(patch_text);
  if (patch.regions.empty()) {
    fmt::print("{}", patch_text);
    return 0;
  }
  if (args.size() == 4) {
    const bool known = std::any_of(
        patch.regions.begin(), patch.regions.end(),
        [&](const Region& region) { return region.todo == args[3]; });
    if (!known && args[3] != "0") {
      throw std::runtime_error(
          fmt::format("{} has no region {}", args[1], args[3]));
    }
    std::erase_if(patch.regions, [&](const Region& region) {
      return args[2] == "only" ? region.todo != args[3]
                               : region.todo <= args[3];
    });
  }
  fmt::print("{}", splice(read_regions(read_file(args[0])), patch).text());
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "splice: {}\n", error.what());
  return 1;
}
