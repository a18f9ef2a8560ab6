#!/bin/sh
# Makes sure that there is a Chromium for the browser tests; says so loudly where there cannot be one.
set -u
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-color-emoji >/dev/null && exit 0
fi
"$(dirname "$0")/../../.venv/bin/playwright" install chromium && exit 0
echo "No Chromium could be found or installed: the browser tests will be skipped." >&2
