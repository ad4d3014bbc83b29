package upload

import (
	"encoding/binary"
	"io"
	"slices"
)

// maxBoxes of a file are looked at; the deepest that is needed stands early.
const maxBoxes = 10_000

// brands are what an ISO media file (ISO/IEC 14496-12) calls itself, its main one
// first. A QuickTime file from before there were brands has none.
type brands []string

// brandsOf reads the brands of a file from its first bytes.
func brandsOf(head []byte) brands {
	if len(head) < 16 || string(head[4:8]) != "ftyp" {
		return nil
	}
	end := min(int(binary.BigEndian.Uint32(head)), len(head))
	b := brands{string(head[8:12])}
	for i := 16; i+4 <= end; i += 4 {
		b = append(b, string(head[i:i+4]))
	}
	return b
}

func (b brands) main(names ...string) bool { return len(b) > 0 && slices.Contains(names, b[0]) }

// avif allows for files that call themselves a general picture first.
func (b brands) avif() bool {
	return b.main("avif", "avis") || b.main("mif1", "msf1") && slices.Contains(b, "avif")
}

func (b brands) heic() bool {
	return b.main("heic", "heix", "heim", "heis", "hevc", "hevx") || b.main("mif1", "msf1") && !b.avif()
}

// isoType tells videos, sound and pictures apart by what is in the file.
func isoType(r io.ReaderAt, size int64, b brands) (mime, why string) {
	w := boxWalk{r: r, left: maxBoxes}
	w.top(size)
	switch {
	case b.avif():
		if !w.picture {
			return "", whyDamaged
		}
		return "image/avif", ""
	case !w.video && !w.sound:
		return "", whyDamaged // what describes it stands at the end, and is missing
	case !w.video || b.main("M4A ", "M4B "):
		return "audio/mp4", ""
	case b == nil || b.main("qt  "):
		return "video/quicktime", ""
	}
	return "video/mp4", ""
}

// boxWalk goes through the boxes of a file.
type boxWalk struct {
	r    io.ReaderAt
	left int // boxes

	video, sound, picture bool // what it has
}

// top looks at the boxes of a file of that size.
func (w *boxWalk) top(size int64) {
	w.each(0, size, func(name string, at, end int64) {
		switch name {
		case "meta":
			w.picture = true
		case "moov":
			w.each(at, end, w.track)
		}
	})
}

// track looks for what a track holds.
func (w *boxWalk) track(name string, at, end int64) {
	switch name {
	case "trak", "mdia":
		w.each(at, end, w.track)
	case "hdlr":
		h := make([]byte, 12)
		if _, err := w.r.ReadAt(h, at); err == nil {
			w.video = w.video || string(h[8:]) == "vide"
			w.sound = w.sound || string(h[8:]) == "soun"
		}
	}
}

// each calls f with the name and the content of every box from one place to another.
func (w *boxWalk) each(at, end int64, f func(name string, at, end int64)) {
	for ; at+8 <= end && w.left > 0; w.left-- {
		h := make([]byte, 16)
		if n, _ := w.r.ReadAt(h, at); n < 8 {
			return
		}
		head, size := int64(8), int64(binary.BigEndian.Uint32(h))
		switch size {
		case 0: // to the end
			size = end - at
		case 1:
			head, size = 16, int64(binary.BigEndian.Uint64(h[8:])&(1<<62-1))
		}
		if size < head || size > end-at {
			return
		}
		f(string(h[4:8]), at+head, at+size)
		at += size
	}
}
