package library

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strings"
	"time"
)

// docTypeWebM is the EBML document type of WebM; all others are Matroska.
const docTypeWebM = "webm"

// Element IDs of EBML and Matroska (RFC 8794, RFC 9559).
const (
	idEBML     = 0x1A45DFA3
	idDocType  = 0x4282
	idSegment  = 0x18538067
	idInfo     = 0x1549A966
	idScale    = 0x2AD7B1
	idDuration = 0x4489
	idTitle    = 0x7BA9
	idCluster  = 0x1F43B675
)

var ebmlMagic = []byte{0x1A, 0x45, 0xDF, 0xA3}

// An element of EBML; its body is [body, end) in the file.
type element struct {
	id        uint64
	body, end int64
}

// elementAt reads the element header at off of a parent that ends at end. An
// element of unknown size reaches to that end.
func elementAt(s *source, off, end int64) (element, bool) {
	id, n, ok := vint(s, off, 4, true)
	if !ok {
		return element{}, false
	}
	size, m, ok := vint(s, off+int64(n), 8, false)
	if !ok {
		return element{}, false
	}
	e := element{id: id, body: off + int64(n+m)}
	if e.body > end {
		return element{}, false
	}
	if unknown := uint64(1)<<(7*m) - 1; size == unknown || size > uint64(end-e.body) {
		size = uint64(end - e.body)
	}
	e.end = e.body + int64(size)
	return e, true
}

// vint reads a variable-length integer of at most limit bytes, with its length
// marker (IDs) or without (sizes), and returns how many bytes it took.
func vint(s *source, off int64, limit int, marker bool) (v uint64, n int, ok bool) {
	b := s.upTo(off, limit)
	if len(b) == 0 || b[0] == 0 {
		return 0, 0, false
	}
	n = bits.LeadingZeros8(b[0]) + 1
	if n > len(b) {
		return 0, 0, false
	}
	v = uint64(b[0])
	if !marker {
		v &= 1<<(8-n) - 1
	}
	for _, c := range b[1:n] {
		v = v<<8 | uint64(c)
	}
	return v, n, true
}

// eachElement visits the elements in [off, end) until visit says stop.
func eachElement(s *source, off, end int64, visit func(element) (more bool)) {
	for off < end {
		e, ok := elementAt(s, off, end)
		if !ok || !visit(e) {
			return
		}
		off = e.end // advances: an element is at least its header
	}
}

// probeEBML reads the segment's information, which stands before the first
// cluster in every file that is meant to be streamed.
func probeEBML(s *source, p *probed) {
	eachElement(s, 0, s.size, func(e element) bool {
		switch e.id {
		case idEBML:
			eachElement(s, e.body, e.end, func(e element) bool {
				if e.id == idDocType {
					p.docType = strings.TrimRight(s.text(e.body, e.end-e.body), "\x00")
				}
				return true
			})
		case idSegment:
			eachElement(s, e.body, e.end, func(e element) bool {
				if e.id == idInfo {
					probeInfo(s, e, p)
				}
				return e.id != idInfo && e.id != idCluster
			})
			_, p.picture = attachedPicture(s, e)
			return false
		}
		return true
	})
}

func probeInfo(s *source, info element, p *probed) {
	scale, ticks := 1e6, 0.0 // nanoseconds a tick, unless it says otherwise
	eachElement(s, info.body, info.end, func(e element) bool {
		size := e.end - e.body
		switch e.id {
		case idScale:
			scale = unsigned(s.upTo(e.body, int(min(size, 8))))
		case idDuration:
			ticks = float(s.upTo(e.body, int(min(size, 8))))
		case idTitle:
			p.title = s.text(e.body, size)
		}
		return true
	})
	if d := ticks * scale; d > 0 && d <= float64(maxDuration) { // false for NaN too
		p.duration = time.Duration(d)
	}
}

func unsigned(b []byte) float64 {
	var v uint64
	for _, c := range b {
		v = v<<8 | uint64(c)
	}
	return float64(v)
}

func float(b []byte) float64 {
	switch len(b) {
	case 4:
		return float64(math.Float32frombits(binary.BigEndian.Uint32(b)))
	case 8:
		return math.Float64frombits(binary.BigEndian.Uint64(b))
	}
	return 0
}
