package picture

import (
	"bytes"
	"encoding/binary"
	"io"
)

// maxSegments of a JPEG are looked at: a phone's has ten, with a large colour profile
// some more.
const maxSegments = 200

// Markers of a JPEG (ITU-T T.81, table B.1).
const (
	markerSOF0 = 0xC0 // baseline
	markerSOF1 = 0xC1 // extended, sequential
	markerSOF2 = 0xC2 // progressive
	markerSOS  = 0xDA // the pixels begin
	markerAPP1 = 0xE1
)

// readJPEG returns how many bytes a pixel takes while it is decoded, and how the
// picture is turned. What cannot be read is upright, and counts as dear.
func readJPEG(r io.ReaderAt, size int64) (perPixel int64, orientation int) {
	perPixel, orientation = mostPerPixel, 1
	eachSegment(r, size, func(marker byte, at, length int64) {
		switch marker {
		case markerAPP1:
			if o := readOrientation(r, at, length); o != 0 {
				orientation = o
			}
		case markerSOF0, markerSOF1, markerSOF2:
			head := make([]byte, 6)
			if _, err := r.ReadAt(head, at); err == nil {
				perPixel = samples(marker, int64(head[5]))
			}
		}
	})
	return perPixel, orientation
}

// samples is what the components of a pixel take: a byte each and, where the whole
// picture is gathered first, four more for a coefficient.
func samples(marker byte, components int64) int64 {
	components = max(1, components)
	if marker == markerSOF2 {
		return components * 5
	}
	return components
}

// eachSegment calls f with the content of the segments up to the pixels.
func eachSegment(r io.ReaderAt, size int64, f func(marker byte, at, length int64)) {
	head := make([]byte, 4)
	for at, n := int64(2), 0; at+4 <= size && n < maxSegments; n++ {
		if _, err := r.ReadAt(head, at); err != nil || head[0] != 0xFF || head[1] == markerSOS {
			return
		}
		if head[1] == 0xFF { // filled up
			at++
			continue
		}
		length := int64(binary.BigEndian.Uint16(head[2:]))
		if length < 2 || at+2+length > size {
			return
		}
		f(head[1], at+4, length-2)
		at += 2 + length
	}
}

// Of an EXIF block: what it begins with, and the entry of its first directory that
// tells the orientation, a number of 16 bits.
var exifHead = []byte("Exif\x00\x00")

const (
	tagOrientation = 274
	typeShort      = 3
	entryBytes     = 12
)

// readOrientation reads the orientation out of a segment; 0 when it tells none.
func readOrientation(r io.ReaderAt, at, length int64) int {
	b := make([]byte, length) // at most 64 kB
	if _, err := r.ReadAt(b, at); err != nil {
		return 0
	}
	b, ok := bytes.CutPrefix(b, exifHead)
	if !ok || len(b) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(b[:2]) == "II" {
		order = binary.LittleEndian
	}
	dir := int64(order.Uint32(b[4:]))
	if dir+2 > int64(len(b)) {
		return 0
	}
	entries := b[dir+2:]
	for n := order.Uint16(b[dir:]); n > 0 && len(entries) >= entryBytes; n-- {
		if order.Uint16(entries) == tagOrientation && order.Uint16(entries[2:]) == typeShort {
			return within(int(order.Uint16(entries[8:])))
		}
		entries = entries[entryBytes:]
	}
	return 0
}

// within is an orientation that there is, or none.
func within(o int) int {
	if o < 1 || o > 8 {
		return 0
	}
	return o
}
