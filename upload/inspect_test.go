package upload

import (
	"bytes"
	"encoding/binary"
	"os"
	"strings"
	"testing"
)

func sample(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// box is an ISO media box.
func box(name string, parts ...string) string {
	body := strings.Join(parts, "")
	return string(binary.BigEndian.AppendUint32(nil, uint32(8+len(body)))) + name + body
}

func iso(brand string, parts ...string) []byte {
	return []byte(box("ftyp", brand, "\x00\x00\x00\x00", brand) + strings.Join(parts, ""))
}

func track(handler string) string {
	return box("trak", box("mdia", box("hdlr", strings.Repeat("\x00", 8), handler, strings.Repeat("\x00", 12))))
}

// adts is so many frames of AAC.
func adts(frames int) []byte {
	return bytes.Repeat([]byte{0xff, 0xf1, 0x50, 0x80, 0x01, 0x7f, 0xfc, 0, 0, 0, 0}, frames)
}

// The type is that of the content, whatever the name says.
func TestTypes(t *testing.T) {
	const media, samples = "../testdata/media/", "../library/testdata/"
	tests := []struct {
		name    string
		content []byte
		want    string
	}{
		{"jpeg", jpegOf(t), "image/jpeg"},
		{"png", pngOf(t, 5, 5), "image/png"},
		{"gif", gifOf(t), "image/gif"},
		{"webp, lossy", []byte("RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00\x00\x00\x30\x01\x00\x9d\x01\x2a\x01\x00\x01\x00\x02\x00\x34\x25\xa4\x00\x03\x70\x00\xfe\xfb\xfd\x50\x00"), "image/webp"},
		{"webp, lossless", []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"), "image/webp"},
		{"avif", iso("avif", box("meta", "x")), "image/avif"},
		{"mp4", sample(t, media+"clock.mp4"), "video/mp4"},
		{"mp4 in fragments", sample(t, samples+"fragmented.mp4"), "video/mp4"},
		{"mov", sample(t, samples+"end.mov"), "video/quicktime"},
		{"m4a", sample(t, samples+"tagged.m4a"), "audio/mp4"},
		{"mp4 of sound alone", iso("isom", box("moov", track("soun"))), "audio/mp4"},
		{"webm", sample(t, media+"bars.webm"), "video/webm"},
		{"matroska", sample(t, samples+"film.mkv"), "video/x-matroska"},
		{"mp3", sample(t, media+"tone.mp3"), "audio/mpeg"},
		{"mp3 without a tag", sample(t, samples+"cbr-id3v1.mp3"), "audio/mpeg"},
		{"opus", sample(t, samples+"voice.opus"), "audio/ogg"},
		{"vorbis", sample(t, samples+"vorbis.ogg"), "audio/ogg"},
		{"flac", sample(t, samples+"tagged.flac"), "audio/flac"},
		{"wav", sample(t, samples+"tone.wav"), "audio/wav"},
		{"aac", adts(3), "audio/aac"},
		{"aac with a tag", append([]byte("ID3\x04\x00\x00\x00\x00\x00\x04tags"), adts(3)...), "audio/aac"},
	}
	s := newStore(t)
	for _, tt := range tests {
		info, err := s.send("page.html", tt.content)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		resp, body, err := s.get(info.ID)
		if got := resp.Header.Get("Content-Type"); err != nil || got != tt.want || !bytes.Equal(body, tt.content) {
			t.Errorf("%s: got %s, %d bytes, %v; want %s", tt.name, got, len(body), err, tt.want)
		}
		if strings.HasSuffix(info.URL, ".html") {
			t.Errorf("%s: served at %s", tt.name, info.URL)
		}
	}
}

// Nothing that is not of the table is kept, whatever its name says.
func TestRefused(t *testing.T) {
	huge := pngOf(t, 4, 4)
	binary.BigEndian.PutUint32(huge[16:], 20_000)
	binary.BigEndian.PutUint32(huge[20:], 20_000)
	tests := []struct {
		name    string
		content string
		why     string
	}{
		{"html", "<!doctype html><script>alert(1)</script>", whyPage},
		{"html after spaces", "\ufeff \r\n<HTML><body>", whyPage},
		{"svg", `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`, whySVG},
		{"script", "alert(1)", whyOther},
		{"pdf", "%PDF-1.7\n", whyOther},
		{"zip", "PK\x03\x04\x14\x00", whyOther},
		{"program", "MZ\x90\x00", whyOther},
		{"one byte", "x", whyOther},
		{"heic", string(iso("heic", box("meta", "x"))), whyHEIC},
		{"heic by another name", string(iso("mif1", box("meta", "x"))), whyHEIC},
		{"gif and script", "GIF89a/*\x00\x00\x00\x00*/=1;alert(1)//", whyDamaged},
		{"gif that ends", string(gifOf(t)[:20]), whyDamaged},
		{"jpeg that ends", "\xff\xd8\xff\xe0\x00\x10JFIF", whyDamaged},
		{"png without dimensions", "\x89PNG\r\n\x1a\nxxxxxxxx", whyDamaged},
		{"webp of nothing", "RIFF\x00\x00\x00\x00WEBPxxxx" + strings.Repeat("x", 20), whyDamaged},
		{"mp4 without what describes it", string(iso("isom", box("mdat", "xxxx"))), whyDamaged},
		{"mp4 of nothing that plays", string(iso("isom", box("moov", track("text")))), whyDamaged},
		{"boxes in boxes", string(iso("isom", box("moov", strings.Repeat("\x00\x00\x00\x09trak", 2000)))), whyDamaged},
		{"a box larger than the file", string(iso("isom", "\x7f\xff\xff\xffmoov")), whyDamaged},
		{"avif without a picture", string(iso("avif")), whyDamaged},
		{"aac of one frame", string(adts(1)), whyDamaged},
		{"a picture of 400 megapixels", string(huge), ""},
	}
	s := newStore(t)
	for _, tt := range tests {
		info, err := s.send("holiday.jpg", []byte(tt.content))
		if !isRefused(err) || tt.why != "" && err.Error() != tt.why {
			t.Errorf("%s: got %+v, %v; want it refused: %s", tt.name, info, err, tt.why)
		}
	}
	if n := s.kept(); n != 0 {
		t.Errorf("got %d files on disk, want none", n)
	}
	if s.held.promised != 0 {
		t.Errorf("got %d bytes promised, want none", s.held.promised)
	}
}

// A gigabyte that is nothing is refused with its first bytes.
func TestRefusedEarly(t *testing.T) {
	s := newStore(t)
	id := s.promise("film.mp4", maxBytes).ID
	text := strings.NewReader(strings.Repeat("not a film ", 10_000))
	if _, err := s.Append(aSession, id, 0, text); !isRefused(err) {
		t.Errorf("got %v, want it refused", err)
	}
	if text.Len() == 0 {
		t.Error("all of it was read, want the first bytes only")
	}
	_, err := s.Info(aSession, id)
	wantError(t, "afterwards", err, ErrNotFound)
}

// What does not play by what its headers say is damaged.
func TestProbeDecides(t *testing.T) {
	s := newStore(t, func(c *Config) { c.Probe = nothing })
	if _, err := s.send("a.mp3", sample(t, "../testdata/media/tone.mp3")); !isRefused(err) {
		t.Errorf("got %v, want it refused", err)
	}
}

func FuzzInspect(f *testing.F) {
	for _, seed := range []string{"GIF89a", "\xff\xd8\xff", "RIFF\x00\x00\x00\x00WEBPVP8X", "ID3\x04\x00\x00\x00\x00\x00\x04", string(iso("isom", box("moov", track("vide")))), string(adts(3))} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) == 0 {
			return
		}
		what, err := inspect(bytes.NewReader(b), int64(len(b)), playable)
		if _, known := kindOf(what.kind.mime); err == nil && !known {
			t.Errorf("%q is of a type that is not in the table: %q", b, what.kind.mime)
		}
	})
}
