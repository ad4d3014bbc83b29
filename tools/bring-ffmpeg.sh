#!/bin/sh
# Prints the folder with the ffmpeg and ffprobe that the Go tests try themselves against. Where the machine has none, it
# brings Debian's two programs, 2 MB, into a folder of its own: what they are linked with came with Chromium. Prints
# nothing where that cannot be had; those tests are skipped then.
set -eu

cd "$(dirname "$0")/.."
folder=$PWD/bin/ffmpeg
wait=30 # seconds a step, where there is no network

if command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null; then
	dirname "$(command -v ffmpeg)"
	exit
fi

works() { "$folder/usr/bin/ffprobe" -version >/dev/null 2>&1 && "$folder/usr/bin/ffmpeg" -version >/dev/null 2>&1; }

bring() {
	rm -rf "$folder" && mkdir -p "$folder" && cd "$folder"
	timeout $wait apt-get download -qq -o APT::Sandbox::User=root ffmpeg || { timeout $wait apt-get update -qq && timeout $wait apt-get download -qq -o APT::Sandbox::User=root ffmpeg; } || return
	dpkg -x ./*.deb . && rm ./*.deb
}

if ! works && command -v apt-get >/dev/null; then
	bring >&2 || true
fi
if works; then
	echo "$folder/usr/bin"
else
	echo 'bring-ffmpeg: there is no ffmpeg here; a few tests will be skipped' >&2
fi
