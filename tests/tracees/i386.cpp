// A program of 32-bit x86: each of its calls is of the 32-bit table.
// on: x86_64
// flags: -m32 -O1 -static -nostdlib -ffreestanding -fno-pie
asm(R"(
.globl _start
_start:
  mov $20, %eax          # getpid
  int $0x80
  mov $5, %eax           # open, which fails
  mov $path, %ebx
  xor %ecx, %ecx
  int $0x80
  mov $9999, %eax        # none
  int $0x80
  mov $-1, %eax          # none
  int $0x80
  mov $192, %eax         # mmap2, of an address beyond 2 GiB: MAP_PRIVATE,
  mov $0xf8000000, %ebx  # MAP_ANONYMOUS and MAP_FIXED
  mov $4096, %ecx
  mov $1, %edx
  mov $0x32, %esi
  mov $-1, %edi
  xor %ebp, %ebp
  int $0x80
  mov $64, %eax          # getppid
  int $0x80
  mov $252, %eax         # exit_group
  xor %ebx, %ebx
  int $0x80
.data
path: .asciz "/no/such"
)");
