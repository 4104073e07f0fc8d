#!/bin/bash
# run.sh [--fresh] [COURSE [COMMAND]]: boots a whole Debian 12 for aarch64 under QEMU
# (TCG) on this x86-64 machine and runs COMMAND (default: make test) in a clone of the
# git repository COURSE (default: the one you are in) there. See README.md beside this
# file.
#
#   AARCH64_DIR    where all of it is kept (default /tmp/aarch64; 4 GB)
#   AARCH64_LIMIT  seconds until the guest is ended (default 7200)
#   --fresh        forgets the clone and its build directory; else they are kept
set -e
here=$(cd "$(dirname "$0")" && pwd)
fresh=no
if [ "$1" = --fresh ]; then fresh=yes; shift; fi
course=${1:-.} command=${2:-make test}
W=${AARCH64_DIR:-/tmp/aarch64}
mkdir -p "$W/log" "$W/share"

need=
for pair in qemu-system-aarch64:qemu-system-arm aarch64-linux-gnu-g++:g++-aarch64-linux-gnu \
  depmod:kmod cpio:cpio mke2fs:e2fsprogs python3:python3-minimal git:git; do
  PATH=$PATH:/sbin:/usr/sbin command -v "${pair%%:*}" >/dev/null || need="$need ${pair#*:}"
done
if [ -n "$need" ]; then
  echo "run.sh: installs$need"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq -o DPkg::Lock::Timeout=300 update
  # shellcheck disable=SC2086 # words
  apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 install $need >"$W/log/host.log" 2>&1
fi
PATH=$PATH:/sbin:/usr/sbin
if [ ! -e "$W/disk.img" ]; then
  echo "run.sh: makes the guest (about 2 minutes)"
  "$here/guest.sh" "$W"
fi
[ $fresh = no ] || rm -rf "$W/share/course"
[ -d "$W/share/course" ] || git clone -q "$course" "$W/share/course"
rm -rf "$W/share/tmp" && mkdir -m 1777 "$W/share/tmp"
cat >"$W/share/job" <<END
cd course
export CXX=/usr/local/bin/remote-g++ TMPDIR=$W/share/tmp CI=1 COURSE_PRISTINE=1
export CHECK_TIMEOUT_SCALE=\${CHECK_TIMEOUT_SCALE:-10} # TCG is slow
$command
END
rm -f "$W/share/job.out" "$W/share/job.rc"
timeout -k 5 "${AARCH64_LIMIT:-7200}" "$here/boot.sh" "$W" >"$W/log/boot.log" 2>&1 &
guest=$!
trap 'kill $guest 2>/dev/null' EXIT
until [ -e "$W/share/job.out" ] || ! kill -0 $guest 2>/dev/null; do sleep 0.2; done
tail -n +1 -f --pid=$guest "$W/share/job.out" || true
wait $guest || { echo "run.sh: the guest was ended; see $W/log/boot.log"; exit 1; }
trap - EXIT
exit "$(cat "$W/share/job.rc" 2>/dev/null || echo 1)"
