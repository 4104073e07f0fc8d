#include "with_arguments.hpp"

#include <fmt/format.h>

#include <sstream>

#include "names.hpp"
#include "signatures.hpp"

namespace {

bool is_call(const std::string& name) {
  for (const Abi abi : {Abi::native, Abi::compat32}) {
    for (const Name& call : syscall_table(abi)) {
      if (name == call.name) return true;
    }
  }
  return false;
}

}  // namespace

WithArguments::WithArguments(const Options& options) : style_(options.style) {
  // "," at the end is followed by a name, too: an empty one.
  std::istringstream names(options.trace + (options.trace.empty() ? "" : ","));
  for (std::string name; std::getline(names, name, ',');) {
    if (!is_call(name)) {
      throw BadUsage(fmt::format("invalid system call '{}'", name));
    }
    names_.insert(name);
  }
}

bool WithArguments::shown(const Thread& thread) {
  return names_.empty() ||
         names_.contains(syscall_name(thread.call.number, thread.call.abi));
}

Call& WithArguments::call_of(const Thread& thread) {
  Call& call = calls_[thread.tid];
  static_cast<Syscall&>(call) = thread.call;
  call.tid = thread.tid;
  call.style = style_;
  return call;
}

std::string WithArguments::at_entry(const Thread& thread) {
  // Before it is overwritten: what a signal has interrupted.
  const auto before = calls_.find(thread.tid);
  const std::string name = syscall_name(thread.call.number, thread.call.abi);
  std::string interrupted;
  if (name == "restart_syscall" && before == calls_.end()) {
    // It was made before we attached, and nobody knows which it was. strace
    // looks up number 0, and so do we.
    interrupted = syscall_name(0, thread.call.abi);
  } else if (name == "restart_syscall") {
    const Call& last = before->second;
    interrupted = last.interrupted.empty() ? syscall_name(last.number, last.abi)
                                           : last.interrupted;
  }
  Call& call = call_of(thread);
  call.interrupted = interrupted;
  call.noted = {};
  take_notes(call);
  return name + "(" + arguments_text(call, Moment::entry);
}

std::string WithArguments::at_exit(const Thread& thread) {
  const Call& call = call_of(thread);
  const std::string name = syscall_name(call.number, call.abi);
  if (!call.result && name != "exit" && name != "exit_group") {
    return " <unfinished ...>)";
  }
  return arguments_text(call, Moment::exit) + ")";
}

std::string WithArguments::result(const Thread& thread) {
  const Call& call = call_of(thread);
  const auto& own = signature_of(call.number, call.abi).result;
  return own ? own(call) : result_text(call.result);
}
