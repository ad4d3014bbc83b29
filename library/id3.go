package library

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxID3Frames bounds the frames looked at; real tags have dozens.
const maxID3Frames = 1_000

// The flags of ID3v2 that matter for reading text (id3.org: ID3v2.3.0, 3.1 and
// 3.3.1; ID3v2.4.0 structure, 3.1 and 4.1).
const (
	id3Unsynchronised = 0x80 // of the tag
	id3Extended       = 0x40
	id3Footer         = 0x10

	id3v23Packed = 0xC0 // of a frame: compressed or encrypted
	id3v24Packed = 0x0C
	id3v24Unsync = 0x02
	id3v24Length = 0x01
)

// id3Size returns how many bytes an ID3v2 tag takes at the start of the file, 0
// without one.
func id3Size(s *source) int64 {
	h := s.upTo(0, 10)
	if len(h) < 10 || string(h[:3]) != "ID3" {
		return 0
	}
	size := 10 + syncsafe(h[6:])
	if h[5]&id3Footer != 0 {
		size += 10
	}
	return size
}

// syncsafe reads four bytes of seven bits.
func syncsafe(b []byte) int64 {
	return int64(b[0]&0x7f)<<21 | int64(b[1]&0x7f)<<14 | int64(b[2]&0x7f)<<7 | int64(b[3]&0x7f)
}

// probeID3 reads the tag in front of the sound, or the old one behind it. Only
// text frames are read: artwork, which may be megabytes, is stepped over.
//
// Why not a ready-made package: the one at hand reads every frame into memory,
// and takes quadratic time over frames of one name, minutes for a crafted
// megabyte.
func probeID3(s *source, p *probed) {
	if id3Size(s) > 0 {
		probeID3v2(s, p)
	} else {
		probeID3v1(s, p)
	}
}

func probeID3v2(s *source, p *probed) {
	eachID3Frame(s, func(f id3Frame) { f.take(s, p) })
}

// eachID3Frame visits the frames of the tag in front of the sound.
func eachID3Frame(s *source, visit func(id3Frame)) {
	h := s.upTo(0, 10)
	if len(h) < 10 || string(h[:3]) != "ID3" {
		return
	}
	version, flags := h[3], h[5]
	if version < 2 || version > 4 {
		return
	}
	off, end := int64(10), min(10+syncsafe(h[6:]), s.size)
	if version > 2 && flags&id3Extended != 0 {
		x := s.upTo(off, 4)
		if len(x) < 4 {
			return
		}
		if version == 3 { // without its own four bytes
			off += 4 + int64(binary.BigEndian.Uint32(x))
		} else {
			off += syncsafe(x)
		}
	}
	for range maxID3Frames {
		f, ok := id3FrameAt(s, off, end, version)
		if !ok {
			return
		}
		if version < 4 && flags&id3Unsynchronised != 0 {
			f.unsync = true
		}
		visit(f)
		off = f.end
	}
}

// An id3Frame is a frame of a tag; its body is [body, end) in the file.
type id3Frame struct {
	name      string
	body, end int64
	unsync    bool // FF 00 stands for FF
	packed    bool // compressed or encrypted: not read
}

func id3FrameAt(s *source, off, end int64, version byte) (id3Frame, bool) {
	header := 10
	if version == 2 {
		header = 6
	}
	h := s.upTo(off, header)
	if len(h) < header || h[0] == 0 || off+int64(header) > end { // zeros: padding
		return id3Frame{}, false
	}
	f := id3Frame{name: string(h[:4]), body: off + int64(header)}
	switch version {
	case 2:
		f.name = string(h[:3])
		f.end = f.body + int64(h[3])<<16 + int64(h[4])<<8 + int64(h[5])
	case 3:
		f.end = f.body + int64(binary.BigEndian.Uint32(h[4:]))
		f.packed = h[9]&id3v23Packed != 0
	case 4:
		f.end = f.body + syncsafe(h[4:])
		f.packed = h[9]&id3v24Packed != 0
		f.unsync = h[9]&id3v24Unsync != 0
		if h[9]&id3v24Length != 0 {
			f.body += 4
		}
	}
	return f, f.body <= f.end && f.end <= end
}

// take sets what the frame says, if it is one that matters.
func (f id3Frame) take(s *source, p *probed) {
	if f.packed {
		return
	}
	text := func() string {
		b := s.upTo(f.body, int(min(f.end-f.body, maxTextBytes)))
		if f.unsync {
			b = bytes.ReplaceAll(b, []byte{0xFF, 0}, []byte{0xFF})
		}
		return id3Text(b)
	}
	switch f.name {
	case "TIT2", "TT2":
		p.title = text()
	case "TPE1", "TP1":
		p.artist = text()
	case "TALB", "TAL":
		p.album = text()
	case "TRCK", "TRK":
		p.track = numberOf(text())
	case "TPOS", "TPA":
		p.disc = numberOf(text())
	case id3Picture, id3PictureV2:
		p.picture = true
	}
}

// id3Text decodes the first text of a text frame, whose first byte names the
// encoding.
func id3Text(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	encoding, b := b[0], b[1:]
	var s string
	switch encoding {
	case 1: // UTF-16 with a byte order mark
		if bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
			s = decodeUTF16(b[2:], binary.BigEndian)
		} else {
			s = decodeUTF16(bytes.TrimPrefix(b, []byte{0xFF, 0xFE}), binary.LittleEndian)
		}
	case 2:
		s = decodeUTF16(b, binary.BigEndian)
	default: // Latin-1 by its number, but often UTF-8 all the same; and UTF-8
		b, _, _ = bytes.Cut(b, []byte{0})
		s = latin1(b)
	}
	s, _, _ = strings.Cut(s, "\x00") // several texts are separated by zeros
	return s
}

func decodeUTF16(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// latin1 reads text that is not UTF-8 as ISO 8859-1.
func latin1(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}

// probeID3v1 reads the 128 bytes at the end of the file: fields of fixed width,
// filled with zeros or spaces. The track stands in the last bytes of the comment.
func probeID3v1(s *source, p *probed) {
	b := s.upTo(s.size-128, 128)
	if len(b) < 128 || string(b[:3]) != "TAG" {
		return
	}
	field := func(from int) string {
		text, _, _ := bytes.Cut(b[from:from+30], []byte{0})
		return latin1(bytes.TrimRight(text, " "))
	}
	p.title, p.artist, p.album = field(3), field(33), field(63)
	if b[125] == 0 {
		p.track = int(b[126])
	}
}
