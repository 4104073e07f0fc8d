// chapter-01: says hello with no call into libc, then makes a call that fails.
//
// The only things used from a header are the numbers of the calls.
#include <sys/syscall.h>

// In <>: the file beside this one is yours; the solution's program takes its
// own.
#include <raw_syscall.hpp>

namespace {

long length(const char* text) {
  long n = 0;
  while (text[n] != '\0') ++n;
  return n;
}

long write_text(const char* text) {
  return raw_syscall(SYS_write, 1, reinterpret_cast<long>(text), length(text));
}

// Writes a whole number in decimal.
void write_number(long value) {
  char digits[24];
  char* first = digits + sizeof digits - 1;
  *first = '\0';
  unsigned long rest = value < 0 ? -static_cast<unsigned long>(value) : value;
  do {
    *--first = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (value < 0) *--first = '-';
  write_text(first);
}

}  // namespace

int main(int argc, char**) {
  if (argc > 1) {
    const char* message = "chapter-01: takes no arguments\n";
    raw_syscall(SYS_write, 2, reinterpret_cast<long>(message), length(message));
    return 2;
  }
  const long written = write_text("Hello from raw_syscall\n");
  if (written < 0) return static_cast<int>(-written);  // $? shows the errno

  const long result = raw_syscall(SYS_close, 99);  // 99 was never opened
  write_text("close(99) = ");
  write_number(result);
  write_text(is_error(result) ? ", an error\n" : ", not an error\n");
  return 0;
}
