package upload

import (
	"encoding/binary"
	"errors"
	"image"
	"io"
)

var errWebP = errors.New("not a WebP picture")

// webpConfig reads the dimensions of a WebP picture (RFC 9649).
func webpConfig(r io.Reader) (image.Config, error) {
	h := make([]byte, 30)
	if _, err := io.ReadFull(r, h); err != nil {
		return image.Config{}, err
	}
	u16 := func(i int) int { return int(binary.LittleEndian.Uint16(h[i:])) }
	u24 := func(i int) int { return u16(i) | int(h[i+2])<<16 }
	switch string(h[12:16]) {
	case "VP8 ":
		if string(h[23:26]) == "\x9d\x01\x2a" {
			return image.Config{Width: u16(26) & 0x3fff, Height: u16(28) & 0x3fff}, nil
		}
	case "VP8L":
		if bits := binary.LittleEndian.Uint32(h[21:]); h[20] == 0x2f {
			return image.Config{Width: int(bits&0x3fff) + 1, Height: int(bits>>14&0x3fff) + 1}, nil
		}
	case "VP8X":
		return image.Config{Width: u24(24) + 1, Height: u24(27) + 1}, nil
	}
	return image.Config{}, errWebP
}

// maxBlocks of a GIF are walked: about 1 GB of them.
const maxBlocks = 4 << 20

// wholeGIF follows the blocks of a GIF to the end of its first picture: a text that
// only begins like one has none.
func wholeGIF(r io.ReaderAt, size int64) bool {
	g := gifReader{r: io.NewSectionReader(r, 0, size)}
	screen := g.bytes(13)
	g.table(screen[10])
	for g.left = maxBlocks; g.ok(); {
		switch g.bytes(1)[0] {
		case 0x21: // an extension
			g.bytes(1)
			g.blocks()
		case 0x2c: // a picture
			d := g.bytes(9)
			g.table(d[8])
			g.bytes(1)
			g.blocks()
			return g.ok()
		default:
			return false
		}
	}
	return false
}

// gifReader reads a GIF until something is missing.
type gifReader struct {
	r    *io.SectionReader
	err  error
	left int // blocks
	buf  [13]byte
}

func (g *gifReader) ok() bool { return g.err == nil && g.left >= 0 }

// bytes returns the next n bytes; zeros when there are none.
func (g *gifReader) bytes(n int) []byte {
	b := g.buf[:n]
	if g.err == nil {
		_, g.err = io.ReadFull(g.r, b)
	}
	if g.err != nil {
		clear(b)
	}
	return b
}

func (g *gifReader) skip(n int64) {
	if g.err == nil {
		_, g.err = g.r.Seek(n, io.SeekCurrent)
	}
}

// table skips the colours that flags announce.
func (g *gifReader) table(flags byte) {
	if flags&0x80 != 0 {
		g.skip(3 << (flags&7 + 1))
	}
}

// blocks skips data blocks up to the empty one that ends them.
func (g *gifReader) blocks() {
	for g.ok() {
		g.left--
		n := g.bytes(1)[0]
		if n == 0 {
			return
		}
		g.skip(int64(n))
	}
}
