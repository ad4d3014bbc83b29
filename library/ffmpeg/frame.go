package ffmpeg

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"
)

// frameTimeout bounds one run of ffmpeg. Seeking is quick; decoding up to the place
// from the key frame before it takes seconds for 4K film on a small machine.
const frameTimeout = 15 * time.Second

const (
	// maxPixels bounds a frame that is decoded: 8K film.
	maxPixels = "33554432"

	// frameSide is the longer side of the picture.
	frameSide = 512
)

// decoders are those that ffmpeg may use, by its names: of films that browsers play.
// It has hundreds more, of games and cameras long gone, and some file would know one
// that has a hole.
const decoders = "h264,hevc,vp8,libvpx,vp9,libvpx-vp9,av1,libdav1d,libaom-av1,mpeg4,theora,mjpeg"

// errNoFrame says that there was none at that place.
var errNoFrame = errors.New("ffmpeg: no frame there")

// Frame returns a picture of the film, as PNG, at most 512 by 512 pixels: that at
// the place, or the first one when there is none.
func (t *Tools) Frame(ctx context.Context, f *os.File, container string, at time.Duration) ([]byte, error) {
	if !t.CanFrame() {
		return nil, ErrMissing
	}
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(t.hurry, frameTimeout))
	defer cancel()
	b, err := t.frameAt(ctx, f, container, at)
	if errors.Is(err, errNoFrame) && at > 0 {
		b, err = t.frameAt(ctx, f, container, 0)
	}
	return b, err
}

func (t *Tools) frameAt(ctx context.Context, f *os.File, container string, at time.Duration) ([]byte, error) {
	args := []string{"-v", "error", "-hide_banner", "-nostdin", "-max_alloc", maxAlloc,
		"-threads", "1", "-max_pixels", maxPixels, "-codec_whitelist", decoders,
		"-ss", strconv.FormatFloat(max(at, 0).Seconds(), 'f', 3, 64)}
	args = append(args, input(f, container)...)
	args = append(args,
		"-map", "0:V:0", // film, not a cover that is attached
		"-frames:v", "1", "-vf", scale, "-threads", "1",
		"-c:v", "png", "-f", "image2pipe", "pipe:1")
	b, err := run(ctx, t.frame, f, args...)
	if err == nil && len(b) == 0 {
		err = errNoFrame
	}
	return b, err
}

// scale makes pixels square, then the picture fit; it is never enlarged.
var scale = fmt.Sprintf("scale=%s:ih,setsar=1,scale=min(%d\\,iw):min(%d\\,ih):force_original_aspect_ratio=decrease",
	`min(8192\,max(1\,iw*sar))`, frameSide, frameSide)
