package library

import (
	"bytes"

	"remoted/library/picture"
)

// The frames that hold pictures (ID3v2.3.0, 4.15; ID3v2.2.0, 4.15).
const (
	id3Picture   = "APIC"
	id3PictureV2 = "PIC"
)

// maxPictureText bounds what stands before the picture in its frame: a type and a
// description.
const maxPictureText = 1 << 10

// id3Cover returns the cover in the tag in front of the sound.
func id3Cover(s *source) []byte {
	var c choice[id3Frame]
	eachID3Frame(s, func(f id3Frame) {
		if f.packed || f.name != id3Picture && f.name != id3PictureV2 || !c.more() {
			return
		}
		if kind, _, ok := f.pictureIn(f.bytes(s, maxPictureText)); ok {
			c.offer(uint32(kind), f)
		}
	})
	if !c.found {
		return nil
	}
	_, data, _ := c.best.pictureIn(c.best.bytes(s, picture.MaxBytes+maxPictureText))
	return data
}

// bytes returns the body of the frame, at most so much of it.
func (f id3Frame) bytes(s *source, most int64) []byte {
	b := s.upTo(f.body, int(min(f.end-f.body, most)))
	if f.unsync {
		b = bytes.ReplaceAll(b, []byte{0xFF, 0}, []byte{0xFF})
	}
	return b
}

// pictureIn splits the body of a picture frame: encoding, type, kind, description,
// picture.
func (f id3Frame) pictureIn(b []byte) (kind byte, data []byte, ok bool) {
	if len(b) < 6 {
		return 0, nil, false
	}
	encoding, rest := b[0], b[1:]
	if f.name == id3PictureV2 {
		rest = rest[3:] // "JPG", "PNG"
	} else if _, rest, ok = bytes.Cut(rest, []byte{0}); !ok || len(rest) == 0 {
		return 0, nil, false
	}
	kind, rest = rest[0], rest[1:]
	data, ok = afterText(rest, encoding)
	return kind, data, ok
}

// afterText returns what follows a text that zeros end: two of them, at an even
// place, in UTF-16.
func afterText(b []byte, encoding byte) ([]byte, bool) {
	if encoding != 1 && encoding != 2 {
		_, rest, ok := bytes.Cut(b, []byte{0})
		return rest, ok
	}
	for i := 0; i+1 < len(b); i += 2 {
		if b[i] == 0 && b[i+1] == 0 {
			return b[i+2:], true
		}
	}
	return nil, false
}
