package library

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"

	"remoted/library/picture"
)

// pictureComment is the comment that holds a FLAC picture block in base64, in Vorbis
// and Opus.
const pictureComment = "METADATA_BLOCK_PICTURE="

// maxPictureBlock bounds a picture block: the picture and the texts before it.
const maxPictureBlock = picture.MaxBytes + maxPictureText

// flacCover returns the cover among the metadata blocks.
func flacCover(s *source) []byte {
	var c choice[span]
	off := id3Size(s) + int64(len(flacMagic))
	for {
		h, err := s.at(off, 4)
		if err != nil {
			break
		}
		size := int64(binary.BigEndian.Uint32(h) & 0xFFFFFF)
		if h[0]&^flacLastBlock == flacPicture && c.more() {
			if kind, err := s.at(off+4, 4); err == nil {
				c.offer(binary.BigEndian.Uint32(kind), span{off + 4, size})
			}
		}
		if h[0]&flacLastBlock != 0 {
			break
		}
		off += 4 + size
	}
	_, data, _ := pictureBlock(s.upTo(c.best.at, int(min(c.best.size, maxPictureBlock))))
	return data
}

// pictureBlock splits a picture block (RFC 9639, 8.8).
func pictureBlock(b []byte) (kind uint32, data []byte, ok bool) {
	if len(b) < 4 {
		return 0, nil, false
	}
	kind, b = binary.BigEndian.Uint32(b), b[4:]
	for range 2 { // type and description
		if _, b, ok = bigPrefixed(b); !ok {
			return 0, nil, false
		}
	}
	if len(b) < 16 { // width, height, depth, colours
		return 0, nil, false
	}
	data, _, ok = bigPrefixed(b[16:])
	return kind, data, ok
}

func bigPrefixed(b []byte) (value, rest []byte, ok bool) {
	if len(b) < 4 {
		return nil, nil, false
	}
	n := uint64(binary.BigEndian.Uint32(b))
	if n > uint64(len(b)-4) {
		return nil, nil, false
	}
	return b[4 : 4+n], b[4+n:], true
}

// isPictureComment tells whether b begins with a comment that holds a picture, be it
// cut.
func isPictureComment(b []byte) bool {
	n := 4 + len(pictureComment)
	return len(b) >= n && bytes.EqualFold(b[4:n], []byte(pictureComment))
}

// commentCover returns the cover in a block of comments.
func commentCover(b []byte) []byte {
	var c choice[[]byte]
	_, b, ok := lengthPrefixed(b) // vendor
	if !ok || len(b) < 4 {
		return nil
	}
	n := min(binary.LittleEndian.Uint32(b), maxComments)
	b = b[4:]
	for range n {
		is := isPictureComment(b)
		var value []byte
		if value, b, ok = lengthPrefixed(b); !ok {
			break
		}
		if is && c.more() {
			block, _ := base64.StdEncoding.AppendDecode(nil, value[len(pictureComment):])
			if kind, data, ok := pictureBlock(block); ok {
				c.offer(kind, data)
			}
		}
	}
	return c.best
}
