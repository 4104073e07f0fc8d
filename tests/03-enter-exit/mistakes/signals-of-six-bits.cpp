// fails: 3c
// says: signals-end-too-soon
// 64 has seven bits.
// TODO 3c
signal = status >> 16 != 0 ? 0 : WSTOPSIG(status) & 0x3f;
// end of 3c
