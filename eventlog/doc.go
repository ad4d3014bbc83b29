// Package eventlog stores the events of sessions: what happened, in the order
// in which it happened, so that a session can be rebuilt after a restart.
//
// Log is the interface; NewMemory makes one that forgets, package pebblelog one
// that does not, and package logtest is the test that every Log passes.
//
// # What a reader may rely on
//
// Order. The records of a session are numbered 1, 2, 3… without a gap, in the
// order in which they were appended. Two sessions have no order between them.
//
// Agreement. An append names the sequence that it takes for the last. Of two
// appends that expect the same one, at most one succeeds and the other gets a
// ConflictError, so no writer can append to a state that it has not seen.
//
// Atomicity. A group is stored whole or not at all, also when the process dies
// or the power fails in the middle. A snapshot and the drop of the records that
// it replaces happen together.
//
// Durability. When Create, Append, PutSnapshot or Delete has returned nil, its
// effect survives a power failure. Touch survives the death of the process
// only; losing one makes a session look unused a little longer ago.
//
// Reads. A read sees every append that returned before it began. It may also
// see one that has not returned yet, whose durability is therefore not known
// yet: only the writer may act on its own append, and only once it returned.
//
// # What is unknown after an error
//
// ErrNotFound, ErrConflict, ErrExists, ErrTooLarge, ErrBeyondEnd, ErrClosed and
// the error of a context say that nothing was stored. After any other error of
// a write, it may have been stored or not. The caller must not repeat the
// append blindly: it rereads the tail and looks for its own events. Where the
// disk is the reason, the log refuses all that follows with the same error; it
// never reports as stored what may be lost.
package eventlog
