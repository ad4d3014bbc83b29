package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"slices"
	"testing"
	"time"
)

// exif is an EXIF segment whose directory holds an orientation after another tag.
func exif(order binary.AppendByteOrder, orientation uint16) []byte {
	mark := "MM"
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		mark = "II"
	}
	b := append([]byte("Exif\x00\x00"), mark...)
	b = order.AppendUint32(order.AppendUint16(b, 42), 8)
	b = order.AppendUint16(b, 2)
	for _, e := range [][2]uint16{{256, 9}, {tagOrientation, orientation}} {
		b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, e[0]), typeShort), 1)
		b = order.AppendUint16(order.AppendUint16(b, e[1]), 0)
	}
	return append(b, 0, 0, 0, 0)
}

// withSegment puts a segment into a JPEG, behind its first two bytes.
func withSegment(jpeg []byte, marker byte, content []byte) []byte {
	s := binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(content)+2))
	return slices.Concat(jpeg[:2], s, content, jpeg[2:])
}

var (
	red, green, blue, white = color.RGBA{220, 0, 0, 255}, color.RGBA{0, 180, 0, 255}, color.RGBA{0, 0, 220, 255}, color.RGBA{250, 250, 250, 255}
	corners                 = map[string]color.RGBA{"R": red, "G": green, "B": blue, "W": white}
)

// quarters is a picture twice as wide as high: red and green above blue and white.
func quarters(t *testing.T, wide int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, wide, wide/2))
	for y := range wide / 2 {
		for x := range wide {
			m.SetRGBA(x, y, []color.RGBA{red, green, blue, white}[2*(y/(wide/4))+x/(wide/2)])
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// seen names the colours of the corners, row by row, and the shape.
func seen(t *testing.T, thumb []byte) string {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(thumb))
	if err != nil {
		t.Fatal(err)
	}
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	out := fmt.Sprintf("%dx%d ", w, h)
	for _, p := range []image.Point{{w / 4, h / 4}, {3 * w / 4, h / 4}, {w / 4, 3 * h / 4}, {3 * w / 4, 3 * h / 4}} {
		r, g, b, _ := m.At(p.X, p.Y).RGBA()
		for name, c := range corners {
			near := func(a uint32, b uint8) bool { return max(int(a>>8), int(b))-min(int(a>>8), int(b)) < 40 }
			if near(r, c.R) && near(g, c.G) && near(b, c.B) {
				out += name
			}
		}
	}
	return out
}

// A phone's picture is stored as its sensor saw it; EXIF says where up is. The wanted
// corners are those of the standard's drawing of an F in each orientation.
func TestThumbnailStandsUpright(t *testing.T) {
	for _, wide := range []int{80, 2100} { // as it is, and shrunk in two steps
		plain := quarters(t, wide)
		long := min(wide, Side)
		flat, tall := fmt.Sprintf("%dx%d ", long, long/2), fmt.Sprintf("%dx%d ", long/2, long)
		for orientation, want := range []string{
			0: flat + "RGBW", 1: flat + "RGBW", 2: flat + "GRWB", 3: flat + "WBGR", 4: flat + "BWRG",
			5: tall + "RBGW", 6: tall + "BRWG", 7: tall + "WGBR", 8: tall + "GWRB", 9: flat + "RGBW",
		} {
			for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
				if wide > Side && (orientation != 6 || order == binary.LittleEndian) {
					continue // turned when it is small already, and slow with the race detector
				}
				turned := withSegment(plain, markerAPP1, exif(order, uint16(orientation)))
				b, err := Thumbnail(t.Context(), withSegment(turned, 0xE0, []byte("JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")))
				if err != nil {
					t.Fatalf("orientation %d: %v", orientation, err)
				}
				if got := seen(t, b); got != want {
					t.Errorf("orientation %d, %d wide, %v: got %s, want %s", orientation, wide, order, got, want)
				}
			}
		}
	}
}

// EXIF is anybody's bytes: what makes no sense turns nothing.
func TestThumbnailOfOddEXIF(t *testing.T) {
	plain, good := quarters(t, 80), exif(binary.BigEndian, 6)
	far := bytes.Clone(good)
	binary.BigEndian.PutUint32(far[10:], 1<<32-1)
	edge := bytes.Clone(good)
	binary.BigEndian.PutUint32(edge[10:], uint32(len(good)-6-1))
	many := bytes.Clone(good[:len(good)-16]) // without the orientation
	binary.BigEndian.PutUint16(many[14:], 1<<16-1)
	for name, odd := range map[string][]byte{"cut": good[:10], "a directory far away": far, "a directory at the edge": edge, "entries that are not there": many, "XMP": []byte("http://ns.adobe.com/xap/1.0/\x00<x/>")} {
		b, err := Thumbnail(t.Context(), withSegment(plain, markerAPP1, odd))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := seen(t, b); got != "80x40 RGBW" {
			t.Errorf("%s: got %s, want it as it is", name, got)
		}
	}
}

// jpegHeader is the start of a JPEG that claims to be that large.
func jpegHeader(marker byte, w, h uint16, components byte) []byte {
	b := []byte{8}
	b = binary.BigEndian.AppendUint16(b, h)
	b = append(binary.BigEndian.AppendUint16(b, w), components)
	for i := range components {
		b = append(b, i+1, 0x11, 0)
	}
	return append(withSegment([]byte{0xFF, 0xD8}, marker, b), 0xFF, markerSOS, 0, 2)
}

// A camera's JPEG takes less than a progressive one of the same size, and may be larger.
func TestMemory(t *testing.T) {
	for _, tt := range []struct {
		name   string
		in     []byte
		memory int64 // 0: refused
	}{
		{"50 megapixels of a phone", jpegHeader(markerSOF0, 8160, 6120, 3), 8160 * 6120 * 3},
		{"20 megapixels, progressive", jpegHeader(markerSOF2, 5000, 4000, 3), 5000 * 4000 * 15},
		{"50 megapixels, progressive", jpegHeader(markerSOF2, 8160, 6120, 3), 0},
		{"200 megapixels", jpegHeader(markerSOF0, 16320, 12240, 3), 0},
		{"four components", jpegHeader(markerSOF2, 5000, 4000, 4), 0},
		{"grey", jpegHeader(markerSOF0, 16000, 16000, 1), 16000 * 16000},
	} {
		h, err := measure(bytes.NewReader(tt.in), int64(len(tt.in)))
		if h.memory != tt.memory || (err == nil) != (tt.memory > 0) || err != nil && !errors.Is(err, ErrRefused) {
			t.Errorf("%s: got %d bytes, %v; want %d", tt.name, h.memory, err, tt.memory)
		}
	}
}

// Decoding ends with the context, however much a file asks for.
func TestDecodingEndsWithTheContext(t *testing.T) {
	b := quarters(t, 3000)
	ctx, cancel := context.WithCancel(t.Context())
	r := &cancelling{bytes.NewReader(b), cancel}
	if _, err := Of(ctx, r, int64(len(b))); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want it to have been given up", err)
	}
	late, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancel()
	if _, err := Of(late, bytes.NewReader(b), int64(len(b))); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("too late: got %v, want it to have been given up", err)
	}
}

// cancelling calls when the pixels are read, far into a file.
type cancelling struct {
	*bytes.Reader
	cancel func()
}

func (c *cancelling) ReadAt(b []byte, at int64) (int, error) {
	if at > 8<<10 {
		c.cancel()
	}
	return c.Reader.ReadAt(b, at)
}

func TestThumbnailOfGIF(t *testing.T) {
	m := image.NewPaletted(image.Rect(0, 0, 60, 40), color.Palette{red, blue})
	var b bytes.Buffer
	if err := gif.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	thumb, err := Thumbnail(t.Context(), b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := seen(t, thumb); got != "60x40 RRRR" {
		t.Errorf("got %s, want it red", got)
	}
}
