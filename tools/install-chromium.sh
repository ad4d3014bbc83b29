#!/bin/sh
# Brings what the browser tests drive, if it is missing: Debian's Chromium, and a
# font, without which screenshots show boxes. Needs root then, and the network.
set -eu

packages=
[ -x /usr/bin/chromium ] || packages="$packages chromium"
# fonts-noto-core also has the scripts that titles are written in
fc-list 2>/dev/null | grep -q . || packages="$packages fontconfig fonts-noto-core"

[ -n "$packages" ] || exit 0
if ! command -v apt-get >/dev/null; then
	echo "install-chromium: /usr/bin/chromium is missing, and there is no apt-get to bring it" >&2
	exit 1
fi
echo "install-chromium: installing$packages"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # a list of words
apt-get install -y -qq --no-install-recommends $packages </dev/null
