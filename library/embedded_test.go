package library

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remoted/library/picture"
)

// pictureOf is a PNG of one colour.
func pictureOf(t testing.TB, c color.Color) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 24, 24))
	for i := range 24 * 24 {
		m.Set(i%24, i/24, c)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var (
	red   = color.RGBA{220, 0, 0, 255}
	green = color.RGBA{0, 180, 0, 255}
	blue  = color.RGBA{0, 0, 220, 255}
)

// colourOf names the colour of a picture's middle.
func colourOf(t *testing.T, b []byte) string {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("no picture: %v", err)
	}
	size := m.Bounds().Size()
	r, g, bl, _ := m.At(size.X/2, size.Y/2).RGBA()
	switch {
	case r > 2*g && r > 2*bl:
		return "red"
	case g > 2*r && g > 2*bl:
		return "green"
	case bl > 2*r && bl > 2*g:
		return "blue"
	}
	return "other"
}

// Files with a cover that ffmpeg wrote, in every container.
func TestEmbeddedPicture(t *testing.T) {
	for _, name := range []string{"cover.mp3", "cover.m4a", "cover.flac", "cover.opus", "cover.mkv"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if p, ok := probe(bytes.NewReader(b), int64(len(b)), extension(name)); !ok || !p.picture {
			t.Errorf("%s: the scan did not note its cover", name)
		}
		got, err := embeddedPicture(bytes.NewReader(b), int64(len(b)), extension(name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := jpeg.DecodeConfig(bytes.NewReader(got)); err != nil || colourOf(t, got) != "red" {
			t.Errorf("%s: got %d bytes that are no red JPEG (%v)", name, len(got), err)
		}
	}
}

func TestNoEmbeddedPicture(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil || len(files) < 10 {
		t.Fatal(err, files)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(filepath.Base(name), "cover.") || extension(name) == ".sh" {
			continue
		}
		p, _ := probe(bytes.NewReader(b), int64(len(b)), extension(name))
		if got, err := embeddedPicture(bytes.NewReader(b), int64(len(b)), extension(name)); !errors.Is(err, errNoPicture) || p.picture {
			t.Errorf("%s: got %d bytes (%v, noted: %v), want no picture", name, len(got), err, p.picture)
		}
	}
}

// sound is two frames of MP3.
func sound() string {
	frame := make([]byte, 417)
	copy(frame, "\xff\xfb\x90\x00")
	return strings.Repeat(string(frame), 2)
}

func apic(encoding byte, kind byte, description string, data []byte) string {
	return string(encoding) + "image/png\x00" + string(kind) + description + string(data)
}

func flacBlock(kind byte, last bool, body []byte) []byte {
	if last {
		kind |= flacLastBlock
	}
	return append([]byte{kind, byte(len(body) >> 16), byte(len(body) >> 8), byte(len(body))}, body...)
}

func blockOf(kind uint32, data []byte) []byte {
	be := binary.BigEndian.AppendUint32
	b := append(be(be(nil, kind), 9), "image/png"...)
	b = append(be(b, 2), "ab"...)
	b = append(b, make([]byte, 16)...)
	return append(be(b, uint32(len(data))), data...)
}

func TestEmbeddedPictureVariants(t *testing.T) {
	r, g := pictureOf(t, red), pictureOf(t, green)
	unsync := bytes.ReplaceAll(append([]byte(nil), r...), []byte{0xFF}, []byte{0xFF, 0})
	comment := "METADATA_BLOCK_picture=" + base64.StdEncoding.EncodeToString(blockOf(3, g))
	le := binary.LittleEndian.AppendUint32
	comments := le(le(nil, 0), 1)
	comments = append(le(comments, uint32(len(comment))), comment...)
	id3 := func(version, flags byte, frames ...[]byte) string {
		return string(id3Tag(version, flags, frames...)) + sound()
	}
	tests := []struct {
		name, ext, file, want string
	}{
		{"the front cover, not the first", ".mp3", id3(3, 0, frame23("APIC", 0, apic(0, 4, "back\x00", r)), frame23("APIC", 0, apic(0, 3, "\x00", g))), "green"},
		{"the first, without a front cover", ".mp3", id3(4, 0, frame24("APIC", 0, apic(3, 0, "\x00", r)), frame24("APIC", 0, apic(3, 4, "\x00", g))), "red"},
		{"a description in UTF-16", ".mp3", id3(3, 0, frame23("APIC", 0, apic(1, 3, "\xff\xfea\x00\x00\x01\x00\x00", g))), "green"},
		{"ID3v2.2", ".mp3", id3(2, 0, frame22("PIC", "\x00PNG\x03\x00"+string(r))), "red"},
		{"unsynchronised", ".mp3", id3(3, id3Unsynchronised, frame23("APIC", 0, apic(0, 3, "\x00", unsync))), "red"},
		{"compressed frames are left alone", ".mp3", id3(3, 0, frame23("APIC", 0x80, apic(0, 3, "\x00", r))), ""},
		{"no end of the type", ".mp3", id3(3, 0, frame23("APIC", 0, strings.Repeat("x", 500))), ""},
		{"empty", ".mp3", id3(3, 0, frame23("APIC", 0, apic(0, 3, "\x00", nil))), ""},
		{"FLAC, the front cover", ".flac", flacMagic + string(flacBlock(flacPicture, false, blockOf(4, r))) + string(flacBlock(flacPicture, true, blockOf(3, g))), "green"},
		{"FLAC, cut", ".flac", flacMagic + string(flacBlock(flacPicture, true, blockOf(3, g)))[:60], ""},
		{"MP4, an empty one", ".m4a", string(mp4Box("ftyp", []byte("M4A \x00\x00\x02\x00"))) + string(mp4Box("moov", mp4Box("udta", mp4Box("meta", make([]byte, 4), mp4Box("ilst", mp4Box("covr", mp4Box("data", make([]byte, 8)))))))), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := embeddedPicture(strings.NewReader(tt.file), int64(len(tt.file)), tt.ext)
			if tt.want == "" {
				if !errors.Is(err, errNoPicture) {
					t.Errorf("got %d bytes (%v), want no picture", len(b), err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := colourOf(t, b); got != tt.want {
				t.Errorf("got the %s picture, want the %s one", got, tt.want)
			}
		})
	}
	if got := commentCover(comments); colourOf(t, got) != "green" {
		t.Error("got another picture of the comment than its own")
	}
}

// A picture frame that says it is larger than the file, or than a picture may be.
func TestEmbeddedPictureIsBounded(t *testing.T) {
	whole := string(id3Tag(3, 0, frame23("APIC", 0, apic(0, 3, "\x00", pictureOf(t, red)))))
	cut := whole[:len(whole)-40] // and nothing after it
	if b, err := embeddedPicture(strings.NewReader(cut), int64(len(cut)), ".mp3"); err == nil {
		t.Errorf("a cut tag: got %d bytes, want none", len(b))
	}
	huge := string(id3Tag(3, 0, frame23("APIC", 0, apic(0, 3, "\x00", make([]byte, 3*picture.MaxBytes))))) + sound()
	r := &countingReader{Reader: bytes.NewReader([]byte(huge))}
	b, _ := embeddedPicture(r, r.Size(), ".mp3")
	if len(b) > picture.MaxBytes+maxPictureText || r.bytes > maxPictureReads {
		t.Errorf("a huge picture: got %d bytes after reading %d", len(b), r.bytes)
	}
}

func FuzzEmbeddedPicture(f *testing.F) {
	for _, name := range []string{"cover.mp3", "cover.m4a", "cover.flac", "cover.opus", "cover.mkv"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, extension(name))
	}
	f.Fuzz(func(t *testing.T, b []byte, ext string) {
		got, err := embeddedPicture(bytes.NewReader(b), int64(len(b)), ext)
		if err == nil && (len(got) == 0 || len(got) > len(b)) {
			t.Errorf("got %d bytes out of %d", len(got), len(b))
		}
	})
}
