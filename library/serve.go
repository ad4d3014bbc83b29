package library

import (
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"strconv"
)

// ServeFile answers a GET or HEAD request with the file: ranges, conditions and
// HEAD as in RFC 9110. An unknown ID, and a file that is gone or may not be read,
// is ErrNotFound; then nothing was written, and the caller answers.
func (l *Library) ServeFile(w http.ResponseWriter, r *http.Request, id string) error {
	it := l.index.Load().get(id)
	if it == nil {
		return ErrNotFound
	}
	f, info, err := it.root.open(it.path)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotFound, reason(err))
	}
	defer f.Close()

	h := w.Header()
	h.Set("Content-Type", it.Type)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Disposition", disposition(it.Name))
	h.Set("ETag", etag(info))
	h.Set("Cache-Control", "no-cache") // keep, and ask whether it changed
	http.ServeContent(w, r, "", info.ModTime(), f)
	return nil
}

// etag changes when the file does: size and time of the last write, as rsync
// and web servers tell files apart.
func etag(info fs.FileInfo) string {
	return `"` + strconv.FormatInt(info.Size(), 36) + "-" + strconv.FormatInt(info.ModTime().UnixNano(), 36) + `"`
}

// disposition has the browser show the file, and save it under its own name
// (RFC 6266).
func disposition(name string) string {
	if d := mime.FormatMediaType("inline", map[string]string{"filename": name}); d != "" {
		return d
	}
	return "inline"
}
