package picture

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

// solid is a picture of one colour, as PNG.
func solid(t testing.TB, w, h int, c color.Color) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		m.Set(i%w, i/w, c)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A lossless WebP of one red pixel, written by hand to its specification.
var webp = mustBase64("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")

func mustBase64(s string) []byte {
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return b
}

func TestThumbnailSize(t *testing.T) {
	red := color.NRGBA{200, 0, 0, 255}
	tests := []struct {
		name       string
		in         []byte
		wide, high int
	}{
		{"square", solid(t, 1200, 1200, red), Side, Side},
		{"wide", solid(t, 1024, 256, red), Side, 128},
		{"high", solid(t, 256, 1024, red), 128, Side},
		{"a line", solid(t, 4096, 1, red), Side, 1},
		{"small stays small", solid(t, 30, 20, red), 30, 20},
		{"WebP", webp, 1, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, err := Thumbnail(t.Context(), tt.in)
			if err != nil {
				t.Fatal(err)
			}
			m, err := jpeg.Decode(bytes.NewReader(out))
			if err != nil {
				t.Fatalf("got no JPEG: %v", err)
			}
			if got := m.Bounds().Size(); got != (image.Point{tt.wide, tt.high}) {
				t.Errorf("got %v, want %d × %d", got, tt.wide, tt.high)
			}
			if !Whole(out) || Whole(out[:len(out)-1]) {
				t.Error("got a thumbnail that counts as broken, or a broken one that does not")
			}
		})
	}
}

func TestThumbnailOfTransparentIsOnWhite(t *testing.T) {
	out, err := Thumbnail(t.Context(), solid(t, 64, 64, color.NRGBA{}))
	if err != nil {
		t.Fatal(err)
	}
	m, err := jpeg.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := m.At(32, 32).RGBA(); r>>8 < 250 || g>>8 < 250 || b>>8 < 250 {
		t.Errorf("got %d %d %d, want white", r>>8, g>>8, b>>8)
	}
}

// claiming is the start of a PNG whose header says that it is that large.
func claiming(w, h uint32) []byte {
	body := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)...)
	body = append(body, 8, 6, 0, 0, 0)
	b := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	b = append(b, body...)
	return append(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(body)), make([]byte, 64)...)
}

// A decompression bomb is refused by its header: no memory is taken for it.
func TestThumbnailRefusesBombs(t *testing.T) {
	for _, size := range [][2]uint32{{60_000, 60_000}, {1, 60_000}, {5_000, 5_000}, {1 << 30, 1 << 30}} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Thumbnail(t.Context(), claiming(size[0], size[1]))
		runtime.ReadMemStats(&after)
		if !errors.Is(err, ErrRefused) {
			t.Errorf("%d × %d: got %v, want it refused", size[0], size[1], err)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 1<<20 {
			t.Errorf("%d × %d: took %d bytes, want almost none", size[0], size[1], took)
		}
	}
}

// A JPEG is read until it goes over the picture once too often, and no further; in
// other files the bytes that begin a pass mean nothing.
func TestReaderBoundsPasses(t *testing.T) {
	tests := []struct {
		name, start string
		passes      int
		refused     bool
	}{
		{"as many as may be", "\xff\xd8", maxScans, false},
		{"one more", "\xff\xd8", maxScans + 1, true},
		{"of a PNG", "\x89P", maxScans + 1, false},
	}
	for _, tt := range tests {
		b := []byte(tt.start + strings.Repeat("\xff\xda", tt.passes))
		_, err := io.ReadAll(iotest.OneByteReader(reader(t.Context(), bytes.NewReader(b), int64(len(b)))))
		if (err != nil) != tt.refused {
			t.Errorf("%s: got %v, want it refused: %v", tt.name, err, tt.refused)
		}
	}
}

func TestThumbnailRefusesWhatIsNoPicture(t *testing.T) {
	whole := solid(t, 64, 64, color.Black)
	tests := map[string][]byte{
		"nothing":         nil,
		"text":            []byte("<html><script>alert(1)</script>"),
		"SVG":             []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`),
		"GIF":             []byte("GIF89a\x01\x00\x01\x00"),
		"a cut PNG":       whole[:len(whole)/2],
		"a header alone":  claiming(100, 100),
		"too many bytes":  append(bytes.Clone(whole), make([]byte, MaxBytes)...),
		"a cut WebP":      webp[:len(webp)-8],
		"a JPEG of noise": append([]byte{0xFF, 0xD8, 0xFF, 0xC0}, strings.Repeat("noise", 100)...),
	}
	for name, b := range tests {
		if _, err := Thumbnail(t.Context(), b); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: got %v, want it refused", name, err)
		}
	}
}

// Who waits while others decode can go.
func TestThumbnailWaits(t *testing.T) {
	if err := decoding.Acquire(t.Context(), maxMemory); err != nil {
		t.Fatal(err)
	}
	defer decoding.Release(maxMemory)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Thumbnail(ctx, solid(t, 8, 8, color.Black)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want it to have been given up", err)
	}
}

func FuzzThumbnail(f *testing.F) {
	f.Add(solid(f, 16, 16, color.White))
	f.Add(webp)
	f.Add(claiming(60_000, 60_000))
	f.Fuzz(func(t *testing.T, b []byte) {
		out, err := Thumbnail(t.Context(), b)
		if err != nil {
			if !errors.Is(err, ErrRefused) {
				t.Errorf("got %v, want a thumbnail or ErrRefused", err)
			}
			return
		}
		c, err := jpeg.DecodeConfig(bytes.NewReader(out))
		if err != nil || c.Width > Side || c.Height > Side {
			t.Errorf("got %d × %d (%v), want at most %d", c.Width, c.Height, err, Side)
		}
	})
}
