package library

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// id3Tag makes a tag around the frames.
func id3Tag(version, flags byte, frames ...[]byte) []byte {
	body := bytes.Join(frames, nil)
	return append(append([]byte{'I', 'D', '3', version, 0, flags}, putSyncsafe(len(body))...), body...)
}

func putSyncsafe(n int) []byte {
	return []byte{byte(n >> 21 & 0x7f), byte(n >> 14 & 0x7f), byte(n >> 7 & 0x7f), byte(n & 0x7f)}
}

func frame22(name, body string) []byte {
	return []byte(name + string([]byte{byte(len(body) >> 16), byte(len(body) >> 8), byte(len(body))}) + body)
}

func frame23(name string, flags byte, body string) []byte {
	b := binary.BigEndian.AppendUint32([]byte(name), uint32(len(body)))
	return append(append(b, 0, flags), body...)
}

func frame24(name string, flags byte, body string) []byte {
	b := append([]byte(name), putSyncsafe(len(body))...)
	return append(append(b, 0, flags), body...)
}

func TestID3(t *testing.T) {
	artwork := "\x00image/jpeg\x00\x03\x00" + strings.Repeat("x", 200_000)
	tests := []struct {
		name string
		tag  []byte
		want string // title|artist|track
	}{
		{"v2.2", id3Tag(2, 0, frame22("TT2", "\x00Title"), frame22("TRK", "\x007/12")), "Title||7"},
		{"v2.3 Latin-1", id3Tag(3, 0, frame23("TIT2", 0, "\x00D\xe9j\xe0 vu")), "Déjà vu||0"},
		{"UTF-8 that claims to be Latin-1", id3Tag(3, 0, frame23("TIT2", 0, "\x00Déjà vu")), "Déjà vu||0"},
		{"UTF-16 little endian", id3Tag(3, 0, frame23("TIT2", 0, "\x01\xff\xfeA\x00\x3d\xd8\x00\xde\x00\x00")), "A😀||0"},
		{"UTF-16 big endian", id3Tag(3, 0, frame23("TIT2", 0, "\x01\xfe\xff\x00A\x00\xe9")), "Aé||0"},
		{"UTF-16 without mark", id3Tag(4, 0, frame24("TIT2", 0, "\x02\x00A\x00\xe9")), "Aé||0"},
		{"v2.4 UTF-8, two artists", id3Tag(4, 0, frame24("TPE1", 0, "\x03Ann\x00Ben")), "|Ann|0"},
		{"artwork first", id3Tag(3, 0, frame23("APIC", 0, artwork), frame23("TIT2", 0, "\x00After")), "After||0"},
		{"v2.4 data length", id3Tag(4, 0, frame24("TIT2", id3v24Length, "\x00\x00\x00\x06\x03Title")), "Title||0"},
		{"v2.4 frame unsynchronised", id3Tag(4, 0, frame24("TIT2", id3v24Unsync, "\x01\xff\x00\xfeA\x00")), "A||0"},
		{"v2.3 tag unsynchronised", id3Tag(3, id3Unsynchronised, frame23("TIT2", 0, "\x01\xff\x00\xfeA\x00")), "A||0"},
		{"v2.3 extended header", id3Tag(3, id3Extended, []byte("\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00"), frame23("TIT2", 0, "\x00T")), "T||0"},
		{"v2.4 extended header", id3Tag(4, id3Extended, []byte("\x00\x00\x00\x06\x01\x00"), frame24("TIT2", 0, "\x00T")), "T||0"},
		{"compressed frame", id3Tag(3, 0, frame23("TIT2", 0x80, "\x00\x00\x00\x01x"), frame23("TPE1", 0, "\x00Ann")), "|Ann|0"},
		{"padding ends it", id3Tag(3, 0, frame23("TPE1", 0, "\x00Ann"), make([]byte, 64), frame23("TIT2", 0, "\x00T")), "|Ann|0"},
		{"frame larger than the tag", id3Tag(3, 0, []byte("TIT2\xff\xff\xff\xff\x00\x00\x00T")), "||0"},
		{"empty text frame", id3Tag(3, 0, frame23("TIT2", 0, "")), "||0"},
		{"unknown version", id3Tag(9, 0, frame23("TIT2", 0, "\x00T")), "||0"},
		{"too many frames", id3Tag(3, 0, bytes.Repeat(frame23("TXXX", 0, "\x00"), maxID3Frames), frame23("TIT2", 0, "\x00T")), "||0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var p probed
			probeID3(newSource(bytes.NewReader(tt.tag), int64(len(tt.tag))), &p)
			if got := p.title + "|" + p.artist + "|" + string(rune('0'+p.track)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
