// Opens files that are not there, by paths at known addresses: in the program,
// at the end of a page that nothing follows, and nowhere.
#include "pages.hpp"

static void open_at(const char* path, int flags = 0x80000 /* O_CLOEXEC */) {
  raw_syscall(SYS_openat, -100 /* AT_FDCWD */, address(path), flags);
}

int tracee_main(int, char**) {
  two_pages();
  open_at(put(pages, "/no/such/file"));
  open_at(put(pages, ""));
  open_at(put(pages + page_size - 4, "/no/across"));
  open_at(put(pages_end - 8, "/no/end"));  // its zero is the last byte
  open_at(put_bytes(pages_end - 8, "/no/zero", 8));  // there is none
  open_at(nullptr);
  open_at(reinterpret_cast<const char*>(1));
  open_at(pages_end);
  open_at(put(pages,
              "/no/\"quotes\"\\\t\n\x1b"
              "7\x1bx\303\251"));
  return 0;
}
