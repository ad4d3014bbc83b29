package library

import (
	"encoding/binary"
	"time"
)

const flacMagic = "fLaC"

// FLAC metadata block types (RFC 9639, 8.1).
const (
	flacStreamInfo = 0
	flacComments   = 4
	flacPicture    = 6
	flacLastBlock  = 0x80
)

// maxCommentBytes bounds a block of comments. Some hold artwork in base64, after
// the texts as a rule.
const maxCommentBytes = 256 << 10

// probeFLAC reads stream information and comments; an ID3 tag before them is
// skipped.
func probeFLAC(s *source, p *probed) {
	off := id3Size(s) + int64(len(flacMagic))
	for {
		h, err := s.at(off, 4)
		if err != nil {
			return
		}
		size := int64(binary.BigEndian.Uint32(h) & 0xFFFFFF)
		switch h[0] &^ flacLastBlock {
		case flacStreamInfo:
			p.duration = streamInfo(s.upTo(off+4, int(min(size, 18))))
		case flacComments:
			vorbisComments(s.upTo(off+4, int(min(size, maxCommentBytes))), p)
		case flacPicture:
			p.picture = true
		}
		if h[0]&flacLastBlock != 0 {
			return
		}
		off += 4 + size
	}
}

// flacRate returns the samples a second of a STREAMINFO block (RFC 9639, 8.2).
func flacRate(info []byte) uint32 {
	return binary.BigEndian.Uint32(info[10:]) >> 12
}

// streamInfo returns the duration in a STREAMINFO block; 0 when it is cut or
// does not tell.
func streamInfo(info []byte) time.Duration {
	if len(info) < 18 {
		return 0
	}
	total := binary.BigEndian.Uint64(info[10:]) & (1<<36 - 1)
	return samples(total, uint64(flacRate(info)))
}
