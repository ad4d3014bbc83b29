package upload

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"remoted/internal/durable"
)

// Thumbnail makes a small JPEG of a finished file, of which it gets the type and the
// duration (0: unknown). It bounds its own work and how much of it runs at a time.
type Thumbnail func(ctx context.Context, data *os.File, mime string, duration time.Duration) ([]byte, error)

// errNoThumbnail says that a file gave no picture, and is left alone for a while.
var errNoThumbnail = errors.New("no thumbnail could be made")

// ServeThumbnail answers a GET or HEAD request with the small picture of a finished
// file, which is made when it is first asked for. Beside an error nothing was written,
// and the caller answers: [ErrNotFound] also when there is no picture of it,
// [ErrUnfinished], [ErrClosed].
func (s *Store) ServeThumbnail(w http.ResponseWriter, r *http.Request, session, id string) error {
	b, err := s.thumbnail(r.Context(), session, id)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "image/jpeg")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", forGood)
	h.Set("ETag", `"`+id+`-thumbnail"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
	return nil
}

// thumbnail returns what is kept, or has it made: once, however many ask.
func (s *Store) thumbnail(ctx context.Context, session, id string) ([]byte, error) {
	f, err := s.drawable(session, id)
	if err != nil {
		return nil, err
	}
	if b, err := os.ReadFile(s.path(f, thumbnailExt)); err == nil {
		return b, nil
	}
	made := s.flights.DoChan(session+"/"+id, func() (any, error) { return s.draw(f) })
	select {
	case r := <-made:
		if r.Err != nil {
			return nil, r.Err
		}
		return r.Val.([]byte), nil
	case <-ctx.Done(): // it is made all the same: somebody will ask again
		return nil, context.Cause(ctx)
	}
}

// drawable returns a finished file of which there may be a thumbnail.
func (s *Store) drawable(session, id string) (*file, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.find(session, id)
	switch {
	case err != nil:
		return nil, err
	case !f.finished():
		return nil, ErrUnfinished
	case !s.hasThumbnail(f.meta), s.config.now().Sub(f.undrawn) < retryThumbnail:
		return nil, ErrNotFound
	}
	return f, nil
}

// hasThumbnail tells whether a finished file is likely to have one.
func (s *Store) hasThumbnail(m meta) bool {
	k, _ := kindOf(m.Type)
	return s.config.Thumbnail != nil && (m.Picture || k.drawable() || s.config.Frames && k.video())
}

// draw makes a thumbnail and keeps it. A failure that is not the server's end is noted.
func (s *Store) draw(f *file) ([]byte, error) {
	if !s.begins() {
		return nil, ErrClosed
	}
	defer s.work.Done()
	b, err := s.drawn(f)
	if err == nil {
		err = s.keepThumbnail(f, b)
	}
	switch {
	case err == nil, errors.Is(err, ErrNotFound):
	case s.ctx.Err() != nil:
		err = ErrClosed
	default:
		s.config.Logger.Debug("cannot make a thumbnail", "session", f.session, "type", f.meta.Type, "err", err)
		s.mu.Lock()
		f.undrawn = s.config.now()
		s.mu.Unlock()
		err = ErrNotFound
	}
	return b, err
}

// begins counts a piece of work that Close waits for; false when it is too late.
func (s *Store) begins() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.work.Add(1)
	return true
}

// drawn is a new thumbnail. Who stumbles over what is in a file costs that thumbnail,
// not the program.
func (s *Store) drawn(f *file) (b []byte, err error) {
	defer func() {
		if v := recover(); v != nil {
			b, err = nil, fmt.Errorf("draw a thumbnail: %v", v)
		}
	}()
	data, err := os.Open(s.path(f, ".data"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	defer data.Close()
	b, err = s.config.Thumbnail(s.ctx, data, f.meta.Type, time.Duration(f.meta.Duration)*time.Millisecond)
	if err == nil && len(b) == 0 {
		err = errNoThumbnail
	}
	return b, err
}

// keepThumbnail puts a thumbnail beside its file: all of it, or nothing, which is for
// a disk that is nearly full. A file that was removed meanwhile takes it along.
func (s *Store) keepThumbnail(f *file, b []byte) error {
	if s.watchDisk() != nil {
		return nil
	}
	err := durable.WriteFile(s.path(f, thumbnailExt), b, fileMode)
	s.mu.Lock()
	gone := f.gone
	s.mu.Unlock()
	if gone {
		s.erase(f)
		return ErrNotFound
	}
	return err
}
