package library

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// media are the files that other packages use as well.
const media = "../testdata/media"

// Durations are what ffprobe 5.1 reports, but that it takes an ID3v1 tag for sound
// (2.656 s). 0 is for what this package leaves unknown.
func TestProbe(t *testing.T) {
	const tolerance = 50 * time.Millisecond
	tests := []struct {
		file                 string
		format               format
		mediaType            string
		ms                   int64
		title, artist, album string
		track                int
	}{
		{media + "/bars.webm", formatEBML, "video/webm", 20008, "Slow colours, twenty seconds", "", "", 0},
		{media + "/short.webm", formatEBML, "video/webm", 2008, "", "", "", 0},
		{media + "/clock.mp4", formatMP4, "video/mp4", 20000, "Clock, twenty seconds", "Remoted test media", "", 0},
		{media + "/tone.mp3", formatMP3, "audio/mpeg", 15048, "Tone", "The Sines", "Test Signals", 0},
		{media + "/song.opus", formatOgg, "audio/ogg", 12007, "Song", "The Sines", "", 0},
		{media + "/album/02 Second.mp3", formatMP3, "audio/mpeg", 5064, "Second, à la carte", "The Sines", "Three Chords", 2},
		{"testdata/tagged.m4a", formatMP4, "audio/mp4", 1500, "Tagged", "Tester", "Formats", 4},
		{"testdata/end.mov", formatMP4, "video/quicktime", 2000, "Tagged", "", "", 0},
		{"testdata/fragmented.mp4", formatMP4, "video/mp4", 0, "", "", "", 0}, // its header tells no duration
		{"testdata/film.mkv", formatEBML, "video/x-matroska", 2000, "Tagged", "", "", 0},
		{"testdata/vbr.mp3", formatMP3, "audio/mpeg", 2592, "Tagged", "Tester", "Formats", 4},
		{"testdata/cbr-id3v1.mp3", formatMP3, "audio/mpeg", 2592, "Déjà vu", "Tester", "Formats", 4},
		{"testdata/tagged.flac", formatFLAC, "audio/flac", 1250, "Tagged", "Tester", "Formats", 4},
		{"testdata/vorbis.ogg", formatOgg, "audio/ogg", 1250, "Tagged", "Tester", "Formats", 4},
		{"testdata/flac.oga", formatOgg, "audio/ogg", 1250, "Tagged", "Tester", "Formats", 4},
		{"testdata/voice.opus", formatOgg, "audio/ogg", 1257, "Tagged", "Tester", "Formats", 4},
		{"testdata/tone.wav", formatWAV, "audio/wav", 1250, "", "", "", 0},
	}
	for _, tt := range tests {
		t.Run(filepath.Base(tt.file), func(t *testing.T) {
			b, err := os.ReadFile(tt.file)
			if err != nil {
				t.Fatal(err)
			}
			ext := extension(tt.file)
			p, ok := probe(bytes.NewReader(b), int64(len(b)), ext)
			if !ok || p.format != tt.format {
				t.Fatalf("got format %v (media: %v), want %v", p.format, ok, tt.format)
			}
			if got := mediaType(p.format, p.docType, ext); got != tt.mediaType {
				t.Errorf("got type %q, want %q", got, tt.mediaType)
			}
			want := time.Duration(tt.ms) * time.Millisecond
			if (p.duration-want).Abs() > tolerance || (want == 0) != (p.duration == 0) {
				t.Errorf("got duration %v, want %v", p.duration, want)
			}
			if p.title != tt.title || p.artist != tt.artist || p.album != tt.album || p.track != tt.track {
				t.Errorf("got tags %q, %q, %q, track %d, want %q, %q, %q, track %d",
					p.title, p.artist, p.album, p.track, tt.title, tt.artist, tt.album, tt.track)
			}
		})
	}
}

func TestProbeRefusesOtherContent(t *testing.T) {
	tests := []struct{ name, ext, content string }{
		{"text as mp4", ".mp4", "This is text, whatever its name says."},
		{"text as mp3", ".mp3", "This is text, whatever its name says."},
		{"empty", ".mp4", ""},
		{"HTML as webm", ".webm", "<!doctype html><script>alert(1)</script>"},
		{"ID3 tag and nothing else", ".mp3", "ID3\x04\x00\x00\x00\x00\x00\x0aAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
		{"one frame header by chance", ".mp3", "\xff\xfb\x90\x00 and then text that goes on and on and on"},
		{"RIFF that is an AVI", ".wav", "RIFF\x00\x01\x00\x00AVI LIST"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if p, ok := probe(bytes.NewReader([]byte(tt.content)), int64(len(tt.content)), tt.ext); ok {
				t.Errorf("got format %v, want it refused", p.format)
			}
		})
	}
}

// mp4Box makes a box around the parts.
func mp4Box(name string, parts ...[]byte) []byte {
	body := bytes.Join(parts, nil)
	return append(append(binary.BigEndian.AppendUint32(nil, uint32(8+len(body))), name...), body...)
}

func mvhd0(scale, duration uint32) []byte {
	b := make([]byte, 100)
	binary.BigEndian.PutUint32(b[12:], scale)
	binary.BigEndian.PutUint32(b[16:], duration)
	return mp4Box("mvhd", b)
}

func mvhd1(scale uint32, duration uint64) []byte {
	b := make([]byte, 112)
	b[0] = 1
	binary.BigEndian.PutUint32(b[20:], scale)
	binary.BigEndian.PutUint64(b[24:], duration)
	return mp4Box("mvhd", b)
}

// Header variants that ffmpeg does not write, and damage.
func TestProbeMP4Duration(t *testing.T) {
	ftyp := mp4Box("ftyp", []byte("isom\x00\x00\x02\x00"))
	wide := append(append(binary.BigEndian.AppendUint32(nil, 1), "mdat"...), 0, 0, 0, 0, 0, 0, 0, 20, 1, 2, 3, 4)
	zero := []byte("\x00\x00\x00\x00moov")
	tests := []struct {
		name string
		body []byte
		want time.Duration
	}{
		{"version 0", mp4Box("moov", mvhd0(1000, 2500)), 2500 * time.Millisecond},
		{"version 1", mp4Box("moov", mvhd1(90000, 180000)), 2 * time.Second},
		{"moov to the end of the file", append(zero, mvhd0(10, 30)...), 3 * time.Second},
		{"64-bit mdat before moov", append(wide, mp4Box("moov", mvhd0(10, 30))...), 3 * time.Second},
		{"fragments", mp4Box("moov", mvhd0(1000, 0), mp4Box("mvex", mp4Box("mehd", []byte{0, 0, 0, 0, 0, 0, 0x0f, 0xa0}))), 4 * time.Second},
		{"unknown", mp4Box("moov", mvhd0(1000, math.MaxUint32)), 0},
		{"no time scale", mp4Box("moov", mvhd0(0, 2500)), 0},
		{"centuries", mp4Box("moov", mvhd1(1, math.MaxUint64)), 0},
		{"box larger than its parent", mp4Box("moov", []byte("\xff\xff\xff\xf0mvhd")), 0},
		{"box smaller than its header", mp4Box("moov", []byte("\x00\x00\x00\x04mvhd"), mvhd0(1000, 2500)), 0},
		{"no moov", mp4Box("mdat", make([]byte, 64)), 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := append(bytes.Clone(ftyp), tt.body...)
			p, ok := probe(bytes.NewReader(b), int64(len(b)), ".mp4")
			if !ok || p.duration != tt.want {
				t.Errorf("got %v (media: %v), want %v", p.duration, ok, tt.want)
			}
		})
	}
}

func TestProbeMP3VBRI(t *testing.T) {
	frame := make([]byte, 417) // MPEG 1 layer III, 128 kbit/s, 44.1 kHz
	copy(frame, "\xff\xfb\x90\x00")
	first := bytes.Clone(frame)
	copy(first[36:], "VBRI")
	binary.BigEndian.PutUint32(first[36+14:], 1000)
	b := append(first, frame...)
	p, ok := probe(bytes.NewReader(b), int64(len(b)), ".mp3")
	if want := samples(1000*1152, 44100); !ok || p.duration != want {
		t.Errorf("got %v (media: %v), want %v", p.duration, ok, want)
	}
}

// A reader that counts shows that a large file costs no more than the budget.
type countingReader struct {
	*bytes.Reader
	bytes int
}

func (c *countingReader) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.Reader.ReadAt(p, off)
	c.bytes += n
	return n, err
}

func TestProbeStaysInBudget(t *testing.T) {
	// Boxes that are just larger than the window: each costs a read.
	b := mp4Box("ftyp", []byte("isom\x00\x00\x02\x00"))
	for range 3 * maxProbeBytes / windowBytes {
		b = append(b, mp4Box("free", make([]byte, windowBytes))...)
	}
	r := &countingReader{Reader: bytes.NewReader(append(b, mp4Box("moov", mvhd0(1, 1))...))}
	p, ok := probe(r, r.Size(), ".mp4")
	if !ok || p.duration != 0 {
		t.Errorf("got duration %v (media: %v), want it unknown", p.duration, ok)
	}
	if r.bytes > maxProbeBytes {
		t.Errorf("got %d bytes read, want at most %d", r.bytes, maxProbeBytes)
	}
}

// FuzzDuration runs every parser over damaged headers; the recover that guards a scan
// is not in the way here.
func FuzzDuration(f *testing.F) {
	for _, pattern := range []string{media + "/*.*", "testdata/*.*", media + "/album/*.mp3"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(b[:min(len(b), 8<<10)], extension(name))
		}
	}
	f.Add(mp4Box("moov", mvhd1(1, math.MaxUint64)), ".mov")
	f.Fuzz(func(t *testing.T, b []byte, ext string) {
		p, ok := probe(bytes.NewReader(b), int64(len(b)), ext)
		if !ok {
			return
		}
		if p.duration < 0 || p.duration > maxDuration {
			t.Errorf("got duration %v, want 0 to %v", p.duration, maxDuration)
		}
		if mediaType(p.format, p.docType, ext) == "" {
			t.Errorf("format %v has no media type", p.format)
		}
	})
}
