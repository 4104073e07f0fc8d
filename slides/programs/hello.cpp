// One line of C++, to be followed down to the kernel.
#include <iostream>

int main() {
  std::cout << "hello\n";
}
