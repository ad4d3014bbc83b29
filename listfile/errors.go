package listfile

import (
	"errors"
	"fmt"
)

// ErrTooLarge says that a file has more than [MaxBytes].
var ErrTooLarge = fmt.Errorf("a list file has at most %d MiB", MaxBytes>>20)

// ErrNewer says that a newer version of this program wrote the file.
var ErrNewer = errors.New("a newer version of remoted wrote this list")

// FormatError says why a file is no list, in words for people.
type FormatError struct{ Why string }

func (e *FormatError) Error() string { return e.Why }

func noList(format string, args ...any) error { return &FormatError{fmt.Sprintf(format, args...)} }

// StreamError says that a file is the manifest of one stream (HLS, RFC 8216), which
// looks like an M3U list, and no list of things to play.
type StreamError struct {
	Duration int64 // milliseconds; 0: it has no end, or does not say
}

func (e *StreamError) Error() string { return "this is the manifest of one stream and no list" }
