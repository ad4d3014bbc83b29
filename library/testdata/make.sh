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

# With a cover: a red square.
ff -f lavfi -i color=red:s=16x16 -frames:v 1 $exact -c:v mjpeg -q:v 5 -f image2 red.jpg
cover='-map 0:a -map 1:v -c:v copy -disposition:v attached_pic'
ff -f lavfi -i "$(tone 16000 0.5)" -i red.jpg $exact $cover -c:a libmp3lame -b:a 16k -id3v2_version 3 cover.mp3
ff -f lavfi -i "$(tone 16000 0.5)" -i red.jpg $exact $cover -c:a aac -b:a 16k -f ipod cover.m4a
ff -f lavfi -i "$(tone 16000 0.5)" -i red.jpg $exact $cover -c:a flac cover.flac
ff -f lavfi -i testsrc=s=64x36:r=5:d=0.6 $exact -c:v libvpx-vp9 -attach red.jpg -metadata:s:t mimetype=image/jpeg \
	-metadata:s:t filename=cover.jpg cover.mkv
be() { printf "\\$(printf %o $(($1 >> 24 & 255)))\\$(printf %o $(($1 >> 16 & 255)))\\$(printf %o $(($1 >> 8 & 255)))\\$(printf %o $(($1 & 255)))"; }
block() { # a FLAC picture block, front cover
	be 3; be 10; printf image/jpeg; be 0; be 16; be 16; be 24; be 0; be "$(wc -c <red.jpg)"; cat red.jpg
}
ff -f lavfi -i "$(tone 48000 0.5)" $exact -c:a libopus -b:a 12k -metadata METADATA_BLOCK_PICTURE="$(block | base64 -w0)" cover.opus
rm red.jpg
