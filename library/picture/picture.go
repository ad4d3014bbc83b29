// Package picture makes a small picture of one that came from anywhere: a file in
// a folder of media, inside a file of media, or from a phone.
//
// What a reader may rely on: [Thumbnail] and [Of] look at a picture's header before
// they take memory for the picture, so that a few bytes which claim to be a wall of
// pixels cost nothing. What they return was drawn anew: nothing of the input but its
// pixels is in it, no metadata and nothing that another program might run. It stands
// upright as the picture's EXIF says.
package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // registers itself
	"image/jpeg"
	_ "image/png" // registers itself
	"io"

	_ "golang.org/x/image/webp" // registers itself
	"golang.org/x/sync/semaphore"
)

const (
	// MaxBytes bounds an encoded cover. Covers are 50 kB to 1 MB; scans in full
	// size reach 6.
	MaxBytes = 8 << 20

	// maxMemory bounds what is taken for a picture, and for all pictures that are
	// being decoded at one time, in bytes: 100 megapixels of a camera's JPEG, 20 of
	// anything else.
	maxMemory = 300_000_000

	// mostPerPixel is the most that a decoder takes, in bytes: that of a progressive
	// JPEG, which keeps all that it read until the end. It is taken for the others'.
	mostPerPixel = 15

	// maxScans bounds the passes over the picture in a progressive JPEG: each of the
	// largest takes 4 ms, however short it is. Cameras write 10, and a profile of
	// colours may look like some more.
	maxScans = 100

	// maxSide bounds a picture's width and height. A phone's panoramas come near.
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

// decoding keeps the memory of all that decode at once within that of one picture.
var decoding = semaphore.NewWeighted(maxMemory)

// Thumbnail returns the cover as [Of] does. One of more than [MaxBytes] is refused.
func Thumbnail(ctx context.Context, b []byte) ([]byte, error) {
	if len(b) > MaxBytes {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrRefused, MaxBytes)
	}
	return Of(ctx, bytes.NewReader(b), int64(len(b)))
}

// Of returns the JPEG, PNG, GIF or WebP as a JPEG of at most [Side] by Side, never
// larger than it was. It waits while others decode; the context bounds that, and the
// decoding. The error is ErrRefused or the context's.
func Of(ctx context.Context, r io.ReaderAt, size int64) (thumb []byte, err error) {
	h, err := measure(r, size)
	if err != nil {
		return nil, err
	}
	if err := decoding.Acquire(ctx, h.memory); err != nil {
		return nil, err
	}
	defer decoding.Release(h.memory)
	defer func() { // a decoder that stumbles costs this picture, not the program
		if v := recover(); v != nil {
			thumb, err = nil, fmt.Errorf("%w: %v", ErrRefused, v)
		}
	}()
	m, _, err := image.Decode(reader(ctx, r, size))
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return encode(upright(shrink(m), h.orientation))
}

// reader reads a picture as far as that is worth it.
func reader(ctx context.Context, r io.ReaderAt, size int64) io.Reader {
	in := impatient{ctx, io.NewSectionReader(r, 0, size)}
	start := make([]byte, 2)
	if _, err := r.ReadAt(start, 0); err != nil || !bytes.Equal(start, []byte{0xFF, 0xD8}) {
		return in
	}
	return &passes{r: in, left: maxScans}
}

// passes reads a JPEG until it goes over the picture once too often. In its data the
// two bytes that begin a pass stand for nothing else.
type passes struct {
	r    io.Reader
	left int
	last byte
}

func (p *passes) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	for _, c := range b[:n] {
		if p.last == 0xFF && c == markerSOS {
			p.left--
		}
		p.last = c
	}
	if p.left < 0 {
		return 0, fmt.Errorf("more than %d passes", maxScans)
	}
	return n, err
}

// impatient reads until the context ends: a small file can keep a decoder busy for
// hours, but not without reading on.
type impatient struct {
	ctx context.Context
	r   io.Reader
}

func (i impatient) Read(b []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(b)
}

// header is what a picture's header says, within bounds.
type header struct {
	memory      int64 // bytes that decoding takes
	orientation int   // of EXIF: 1 is upright
}

// measure reads the header, and refuses what is too large.
func measure(r io.ReaderAt, size int64) (header, error) {
	c, format, err := image.DecodeConfig(io.NewSectionReader(r, 0, size))
	if err != nil {
		return header{}, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	perPixel, orientation := int64(mostPerPixel), 1
	if format == "jpeg" {
		perPixel, orientation = readJPEG(r, size)
	}
	h := header{int64(c.Width) * int64(c.Height) * perPixel, orientation}
	if c.Width < 1 || c.Height < 1 || c.Width > maxSide || c.Height > maxSide || h.memory > maxMemory {
		return header{}, fmt.Errorf("%w: %d × %d pixels", ErrRefused, c.Width, c.Height)
	}
	return h, nil
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
