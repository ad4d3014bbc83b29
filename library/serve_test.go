package library

import (
	"errors"
	"fmt"
	"log/slog"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func discard() *slog.Logger { return slog.New(slog.DiscardHandler) }

// request serves one request as the server does: ErrNotFound becomes 404.
func request(t *testing.T, l *Library, method, id string, header map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, "/media/"+id+"/x", nil)
	for k, v := range header {
		r.Header.Set(k, v)
	}
	w := httptest.NewRecorder()
	switch err := l.ServeFile(w, r, id); {
	case errors.Is(err, ErrNotFound):
		w.Code = http.StatusNotFound
	case err != nil:
		t.Errorf("ServeFile: %v", err)
	}
	return w
}

func get(t *testing.T, l *Library, id string, header map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	return request(t, l, http.MethodGet, id, header)
}

func TestServeFile(t *testing.T) {
	l := open(t, Options{}, media)
	b, err := os.ReadFile(media + "/clock.mp4")
	mustDo(t, err)
	id := l.Search("clock", 0, 1).Items[0].ID
	whole := get(t, l, id, nil)
	tag := whole.Header().Get("ETag")
	n := len(b)

	tests := []struct {
		name   string
		method string
		header map[string]string
		status int
		body   string
		ranges string // Content-Range
	}{
		{"whole", "GET", nil, 200, string(b), ""},
		{"head", "HEAD", nil, 200, "", ""},
		{"head of a range", "HEAD", map[string]string{"Range": "bytes=0-9"}, 206, "", fmt.Sprintf("bytes 0-9/%d", n)},
		{"first bytes", "GET", map[string]string{"Range": "bytes=0-9"}, 206, string(b[:10]), fmt.Sprintf("bytes 0-9/%d", n)},
		{"open end", "GET", map[string]string{"Range": fmt.Sprintf("bytes=%d-", n-5)}, 206, string(b[n-5:]), fmt.Sprintf("bytes %d-%d/%d", n-5, n-1, n)},
		{"last bytes", "GET", map[string]string{"Range": "bytes=-3"}, 206, string(b[n-3:]), fmt.Sprintf("bytes %d-%d/%d", n-3, n-1, n)},
		{"end beyond the file", "GET", map[string]string{"Range": fmt.Sprintf("bytes=%d-%d", n-2, n*2)}, 206, string(b[n-2:]), fmt.Sprintf("bytes %d-%d/%d", n-2, n-1, n)},
		{"start beyond the file", "GET", map[string]string{"Range": fmt.Sprintf("bytes=%d-", n)}, 416, "", fmt.Sprintf("bytes */%d", n)},
		{"same tag", "GET", map[string]string{"Range": "bytes=0-1", "If-Range": tag}, 206, string(b[:2]), fmt.Sprintf("bytes 0-1/%d", n)},
		{"other tag", "GET", map[string]string{"Range": "bytes=0-1", "If-Range": `"other"`}, 200, string(b), ""},
		{"not modified", "GET", map[string]string{"If-None-Match": tag}, 304, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := request(t, l, tt.method, id, tt.header)
			if w.Code != tt.status || w.Header().Get("Content-Range") != tt.ranges {
				t.Errorf("got status %d, Content-Range %q, want %d, %q", w.Code, w.Header().Get("Content-Range"), tt.status, tt.ranges)
			}
			if tt.status != 416 && w.Body.String() != tt.body {
				t.Errorf("got %d bytes, want %d (or others)", w.Body.Len(), len(tt.body))
			}
		})
	}

	for key, want := range map[string]string{
		"Content-Type":           "video/mp4",
		"X-Content-Type-Options": "nosniff",
		"Content-Disposition":    "inline; filename=clock.mp4",
		"Accept-Ranges":          "bytes",
		"Content-Length":         fmt.Sprint(n),
		"Cache-Control":          "no-cache",
	} {
		if got := whole.Header().Get(key); got != want {
			t.Errorf("got %s %q, want %q", key, got, want)
		}
	}
}

func TestServeFileRefuses(t *testing.T) {
	l := open(t, Options{}, media)
	for _, id := range []string{"", "nosuchid", "../clock.mp4", "clock.mp4", "%2e%2e", "/etc/passwd"} {
		w := httptest.NewRecorder()
		err := l.ServeFile(w, httptest.NewRequest("GET", "/media/x", nil), id)
		if !errors.Is(err, ErrNotFound) || w.Body.Len() > 0 || len(w.Header()) > 0 {
			t.Errorf("ID %q: got error %v, %d bytes, %d headers, want ErrNotFound and nothing written", id, err, w.Body.Len(), len(w.Header()))
		}
	}
}

// What takes a listed file's place is not followed out of the folder.
func TestServeFileAfterTheFileChanged(t *testing.T) {
	outside := put(t, media+"/tone.mp3", t.TempDir(), "secret.mp3")
	tests := []struct {
		name   string
		change func(path string) error
	}{
		{"gone", os.Remove},
		{"a link out", func(p string) error { return errors.Join(os.Remove(p), os.Symlink(outside, p)) }},
		{"a folder", func(p string) error { return errors.Join(os.Remove(p), os.Mkdir(p, 0o755)) }},
		{"its folder is a link out", func(p string) error {
			dir := filepath.Dir(p)
			return errors.Join(os.RemoveAll(dir), os.Symlink(filepath.Dir(outside), dir))
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := put(t, media+"/tone.mp3", dir, "sub/secret.mp3")
			roots, err := openRoots([]string{dir})
			mustDo(t, err)
			defer closeRoots(roots)
			l := &Library{} // without a goroutine: the index stays as it was
			s := newScanner(roots, &watcher{}, discard(), func(items []*item) { l.index.Store(newIndex(items)) })
			s.first = true
			s.scanAll(t.Context())
			id := l.Search("", 0, 1).Items[0].ID
			if w := get(t, l, id, nil); w.Code != 200 {
				t.Fatalf("got status %d before the change, want 200", w.Code)
			}
			mustDo(t, tt.change(path))
			if w := get(t, l, id, nil); w.Code != 404 || w.Body.Len() > 0 {
				t.Errorf("got status %d and %d bytes, want 404 and none", w.Code, w.Body.Len())
			}
		})
	}
}

func TestETagFollowsTheFile(t *testing.T) {
	dir := t.TempDir()
	path := put(t, media+"/tone.mp3", dir, "tone.mp3")
	l := open(t, Options{Rescan: time.Hour}, dir)
	id := l.Search("", 0, 1).Items[0].ID
	before := get(t, l, id, nil).Header().Get("ETag")
	mustDo(t, os.Chtimes(path, time.Time{}, time.Now().Add(-time.Hour)))
	if after := get(t, l, id, nil).Header().Get("ETag"); after == before || after == "" {
		t.Errorf("got ETag %q after a change, want another than %q", after, before)
	}
}

func TestDisposition(t *testing.T) {
	for _, name := range []string{"a.mp3", "a b.mp3", `q"uo\te.mp3`, "Ünïcode 東京.mp3", "semi;colon.mp3"} {
		kind, params, err := mime.ParseMediaType(disposition(name))
		if err != nil || kind != "inline" || params["filename"] != name {
			t.Errorf("%q: got %s %q (%v), want inline and the name", name, kind, params["filename"], err)
		}
	}
}
