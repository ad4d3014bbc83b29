package eventlog

import "context"

// Record is one stored event. Seq counts 1, 2, 3… without gaps in a session.
type Record struct {
	Seq  uint64
	Data []byte
}

// Snapshot replaces all records up to and including Seq when a session is
// rebuilt.
type Snapshot struct {
	Seq  uint64
	Data []byte
}

// Info describes a stored session without reading its records.
type Info struct {
	Session string
	Meta    []byte
	Touched int64 // Unix ms of the last use, never going backwards
}

// Log stores the events of many sessions. A session is named by its UUID in
// canonical text form: 36 characters, lower case.
//
// All methods are safe for concurrent use. Slices are copied on the way in and
// on the way out: the caller may reuse what it passed and keep what it got.
// Every method returns ErrClosed after Close, and ErrInvalidSession (which is
// an ErrNotFound too) for a name that is not a session's.
//
// A context that has ended before the work starts refuses the call; once the
// work has started it runs to its end, so that a context's error always means
// "not stored".
type Log interface {
	// Create makes an empty session with meta, touched at that time (Unix ms),
	// durable on return. ErrExists when the session is there already,
	// ErrTooLarge when meta is beyond MaxMetaBytes.
	Create(ctx context.Context, session string, meta []byte, at int64) error

	// Info returns meta and last touch. ErrNotFound.
	Info(ctx context.Context, session string) (Info, error)

	// Append stores group as one atomic, durable unit with the sequences
	// expect+1, expect+2, … An empty group only checks expect.
	//
	// A *ConflictError (errors.Is ErrConflict) says that the last sequence is
	// not expect; ErrNotFound, ErrTooLarge, ErrClosed and the context's error
	// also mean that nothing was stored. After any other error it is unknown
	// whether the group was stored: the caller rereads the tail.
	Append(ctx context.Context, session string, expect uint64, group [][]byte) error

	// Read returns up to limit records with Seq > after, in order; none at the
	// end of the log. Records at or below the snapshot may be gone:
	// ErrCompacted when after is below the oldest that is kept, and the reader
	// starts again at the snapshot. ErrNotFound.
	Read(ctx context.Context, session string, after uint64, limit int) ([]Record, error)

	// Snapshot returns the newest snapshot; ok is false if there is none.
	// ErrNotFound.
	Snapshot(ctx context.Context, session string) (snap Snapshot, ok bool, err error)

	// PutSnapshot stores snap and may drop records at or below its Seq, both
	// or neither, durable on return. A snapshot older than the stored one is
	// ignored; one at the same Seq replaces it. ErrBeyondEnd when Seq is
	// beyond the last record, ErrTooLarge, ErrNotFound.
	PutSnapshot(ctx context.Context, session string, snap Snapshot) error

	// Touch notes that the session was in use at that time (Unix ms). It may
	// be lost by a power failure, but survives the death of the process. An
	// earlier time than the stored one is ignored. ErrNotFound.
	Touch(ctx context.Context, session string, at int64) error

	// List returns up to limit sessions with an id beyond after, ordered by
	// id; after is "" to begin with.
	List(ctx context.Context, after string, limit int) ([]Info, error)

	// Delete removes everything of the session, durable on return.
	// ErrNotFound.
	Delete(ctx context.Context, session string) error

	// Close waits for calls that have started and releases the log. Closing
	// twice returns ErrClosed.
	Close() error
}
