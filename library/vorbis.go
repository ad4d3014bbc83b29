package library

import (
	"encoding/binary"
	"strconv"
	"strings"
)

// maxComments bounds the comments looked at: real files have dozens.
const maxComments = 1_000

// vorbisComments reads the comment block that FLAC, Vorbis and Opus share (Vorbis
// I specification, 5.2.1). The block may be cut: comments that are whole count.
func vorbisComments(b []byte, p *probed) {
	_, b, ok := lengthPrefixed(b) // vendor
	if !ok || len(b) < 4 {
		return
	}
	n := min(binary.LittleEndian.Uint32(b), maxComments)
	b = b[4:]
	for range n {
		p.picture = p.picture || isPictureComment(b)
		var c []byte
		if c, b, ok = lengthPrefixed(b); !ok {
			return
		}
		if name, value, ok := strings.Cut(string(c[:min(len(c), maxTextBytes)]), "="); ok {
			setComment(p, strings.ToUpper(name), value)
		}
	}
}

func lengthPrefixed(b []byte) (value, rest []byte, ok bool) {
	if len(b) < 4 {
		return nil, nil, false
	}
	n := uint64(binary.LittleEndian.Uint32(b))
	if n > uint64(len(b)-4) {
		return nil, nil, false
	}
	return b[4 : 4+n], b[4+n:], true
}

// setComment takes the first value of each name; there may be several artists.
func setComment(p *probed, name, value string) {
	switch {
	case name == "TITLE" && p.title == "":
		p.title = value
	case name == "ARTIST" && p.artist == "":
		p.artist = value
	case name == "ALBUM" && p.album == "":
		p.album = value
	case name == "TRACKNUMBER" && p.track == 0:
		p.track = numberOf(value)
	case name == "DISCNUMBER" && p.disc == 0:
		p.disc = numberOf(value)
	}
}

// numberOf reads "3" and "3/12"; 0 for anything else.
func numberOf(s string) int {
	s, _, _ = strings.Cut(s, "/")
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 0 {
		return 0
	}
	return n
}
