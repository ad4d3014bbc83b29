package upload

import (
	"errors"
	"sync/atomic"
)

// Stats are the figures of a store.
type Stats struct {
	Files    int   // that sessions hold, finished or not
	Bytes    int64 // of them that are there
	Promised int64 // of them that are still to come

	// Since the store was opened:
	Finished uint64 // files that arrived and were good
	Refused  uint64 // that were no media
	Limited  uint64 // that were too large, or too many
}

// counters are the part of the figures that only grows.
type counters struct{ finished, refused, limited atomic.Uint64 }

// count takes note of an error that is a refusal, and returns it.
func (c *counters) count(err error) error {
	if _, ok := errors.AsType[*RefusedError](err); ok {
		c.refused.Add(1)
	}
	if errors.Is(err, ErrLimit) || errors.Is(err, ErrTooLarge) {
		c.limited.Add(1)
	}
	return err
}

// Stats returns the figures of this moment.
func (s *Store) Stats() Stats {
	out := Stats{Finished: s.counts.finished.Load(), Refused: s.counts.refused.Load(), Limited: s.counts.limited.Load()}
	s.mu.Lock()
	defer s.mu.Unlock()
	out.Files, out.Bytes, out.Promised = s.held.files, s.held.bytes-s.held.promised, s.held.promised
	return out
}
