package library

import "encoding/binary"

// brandQuickTime is the major brand of QuickTime files (ISO/IEC 14496-12, 4.3).
const brandQuickTime = "qt  "

// A box is a box of ISO/IEC 14496-12, 4.2; its body is [body, end) in the file.
type box struct {
	name      string
	body, end int64
}

// boxAt reads the box header at off of a parent that ends at end.
func boxAt(s *source, off, end int64) (box, bool) {
	h, err := s.at(off, 8)
	if err != nil {
		return box{}, false
	}
	b := box{name: string(h[4:]), body: off + 8}
	size := int64(binary.BigEndian.Uint32(h))
	switch size {
	case 0: // to the end of the file
		size = end - off
	case 1: // 64 bits follow
		h, err := s.at(off+8, 8)
		if err != nil {
			return box{}, false
		}
		size = int64(binary.BigEndian.Uint64(h))
		b.body += 8
	}
	if size < b.body-off || size > end-off {
		return box{}, false
	}
	b.end = off + size
	return b, true
}

// eachBox visits the boxes in [off, end) until visit says stop.
func eachBox(s *source, off, end int64, visit func(box) (more bool)) {
	for off < end {
		b, ok := boxAt(s, off, end)
		if !ok || !visit(b) {
			return
		}
		off = b.end // advances: a box is at least its header
	}
}

// find returns the box that the names lead to from [off, end).
func find(s *source, off, end int64, names ...string) (found box, ok bool) {
	found = box{body: off, end: end}
	for _, name := range names {
		ok = false
		eachBox(s, found.body, found.end, func(b box) bool {
			if b.name == name {
				found, ok = b, true
			}
			return !ok
		})
		if !ok {
			return box{}, false
		}
	}
	return found, ok
}

func probeMP4(s *source, p *probed) {
	p.docType = brandQuickTime // which is older than the box that says so
	if ftyp, ok := boxAt(s, 0, s.size); ok && ftyp.name == "ftyp" {
		p.docType = s.text(ftyp.body, 4)
	}
	moov, ok := find(s, 0, s.size, "moov")
	if !ok {
		return
	}
	probeMP4Duration(s, moov, p)
	if udta, ok := find(s, moov.body, moov.end, "udta"); ok {
		probeMP4Tags(s, udta, p)
	}
}

// probeMP4Duration takes the duration of the movie header, or that of the
// fragments when the movie itself is only a header for them (8.2.2, 8.8.2).
func probeMP4Duration(s *source, moov box, p *probed) {
	mvhd, ok := find(s, moov.body, moov.end, "mvhd")
	if !ok {
		return
	}
	b := s.upTo(mvhd.body, 32)
	var scale, n uint64
	switch {
	case len(b) >= 20 && b[0] == 0:
		scale, n = uint64(binary.BigEndian.Uint32(b[12:])), uint64(binary.BigEndian.Uint32(b[16:]))
		if n == 1<<32-1 { // unknown
			n = 0
		}
	case len(b) >= 32 && b[0] == 1:
		scale, n = uint64(binary.BigEndian.Uint32(b[20:])), binary.BigEndian.Uint64(b[24:])
	}
	if n == 0 {
		n = fragmentsDuration(s, moov)
	}
	p.duration = samples(n, scale)
}

func fragmentsDuration(s *source, moov box) uint64 {
	mehd, ok := find(s, moov.body, moov.end, "mvex", "mehd")
	if !ok {
		return 0
	}
	b := s.upTo(mehd.body, 12)
	switch {
	case len(b) >= 8 && b[0] == 0:
		return uint64(binary.BigEndian.Uint32(b[4:]))
	case len(b) >= 12 && b[0] == 1:
		return binary.BigEndian.Uint64(b[4:])
	}
	return 0
}

// probeMP4Tags reads the tags in either home: iTunes' item list, or QuickTime's
// user data texts.
func probeMP4Tags(s *source, udta box, p *probed) {
	eachBox(s, udta.body, udta.end, func(b box) bool {
		switch b.name {
		case "meta":
			probeItemList(s, b, p)
		case "\xa9nam", "\xa9ART", "\xa9alb": // 16 bits of length, 16 of language
			if b.end-b.body > 4 {
				setMP4Text(p, b.name, s.text(b.body+4, b.end-b.body-4))
			}
		}
		return true
	})
}

func probeItemList(s *source, meta box, p *probed) {
	ilst, ok := find(s, listStart(s, meta), meta.end, "ilst")
	if !ok {
		return
	}
	eachBox(s, ilst.body, ilst.end, func(item box) bool {
		switch item.name {
		case "\xa9nam", "\xa9ART", "\xa9alb", "trkn", "disk":
			setMP4Item(s, item, p)
		case mp4Cover:
			p.picture = true
		}
		return true
	})
}

// setMP4Item takes the value of an item: a data box with 32 bits of type and 32
// of locale before it.
func setMP4Item(s *source, item box, p *probed) {
	data, ok := find(s, item.body, item.end, "data")
	if !ok || data.end-data.body < 8 {
		return
	}
	value := s.text(data.body+8, data.end-data.body-8)
	switch {
	case item.name == "trkn" && len(value) >= 4:
		p.track = int(binary.BigEndian.Uint16([]byte(value[2:])))
	case item.name == "disk" && len(value) >= 4:
		p.disc = int(binary.BigEndian.Uint16([]byte(value[2:])))
	default:
		setMP4Text(p, item.name, value)
	}
}

func setMP4Text(p *probed, name, value string) {
	switch name {
	case "\xa9nam":
		p.title = value
	case "\xa9ART":
		p.artist = value
	case "\xa9alb":
		p.album = value
	}
}
