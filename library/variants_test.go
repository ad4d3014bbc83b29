package library

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"time"
)

// oggPage makes a page of one packet of fewer than 255 bytes, without checksum.
func oggPage(serial uint32, granule int64, packet string) string {
	h := binary.LittleEndian.AppendUint64([]byte("OggS\x00\x02"), uint64(granule))
	h = binary.LittleEndian.AppendUint32(h, serial)
	return string(h) + strings.Repeat("\x00", 8) + "\x01" + string(rune(len(packet))) + packet
}

// ebml makes an element with a one-byte size.
func ebml(id string, parts ...string) string {
	body := strings.Join(parts, "")
	return id + string([]byte{0x80 | byte(len(body))}) + body
}

func wav(dataSize uint32, data string) string {
	h := "RIFF\x00\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00" + "\x40\x1f\x00\x00" + "\x40\x1f\x00\x00" + "\x01\x00\x08\x00"
	odd := "LIST\x03\x00\x00\x00abc\x00" // padded to even length
	return h + odd + "data" + string(binary.LittleEndian.AppendUint32(nil, dataSize)) + data
}

func float32Bits(f float32) string {
	return string(binary.BigEndian.AppendUint32(nil, math.Float32bits(f)))
}

// Headers that ffmpeg does not write: other writers do, and broken disks.
func TestProbeVariants(t *testing.T) {
	const (
		magic   = "\x1a\x45\xdf\xa3"
		segment = "\x18\x53\x80\x67\xff" // of unknown size, as live recordings have it
		info    = "\x15\x49\xa9\x66"
		length  = "\x44\x89"
		scale   = "\x2a\xd7\xb1"
		cluster = "\x1f\x43\xb6\x75"
	)
	webm := ebml(magic, ebml("\x42\x82", "webm\x00\x00")) + segment
	vorbis := "\x01vorbis\x00\x00\x00\x00\x01\x44\xac\x00\x00" + strings.Repeat("\x00", 14)
	opus := "OpusHead\x01\x01\x38\x01\x80\xbb\x00\x00\x00\x00\x00"
	tests := []struct {
		name, ext, content string
		mediaType          string
		want               time.Duration
	}{
		{"WebM, float32 and scale", ".webm", webm + ebml(info, ebml(length, float32Bits(5)), ebml(scale, "\x3b\x9a\xca\x00")), "video/webm", 5 * time.Second},
		{"WebM, sound by name", ".weba", webm + ebml(info, ebml(length, float32Bits(1500))), "audio/webm", 1500 * time.Millisecond},
		{"WebM without duration", ".webm", webm + ebml(info) + ebml(cluster), "video/webm", 0},
		{"WebM, information after a cluster", ".webm", webm + ebml(cluster) + ebml(info, ebml(length, float32Bits(1500))), "video/webm", 0},
		{"WebM, duration is no number", ".webm", webm + ebml(info, ebml(length, float32Bits(float32(math.NaN())))), "video/webm", 0},
		{"WebM, negative duration", ".webm", webm + ebml(info, ebml(length, float32Bits(-1))), "video/webm", 0},
		{"WebM, duration of three bytes", ".webm", webm + ebml(info, ebml(length, "abc")), "video/webm", 0},
		{"EBML cut in a size", ".webm", magic, "video/x-matroska", 0},
		{"Theora with Vorbis", ".ogv", oggPage(1, 0, "\x80theora") + oggPage(2, 0, vorbis) + oggPage(1, 7, "x") + oggPage(2, 88200, "x") + oggPage(1, 999, "x"), "video/ogg", 2 * time.Second},
		{"Opus without an end", ".opus", oggPage(1, 0, opus), "audio/ogg", 0},
		{"Opus with its pre-skip", ".opus", oggPage(1, 0, opus) + oggPage(1, 0, "OpusTags") + oggPage(1, 48312, "x"), "audio/ogg", time.Second},
		{"Ogg of an unknown codec", ".ogg", oggPage(1, 0, "Speex   ") + oggPage(1, 16000, "x"), "audio/ogg", 0},
		{"Ogg cut in its first page", ".ogg", "OggS\x00\x02", "audio/ogg", 0},
		{"WAV", ".wav", wav(8000, strings.Repeat("x", 8000)), "audio/wav", time.Second},
		{"WAV, size never written", ".wav", wav(0, strings.Repeat("x", 4000)), "audio/wav", 500 * time.Millisecond},
		{"WAV, size all ones", ".wav", wav(math.MaxUint32, strings.Repeat("x", 4000)), "audio/wav", 500 * time.Millisecond},
		{"FLAC after ID3", ".flac", string(id3Tag(4, 0, frame24("TIT2", 0, "\x03T"))) + "fLaC\x80\x00\x00\x22" + strings.Repeat("\x00", 10) + "\x0a\xc4\x42\xf0\x00\x00\xac\x44" + strings.Repeat("\x00", 16), "audio/flac", time.Second},
		{"FLAC cut in its first block", ".flac", "fLaC\x80\x00\x00\x22\x00\x00", "audio/flac", 0},
		{"QuickTime without ftyp", ".mov", string(mp4Box("moov", mvhd0(600, 1200))), "video/quicktime", 2 * time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, ok := probe(bytes.NewReader([]byte(tt.content)), int64(len(tt.content)), tt.ext)
			if got := mediaType(p.format, p.docType, tt.ext); !ok || got != tt.mediaType {
				t.Errorf("got type %q (media: %v), want %q", got, ok, tt.mediaType)
			}
			if p.duration != tt.want {
				t.Errorf("got duration %v, want %v", p.duration, tt.want)
			}
		})
	}
}

func TestParseFrame(t *testing.T) {
	tests := []struct {
		name   string
		header string
		want   frame
		ok     bool
	}{
		{"MPEG 1 layer III stereo", "\xff\xfb\x90\x00", frame{128000, 44100, 1152, 417, 32}, true},
		{"MPEG 1 layer III mono, padded", "\xff\xfb\x92\xc0", frame{128000, 44100, 1152, 418, 17}, true},
		{"MPEG 2 layer III mono", "\xff\xf3\x40\xc0", frame{32000, 22050, 576, 104, 9}, true},
		{"MPEG 2.5 layer III", "\xff\xe3\x40\x00", frame{32000, 11025, 576, 208, 17}, true},
		{"MPEG 1 layer I", "\xff\xff\x90\x00", frame{288000, 44100, 384, 312, 32}, true},
		{"MPEG 1 layer II", "\xff\xfd\x90\x00", frame{160000, 44100, 1152, 522, 32}, true},
		{"no sync", "\xff\x7b\x90\x00", frame{}, false},
		{"reserved version", "\xff\xeb\x90\x00", frame{}, false},
		{"reserved layer", "\xff\xf9\x90\x00", frame{}, false},
		{"free bit rate", "\xff\xfb\x00\x00", frame{}, false},
		{"bad bit rate", "\xff\xfb\xf0\x00", frame{}, false},
		{"bad sample rate", "\xff\xfb\x9c\x00", frame{}, false},
		{"cut", "\xff\xfb\x90", frame{}, false},
	}
	for _, tt := range tests {
		if got, ok := parseFrame([]byte(tt.header)); got != tt.want || ok != tt.ok {
			t.Errorf("%s: got %+v, %v, want %+v, %v", tt.name, got, ok, tt.want, tt.ok)
		}
	}
}
