package upload

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// Append writes what r holds to a file, from an offset on that must be where it
// ends; what goes beyond its size is left unread. The last byte makes it finished,
// or refused. Beside an error the [Info] says how far it is.
//
// [ErrNotFound], [ErrOffset], [ErrBusy], [ErrLimit] when the disk is (nearly) full, a
// [RefusedError], [ErrRead], [ErrClosed].
func (s *Store) Append(session, id string, offset int64, r io.Reader) (Info, error) {
	f, err := s.seize(session, id, offset)
	if err != nil {
		return Info{}, err
	}
	defer s.work.Done()
	err = s.write(f, r)
	if err == nil && f.missing() == 0 {
		err = s.finish(f)
	}
	err = s.counts.count(orFull(err))
	if _, ok := errors.AsType[*RefusedError](err); ok {
		s.abandon(f)
		return Info{}, err
	}
	return s.release(f, err)
}

// release ends what seize began. A file that was removed meanwhile is erased again:
// some of it may have been written after that.
func (s *Store) release(f *file, err error) (Info, error) {
	s.mu.Lock()
	f.busy = false
	info, gone := s.info(f), f.gone
	s.mu.Unlock()
	if gone {
		s.erase(f)
		return Info{}, ErrNotFound
	}
	return info, err
}

// seize makes the caller the one who writes to a file.
func (s *Store) seize(session, id string, offset int64) (*file, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.find(session, id)
	switch {
	case err != nil:
		return nil, err
	case s.closed:
		return nil, ErrClosed
	case f.busy:
		return nil, ErrBusy
	case offset != f.offset || f.finished():
		return nil, ErrOffset
	}
	f.busy = true
	s.work.Add(1)
	return f, nil
}

// write copies to the file's data until r or the file ends. Only who seized the file
// changes its offset, and so may read it.
func (s *Store) write(f *file, r io.Reader) (err error) {
	if f.missing() == 0 {
		return nil // all of it came, and then the server ended
	}
	out, err := os.OpenFile(s.path(f, ".data"), os.O_RDWR, fileMode)
	if errors.Is(err, os.ErrNotExist) {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	buf := make([]byte, min(chunkBytes, f.missing()))
	for synced, watched := f.offset, int64(-watchEvery); f.missing() > 0; {
		if f.offset-watched >= watchEvery {
			if err := s.watchDisk(); err != nil {
				return err
			}
			watched = f.offset
		}
		n, err := r.Read(buf[:min(int64(len(buf)), f.missing())])
		if werr := s.put(f, out, buf[:n]); werr != nil {
			return werr
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrRead, err)
		}
		if f.offset-synced >= syncEvery {
			if err := out.Sync(); err != nil {
				return err
			}
			synced = f.offset
		}
	}
	return nil
}

// put writes bytes at the offset, and moves it. Before the first ones count they are
// looked at.
func (s *Store) put(f *file, out *os.File, b []byte) error {
	n, err := out.WriteAt(b, f.offset)
	before := f.offset
	s.mu.Lock()
	gone := f.gone
	if !gone {
		s.held.came(f, int64(n))
	}
	f.offset += int64(n)
	if n > 0 {
		f.touched = s.config.now()
	}
	s.mu.Unlock()
	switch {
	case gone:
		return ErrNotFound
	case err != nil:
		return err
	case before < headBytes && (f.offset >= headBytes || f.missing() == 0):
		return s.peek(f, out)
	}
	return nil
}

// peek refuses a file that cannot become a good one.
func (s *Store) peek(f *file, out io.ReaderAt) error {
	head := make([]byte, min(headBytes, f.offset))
	if _, err := out.ReadAt(head, 0); err != nil {
		return err
	}
	return glance(head)
}

// finish makes a complete file durable, finds out what it is, and keeps that, too:
// nobody is told that it is finished before.
func (s *Store) finish(f *file) error {
	data, err := os.OpenFile(s.path(f, ".data"), os.O_RDWR, fileMode)
	if err != nil {
		return err
	}
	defer data.Close()
	if err := data.Sync(); err != nil {
		return err
	}
	what, err := inspect(data, f.meta.Size, s.config.Probe)
	if err != nil {
		return err
	}
	m := f.meta
	m.Type, m.Title, m.Duration = what.kind.mime, what.probed.Title, max(0, what.probed.Duration.Milliseconds())
	m.Picture = what.probed.Picture
	if err := s.record(f, m); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f.meta, f.touched = m, s.config.now()
	s.counts.finished.Add(1)
	return nil
}
