// The sandbox against programs that mean harm. Run twice, with namespaces and
// (CHECK_NO_NAMESPACES=1) without.
#include "sandbox.hpp"

#include <dirent.h>
#include <limits.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using End = Outcome::End;

namespace {

// Beside the test's own program.
std::string hostile() {
  return fs::read_symlink("/proc/self/exe").parent_path() / "hostile";
}

// How many processes run that program now, whoever's they are.
int running(const fs::path& program) {
  int count = 0;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    std::error_code error;  // it may have ended, or be another user's
    const fs::path path = fs::read_symlink(entry.path() / "exe", error);
    if (!error && path == program) ++count;
  }
  return count;
}

Outcome harm(const std::string& way, std::chrono::milliseconds time = 700ms) {
  RunOptions options;
  options.limits.time = time;
  const Outcome outcome = run({hostile(), way}, options);
  CHECK(running(hostile()) == 0);
  // The next run is as if nothing had been.
  const Outcome next = run({"echo", "still here"});
  CHECK(next.end == End::exited);
  CHECK(next.out == "still here\n");
  return outcome;
}

Outcome sh(const std::string& script, const RunOptions& options = {}) {
  return run({"sh", "-c", script}, options);
}

}  // namespace

TEST_CASE("the namespaces are used where they are permitted") {
  if (std::getenv("CHECK_NO_NAMESPACES")) CHECK_FALSE(uses_namespaces());
  // In a namespace the first processes have small numbers, and see no others.
  const Outcome outcome = sh("echo $$; ls /proc | grep -c '^[0-9]'");
  const bool small = std::atoi(outcome.out.c_str()) == 2;
  CHECK(small == uses_namespaces());
}

TEST_CASE("how a program ended") {
  CHECK(sh("exit 0").code == 0);
  CHECK(sh("exit 7").code == 7);
  CHECK(sh("exit 255").code == 255);
  const Outcome killed = sh("kill -TERM $$");
  CHECK(killed.end == End::signalled);
  CHECK(killed.code == SIGTERM);
  const Outcome missing = run({"/no/such/program"});
  CHECK(missing.end == End::not_started);
  CHECK(missing.code == ENOENT);
  const Outcome directory = run({"/"});
  CHECK(directory.end == End::not_started);
  CHECK(directory.code == EACCES);
  CHECK(sh("exit 0").survivors == 0);
}

TEST_CASE("what a program wrote") {
  const Outcome both = sh("printf 'a\\0b'; printf 'c\\n' >&2");
  CHECK(both.out == std::string("a\0b", 3));
  CHECK(both.err == "c\n");
  const Outcome large = sh("head -c 900000 /dev/zero");
  CHECK(large.end == End::exited);
  CHECK(large.out.size() == 900000);
}

TEST_CASE("what a program finds") {
  // As some CI runners leave them; libc lets nobody put 32 back (below: all 0).
  struct {
    void (*handler)(int);
    unsigned long rest[3];
  } const ignored{SIG_IGN, {}};
  for (const int signal : {32, SIGPIPE}) {
    REQUIRE(syscall(SYS_rt_sigaction, signal, &ignored, nullptr, 8) == 0);
  }
  CHECK(sh("cat").out.empty());  // nothing to read
  const Outcome descriptors = sh("ls /proc/self/fd");
  CHECK(descriptors.out == "0\n1\n2\n3\n");  // 3 is ls's own
  RunOptions options;
  options.environment = {"GREETING=hello there", "LC_ALL=C"};
  options.directory = "/usr";
  CHECK(sh("echo $GREETING; pwd", options).out == "hello there\n/usr\n");
  CHECK(sh("ulimit -c").out == "0\n");
  const Outcome status =
      sh("grep -e SigBlk -e SigIgn -e NoNewPrivs /proc/self/status");
  CAPTURE(status.out);
  CHECK(status.out.find("SigBlk:\t0000000000000000") != status.out.npos);
  CHECK(status.out.find("SigIgn:\t0000000000000000") != status.out.npos);
  CHECK((status.out.find("NoNewPrivs:\t1") != status.out.npos) ==
        sets_no_new_privs());
  // Itself as the user that it is.
  CHECK(sh("id -u").out == std::to_string(geteuid()) + "\n");
}

TEST_CASE("kill(-1) reaches nobody else") {
  const Outcome outcome = harm("kill-all");
  CHECK(outcome.end == End::exited);  // it is spared itself
}

TEST_CASE("the keeper cannot be killed") {
  const Outcome outcome = harm("kill-parent");
  CHECK(outcome.end == End::exited);
  CHECK(outcome.code == 0);
}

TEST_CASE("a fork bomb is ended") {
  CHECK(harm("fork-bomb", 5s).end == End::too_many_processes);
}

TEST_CASE("a fork bomb of sessions of their own is ended") {
  CHECK(harm("detached-bomb", 5s).end == End::too_many_processes);
}

TEST_CASE("an endless loop is ended") {
  const Outcome outcome = harm("endless-loop");
  CHECK(outcome.end == End::timed_out);
  CHECK(outcome.elapsed >= scaled(700ms));
  CHECK(harm("ignore-signals").end == End::timed_out);
  CHECK(harm("close-and-sleep").end == End::timed_out);
  CHECK(harm("wait-for-ever").end == End::timed_out);
}

TEST_CASE("a flood is ended") {
  for (const char* way : {"flood-out", "flood-err"}) {
    const Outcome outcome = harm(way, 5s);
    CHECK(outcome.end == End::flooded);
    CHECK(outcome.out.size() + outcome.err.size() == 1 << 20);
  }
}

TEST_CASE("what outlives a program is ended, and counted") {
  for (const char* way : {"leave-child", "leave-daemon", "leave-stopped"}) {
    CAPTURE(way);
    const Outcome outcome = harm(way, 5s);
    CHECK(outcome.end == End::exited);
    CHECK(outcome.code == 0);
    CHECK(outcome.survivors == 1);
  }
}

TEST_CASE("memory has an end") {
  const Outcome outcome = harm("eat-memory", 5s);
  CHECK(outcome.end == End::exited);
  CHECK(outcome.code == 3);
}

TEST_CASE("many runs leave nothing behind") {
  const auto descriptors = [] {
    int count = 0;
    for ([[maybe_unused]] const auto& entry :
         fs::directory_iterator("/proc/self/fd"))
      ++count;
    return count;
  };
  const int before = descriptors();
  for (int i = 0; i < 50; ++i) CHECK(run({"true"}).end == End::exited);
  CHECK(descriptors() == before);
}
