#!/bin/sh
# boot.sh W: boots the guest once; it runs W/share/job and ends. What is written to
# its disk is forgotten, what is written to W/share stays.
W=$1
export AARCH64_ROOT="$W/guest" AARCH64_SHARE="$W/share:${SHARE:-$W/share}" AARCH64_LOG="$W/log/compile.log"
exec qemu-system-aarch64 -M virt -cpu cortex-a72 -smp 2 -m 4096 \
  -accel tcg,thread=multi,tb-size=512 -nographic -no-reboot -monitor none \
  -kernel "$W/vmlinuz" -initrd "$W/initrd.gz" -append "console=ttyAMA0 panic=-1 ${KERNEL_ARGS:-quiet}" \
  -drive if=none,id=disk,file="$W/disk.img",format=raw,cache=unsafe -snapshot \
  -device virtio-blk-pci,drive=disk \
  -virtfs local,path="${SHARE:-$W/share}",mount_tag=share,security_model=passthrough,multidevs=remap \
  -netdev "user,id=net,restrict=on,guestfwd=tcp:10.0.2.100:9000-cmd:$(dirname "$0")/compile.py" \
  -device virtio-net-pci,netdev=net,romfile= -device virtio-rng-pci
