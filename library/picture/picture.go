// Package picture makes a small picture of one that came from anywhere: a file in
// a folder of media, or inside a file of media.
//
// What a reader may rely on: [Thumbnail] looks at a picture's header before it
// takes memory for the picture, so that a few bytes which claim to be a wall of
// pixels cost nothing. What it returns was drawn anew: nothing of the input but its
// pixels is in it, no metadata and nothing that another program might run.
package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // registers itself
	"math"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // registers itself
	"golang.org/x/sync/semaphore"
)

const (
	// MaxBytes bounds an encoded picture. Covers are 50 kB to 1 MB; scans in full
	// size reach 6.
	MaxBytes = 8 << 20

	// maxPixels bounds a picture, and all pictures that are being decoded at one
	// time. A progressive JPEG takes up to 15 bytes a pixel: 300 MB.
	maxPixels = 20_000_000

	// maxSide bounds a picture's width and height. Nothing longer is a cover.
	maxSide = 16_384

	// Side is the longer side of a thumbnail: sharp as a tile on a phone with
	// three device pixels to one, and passable on a television.
	Side = 512

	// quality of the JPEG: no artefacts in sight at that size, 20 to 60 kB.
	quality = 85
)

// Type is the media type of thumbnails.
const Type = "image/jpeg"

// ErrRefused says that a picture is none, broken, or too large. It stays so.
var ErrRefused = errors.New("picture refused")

// decoding keeps the memory of all that decode at once within that of one picture
// of maxPixels.
var decoding = semaphore.NewWeighted(maxPixels)

// Thumbnail returns the JPEG, PNG or WebP as a JPEG of at most [Side] by Side,
// never larger than it was. It waits while others decode; the context bounds that.
// The error is ErrRefused or the context's.
func Thumbnail(ctx context.Context, b []byte) (thumb []byte, err error) {
	pixels, err := measure(b)
	if err != nil {
		return nil, err
	}
	if err := decoding.Acquire(ctx, pixels); err != nil {
		return nil, err
	}
	defer decoding.Release(pixels)
	defer func() { // a decoder that stumbles costs this picture, not the program
		if v := recover(); v != nil {
			thumb, err = nil, fmt.Errorf("%w: %v", ErrRefused, v)
		}
	}()
	m, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return encode(shrink(m))
}

// measure returns how many pixels the header promises, if they are within bounds.
func measure(b []byte) (int64, error) {
	if len(b) > MaxBytes {
		return 0, fmt.Errorf("%w: more than %d bytes", ErrRefused, MaxBytes)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	pixels := int64(c.Width) * int64(c.Height)
	if c.Width < 1 || c.Height < 1 || c.Width > maxSide || c.Height > maxSide || pixels > maxPixels {
		return 0, fmt.Errorf("%w: %d × %d pixels", ErrRefused, c.Width, c.Height)
	}
	return pixels, nil
}

// shrink draws the picture at its new size, on white where it is transparent: JPEG
// knows no transparency, and covers are made for paper.
func shrink(m image.Image) image.Image {
	from := m.Bounds()
	scale := min(1, Side/float64(max(from.Dx(), from.Dy())))
	side := func(n int) int { return max(1, int(math.Round(float64(n)*scale))) }
	small := image.NewRGBA(image.Rect(0, 0, side(from.Dx()), side(from.Dy())))
	draw.Draw(small, small.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.CatmullRom.Scale(small, small.Bounds(), m, from, draw.Over, nil)
	return small
}

func encode(m image.Image) ([]byte, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return b.Bytes(), nil
}

// Whole tells whether b begins and ends as a JPEG does: what a crash left of one
// does not.
func Whole(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xFF, 0xD8}) && bytes.HasSuffix(b, []byte{0xFF, 0xD9})
}
