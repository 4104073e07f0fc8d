// One refusal at the end, reached by long jumps, which have 32 bits; and the old way
// to load a filter, prctl.
// TODO 6a
  result = raw_syscall(SYS_prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (is_error(result)) return result;
  result = raw_syscall(SYS_prctl, PR_SET_SECCOMP, SECCOMP_MODE_FILTER,
                       reinterpret_cast<long>(&program));
// end of 6a
// TODO 6c
  action = denied == Denied::kills ? SECCOMP_RET_KILL_PROCESS
                                   : SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA);
// end of 6c
// TODO 6d
  const sock_filter whose[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, native_arch, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
  };
  for (const sock_filter& instruction : whose) filter.push_back(instruction);
// end of 6d
// TODO 6e
#if defined(__x86_64__)
  filter.push_back(BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, x32_bit - 1, 0, 1));
  filter.push_back(answer(action));
#endif
// end of 6e
// TODO 6b
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(numbers[i]), 1));
    const auto rest = static_cast<unsigned>(2 * (numbers.size() - i - 1) + 1);
    filter.push_back(BPF_STMT(BPF_JMP | BPF_JA, rest));
  }
  if (!numbers.empty()) {
    filter.push_back(answer(SECCOMP_RET_ALLOW));
    filter.push_back(answer(action));
  }
// end of 6b
