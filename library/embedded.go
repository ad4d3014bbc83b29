package library

import (
	"errors"
	"io"

	"remoted/library/picture"
)

// errNoPicture says that a file holds none that can be taken out.
var errNoPicture = errors.New("no picture in it")

// frontCover is the kind of picture that is looked for, of those that ID3 lists
// (ID3v2.3.0, 4.15), and FLAC after it. Without one, the first picture will do.
const frontCover = 3

// A span is a part of a file that holds an encoded picture. The zero span is none.
type span struct {
	at, size int64
}

// embeddedPicture returns the cover in a file as it is encoded there. It checks
// nothing of it: the bytes are the file's.
func embeddedPicture(r io.ReaderAt, size int64, ext string) (b []byte, err error) {
	s := newSource(r, size)
	f := sniff(s, ext)
	s.budget = maxPictureReads
	switch f {
	case formatMP3:
		b = id3Cover(s)
	case formatFLAC:
		b = flacCover(s)
	case formatMP4:
		b = s.take(mp4CoverAt(s))
	case formatOgg:
		b = oggCover(s)
	case formatEBML:
		at, _ := ebmlPicture(s)
		b = s.take(at)
	}
	if len(b) == 0 {
		return nil, errNoPicture
	}
	return b, nil
}

// take reads a picture; nothing when it is cut or larger than a picture may be.
func (s *source) take(p span) []byte {
	if p.size <= 0 || p.size > picture.MaxBytes {
		return nil
	}
	b, err := s.at(p.at, int(p.size))
	if err != nil {
		return nil
	}
	return b
}

// A choice keeps the best of the pictures that a file offers.
type choice[T any] struct {
	best  T
	found bool
	front bool
	seen  int
}

// offer takes a picture of that kind if it is better than the one at hand.
func (c *choice[T]) offer(kind uint32, p T) {
	if !c.found || kind == frontCover && !c.front {
		c.best, c.found, c.front = p, true, kind == frontCover
	}
}

// more tells whether it is worth to look on, and counts that.
func (c *choice[T]) more() bool {
	c.seen++
	return !c.front && c.seen <= maxPictures
}
