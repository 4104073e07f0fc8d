#!/bin/sh
# blocks.sh BUILD: does `blocks` refuse a page that does not tell the truth?
build=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/self/check.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/04-names"
page() { # page WANTED-STATUS NAME: the page is on stdin
  cat >"$work/04-names/README.md"
  "$build/blocks" "$build" "$root" "$work/04-names/README.md" >"$work/out" 2>&1
  is "$2" "$1" $?
}
page 0 "a true page" <<'END'
```sh
make chapter-04 && ./check
```
```cpp from=solutions/03-enter-exit/enter_exit.cpp
#include "enter_exit.hpp"
```
```console state=built
$ echo one; echo two; echo three
one
...
th...e
```
```console state=built about
$ printf ' 1.50    a\n 2  b\nc\n'
99 b
 0.7 a
...
```
END
page 0 "what is for this machine, and for another" <<END
\`\`\`console state=built $(uname -m)
\$ echo one
one
\`\`\`
\`\`\`console state=built $([ "$(uname -m)" = aarch64 ] && echo x86_64 || echo aarch64)
\$ echo one
two
\`\`\`
END
page 1 "for this machine, and not so" <<END
\`\`\`console state=built $(uname -m)
\$ echo one
two
\`\`\`
END
page 1 "output that is not so" <<'END'
```console state=built
$ echo one
two
```
END
page 1 "a line too few" <<'END'
```console state=built
$ echo one; echo two
one
```
END
page 1 "a line too many" <<'END'
```console state=built
$ echo one
one
two
```
END
page 1 "about: a word that is not there" <<'END'
```console state=built about
$ echo 1 a
2 b
```
END
page 1 "about: the same line twice" <<'END'
```console state=built about
$ echo 1 a
1 a
2 a
```
END
page 1 "about: a line too few" <<'END'
```console state=built about
$ echo 1 a; echo 2 b
1 a
```
END
page 1 "code that is not so" <<'END'
```cpp from=solutions/03-enter-exit/enter_exit.cpp
int nonsense;
```
END
page 1 "no such region" <<'END'
```cpp from=solutions/03-enter-exit/enter_exit.cpp#9z
int nonsense;
```
END
page 1 "no such file" <<'END'
```cpp from=solutions/none.cpp
int nonsense;
```
END
page 1 "no such state" <<'END'
```console state=9z
$ true
```
END
page 1 "a block of no kind" <<'END'
```
anything
```
END
page 1 "an unknown word" <<'END'
```console state=built abuot
$ echo 1
1
```
END
page 1 "typed: something else" <<'END'
```sh
curl example.org
```
END
page 1 "no block at all" <<'END'
Nothing.
END
finish
