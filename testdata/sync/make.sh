#!/bin/sh
# Makes the media of this folder, of ../hls and of ../dash with ffmpeg. They are committed:
# run this only to change them. They lie outside ../media, whose list tests
# count on. All of it is synthesised here; nobody else holds rights in it.
set -eu
cd "$(dirname "$0")"

ff() { ffmpeg -hide_banner -loglevel error -nostdin -y -threads 1 "$@"; }
exact='-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1'

# A minute with a frame counter, 25 frames a second, small enough that two
# screens decode it on one core.
ff -f lavfi -i "testsrc=s=160x90:r=25:d=75" -f lavfi -i "sine=f=330:r=24000:d=75" $exact \
	-c:v libx264 -preset veryslow -crf 42 -g 50 -pix_fmt yuv420p -c:a aac -b:a 12k -ac 1 -movflags +faststart counter.mp4

# The same kind without sound: a film that a browser plays in silence.
ff -f lavfi -i "testsrc=s=160x90:r=10:d=10" $exact \
	-c:v libx264 -preset veryslow -crf 42 -g 20 -pix_fmt yuv420p -an -movflags +faststart silent.mp4

# A film without a picture that could be shown: only its sound.
ff -f lavfi -i "sine=f=330:r=24000:d=10" $exact -c:a aac -b:a 12k -ac 1 -movflags +faststart blind.mp4

# A stream: one playlist, six segments of two seconds.
rm -f ../hls/*
ff -f lavfi -i "testsrc=s=160x90:r=12:d=12" -f lavfi -i "sine=f=330:r=24000:d=12" $exact \
	-c:v libx264 -preset veryslow -crf 42 -g 24 -pix_fmt yuv420p -c:a aac -b:a 12k -ac 1 \
	-f hls -hls_time 2 -hls_playlist_type vod -hls_segment_type fmp4 -hls_fmp4_init_filename init.mp4 \
	-hls_segment_filename '../hls/part%d.m4s' ../hls/stream.m3u8

# The same kind of stream as DASH: ten seconds of picture and sound apart, each in
# pieces of two and a half.
mkdir -p ../dash
rm -f ../dash/*
ff -f lavfi -i "testsrc=s=160x90:r=10:d=10" -f lavfi -i "sine=f=330:r=24000:d=10" $exact \
	-c:v libx264 -preset veryslow -crf 42 -g 25 -keyint_min 25 -sc_threshold 0 -pix_fmt yuv420p -c:a aac -b:a 12k -ac 1 \
	-f dash -seg_duration 2.5 -use_template 1 -use_timeline 0 -adaptation_sets "id=0,streams=v id=1,streams=a" \
	-init_seg_name 'init$RepresentationID$.mp4' -media_seg_name 'part$RepresentationID$-$Number$.m4s' ../dash/stream.mpd
