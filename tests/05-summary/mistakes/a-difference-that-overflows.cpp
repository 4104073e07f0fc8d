// fails: 5c
// says: cut-to-int
// The difference of two times of seconds is no int.
// TODO 5c
  qsort(rows.data(), rows.size(), sizeof(Row),
        [](const void* left, const void* right) {
          const Row& a = *static_cast<const Row*>(left);
          const Row& b = *static_cast<const Row*>(right);
          if (a.time != b.time) {
            return static_cast<int>((b.time - a.time).count());
          }
          return static_cast<int>(a.number - b.number);
        });
// end of 5c
