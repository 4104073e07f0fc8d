// What most files include, compiled once for all of them (a precompiled
// header): an edit is judged in half the time. Nobody includes this one by
// name.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <vector>
