#!/bin/sh
# Makes the media files of this folder with ffmpeg. The files are committed:
# run this only to change them, and commit what it wrote.
#
# Everything is synthesised here (a gradient, a timer, sine chords), so nobody
# else holds rights in it. Needs ffmpeg with libvpx-vp9, libx264, libopus,
# libmp3lame and the drawtext filter, and a font that fontconfig calls "DejaVu
# Sans". Encoders differ between versions: a rerun elsewhere gives files that
# play the same, not files with the same bytes.
set -eu
cd "$(dirname "$0")"

ff() { ffmpeg -hide_banner -loglevel error -nostdin -y -threads 1 "$@"; }

# exact: no encoder versions or dates in the files, so that a rerun on the same
# machine gives the same bytes.
exact='-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1'

# chord SECONDS HZ HZ HZ: three sines, quiet, breathing slowly.
chord() {
	printf 'aevalsrc=0.08*(sin(2*PI*%s*t)+sin(2*PI*%s*t)+sin(2*PI*%s*t))*(0.75+0.25*sin(PI*t/2)):s=48000:d=%s' "$2" "$3" "$4" "$1"
}

# gradient SECONDS SEED COLOUR COLOUR COLOUR: slow colours with a timer in them.
gradient() {
	printf 'gradients=s=640x360:r=12:d=%s:seed=%s:speed=0.008:nb_colors=3:c0=%s:c1=%s:c2=%s:x0=0:y0=0:x1=640:y1=360' "$1" "$2" "$3" "$4" "$5"
	printf ",drawtext=font=DejaVu\\\\ Sans:text='%%{pts\\\\:gmtime\\\\:0\\\\:%%M\\\\\\\\\\\\:%%S}':fontsize=72:fontcolor=white@0.85:x=(w-text_w)/2:y=(h-text_h)/2"
}

ff -f lavfi -i "$(gradient 20 7 0x0f2027 0x1f5f73 0xb5654a)" -f lavfi -i "$(chord 20 196 246.94 293.66)" $exact \
	-c:v libvpx-vp9 -b:v 0 -crf 48 -g 24 -row-mt 0 -deadline good -cpu-used 2 -pix_fmt yuv420p \
	-c:a libopus -b:a 12k -ac 1 -metadata title='Slow colours, twenty seconds' bars.webm

ff -f lavfi -i "$(gradient 20 11 0x1a1a2e 0x533483 0xe94560)" -f lavfi -i "$(chord 20 220 277.18 329.63)" $exact \
	-c:v libx264 -preset veryslow -crf 34 -g 24 -pix_fmt yuv420p -c:a aac -b:a 16k -ac 1 \
	-movflags +faststart -metadata title='Clock, twenty seconds' -metadata artist='Remoted test media' clock.mp4

ff -f lavfi -i "$(gradient 2 3 0x134e5e 0x71b280 0xf8ffae)" -f lavfi -i "$(chord 2 261.63 329.63 392)" $exact \
	-c:v libvpx-vp9 -b:v 0 -crf 48 -g 12 -row-mt 0 -deadline good -cpu-used 2 -pix_fmt yuv420p \
	-c:a libopus -b:a 12k -ac 1 short.webm

ff -f lavfi -i "$(chord 15 174.61 220 261.63)" $exact -c:a libmp3lame -b:a 32k -ar 32000 -ac 1 \
	-id3v2_version 3 -metadata title='Tone' -metadata artist='The Sines' -metadata album='Test Signals' tone.mp3

ff -f lavfi -i "$(chord 12 146.83 185 220)" $exact -c:a libopus -b:a 16k -ac 1 -f ogg \
	-metadata title='Song' -metadata artist='The Sines' song.opus

# An album: tagged by track, with Unicode in one title.
mkdir -p album
album() { # NUMBER NAME TITLE HZ HZ HZ
	ff -f lavfi -i "$(chord 5 "$4" "$5" "$6")" $exact -c:a libmp3lame -b:a 24k -ar 24000 -ac 1 -id3v2_version 3 \
		-metadata track="$1/3" -metadata title="$3" -metadata artist='The Sines' -metadata album='Three Chords' "album/$(printf %02d "$1") $2.mp3"
}
album 1 First 'First' 130.81 164.81 196
album 2 Second 'Second, à la carte' 146.83 174.61 220
album 3 Third 'Third' 164.81 196 246.94

printf 'This is text, whatever its name says: no library may list it and no player can play it.\n' >not-a-video.mp4
