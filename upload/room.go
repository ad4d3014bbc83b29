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

// tally is what there is when a file comes. Bytes count whether they are there or
// promised.
type tally struct {
	files int   // of the session
	bytes int64 // of these
	owed  int64 // bytes that the address promised and did not send

	allFiles int   // of all sessions
	all      int64 // bytes of these
	total    int64 // that they may have
	disk     disk  // its free bytes are those that nobody was promised
}

// lacks says why a file does not fit; nil when it does.
func (s *Store) lacks(t tally, size int64) error {
	switch {
	case t.files >= MaxFiles:
		return limited(ErrLimit, "a session holds at most %d files", MaxFiles)
	case t.bytes+size > s.maxSession():
		return limited(ErrLimit, "the files of a session have at most %s in all", sizeText(s.maxSession()))
	case t.disk.known && t.disk.free-size < keepFree:
		return limited(ErrLimit, "the disk of the server is nearly full")
	case t.all+size > t.total:
		return limited(ErrLimit, "the files that people brought to this server have at most %s in all", sizeText(t.total))
	case t.allFiles >= maxAllFiles:
		return limited(ErrLimit, "this server holds at most %d files that people brought", maxAllFiles)
	case t.owed+size > s.maxOwed(t.total):
		return limited(ErrLimit, "too much is on its way from here already; wait until some of it has arrived")
	}
	return nil
}

// without is the tally when a file has left for one of that address.
func (t tally) without(f *file, from string) tally {
	t.files--
	t.allFiles--
	t.bytes -= f.meta.Size
	t.all -= f.meta.Size
	t.disk.free += f.meta.Size // what is not there yet was promised
	if f.from == from {
		t.owed -= f.missing()
	}
	return t
}

// admit lists a new file if there is room for it. Where there is none, the oldest of
// the session's files that nothing refers to make room, if they can: else all stay.
// Sessions may go on for months; what left the list would take the place of all else.
func (s *Store) admit(f *file, used Used) error {
	err := s.enterBeside(f, nil)
	if errors.Is(err, ErrLimit) {
		s.sweep() // what nobody waits for any more is in nobody's way
		err = s.enterBeside(f, nil)
	}
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
	d := s.disk()
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return ErrClosed
	}
	leaving, err := s.roomFor(f, d, mayLeave)
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
func (s *Store) roomFor(f *file, d disk, mayLeave func(*file) bool) ([]*file, error) {
	t := tally{owed: s.held.owed[f.from], allFiles: s.held.files, all: s.held.bytes, total: s.maxTotal(d), disk: d}
	t.disk.free -= s.held.promised
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
		t = t.without(other, f.from)
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
