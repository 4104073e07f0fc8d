#!/bin/sh
# musl.sh BUILD: the chapters and the checker compile against musl's headers, too,
# where a system has them beside its own. What libc's headers do not touch is left
# out.
build=$1
. "$(dirname "$0")/check.sh"
. "$(dirname "$0")/answer.sh"
machine=$(uname -m)
musl=/usr/include/$machine-linux-musl
[ -e "$musl/features.h" ] || { echo "musl's headers are not installed"; exit 77; }
case $("$CXX" --version) in
  *clang*) echo "clang++ takes libstdc++ from elsewhere: not tried"; exit 77 ;;
esac
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# The C++ library's headers and the compiler's own, then musl's, then what stands
# beside glibc's and is no part of it.
searched() { "$CXX" -E -x c++ -v /dev/null 2>&1 | sed -n '/search starts here/,/^End/s/^ //p'; }
mkdir "$work/beside"
for directory in linux asm-generic; do ln -s "/usr/include/$directory" "$work/beside/"; done
ln -s "/usr/include/$machine-linux-gnu/asm" "$work/beside/asm"
for directory in $INCLUDES $(searched); do
  for library in fmt catch2 nlohmann; do
    [ ! -d "${directory#-I}/$library" ] || ln -sfn "${directory#-I}/$library" "$work/beside/$library"
  done
done
paths=$(searched | grep -e c++ -e '/gcc/.*/include$' | sed 's/^/-isystem /')
own=$(echo "$INCLUDES" | tr ' ' '\n' | grep -v '^-I/usr')

# A C++ library that was made for glibc names a few things of glibc's.
cat >"$work/glibc.hpp" <<'END'
#include <features.h>
#include <locale.h>
#include <pthread.h>
#define __GLIBC_PREREQ(major, minor) 0
#define __locale_t locale_t
#define __uselocale uselocale
enum { _ISupper = 1, _ISlower, _ISalpha = 4, _ISdigit = 8, _ISxdigit = 16, _ISspace = 32,
  _ISprint = 64, _ISblank = 128, _IScntrl = 256, _ISpunct = 512, _ISalnum = 1024, _ISgraph = 2048 };
int pthread_cond_clockwait(pthread_cond_t*, pthread_mutex_t*, clockid_t, const timespec*);
END
compiles() { # compiles FLAG... SOURCE
  # shellcheck disable=SC2086 # words
  "$CXX" -std=c++20 -Wall -Wextra -nostdinc -nostdinc++ $paths -isystem "$musl" \
    -isystem "$work/beside" $own -Itests/checker \
    -Itests/checker/sandbox -DCOURSE_ROOT='""' -DCOURSE_BUILD='""' "$@" 2>&1
}

cd "$ROOT" || exit 1
# What most include, compiled once.
cat "$work/glibc.hpp" chapters/given/common.hpp >"$work/all.hpp"
is "what most include compiles" "" "$(compiles -x c++-header -o "$work/all.hpp.gch" "$work/all.hpp")"
echo '#include <string.h>
const char* name = strerrorname_np(1);' >"$work/glibc-only.cpp"
has "they are musl's headers" "strerrorname_np" "$(compiles -fsyntax-only -include "$work/all.hpp" "$work/glibc-only.cpp")"
for source in $(grep -lE '^#include <([a-z]+|sys/[a-z]+|linux/[a-z]+)\.h>' \
  chapters/*/*.cpp solutions/*/*.cpp tests/checker/*.cpp tests/checker/sandbox/*.cpp); do
  is "$source compiles" "" "$(compiles -fsyntax-only -include "$work/all.hpp" "$source")"
done
finish
