package upload

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// artist stands for who draws thumbnails.
type artist struct {
	drawn atomic.Int64
	err   error
	begun chan struct{} // nil: nobody waits for it
	wait  chan struct{} // nil: it is quick
}

func (a *artist) draw(ctx context.Context, data *os.File, mime string, _ time.Duration) ([]byte, error) {
	a.drawn.Add(1)
	if a.begun != nil {
		a.begun <- struct{}{}
	}
	if a.wait != nil {
		select {
		case <-a.wait:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if a.err != nil {
		return nil, a.err
	}
	b, err := io.ReadAll(data)
	return append([]byte(mime+" of "), b[:4]...), err
}

func (a *artist) config(c *Config) { c.Thumbnail = a.draw }

// thumb asks for a thumbnail as a browser does.
func (s *store) thumb(id string, header ...string) (*http.Response, string, error) {
	s.t.Helper()
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	if len(header) > 0 {
		r.Header.Set("If-None-Match", header[0])
	}
	w := httptest.NewRecorder()
	err := s.ServeThumbnail(w, r, aSession, id)
	return w.Result(), w.Body.String(), err
}

const drawnPNG = "image/png of \x89PNG"

func TestThumbnail(t *testing.T) {
	dir, a := t.TempDir(), &artist{}
	s := open(t, dir, a.config)
	info := s.must("lake.png", pngOf(t, 40, 30))
	want := "/uploads/" + aSession + "/" + info.ID + "/thumbnail"
	if m, err := s.Media(aSession, info.ID); err != nil || m.Thumbnail != want {
		t.Errorf("got %+v, %v; want the thumbnail %s", m, err, want)
	}
	resp, body, err := s.thumb(info.ID)
	if err != nil || body != drawnPNG {
		t.Fatalf("got %q, %v; want it drawn", body, err)
	}
	for name, want := range map[string]string{
		"Content-Type": "image/jpeg", "X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=86400, immutable", "Cross-Origin-Resource-Policy": "same-origin",
	} {
		if got := resp.Header.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if resp, _, err := s.thumb(info.ID, resp.Header.Get("ETag")); err != nil || resp.StatusCode != http.StatusNotModified {
		t.Errorf("asked again: got %d, %v; want 304", resp.StatusCode, err)
	}
	s.Close()
	s = open(t, dir, a.config)
	if _, body, err := s.thumb(info.ID); err != nil || body != drawnPNG || a.drawn.Load() != 1 {
		t.Errorf("after a restart: got %q, %v, drawn %d times; want it kept", body, err, a.drawn.Load())
	}
	if err := s.Remove(aSession, info.ID); err != nil {
		t.Fatal(err)
	}
	if n := s.kept(); n != 0 {
		t.Errorf("got %d files on disk, want none", n)
	}
	_, _, err = s.thumb(info.ID)
	wantError(t, "of what was removed", err, ErrNotFound)
}

// Whoever cannot have one is not promised one.
func TestNoThumbnail(t *testing.T) {
	song := sample(t, "../testdata/media/tone.mp3")
	film := sample(t, "../testdata/media/clock.mp4")
	avif := iso("avif", box("meta", "x"))
	covered := func(c *Config) {
		c.Probe = func(io.ReaderAt, int64, string) (Probed, bool) { return Probed{Picture: true}, true }
	}
	frames := func(c *Config) { c.Frames = true }
	a := &artist{}
	for _, tt := range []struct {
		name    string
		content []byte
		change  func(*Config)
		want    bool
	}{
		{"a song", song, a.config, false},
		{"a song with a cover", song, func(c *Config) { a.config(c); covered(c) }, true},
		{"a film", film, a.config, false},
		{"a film, with frames", film, func(c *Config) { a.config(c); frames(c) }, true},
		{"a song, with frames", song, func(c *Config) { a.config(c); frames(c) }, false},
		{"AVIF", avif, a.config, false},
		{"a picture, and nobody draws", gifOf(t), func(c *Config) { c.Frames = true }, false},
	} {
		s := newStore(t, tt.change)
		id := s.must("a", tt.content).ID
		m, err := s.Media(aSession, id)
		if err != nil || (m.Thumbnail != "") != tt.want {
			t.Errorf("%s: got %+v, %v; want a thumbnail: %v", tt.name, m, err, tt.want)
		}
		if _, _, err := s.thumb(id); (err == nil) != tt.want || err != nil && !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: got %v, want one served: %v", tt.name, err, tt.want)
		}
	}
	s := newStore(t, a.config)
	id := s.promise("a.png", 100).ID
	_, _, err := s.thumb(id)
	wantError(t, "of an unfinished one", err, ErrUnfinished)
}

// One that cannot be made is not tried with every look at a list.
func TestThumbnailFails(t *testing.T) {
	for name, draw := range map[string]Thumbnail{
		"an error": (&artist{err: errors.New("no picture")}).draw,
		"nothing":  func(context.Context, *os.File, string, time.Duration) ([]byte, error) { return nil, nil },
		"a panic":  func(context.Context, *os.File, string, time.Duration) ([]byte, error) { panic("stumbled") },
	} {
		var tries atomic.Int64
		s, c := timed(t, func(c *Config) {
			c.Thumbnail = func(ctx context.Context, f *os.File, mime string, d time.Duration) ([]byte, error) {
				tries.Add(1)
				return draw(ctx, f, mime, d)
			}
		})
		id := s.must("a.png", pngOf(t, 4, 4)).ID
		for range 3 {
			_, _, err := s.thumb(id)
			wantError(t, name, err, ErrNotFound)
		}
		if tries.Load() != 1 {
			t.Errorf("%s: tried %d times, want once", name, tries.Load())
		}
		c.add(retryThumbnail)
		s.thumb(id)
		if tries.Load() != 2 {
			t.Errorf("%s: after a while tried %d times, want twice", name, tries.Load())
		}
	}
}

// However many ask, it is made once; who goes meanwhile loses it for nobody.
func TestThumbnailOnce(t *testing.T) {
	a := &artist{begun: make(chan struct{}, 1), wait: make(chan struct{})}
	s := newStore(t, a.config)
	id := s.must("a.png", pngOf(t, 4, 4)).ID
	hasty, hurry := context.WithCancel(t.Context())
	var all, one sync.WaitGroup
	one.Go(func() {
		_, err := s.thumbnail(hasty, aSession, id)
		wantError(t, "who goes", err, context.Canceled)
	})
	<-a.begun
	for range 10 {
		all.Go(func() {
			if b, err := s.thumbnail(t.Context(), aSession, id); err != nil || string(b) != drawnPNG {
				t.Errorf("got %q, %v; want it", b, err)
			}
		})
	}
	hurry()
	one.Wait() // or it may see both the end of its patience and the picture
	close(a.wait)
	all.Wait()
	if n := a.drawn.Load(); n != 1 {
		t.Errorf("drawn %d times, want once", n)
	}
}

// A file that goes while its thumbnail is made leaves nothing.
func TestThumbnailOfWhatGoes(t *testing.T) {
	for name, remove := range map[string]func(s *store, id string){
		"file":    func(s *store, id string) { s.Remove(aSession, id) },
		"session": func(s *store, _ string) { s.RemoveSession(aSession) },
	} {
		a := &artist{begun: make(chan struct{}, 1), wait: make(chan struct{})}
		s := newStore(t, a.config)
		id := s.must("a.png", pngOf(t, 4, 4)).ID
		result := make(chan error, 1)
		go func() {
			_, err := s.thumbnail(t.Context(), aSession, id)
			result <- err
		}()
		<-a.begun
		remove(s, id)
		close(a.wait)
		wantError(t, name, <-result, ErrNotFound)
		if n := s.kept(); n != 0 {
			t.Errorf("%s: got %d files on disk, want none", name, n)
		}
	}
}

// Close ends the drawing and waits for it; it is no failure of the file.
func TestThumbnailWhenClosed(t *testing.T) {
	a := &artist{begun: make(chan struct{}, 1), wait: make(chan struct{})}
	s := newStore(t, a.config)
	id := s.must("a.png", pngOf(t, 4, 4)).ID
	result := make(chan error, 1)
	go func() {
		_, err := s.thumbnail(t.Context(), aSession, id)
		result <- err
	}()
	<-a.begun
	s.Close()
	wantError(t, "who waits", <-result, ErrClosed)
	_, err := s.thumbnail(t.Context(), aSession, id)
	wantError(t, "afterwards", err, ErrClosed)
}

// What a kill left half written, or without its file, is removed.
func TestThumbnailLeftovers(t *testing.T) {
	dir, a := t.TempDir(), &artist{}
	s := open(t, dir, a.config)
	id := s.must("a.png", pngOf(t, 4, 4)).ID
	s.Close()
	for _, name := range []string{id + ".jpg.tmp", "leftoverleftoverleftover22.jpg"} {
		if err := os.WriteFile(filepath.Join(dir, aSession, name), bytes.Repeat([]byte("x"), 9), fileMode); err != nil {
			t.Fatal(err)
		}
	}
	s = open(t, dir, a.config)
	if n := s.kept(); n != 2 {
		t.Errorf("got %d files on disk, want the two of the finished one", n)
	}
	if _, body, err := s.thumb(id); err != nil || body != drawnPNG {
		t.Errorf("got %q, %v; want it drawn", body, err)
	}
}
