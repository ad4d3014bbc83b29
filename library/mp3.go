package library

import (
	"encoding/binary"
	"time"
)

// syncBytes is how far behind the ID3 tag the first frame is looked for: some
// writers leave padding or a broken tag size.
const syncBytes = 64 << 10

// A frame is the header of an MPEG audio frame (ISO/IEC 11172-3, 2.4.1.3).
type frame struct {
	bitrate int // bits a second
	rate    int // samples a second
	samples int // in a frame
	bytes   int // of the whole frame
	side    int // bytes of side information, before a Xing header
}

// Bit rates in kbit/s by index, for MPEG 1 and for MPEG 2 and 2.5, layers I to III.
var bitrates = [2][3][15]int{
	{
		{0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
		{0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
		{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
	},
	{
		{0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
		{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
		{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
	},
}

var sampleRates = [3]int{44100, 48000, 32000} // of MPEG 1

// parseFrame reads a frame header of four bytes.
func parseFrame(b []byte) (frame, bool) {
	if len(b) < 4 || b[0] != 0xFF || b[1]&0xE0 != 0xE0 {
		return frame{}, false
	}
	version, layer := b[1]>>3&3, 3-int(b[1]>>1&3) // layer: 0 to 2, 3 is reserved
	bitrate, rate, padding := int(b[2]>>4), int(b[2]>>2&3), int(b[2]>>1&1)
	if version == 1 || layer == 3 || bitrate == 0 || bitrate == 15 || rate == 3 {
		return frame{}, false
	}
	mono := b[3]>>6 == 3
	low := 0 // MPEG 2 and 2.5 halve the sample rate, 2.5 twice
	if version != 3 {
		low = 1
	}
	f := frame{bitrate: bitrates[low][layer][bitrate] * 1000, rate: sampleRates[rate] >> low, samples: 1152, side: 32}
	if version == 0 {
		f.rate >>= 1
	}
	switch {
	case low == 1 && mono:
		f.side = 9
	case low == 1 || mono:
		f.side = 17
	}
	switch {
	case layer == 0:
		f.samples = 384
		f.bytes = (12*f.bitrate/f.rate + padding) * 4
		return f, true
	case layer == 2 && low == 1:
		f.samples = 576
	}
	f.bytes = f.samples/8*f.bitrate/f.rate + padding
	return f, true
}

// firstFrame finds the first frame and its place. One header may be chance: the
// next frame must follow, or the file end.
func firstFrame(s *source) (frame, int64, bool) {
	from := id3Size(s)
	for off := from; off < min(from+syncBytes, s.size); off += windowBytes - 3 {
		b := s.upTo(off, windowBytes)
		for i := 0; i < len(b)-3; i++ {
			if b[i] != 0xFF {
				continue
			}
			if f, ok := parseFrame(b[i:]); ok && followed(s, f, off+int64(i)) {
				return f, off + int64(i), true
			}
		}
	}
	return frame{}, 0, false
}

// followed tells whether another frame of the same stream, or the end of the
// file, comes after the frame at off.
func followed(s *source, f frame, off int64) bool {
	next := off + int64(f.bytes)
	if next == s.size {
		return true
	}
	g, ok := parseFrame(s.upTo(next, 4))
	return ok && g.rate == f.rate
}

func probeMP3(s *source, p *probed) {
	probeID3(s, p)
	f, off, ok := firstFrame(s)
	if !ok {
		return
	}
	if n := countedFrames(s, f, off); n > 0 {
		p.duration = samples(uint64(n)*uint64(f.samples), uint64(f.rate))
		return
	}
	end := s.size // constant bit rate: what is left divided by it
	if string(s.upTo(s.size-128, 3)) == "TAG" {
		end -= 128
	}
	p.duration = time.Duration(float64(max(end-off, 0)) * 8 / float64(f.bitrate) * float64(time.Second))
}

// countedFrames returns the number of frames that a Xing, Info or VBRI header
// in the first frame tells, 0 without one.
func countedFrames(s *source, f frame, off int64) uint32 {
	xing := s.upTo(off+4+int64(f.side), 12)
	if len(xing) == 12 && (string(xing[:4]) == "Xing" || string(xing[:4]) == "Info") && xing[7]&1 != 0 {
		return binary.BigEndian.Uint32(xing[8:])
	}
	vbri := s.upTo(off+4+32, 18)
	if len(vbri) == 18 && string(vbri[:4]) == "VBRI" {
		return binary.BigEndian.Uint32(vbri[14:])
	}
	return 0
}
