package eventlog

import (
	"errors"
	"fmt"
)

// Errors that every Log returns, to be matched with errors.Is.
var (
	// ErrNotFound: there is no such session.
	ErrNotFound = errors.New("session not found in the event log")
	// ErrInvalidSession: the name is not a UUID in canonical form, so there
	// can be no such session. It is an ErrNotFound too.
	ErrInvalidSession = fmt.Errorf("%w: its id is not a lower-case UUID", ErrNotFound)
	// ErrExists: Create found the session there already.
	ErrExists = errors.New("session already exists in the event log")
	// ErrConflict: the last sequence is not the one that Append expected.
	ErrConflict = errors.New("event log is at another sequence than expected")
	// ErrCompacted: records asked for were dropped in favour of a snapshot.
	ErrCompacted = errors.New("events were replaced by a snapshot")
	// ErrBeyondEnd: a snapshot claims a sequence that no record has reached.
	ErrBeyondEnd = errors.New("snapshot is beyond the last event")
	// ErrTooLarge: a limit of this package is exceeded; nothing was stored.
	ErrTooLarge = errors.New("too large for the event log")
	// ErrClosed: the log was closed; nothing was stored.
	ErrClosed = errors.New("event log is closed")
	// ErrInUse: another log, mostly another process, has the directory open.
	ErrInUse = errors.New("data directory is in use")
)

// ConflictError is the ErrConflict of an Append. Nothing was stored.
type ConflictError struct {
	Expected uint64 // what the caller took for the last sequence
	Actual   uint64 // what it is
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("%v: expected %d, is %d", ErrConflict, e.Expected, e.Actual)
}

// Is makes errors.Is(err, ErrConflict) hold.
func (e *ConflictError) Is(target error) bool { return target == ErrConflict }
