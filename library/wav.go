package library

import "encoding/binary"

// probeWAV divides the bytes of sound by the bytes a second. Recorders that were
// cut off leave the size 0 or all ones: then the rest of the file counts.
func probeWAV(s *source, p *probed) {
	var rate uint64
	for off := int64(12); ; {
		h, err := s.at(off, 8)
		if err != nil {
			return
		}
		name, size := string(h[:4]), int64(binary.LittleEndian.Uint32(h[4:]))
		off += 8
		switch name {
		case "fmt ":
			if b := s.upTo(off, 12); len(b) == 12 {
				rate = uint64(binary.LittleEndian.Uint32(b[8:]))
			}
		case "data":
			if rest := s.size - off; size == 0 || size > rest {
				size = rest
			}
			p.duration = samples(uint64(size), rate)
			return
		}
		off += size + size&1 // chunks are padded to even length
	}
}
