package library

import "encoding/base64"

// maxPicturePages bounds the pages of Ogg that hold comments with a picture.
const maxPicturePages = 1 << 14

// maxPicturePacket bounds these comments.
var maxPicturePacket = base64.StdEncoding.EncodedLen(maxPictureBlock) + maxCommentBytes

// oggCover returns the cover in the comments of the first sound stream.
func oggCover(s *source) []byte {
	var audio *oggStream
	var packet []byte
	off := int64(0)
	for range maxPicturePages {
		pg, ok := pageAt(s, off)
		if !ok {
			return nil
		}
		off = pg.end
		if audio == nil {
			audio = identify(s.upTo(pg.body, int(min(pg.end-pg.body, 64))), pg.serial)
			continue
		}
		if pg.serial != audio.serial {
			continue
		}
		n, ended := pg.firstPacket()
		packet = append(packet, s.upTo(pg.body, n)...)
		if ended || len(packet) > maxPicturePacket {
			return commentCover(commentBody(audio.codec, packet))
		}
	}
	return nil
}

// firstPacket returns how many bytes of the page belong to the packet that it begins
// or goes on with, and whether that ends in it.
func (pg page) firstPacket() (n int, ended bool) {
	for _, segment := range pg.segments {
		n += int(segment)
		if segment < 255 {
			return n, true
		}
	}
	return n, false
}
