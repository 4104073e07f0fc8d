// Two threads, one after the other. What does a tracer see of the second?
#include <unistd.h>

#include <string_view>
#include <thread>

namespace {

void say(std::string_view text) {
  if (write(1, text.data(), text.size()) == -1) _exit(1);
}

}  // namespace

int main() {
  say("first thread\n");
  std::thread([] { say("second thread\n"); }).join();
}
