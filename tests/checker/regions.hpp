// The marked regions of a learner's file and of its solution:
//
//     // TODO 5a: what there is to do
//     ...
//     // end of 5a
//
// A TODO can have several regions; they belong together.
#pragma once

#include <string>
#include <vector>

struct Region {
  std::string todo;                // "5a"
  std::string title;               // the text after the colon
  std::vector<std::string> lines;  // between the two markers
};

/// A file as the pieces around and inside its regions.
struct Marked {
  std::vector<std::vector<std::string>> outside;  // one more than regions
  std::vector<Region> regions;

  /// The file's text again, markers included.
  std::string text() const;
  /// Its TODOs in the order of their names, each once.
  std::vector<std::string> todos() const;
};

/// Is that a TODO's name: a chapter's number and a letter, as "5a" or "10a"?
bool is_todo(const std::string& word);

/// Cuts a text at its markers. Throws std::runtime_error, which names the line,
/// if a region does not end, ends twice, or lies inside another.
Marked read_regions(const std::string& text);

/// `base` with the regions of `patch` in place of its own: the first region 5a
/// of the patch replaces the first one of the base, and so on. Regions that the
/// patch does not have stay. Throws std::runtime_error if the patch has a
/// region that the base has not.
Marked splice(Marked base, const Marked& patch);

/// The numbers of the lines of `text` that stand outside its regions and are
/// not those of `start`, which has the same regions; where lines of the start
/// are missing, the number of the next one. Added #include lines are no
/// difference, nor are blanks. Throws std::runtime_error if the regions are not
/// those of the start, and says at which line.
std::vector<int> changed_outside(const std::string& start,
                                 const std::string& text);
