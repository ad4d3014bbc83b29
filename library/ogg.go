package library

import (
	"bytes"
	"encoding/binary"
	"time"
)

// codecTheora marks an Ogg file with pictures in it.
const codecTheora = "theora"

// tailBytes is how much of the end is searched for the last page: a page has at
// most 65,307 bytes (RFC 3533, 6), and two streams may take turns.
const tailBytes = 192 << 10

// maxPages bounds the pages read for the headers; they stand first.
const maxPages = 64

// A page is an Ogg page without its checksum (RFC 3533, 6).
type page struct {
	granule  int64
	serial   uint32
	segments []byte // lengths
	body     int64  // place in the file
	end      int64
}

func pageAt(s *source, off int64) (page, bool) {
	h, err := s.at(off, 27)
	if err != nil || string(h[:4]) != "OggS" {
		return page{}, false
	}
	pg := page{granule: int64(binary.LittleEndian.Uint64(h[6:])), serial: binary.LittleEndian.Uint32(h[14:])}
	if pg.segments, err = s.at(off+27, int(h[26])); err != nil {
		return page{}, false
	}
	pg.body = off + 27 + int64(len(pg.segments))
	pg.end = pg.body
	for _, n := range pg.segments {
		pg.end += int64(n)
	}
	return pg, true
}

// An oggStream is the sound in an Ogg file.
type oggStream struct {
	serial  uint32
	codec   string
	rate    uint64 // granules a second
	preSkip int64  // granules before the start
}

// probeOgg reads the first sound stream. Files with pictures (Theora) get their
// type and the duration of their sound.
func probeOgg(s *source, p *probed) {
	var audio *oggStream
	var comments []byte
	off := int64(0)
	for range maxPages {
		pg, ok := pageAt(s, off)
		if !ok {
			break
		}
		off = pg.end
		switch first := s.upTo(pg.body, int(min(pg.end-pg.body, 64))); {
		case bytes.HasPrefix(first, []byte("\x80theora")):
			p.docType = codecTheora
		case audio == nil:
			audio = identify(first, pg.serial)
		case pg.serial == audio.serial:
			var whole bool
			if comments, whole = appendPacket(s, comments, pg); whole {
				vorbisComments(commentBody(audio.codec, comments), p)
				p.duration = oggDuration(s, *audio)
				return
			}
		}
	}
	if audio != nil {
		p.duration = oggDuration(s, *audio)
	}
}

// identify reads the first packet of a stream; nil when it is no sound that
// browsers play.
func identify(b []byte, serial uint32) *oggStream {
	switch {
	case bytes.HasPrefix(b, []byte("OpusHead")) && len(b) >= 12: // RFC 7845, 5.1
		return &oggStream{serial: serial, codec: "opus", rate: 48000, preSkip: int64(binary.LittleEndian.Uint16(b[10:]))}
	case bytes.HasPrefix(b, []byte("\x01vorbis")) && len(b) >= 16:
		return &oggStream{serial: serial, codec: "vorbis", rate: uint64(binary.LittleEndian.Uint32(b[12:]))}
	case bytes.HasPrefix(b, []byte("\x7fFLAC")) && len(b) >= 13+4+18: // RFC 9639, 10.1
		info := b[17:]
		return &oggStream{serial: serial, codec: "flac", rate: uint64(flacRate(info))}
	}
	return nil
}

// appendPacket adds a page's part of the packet under way and tells whether it
// ended there, or grew over what is looked at.
func appendPacket(s *source, packet []byte, pg page) ([]byte, bool) {
	n, ended := pg.firstPacket()
	packet = append(packet, s.upTo(pg.body, n)...)
	return packet, ended || len(packet) >= maxCommentBytes
}

// commentBody strips the codec's signature from a comment packet.
func commentBody(codec string, packet []byte) []byte {
	skip := map[string]int{"opus": len("OpusTags"), "vorbis": len("\x03vorbis"), "flac": 4}[codec]
	return packet[min(skip, len(packet)):]
}

// oggDuration reads the last page of the stream, whose granule position is the
// end of its sound.
func oggDuration(s *source, st oggStream) time.Duration {
	from := max(s.size-tailBytes, 0)
	tail := s.upTo(from, int(s.size-from))
	for end := len(tail); end > 0; {
		i := bytes.LastIndex(tail[:end], []byte("OggS"))
		if i < 0 {
			break
		}
		end = i
		pg, ok := pageAt(s, from+int64(i))
		if ok && pg.serial == st.serial && pg.granule > st.preSkip {
			return samples(uint64(pg.granule-st.preSkip), st.rate)
		}
	}
	return 0
}
