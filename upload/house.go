package upload

import (
	"context"
	"time"
)

// Retain removes the files of sessions that no longer exist: they ended while the
// store was closed.
func (s *Store) Retain(exists func(session string) bool) {
	for _, session := range s.names() {
		if !exists(session) {
			s.config.Logger.Info("uploads of a session that is gone", "session", session)
			s.RemoveSession(session)
		}
	}
}

// keepHouse removes what was not finished in time, until ctx ends.
func (s *Store) keepHouse(ctx context.Context) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			s.sweep()
		}
	}
}

func (s *Store) sweep() {
	var old []*file
	s.mu.Lock()
	for _, files := range s.sessions {
		for _, f := range files {
			if s.expired(f) {
				old = append(old, f)
			}
		}
	}
	for _, f := range old {
		s.leave(f)
	}
	s.mu.Unlock()
	for _, f := range old {
		s.erase(f)
		s.config.Logger.Info("upload expired", "session", f.session, "bytes", f.offset)
	}
}

// expired reports whether an unfinished file has waited too long. The lock is held.
func (s *Store) expired(f *file) bool {
	return !f.finished() && !f.busy && s.config.now().Sub(f.touched) > Expiry
}

// RemoveSpare removes the file of a session that was left alone the longest, of
// those that are not needed and came or went on more than an hour ago. It reports
// whether there was one. Who finds no room calls it until there is some: sessions
// may go on for months, and what left the list would take their place.
func (s *Store) RemoveSpare(session string, needed func(id string) bool) bool {
	s.mu.Lock()
	f := s.spare(session, needed)
	if f != nil {
		s.leave(f)
	}
	s.mu.Unlock()
	if f == nil {
		return false
	}
	s.erase(f)
	s.config.Logger.Info("upload gave way", "session", session, "bytes", f.offset)
	return true
}

// spare finds the file for it, or none. The lock is held.
func (s *Store) spare(session string, needed func(id string) bool) (oldest *file) {
	before := s.config.now().Add(-spareAfter)
	for id, f := range s.sessions[session] {
		if !f.busy && f.touched.Before(before) && !needed(id) && (oldest == nil || f.touched.Before(oldest.touched)) {
			oldest = f
		}
	}
	return oldest
}
