#!/bin/sh
# Makes the files that the duration tests read: every container and header
# variant once, a second or two of a quiet tone. They are committed; probe_test.go
# holds what ffprobe reports for each.
set -eu
cd "$(dirname "$0")"

ff() { ffmpeg -hide_banner -loglevel error -nostdin -y -threads 1 "$@"; }
exact='-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1'
tone() { printf 'sine=f=330:r=%s:d=%s' "$1" "$2"; }
tags='-metadata title=Tagged -metadata artist=Tester -metadata album=Formats -metadata track=4/9'

ff -f lavfi -i "$(tone 32000 1.5)" $exact -c:a aac -b:a 16k $tags -f ipod tagged.m4a
ff -f lavfi -i "$(tone 32000 1.5)" -f lavfi -i testsrc=s=64x36:r=5:d=1.5 $exact -c:a aac -b:a 16k -c:v libx264 -g 5 \
	-movflags frag_keyframe+empty_moov fragmented.mp4
ff -f lavfi -i testsrc=s=64x36:r=5:d=2 $exact -c:v libx264 -metadata title=Tagged -f mov end.mov
ff -f lavfi -i testsrc=s=64x36:r=5:d=2 $exact -c:v libvpx-vp9 -metadata title=Tagged film.mkv
ff -f lavfi -i "$(tone 16000 2.5)" $exact -c:a libmp3lame -q:a 7 -id3v2_version 3 $tags vbr.mp3
ff -f lavfi -i "$(tone 16000 2.5)" $exact -c:a libmp3lame -b:a 16k -write_xing 0 -id3v2_version 0 cbr-id3v1.mp3
printf 'TAG%-30s%-30s%-30s2026%-28s\000\004\377' "$(printf 'D\351j\340 vu')" Tester Formats '' >>cbr-id3v1.mp3 # Latin-1
ff -f lavfi -i "$(tone 16000 1.25)" $exact -c:a flac $tags tagged.flac
ff -f lavfi -i "$(tone 16000 1.25)" $exact -c:a libvorbis -q:a 0 $tags vorbis.ogg
ff -f lavfi -i "$(tone 16000 1.25)" $exact -c:a flac -f ogg $tags flac.oga
ff -f lavfi -i "$(tone 48000 1.25)" $exact -c:a libopus -b:a 12k $tags voice.opus
ff -f lavfi -i "$(tone 8000 1.25)" $exact -c:a pcm_u8 tone.wav
