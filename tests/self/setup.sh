#!/bin/sh
# setup on systems that are not this one: a PATH of stand-ins. Their package
# managers note how they are called and "install" empty commands.
. "$(dirname "$0")/check.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
here=$PATH

# system NAME MANAGER USER: an empty machine.
system() {
  echo "-- $1"
  rm -rf "$work/system"
  SETUP_ROOT=$work/system bin=$work/system/bin log=$work/system/log
  mkdir -p "$bin" "$SETUP_ROOT/etc/apt/sources.list.d" "$SETUP_ROOT/usr/lib/cmake"
  : >"$log"
  for tool in awk cat chmod cp cut dirname grep head mkdir mktemp rm sed sh sort tail tee tr; do
    ln -s "$(PATH=$here command -v $tool)" "$bin/$tool"
  done
  printf '#!/bin/sh\necho %s\n' "$3" >"$bin/id"
  printf '#!/bin/sh\necho x86_64\n' >"$bin/uname"
  chmod +x "$bin/id" "$bin/uname"
  [ "$2" = none ] || ln -s "$work/manager" "$bin/$2"
}
setup() { # setup OPTION...: its output in $work/out and $work/err
  env -i PATH="$bin" SETUP_ROOT="$SETUP_ROOT" CI="$CI" "$ROOT/setup" "$@" \
    >"$work/out" 2>"$work/err" </dev/null
}
one_line() {
  is "$1: one line" 1 "$(wc -l <"$work/err" | tr -d ' ')"
  has "$1: and it says" "$2" "$(cat "$work/err")"
}

# Every package manager is this one.
cat >"$work/manager" <<'E2'
#!/bin/sh
name=${0##*/} bin=$SETUP_ROOT/bin
echo "$name $*" >>"$SETUP_ROOT/log"
command() { printf '#!/bin/sh\necho %s\n' "$2" >"$bin/$1"; chmod +x "$bin/$1"; }
library() {
  mkdir -p "$SETUP_ROOT/usr/lib/cmake/$1"
  echo "set(PACKAGE_VERSION \"$3\")" >"$SETUP_ROOT/usr/lib/cmake/$1/$2"
}
case " $* " in
  *" policy catch2 "*) echo "  Candidate: $(cat "$SETUP_ROOT/catch2")"; exit ;;
  *" policy "*) exit ;;
esac
if [ -e "$SETUP_ROOT/offline" ]; then echo "E: cannot reach it" >&2; exit 100; fi
case " $* " in *" install "* | *" add "* | *" -Sy "*) ;; *) exit 0 ;; esac
for word; do
  case $word in
    install | add | bookworm-backports | -*) ;;
    g++ | gcc-c++ | gcc) command g++ "$(cat "$SETUP_ROOT/g++" 2>/dev/null || echo 12.2.0)" ;;
    cmake) command cmake "cmake version 3.25.1" ;;
    make | git | strace) command "$word" "$word" ;;
    diffutils) command diff diff ;;
    ninja | ninja-build | samurai) command ninja 1.11.1 ;;
    nlohmann-json3-dev | json-devel | nlohmann-json | nlohmann_json-devel)
      library nlohmann_json nlohmann_jsonConfig.cmake 3.11.2 ;;
    clang) command clang++ 14.0.6 ;;
    musl-dev)
      mkdir -p "$SETUP_ROOT/usr/include/x86_64-linux-musl"
      : >"$SETUP_ROOT/usr/include/x86_64-linux-musl/features.h" ;;
    linux-headers | ca-certificates) ;;
    libfmt-dev | fmt-devel | fmt | fmt-dev) library fmt fmt-config.cmake 10 ;;
    catch2 | catch-devel | catch2-3 | Catch2-devel)
      library Catch2 Catch2ConfigVersion.cmake 3.7.1 ;;
    *aarch64*)
      [ -e "$SETUP_ROOT/no-cross" ] && { echo "E: no $word" >&2; exit 1; }
      command aarch64-linux-gnu-g++ 12 ;;
    *) echo "E: no package $word" >&2; exit 100 ;;
  esac
done
E2
chmod +x "$work/manager"
cat >"$work/sudo" <<'E2'
#!/bin/sh
echo "sudo $*" >>"$SETUP_ROOT/log"
exec "$@"
E2
chmod +x "$work/sudo"
CI=1

for manager in dnf pacman apk zypper; do
  system "$manager" $manager 0
  setup
  is "$manager: ends well" 0 $?
  is "$manager: nothing to complain of" "" "$(cat "$work/err")"
  has "$manager: says what it will do first" "setup: will install with $manager:" "$(head -n 1 "$work/out")"
  has "$manager: says the end" "setup: done." "$(cat "$work/out")"
  case $manager in
    dnf | zypper) hasnt "$manager: no cross compiler without a C library" aarch64 "$(cat "$log")" ;;
  esac
  cp "$log" "$work/before"
  setup
  has "$manager: the second time, nothing to do" "setup: all is here" "$(cat "$work/out")"
  is "$manager: and nothing is done" "$(cat "$work/before")" "$(cat "$log")"
done

debian() { # debian CATCH2 CODENAME USER
  system "apt-get, $2" apt-get "$3"
  ln -s "$work/manager" "$bin/apt-cache"
  echo "$1" >"$SETUP_ROOT/catch2"
  echo "VERSION_CODENAME=$2" >"$SETUP_ROOT/etc/os-release"
}
backports() { cat "$SETUP_ROOT/etc/apt/sources.list.d/bookworm-backports.list"; }

debian 3.7.1-0.2 trixie 0
setup
is "trixie: ends well" 0 $?
hasnt "trixie: no backports" "backports" "$(cat "$log" "$work/out")"
has "trixie: musl's headers" "musl-dev" "$(cat "$log")"

debian 2.13.10-1 bookworm 0
echo "deb [arch=amd64] http://mirror.example/debian bookworm main contrib" >"$SETUP_ROOT/etc/apt/sources.list"
setup
is "bookworm: ends well" 0 $?
is "bookworm: backports from the same place" \
  "deb [arch=amd64] http://mirror.example/debian bookworm-backports main" "$(backports)"
has "bookworm: and says so" "adds bookworm-backports" "$(cat "$work/out")"
has "bookworm: Catch2 is from there" "-t bookworm-backports catch2" "$(cat "$log")"

debian 2.13.10-1 bookworm 1000
ln -s "$work/sudo" "$bin/sudo"
cat >"$SETUP_ROOT/etc/apt/sources.list.d/debian.sources" <<'E2'
# The security updates first.
Types: deb
URIs: http://mirror.example/security
Suites: bookworm-security
Signed-By: /keys/security

Types: deb
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /keys/debian
E2
setup
is "bookworm, the other format: ends well" 0 $?
is "bookworm, the other format: backports" \
  "deb [signed-by=/keys/debian] http://mirror.example/debian bookworm-backports main" "$(backports)"
has "an ordinary user: through sudo" "sudo apt-get install" "$(cat "$log")"

debian 2.13.10-1 bookworm 0
setup
is "bookworm without a source: fails" 1 $?
one_line "bookworm without a source" "no source of bookworm found"

debian 2.13.8-1 jammy 0
setup
is "no Catch2 3 here: ends well" 0 $?
has "no Catch2 3 here: CMake's turn" "CMake will fetch it" "$(cat "$work/out")"

debian 3.7.1-0.2 trixie 0
: >"$SETUP_ROOT/offline"
setup
is "no network: fails" 1 $?
one_line "no network" "is there a network? (E: cannot reach it). Install by hand: g++"

debian 3.7.1-0.2 trixie 1000
setup
is "no rights: fails" 1 $?
one_line "no rights" "needs root, and neither sudo nor doas is here. Ask an administrator for: g++ cmake"
is "no rights: nothing was tried" "" "$(cat "$log")"

debian 3.7.1-0.2 trixie 0
echo 9.4.0 >"$SETUP_ROOT/g++"
setup --small
is "an old compiler: fails" 1 $?
one_line "an old compiler" "Install by hand: g++ 11 or clang++ 14 (or newer)"

debian 3.7.1-0.2 trixie 0
: >"$SETUP_ROOT/no-cross"
setup
is "no cross compiler: ends well" 0 $?
has "no cross compiler: and says so" "apt-get has no g++-aarch64-linux-gnu" "$(cat "$work/out")"

debian 3.7.1-0.2 trixie 0
setup --small
is "--small: ends well" 0 $?
hasnt "--small: no second compiler" "clang" "$(cat "$log")"
hasnt "--small: no second libc" "musl" "$(cat "$log")"
setup --list
is "--list: not all is here" 1 $?
has "--list: missing" "missing  clang" "$(cat "$work/out")"
has "--list: there" "ok       cmake" "$(cat "$work/out")"

system "unknown" none 0
setup
is "an unknown system: fails" 1 $?
one_line "an unknown system" "Install by hand: g++ 11 or clang++ 14 (or newer), cmake 3.22"
setup --smal
is "an unknown option: 2" 2 $?
one_line "an unknown option" "unknown option '--smal'"

# A person is asked.
if command -v script >/dev/null; then
  debian 3.7.1-0.2 trixie 0
  echo n | env -i PATH="$here" script -qec "env -i PATH=$bin SETUP_ROOT=$SETUP_ROOT $ROOT/setup" /dev/null >"$work/out" 2>&1
  is "an answer of no: fails" 1 $?
  has "an answer of no: the question" "Go on? [Y/n]" "$(cat "$work/out")"
  has "an answer of no: nothing happens" "nothing was installed" "$(cat "$work/out")"
  is "an answer of no: nothing was tried" "" "$(cat "$log")"
fi
finish
