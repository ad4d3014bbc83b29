#!/bin/sh
# Brings what the browser tests drive, if it is missing: Debian's Chromium, and a
# font, without which screenshots show boxes. Needs root then, and the network.
set -eu

# Another program may be installing: wait for it. A mirror may be slow: ask again.
LOCK_S=300
TRIES=3
REST_S=15

packages=
[ -x /usr/bin/chromium ] || packages="$packages chromium"
# fonts-noto-core also has the scripts that titles are written in
fc-list 2>/dev/null | grep -q . || packages="$packages fontconfig fonts-noto-core"

say() { echo "install-chromium: $*" >&2; }

apt() {
	apt-get -qq -o DPkg::Lock::Timeout=$LOCK_S -o Acquire::Retries=$TRIES -o Acquire::http::Timeout=60 "$@" </dev/null
}

# Lists that cannot be brought now may be good enough from before.
install_all() {
	apt update || say 'the lists of packages could not be brought; trying with those that are here'
	# shellcheck disable=SC2086 # a list of words
	apt install -y --no-install-recommends $packages
}

[ -n "$packages" ] || exit 0
command -v apt-get >/dev/null || { say "missing:$packages; there is no apt-get to bring that"; exit 1; }
[ "$(id -u)" = 0 ] || { say "missing:$packages; run as root: apt-get install$packages"; exit 1; }
say "installing$packages"
export DEBIAN_FRONTEND=noninteractive
install_all || {
	say "that failed; once more in $REST_S s"
	sleep $REST_S
	install_all || { say "could not install$packages: what apt-get said is above"; exit 1; }
}
