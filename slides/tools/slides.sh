#!/bin/sh
# slides.sh slides|present|handout|rehearse|test-slides: what make calls. It says
# what is missing, and how to get it. `present` goes on with whatever there is.
set -e
cd "$(dirname "$0")/../.."
say() { echo "slides: $*" >&2; }
die() { say "$*"; exit 1; }
dist=${SLIDES_DIST:-$PWD/slides/dist}
recordings=${DEMO_RECORD:-$PWD/build/recordings}
names() { for demo in "${DEMO_DIR:-slides/demos}"/*.demo; do basename "$demo" .demo; done; }

# shellcheck disable=SC2046 # a demo's name is a word
if [ "$1" = rehearse ]; then exec slides/tools/demo.sh --check $(names); fi

case ${CUT-} in
  '') page=index.html ;;
  25 | 90) page=$CUT.html ;;
  *) die "CUT=$CUT: the cuts are 25 and 90; without CUT it is half a day" ;;
esac
command -v node >/dev/null || die "Node.js is missing (Debian: apt-get install nodejs npm)"
major=$(node -p 'process.versions.node.split(".")[0]')
[ "$major" -ge 20 ] || die "Node.js $major is too old: 20 or newer is needed"

packages() {
  cmp -s slides/package-lock.json slides/node_modules/installed 2>/dev/null && return
  command -v npm >/dev/null || { say "npm is missing (Debian: apt-get install npm)"; return 1; }
  (cd slides && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) &&
    cp slides/package-lock.json slides/node_modules/installed ||
    { say "npm could not install the packages of slides/package-lock.json"; return 1; }
}
# Each demo is run: it has to work, and its recording is for the slides. A
# recording is replaced only by a good one, the slides only by whole ones.
record() {
  since=$(date +%s)
  mkdir -p "$recordings" 2>/dev/null || say "recordings cannot be kept in $recordings"
  command -v strace >/dev/null || say "strace is missing (./setup installs it): its demos will fail"
  # shellcheck disable=SC2046
  DEMO_RECORD=$recordings slides/tools/demo.sh --check $(names) >&2 ||
    { say "a demo that failed is shown as it was recorded last, with the day; live it can be given all the same"; return 1; }
}
build() { DEMO_SINCE=$since DEMO_RECORD=$recordings SLIDES_DIST=$dist node slides/tools/build.mjs; }

if [ "$1" = present ]; then
  packages && { record || :; build; } || {
    [ -e "$dist/index.html" ] || die "and there are no slides of an earlier build"
    say "the slides of $(date -r "$dist/index.html" '+%Y-%m-%d %H:%M') are shown"
  }
  SLIDES_DIST=$dist exec node slides/tools/serve.mjs
fi
packages
good=0
record || good=1
build
case $1 in
  slides) say "open $dist/index.html, 90.html or 25.html" ;;
  handout) node slides/tools/handout.mjs slides/handout.pdf "$page" ;;
  test-slides)
    [ $good = 0 ] || exit 1
    exec node --test --test-reporter=spec --test-concurrency=2 slides/tools/check/*.test.mjs
    ;;
  *) die "unknown: $1" ;;
esac
exit $good # built, but a demo failed
