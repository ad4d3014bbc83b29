package library

import (
	"io"
	"time"
)

// Description is what a media file says about itself; what it does not say is empty.
type Description struct {
	Title, Artist, Album string
	Duration             time.Duration
	Picture              bool // there is a cover in it
}

// Describe reads the headers of a media file that is in no library. It is false for
// content that is none. The extension settles what the first bytes leave open.
func Describe(r io.ReaderAt, size int64, ext string) (d Description, ok bool) {
	defer func() { // a parser that panics costs that file, not the program
		if recover() != nil {
			d, ok = Description{}, false
		}
	}()
	p, ok := probe(r, size, ext)
	if !ok {
		return Description{}, false
	}
	return Description{Title: clean(p.title), Artist: clean(p.artist), Album: clean(p.album), Duration: p.duration, Picture: p.picture}, true
}
