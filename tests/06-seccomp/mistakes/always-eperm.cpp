// fails: 6b
// says: action-not-used
// on: x86_64
// TODO 6b
for (const long number : numbers) {
  filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 1));
  filter.push_back(answer(SECCOMP_RET_ERRNO | EPERM));
}
// end of 6b
