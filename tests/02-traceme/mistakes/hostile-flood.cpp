// fails: 2a
// says: nothing
// TODO 2c
    (void)tracee;
    (void)signal;
    const std::string text(4096, 'x');
    if (write(2, text.data(), text.size()) == -1) _exit(1);
// end of 2c
