package upload

import "time"

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

// keepHouse removes what was not finished in time, until the store is closed.
func (s *Store) keepHouse() {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		select {
		case <-s.ctx.Done():
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
	return !f.finished() && !f.busy && s.config.now().Sub(f.touched) > f.waits()
}

// waits is how long an unfinished file waits for more of it. The lock is held.
func (f *file) waits() time.Duration {
	if f.offset == 0 {
		return firstByte
	}
	return Expiry
}
