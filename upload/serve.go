package upload

import (
	"cmp"
	"mime"
	"net/http"
	"os"
	"strconv"
	"time"
)

// Media is a finished file as an item plays it.
type Media struct {
	URL      string // path
	Title    string
	Duration time.Duration // 0: unknown
	Picture  bool          // it is shown, and does not play by itself

	Thumbnail string // path of a small picture of it; empty: there is none
}

// forGood is the caching of what never changes, and is for the people of a session.
const forGood = "private, max-age=86400, immutable"

// Media tells what a finished file plays, and keeps it for an item for a while.
// [ErrNotFound], [ErrUnfinished].
func (s *Store) Media(session, id string) (Media, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.find(session, id)
	if err != nil {
		return Media{}, err
	}
	k, ok := kindOf(f.meta.Type)
	if !ok {
		return Media{}, ErrUnfinished
	}
	f.touched = s.config.now()
	m := Media{
		URL:      f.url(k),
		Title:    cmp.Or(f.meta.Title, title(f.meta.Name), fileName(f.meta.Name, k)),
		Duration: time.Duration(f.meta.Duration) * time.Millisecond,
		Picture:  k.picture(),
	}
	if s.hasThumbnail(f.meta) {
		m.Thumbnail = f.dir() + "thumbnail"
	}
	return m, nil
}

// ServeFile answers a GET or HEAD request with a finished file: ranges, conditions
// and HEAD as in RFC 9110. Beside an error nothing was written, and the caller
// answers. [ErrNotFound], [ErrUnfinished].
//
// Whatever the bytes are, no browser runs them: the type is one of the closed table,
// it may not be guessed otherwise, and a page that is opened of it is saved instead,
// and would be allowed nothing.
func (s *Store) ServeFile(w http.ResponseWriter, r *http.Request, session, id string) error {
	s.mu.Lock()
	f, err := s.find(session, id)
	if err != nil {
		s.mu.Unlock()
		return err
	}
	m := f.meta
	s.mu.Unlock()
	k, ok := kindOf(m.Type)
	if !ok {
		return ErrUnfinished
	}
	data, err := os.Open(s.path(f, ".data"))
	if err != nil {
		return ErrNotFound
	}
	defer data.Close()
	info, err := data.Stat()
	if err != nil {
		return ErrNotFound
	}
	h := w.Header()
	h.Set("Content-Type", k.mime)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'")
	h.Set("Content-Disposition", disposition(fileName(m.Name, k)))
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", forGood)
	h.Set("ETag", `"`+id+"-"+strconv.FormatInt(m.Size, 36)+`"`)
	http.ServeContent(w, r, "", info.ModTime(), data)
	return nil
}

// disposition has a browser save what is opened as a page, under its name (RFC 6266).
func disposition(name string) string {
	return cmp.Or(mime.FormatMediaType("attachment", map[string]string{"filename": name}), "attachment")
}
