#!/bin/sh
# slides.sh slides|present|handout|rehearse|test-slides: what make calls. It says
# what is missing, and how to get it.
set -e
cd "$(dirname "$0")/../.."
die() { echo "slides: $*" >&2; exit 1; }
names() { for demo in slides/demos/*.demo; do basename "$demo" .demo; done; }

# shellcheck disable=SC2046 # a demo's name is a word
if [ "$1" = rehearse ]; then exec slides/tools/demo.sh --check $(names); fi

command -v node >/dev/null || die "Node.js is missing (Debian: apt-get install nodejs npm)"
major=$(node -p 'process.versions.node.split(".")[0]')
[ "$major" -ge 20 ] || die "Node.js $major is too old: 20 or newer is needed"
command -v npm >/dev/null || die "npm is missing (Debian: apt-get install npm)"
if ! cmp -s slides/package-lock.json slides/node_modules/installed; then
  (cd slides && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
    die "npm could not install the three packages of slides/package-lock.json"
  cp slides/package-lock.json slides/node_modules/installed
fi

# Each demo is run once: it has to work, and its recording is for the slides.
build_deck() {
  rm -rf build/recordings
  mkdir -p build/recordings || return
  # shellcheck disable=SC2046
  DEMO_RECORD=$PWD/build/recordings slides/tools/demo.sh --check $(names) &&
    DEMO_RECORD=$PWD/build/recordings node slides/tools/build.mjs
}
case $1 in
  slides)
    build_deck
    echo "slides: open slides/dist/index.html, 90.html or 25.html"
    ;;
  present) build_deck && exec node slides/tools/serve.mjs ;;
  handout) build_deck && node slides/tools/handout.mjs slides/handout.pdf ;;
  test-slides) build_deck && node --test --test-reporter=spec slides/tools/check.mjs ;;
  *) die "unknown: $1" ;;
esac
