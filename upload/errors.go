package upload

import (
	"errors"
	"fmt"
	"syscall"
)

// Errors of a [Store]. Their texts are for people.
var (
	// ErrNotFound says that the session has no such file: it never had, it was
	// removed, or it was not finished in time.
	ErrNotFound = errors.New("there is no such file in this session")
	// ErrOffset says that bytes do not follow the ones that are there.
	ErrOffset = errors.New("this part does not follow what is there already")
	// ErrBusy says that another request writes to the file.
	ErrBusy = errors.New("another connection is sending this file")
	// ErrUnfinished says that some of the file is still missing.
	ErrUnfinished = errors.New("this file has not arrived completely yet")
	// ErrTooLarge says that a file is larger than any may be.
	ErrTooLarge = errors.New("this file is too large")
	// ErrLimit says that the session, or the disk, holds as much as it can.
	ErrLimit = errors.New("no more files fit")
	// ErrRead says that the line broke off: what came before counts.
	ErrRead = errors.New("the connection broke off")
	// ErrClosed says that the store is closed because the server stops.
	ErrClosed = errors.New("the server stops")
)

// RefusedError says why a file is not kept: its content is nothing that could be
// played or shown. Its text is for people. The file is gone.
type RefusedError struct{ Why string }

func (e *RefusedError) Error() string { return e.Why }

func refused(why string) error { return &RefusedError{Why: why} }

// limitError is an error of its own words that is one of the above as well.
type limitError struct {
	is   error
	text string
}

func (e *limitError) Error() string        { return e.text }
func (e *limitError) Is(target error) bool { return target == e.is }

func limited(is error, format string, args ...any) error {
	return &limitError{is, fmt.Sprintf(format, args...)}
}

// orFull is an error in words of its own where the disk is full, or this user's part
// of it.
func orFull(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return limited(ErrLimit, "the disk of the server is full")
	}
	return err
}

// sizeText is a number of bytes for people, in units of a thousand as phones count.
func sizeText(n int64) string {
	switch {
	case n >= 1e9:
		return fmt.Sprintf("%.3g GB", float64(n)/1e9)
	case n >= 1e6:
		return fmt.Sprintf("%.3g MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%d bytes", n)
}
