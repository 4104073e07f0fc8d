#!/bin/sh
# guest.sh W: packages of the guest (arm64, Debian 12) into W/guest, its kernel into
# W/kernel, its first file system into W/initrd.gz. Nothing of arm64 is run here:
# packages are unpacked, and what their scripts would do is done by hand.
set -e
W=$1
here=$(cd "$(dirname "$0")" && pwd)
apt=$W/apt
mkdir -p "$apt"/etc/apt/preferences.d "$apt"/etc/apt/apt.conf.d \
  "$apt"/var/lib/apt/lists/partial "$apt"/var/lib/dpkg \
  "$apt"/var/cache/apt/archives/partial "$apt"/debs
: >"$apt/var/lib/dpkg/status"
key='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]'
# The mirror that this machine's own apt uses.
mirror=$(cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null |
  sed -n 's,^URIs: *\(http[^ ]*/debian\)/*$,\1,p; s,^deb .*\(http[^ ]*/debian\)/* .*,\1,p' | head -n 1)
cat >"$apt/etc/apt/sources.list" <<END
deb $key $mirror bookworm main
deb $key $mirror bookworm-backports main
END
cat >"$apt/apt.conf" <<END
Dir "$apt";
Dir::State::status "$apt/var/lib/dpkg/status";
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
Acquire::Check-Date "false";
END
export APT_CONFIG=$apt/apt.conf
apt-get -q update >"$W/log/apt.log" 2>&1
apt-get -q install -y --download-only --no-install-recommends \
  '?and(?or(?essential,?priority(required)),?architecture(arm64))' \
  libcatch2-dev/bookworm-backports catch2/bookworm-backports \
  g++ make cmake ninja-build git ca-certificates libfmt-dev nlohmann-json3-dev \
  strace procps kmod diffutils \
  python3-minimal bsdextrautils iproute2 >>"$W/log/apt.log" 2>&1
kernel=$(apt-cache depends linux-image-arm64 | sed -n 's/.*Depends: //p')
(cd "$apt/debs" && rm -f ./*.deb && apt-get -q download "$kernel" busybox-static) >>"$W/log/apt.log" 2>&1

R=$W/guest
rm -rf "$R" "$W/kernel" "$W/initrd" "$W/bb"
mkdir -p "$R"/usr/bin "$R"/usr/sbin "$R"/usr/lib "$W/kernel" "$W/bb"
for directory in bin sbin lib; do ln -sfn usr/$directory "$R/$directory"; done
for deb in "$apt"/var/cache/apt/archives/*.deb; do
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$R" --keep-directory-symlink -p
done
dpkg-deb -x "$apt"/debs/linux-image-*.deb "$W/kernel"
dpkg-deb -x "$apt"/debs/busybox-static_*.deb "$W/bb"

# What the packages' scripts do.
mkdir -p "$R/usr/local/bin" "$R$W" # what is shared is where it is outside
cp "$R/usr/share/base-passwd/passwd.master" "$R/etc/passwd"
cp "$R/usr/share/base-passwd/group.master" "$R/etc/group"
echo 'aarch64' >"$R/etc/hostname"
echo '127.0.0.1 localhost aarch64' >"$R/etc/hosts"
ln -sf g++ "$R/usr/bin/c++"
ln -sf gcc "$R/usr/bin/cc"
ln -sf mawk "$R/usr/bin/awk"
ln -sf which.debianutils "$R/usr/bin/which"
ln -sf python3.11 "$R/usr/bin/python3"
cp "$W/bb/bin/busybox" "$R/bin/busybox"
aarch64-linux-gnu-gcc -O2 -static -Wall -o "$R/usr/local/bin/remote-g++" "$here/remote.c"
ln -sf remote-g++ "$R/usr/local/bin/aarch64-linux-gnu-g++" # for tests/self/aarch64.sh
ln -sfn / "$R$W/guest"

cat >"$R/etc/inittab" <<'END'
::sysinit:/etc/rc
::wait:/etc/job
::shutdown:/bin/true
END
ln -sf busybox "$R/bin/init"
cat >"$R/etc/rc" <<END
#!/bin/sh
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t tmpfs -o mode=1777 shm /dev/shm
mount -t tmpfs -o mode=755 run /run
ln -sfn /proc/self/fd /dev/fd
mkdir -p $W/share
mount -t 9p -o trans=virtio,version=9p2000.L,cache=mmap,msize=512000 share $W/share
hostname aarch64
touch $W/share/.now && date -s "@\$(stat -c %.9Y $W/share/.now)" >/dev/null # one clock
ip link set lo up
ip link set eth0 up
ip addr add 10.0.2.15/24 dev eth0
ldconfig
END
cat >"$R/etc/job" <<END
#!/bin/sh
# Runs what the machine outside left in the share, and ends.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp
cd $W/share
bash ./job >./job.out 2>&1 </dev/null
echo \$? >./job.rc
sync
busybox poweroff -f
END
chmod +x "$R/etc/rc" "$R/etc/job"

# The first file system: what finds the disk.
release=$(ls "$W/kernel/lib/modules")
depmod -b "$W/kernel" "$release"
I=$W/initrd
mkdir -p "$I/bin" "$I/m" "$I/dev" "$I/proc" "$I/new"
cp "$W/bb/bin/busybox" "$I/bin/"
cp "$W/kernel/boot/vmlinuz-$release" "$W/vmlinuz"
modules=$(for m in virtio_pci virtio_blk ext4 virtio_net 9p 9pnet_virtio virtio_rng; do
  modprobe -d "$W/kernel" -S "$release" --show-depends $m
done | awk '$1 == "insmod" && !seen[$2]++ { print $2 }')
n=100
for module in $modules; do
  cp "$module" "$I/m/$n-$(basename "$module")"
  n=$((n + 1))
done
cat >"$I/init" <<'END'
#!/bin/busybox sh
/bin/busybox mount -t devtmpfs dev /dev
for m in /m/*.ko; do /bin/busybox insmod $m; done
i=0
while [ ! -b /dev/vda ] && [ $i -lt 100 ]; do /bin/busybox usleep 50000; i=$((i+1)); done
/bin/busybox mount -t ext4 -o rw,noatime /dev/vda /new
/bin/busybox mount -t devtmpfs dev /new/dev
exec /bin/busybox switch_root /new /bin/init
END
chmod +x "$I/init"
(cd "$I" && find . | cpio -o -H newc --quiet | gzip -1) >"$W/initrd.gz"

rm -f "$W/disk.img"
truncate -s 3G "$W/disk.img"
mke2fs -q -t ext4 -O ^has_journal -d "$R" "$W/disk.img"
