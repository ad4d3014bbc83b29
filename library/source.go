package library

import (
	"errors"
	"io"
)

// errBudget ends the reading of a file that asks for more than its budget.
var errBudget = errors.New("header too large")

// A source reads the headers of one file within a budget of bytes. It reads in
// windows, so that parsers may ask for a few bytes at a time. One goroutine at a
// time uses it.
type source struct {
	r    io.ReaderAt
	size int64

	window []byte // of the file, from start
	start  int64
	spent  int64 // bytes read so far
	budget int64 // bytes that may be
}

func newSource(r io.ReaderAt, size int64) *source {
	return &source{r: r, size: size, budget: maxProbeBytes}
}

// ReadAt reads like io.ReaderAt, and fails with errBudget beyond the budget.
func (s *source) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= s.size {
		return 0, io.EOF
	}
	if len(p) > windowBytes {
		return s.read(p, off)
	}
	end := min(off+int64(len(p)), s.size)
	if off < s.start || end > s.start+int64(len(s.window)) {
		if err := s.load(off); err != nil {
			return 0, err
		}
	}
	n := copy(p, s.window[off-s.start:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// load makes the window begin at off.
func (s *source) load(off int64) error {
	w := make([]byte, min(windowBytes, s.size-off))
	n, err := s.read(w, off)
	if n == 0 && err != nil {
		return err
	}
	s.window, s.start = w[:n], off
	return nil
}

// read reads from the file itself and pays for it.
func (s *source) read(p []byte, off int64) (int, error) {
	if s.spent+int64(len(p)) > s.budget {
		return 0, errBudget
	}
	s.spent += int64(len(p))
	return s.r.ReadAt(p, off)
}

// at returns exactly n bytes from off. The caller bounds n.
func (s *source) at(off int64, n int) ([]byte, error) {
	b := make([]byte, n)
	if got, err := s.ReadAt(b, off); got < n {
		return nil, err
	}
	return b, nil
}

// upTo returns the at most n bytes that the file has from off. The caller
// bounds n.
func (s *source) upTo(off int64, n int) []byte {
	b := make([]byte, n)
	got, _ := s.ReadAt(b, off)
	return b[:got]
}

// text returns the bytes from off as text, cut at maxTextBytes; empty if they
// cannot be read.
func (s *source) text(off, n int64) string {
	return string(s.upTo(off, int(min(max(n, 0), maxTextBytes))))
}
