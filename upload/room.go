package upload

import (
	"cmp"
	"errors"
	"maps"
	"slices"
)

// Used tells which files of a session, by id, something there refers to: the list, or
// what may bring an item back into it. It is asked when a new file does not fit.
type Used func() (map[string]bool, error)

// tally is what a session, and the disk, hold.
type tally struct {
	files int
	bytes int64 // that the session's files have, or will have
	free  int64 // bytes of the disk that nobody was promised
	known bool  // free is
}

// lacks says why a file does not fit; nil when it does.
func (s *Store) lacks(t tally, size int64) error {
	switch {
	case t.files >= MaxFiles:
		return limited(ErrLimit, "a session holds at most %d files", MaxFiles)
	case t.bytes+size > s.maxSession():
		return limited(ErrLimit, "the files of a session have at most %s in all", sizeText(s.maxSession()))
	case t.known && t.free-size < keepFree:
		return limited(ErrLimit, "the disk of the server is nearly full")
	}
	return nil
}

// admit lists a new file if there is room for it. Where there is none, the oldest of
// the session's files that nothing refers to make room, if they can: else all stay.
// Sessions may go on for months; what left the list would take the place of all else.
func (s *Store) admit(f *file, used Used) error {
	err := s.enterBeside(f, nil)
	if !errors.Is(err, ErrLimit) || used == nil {
		return err
	}
	// The lock is not held while the session is asked: it may be asking us.
	inUse, asked := used()
	if asked != nil {
		s.config.Logger.Warn("uploads in use are not known", "session", f.session, "err", asked)
		return err
	}
	return s.enterBeside(f, func(other *file) bool { return !inUse[other.id] && s.settled(other) })
}

// settled reports whether a file is not on its way into an item: whoever looks at the
// list after that sees the item. One that is not finished counts when it was left alone
// for long. The lock is held.
func (s *Store) settled(f *file) bool {
	stays := settleTime
	if !f.finished() {
		stays = resumeTime
	}
	return !f.busy && s.config.now().Sub(f.touched) > stays
}

// enterBeside lists a new file beside those that are there, but for the ones that may
// leave for it.
func (s *Store) enterBeside(f *file, mayLeave func(*file) bool) error {
	free, known := s.config.free(s.config.Dir)
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return ErrClosed
	}
	leaving, err := s.roomFor(f, free, known, mayLeave)
	if err == nil {
		for _, other := range leaving {
			s.leave(other)
		}
		s.enter(f)
	}
	s.mu.Unlock()
	if err != nil {
		return err
	}
	for _, other := range leaving {
		s.erase(other)
		s.config.Logger.Info("upload left for another", "session", other.session, "bytes", other.meta.Size)
	}
	return nil
}

// roomFor returns the fewest files, oldest first, that must leave for a new one. The
// lock is held.
func (s *Store) roomFor(f *file, free int64, known bool, mayLeave func(*file) bool) ([]*file, error) {
	t := tally{free: free - s.promised, known: known}
	for _, other := range s.sessions[f.session] {
		t.files++
		t.bytes += other.meta.Size
	}
	err := s.lacks(t, f.meta.Size)
	if err == nil || mayLeave == nil {
		return nil, err
	}
	leaving := s.oldest(f.session, mayLeave)
	for n, other := range leaving {
		t.files--
		t.bytes -= other.meta.Size
		t.free += other.meta.Size // what is not there yet was promised
		if err = s.lacks(t, f.meta.Size); err == nil {
			return leaving[:n+1], nil
		}
	}
	return nil, err
}

// oldest are a session's files of that kind: the finished ones, then the others, each
// in the order in which they were last in somebody's hands. The lock is held.
func (s *Store) oldest(session string, kind func(*file) bool) []*file {
	var out []*file
	for f := range maps.Values(s.sessions[session]) {
		if kind(f) {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b *file) int {
		return cmp.Or(unfinished(a)-unfinished(b), a.touched.Compare(b.touched), cmp.Compare(a.id, b.id))
	})
	return out
}

// unfinished is 1 for a file that is not finished, to sort by.
func unfinished(f *file) int {
	if f.finished() {
		return 0
	}
	return 1
}
