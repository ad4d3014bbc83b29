package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strconv"
	"time"

	"remoted/library/picture"
)

// coverAge is how long a browser shows a cover without asking, in seconds: as long as
// one scrolls about, short enough for a new cover to be seen.
const coverAge = 300

// CoverURL returns the path under which the server offers the entry's cover; empty
// without one.
func (e Entry) CoverURL() string {
	if !e.HasCover {
		return ""
	}
	return "/covers/" + e.ID
}

// ServeCover answers a GET or HEAD request with the cover of a file, as a JPEG of
// bounded size. Without a cover that can be shown it is ErrNotFound; then nothing was
// written, and the caller answers. It waits while covers are made.
func (l *Library) ServeCover(w http.ResponseWriter, r *http.Request, id string) error {
	b, key, err := l.Cover(r.Context(), id)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", picture.Type)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("ETag", `"`+key+`"`)
	h.Set("Cache-Control", "max-age="+strconv.Itoa(coverAge))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
	return nil
}

// Cover returns the cover of a file as a JPEG, and a key that changes when the cover
// does. Of several pictures it is the first that can be shown: that with the file's
// name, that in the file, that of the folder, a frame of the film.
func (l *Library) Cover(ctx context.Context, id string) (b []byte, key string, err error) {
	it := l.index.Load().get(id)
	if it == nil || !it.HasCover {
		return nil, "", ErrNotFound
	}
	for _, c := range it.coverSources(l.covers) {
		key, err := c.key()
		if err != nil { // gone since the scan, or never a file of this folder
			continue
		}
		b, err := l.covers.get(ctx, key, c)
		if err == nil {
			return b, key, nil
		}
		if ctx.Err() != nil {
			return nil, "", context.Cause(ctx)
		}
	}
	return nil, "", ErrNotFound
}

// A coverSource is one place to take a cover from.
type coverSource struct {
	kind string // part of the key: the same file may be taken in several ways
	root *root
	path string
	make func(ctx context.Context, f *os.File, info fs.FileInfo) ([]byte, error) // encoded, of any size
}

// coverSources are the places to take the item's cover from, the best first.
func (it *item) coverSources(c *covers) []coverSource {
	var all []coverSource
	near := func(name string) string { return path.Join(path.Dir(it.path), name) }
	if it.beside.own != "" {
		all = append(all, coverSource{"file", it.root, near(it.beside.own), readPicture})
	}
	if it.embedded {
		all = append(all, coverSource{"embedded", it.root, it.path, it.takeEmbedded})
	}
	if it.beside.folder != "" {
		all = append(all, coverSource{"file", it.root, near(it.beside.folder), readPicture})
	}
	if c.tools.CanFrame() && it.isVideo() {
		all = append(all, coverSource{"frame", it.root, it.path, func(ctx context.Context, f *os.File, _ fs.FileInfo) ([]byte, error) {
			return c.frame(ctx, f, it.format, time.Duration(it.Duration)*time.Millisecond)
		}})
	}
	return all
}

// key names what comes out: another file, or a changed one, has another key.
func (s coverSource) key() (string, error) {
	info, err := s.root.stat(s.path)
	if err != nil {
		return "", err
	}
	return hash("remoted cover 1", s.kind, s.root.abs, s.path, etag(info)), nil
}

// open opens the file and makes the picture.
func (s coverSource) encoded(ctx context.Context) ([]byte, error) {
	f, info, err := s.root.open(s.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return s.make(ctx, f, info)
}

// readPicture reads a picture file whole.
func readPicture(_ context.Context, f *os.File, info fs.FileInfo) ([]byte, error) {
	if info.Size() > picture.MaxBytes {
		return nil, picture.ErrRefused
	}
	s := newSource(f, info.Size())
	return s.at(0, int(info.Size()))
}

// takeEmbedded takes the picture out of the item's file.
func (it *item) takeEmbedded(_ context.Context, f *os.File, info fs.FileInfo) ([]byte, error) {
	return takeEmbedded(f, info, extension(it.path))
}

// takeEmbedded takes the picture out of a media file, as it is encoded there. A parser
// that panics costs that picture, not the program.
func takeEmbedded(f *os.File, info fs.FileInfo, ext string) (b []byte, err error) {
	defer func() {
		if v := recover(); v != nil {
			b, err = nil, fmt.Errorf("take a picture: %v", v)
		}
	}()
	return embeddedPicture(f, info.Size(), ext)
}

// errNoCover says that a source was tried in vain, and is left alone for a while.
var errNoCover = errors.New("no cover could be made")
