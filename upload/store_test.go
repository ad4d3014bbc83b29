package upload

import (
	"bytes"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

const (
	aSession     = "0190c1a2-7f3e-4c4d-8a55-0123456789ab"
	otherSession = "0190c1a2-7f3e-4c4d-8a55-0123456789ac"
	maxBytes     = 1 << 20
)

// store is one under test.
type store struct {
	*Store
	t   *testing.T
	dir string
}

func open(t *testing.T, dir string, change ...func(*Config)) *store {
	t.Helper()
	c := Config{Dir: dir, MaxBytes: maxBytes, Logger: slog.New(slog.DiscardHandler), Probe: playable}
	for _, f := range change {
		f(&c)
	}
	s, err := Open(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return &store{s, t, dir}
}

func newStore(t *testing.T, change ...func(*Config)) *store {
	t.Helper()
	return open(t, t.TempDir(), change...)
}

// playable takes everything that got so far for a song.
func playable(io.ReaderAt, int64, string) (Probed, bool) {
	return Probed{Title: "A song", Duration: 3 * time.Second}, true
}

// Create promises a file for which none leaves.
func (s *store) Create(session, name, metadata string, size int64) (Info, error) {
	return s.Store.Create(Promise{Session: session, Name: name, Metadata: metadata, Size: size})
}

// promise creates a file.
func (s *store) promise(name string, size int) Info {
	s.t.Helper()
	info, err := s.Create(aSession, name, "", int64(size))
	if err != nil {
		s.t.Fatalf("Create %q: %v", name, err)
	}
	return info
}

// begun creates a file of which one byte is there, and returns its id.
func (s *store) begun(name string, size int) string {
	s.t.Helper()
	id := s.promise(name, size).ID
	if _, err := s.Append(aSession, id, 0, strings.NewReader("x")); err != nil {
		s.t.Fatalf("Append to %q: %v", name, err)
	}
	return id
}

// send brings a whole file.
func (s *store) send(name string, content []byte) (Info, error) {
	s.t.Helper()
	return s.Append(aSession, s.promise(name, len(content)).ID, 0, bytes.NewReader(content))
}

// must brings a whole file that is good.
func (s *store) must(name string, content []byte) Info {
	s.t.Helper()
	info, err := s.send(name, content)
	if err != nil || info.URL == "" {
		s.t.Fatalf("%s: got %+v, %v; want it finished", name, info, err)
	}
	return info
}

// kept is how many files lie on the disk.
func (s *store) kept() int {
	s.t.Helper()
	n := 0
	err := filepath.WalkDir(s.dir, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

func wantError(t *testing.T, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func pngOf(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 20, 10)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, image.NewGray(image.Rect(0, 0, 20, 10)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// get asks for a finished file as a browser does.
func (s *store) get(id string, header ...string) (*http.Response, []byte, error) {
	s.t.Helper()
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	for _, h := range header {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	err := s.ServeFile(w, r, aSession, id)
	return w.Result(), w.Body.Bytes(), err
}

func TestWhole(t *testing.T) {
	s := newStore(t)
	content := pngOf(t, 40, 30)
	info := s.must("IMG_0001 lake.PNG", content)
	if want := "/uploads/" + aSession + "/" + info.ID + "/IMG_0001%20lake.png"; info.URL != want {
		t.Errorf("address: got %s, want %s", info.URL, want)
	}
	m, err := s.Media(aSession, info.ID)
	if want := (Media{URL: info.URL, Title: "IMG 0001 lake", Picture: true}); err != nil || m != want {
		t.Errorf("got %+v, %v; want %+v", m, err, want)
	}
	resp, body, err := s.get(info.ID, "Range: bytes=1-3")
	if err != nil || resp.StatusCode != http.StatusPartialContent || string(body) != "PNG" {
		t.Errorf("a range: got %v %q, %v; want 206 and PNG", resp.StatusCode, body, err)
	}
	for name, want := range map[string]string{
		"Content-Type": "image/png", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'",
		"Content-Disposition": `attachment; filename="IMG_0001 lake.png"`, "Cross-Origin-Resource-Policy": "same-origin",
	} {
		if got := resp.Header.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestInParts(t *testing.T) {
	s := newStore(t)
	content := pngOf(t, 400, 300)
	id := s.promise("a.png", len(content)).ID
	_, err := s.Media(aSession, id)
	wantError(t, "media of an unfinished file", err, ErrUnfinished)
	_, _, err = s.get(id)
	wantError(t, "an unfinished file", err, ErrUnfinished)
	half := len(content) / 2
	info, err := s.Append(aSession, id, 0, io.MultiReader(bytes.NewReader(content[:half]), brokenLine{}))
	wantError(t, "a line that breaks", err, ErrRead)
	if info.Offset != int64(half) {
		t.Fatalf("after the break: got offset %d, want %d", info.Offset, half)
	}
	for _, wrong := range []int64{0, int64(half) - 1, int64(half) + 1, int64(len(content))} {
		_, err := s.Append(aSession, id, wrong, bytes.NewReader(content))
		wantError(t, "a wrong offset", err, ErrOffset)
	}
	// More than there is to come is left alone.
	info, err = s.Append(aSession, id, int64(half), bytes.NewReader(append(bytes.Clone(content[half:]), "more"...)))
	if err != nil || info.URL == "" {
		t.Fatalf("the rest: got %+v, %v; want it finished", info, err)
	}
	if _, body, err := s.get(id); err != nil || !bytes.Equal(body, content) {
		t.Errorf("got %d bytes, %v; want what was sent", len(body), err)
	}
	_, err = s.Append(aSession, id, int64(len(content)), strings.NewReader("more"))
	wantError(t, "after the end", err, ErrOffset)
}

// brokenLine is a connection that is lost.
type brokenLine struct{}

func (brokenLine) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// What is on disk is where to go on after a kill -9, and all of it may be there.
func TestAfterAKill(t *testing.T) {
	dir := t.TempDir()
	content := pngOf(t, 400, 300)
	s := open(t, dir)
	half := s.promise("half.png", len(content))
	whole := s.promise("whole.png", len(content))
	lying := s.promise("lying.png", 20)
	done := s.must("done.png", content)
	if _, err := s.Append(aSession, half.ID, 0, bytes.NewReader(content[:100])); err != nil {
		t.Fatal(err)
	}
	put := func(id string, b []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, aSession, id+".data"), b, fileMode); err != nil {
			t.Fatal(err)
		}
	}
	put(whole.ID, content)
	put(lying.ID, []byte("<!doctype html><p>x</p>")[:20])
	put("leftoverleftoverleftover22", content)
	put("half", content)

	s = open(t, dir)
	if info, err := s.Info(aSession, half.ID); err != nil || info.Offset != 100 {
		t.Errorf("half: got %+v, %v; want offset 100", info, err)
	}
	if info, err := s.Append(aSession, half.ID, 100, bytes.NewReader(content[100:])); err != nil || info.URL == "" {
		t.Errorf("half: got %+v, %v; want it finished", info, err)
	}
	if info, err := s.Info(aSession, whole.ID); err != nil || info.URL == "" {
		t.Errorf("whole: got %+v, %v; want it finished", info, err)
	}
	if _, err := s.Info(aSession, lying.ID); !isRefused(err) {
		t.Errorf("lying: got %v, want it refused", err)
	}
	if _, body, err := s.get(done.ID); err != nil || !bytes.Equal(body, content) {
		t.Errorf("done: got %d bytes, %v; want all", len(body), err)
	}
	if _, err := os.Stat(filepath.Join(dir, aSession, "leftoverleftoverleftover22.data")); !os.IsNotExist(err) {
		t.Errorf("data without a promise: got %v, want it removed", err)
	}
}

func isRefused(err error) bool {
	_, ok := errors.AsType[*RefusedError](err)
	return ok
}

func TestOneWriter(t *testing.T) {
	s := newStore(t)
	content := pngOf(t, 400, 300)
	id := s.promise("a.png", len(content)).ID
	r, w := io.Pipe()
	var first sync.WaitGroup
	first.Go(func() { s.Append(aSession, id, 0, r) })
	w.Write(content[:10]) // it is read, so the first one has the file
	_, err := s.Append(aSession, id, 10, bytes.NewReader(content[10:]))
	wantError(t, "a second writer", err, ErrBusy)
	w.Close()
	first.Wait()
	if info, err := s.Append(aSession, id, 10, bytes.NewReader(content[10:])); err != nil || info.URL == "" {
		t.Errorf("after the first: got %+v, %v; want it finished", info, err)
	}
}

// A session may end, and a file may be removed, while it is sent.
func TestRemovedWhileItComes(t *testing.T) {
	for name, remove := range map[string]func(*store, string){
		"session": func(s *store, _ string) { s.RemoveSession(aSession) },
		"file":    func(s *store, id string) { s.Remove(aSession, id) },
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			content := pngOf(t, 400, 300)
			id := s.promise("a.png", len(content)).ID
			r, w := io.Pipe()
			result := make(chan error)
			go func() {
				_, err := s.Append(aSession, id, 0, r)
				result <- err
			}()
			w.Write(content[:10])
			remove(s, id)
			go w.Write(content[10:])
			wantError(t, "who sends", <-result, ErrNotFound)
			r.Close()
			if n := s.kept(); n != 0 {
				t.Errorf("got %d files on disk, want none", n)
			}
			if s.held.promised != 0 {
				t.Errorf("got %d bytes promised, want none", s.held.promised)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	s := newStore(t)
	_, err := s.Create(aSession, "a", "", maxBytes+1)
	wantError(t, "too large", err, ErrTooLarge)
	for _, size := range []int64{0, -1} {
		if _, err := s.Create(aSession, "a", "", size); !isRefused(err) {
			t.Errorf("%d bytes: got %v, want it refused", size, err)
		}
	}
	for range sessionShare {
		s.promise("a", maxBytes)
	}
	_, err = s.Create(aSession, "a", "", 1)
	wantError(t, "more than a session holds", err, ErrLimit)
	if _, err := s.Create(otherSession, "a", "", 1); err != nil {
		t.Errorf("another session: %v", err)
	}

	s = newStore(t)
	for range MaxFiles {
		s.promise("a", 1)
	}
	_, err = s.Create(aSession, "a", "", 1)
	wantError(t, "too many", err, ErrLimit)
}

func TestFullDisk(t *testing.T) {
	free := int64(keepFree + 1000)
	s := newStore(t, func(c *Config) { c.free = func(string) (int64, bool) { return free, true } })
	info := s.promise("a", 600)
	_, err := s.Create(otherSession, "b", "", 600)
	wantError(t, "what was promised counts", err, ErrLimit)
	if err := s.Remove(aSession, info.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Create(otherSession, "b", "", 600); err != nil {
		t.Errorf("after another was removed: %v", err)
	}
}

func TestExpiry(t *testing.T) {
	now := time.Now()
	s := newStore(t, func(c *Config) { c.now = func() time.Time { return now } })
	empty, id, done := s.promise("e", 100), s.begun("a", 100), s.must("b.png", pngOf(t, 4, 4))
	if got := empty.Expires.Sub(now); got != firstByte {
		t.Errorf("a promise: got %v, want %v", got, firstByte)
	}
	now = now.Add(firstByte)
	if _, err := s.Append(aSession, empty.ID, 0, strings.NewReader("")); err != nil {
		t.Errorf("a promise of that age: %v", err)
	}
	now = now.Add(time.Second)
	if _, err := s.Info(aSession, empty.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("a promise that nothing came of: got %v, want it expired", err)
	}
	old, err := s.Info(aSession, id)
	if got := old.Expires.Sub(now); err != nil || got != Expiry-firstByte-time.Second {
		t.Errorf("got %v, %v, want what is left of %v", got, err, Expiry)
	}
	if !done.Expires.IsZero() {
		t.Errorf("a finished file expires at %v", done.Expires)
	}
	now = now.Add(Expiry)
	_, err = s.Append(aSession, old.ID, 0, strings.NewReader("x"))
	wantError(t, "expired", err, ErrNotFound)
	s.sweep()
	if n := s.kept(); n != 2 {
		t.Errorf("got %d files on disk, want the two of the finished one", n)
	}
}

// A file that brings its reader down is refused like any other damaged one.
func TestPanic(t *testing.T) {
	s := newStore(t, func(c *Config) {
		c.Probe = func(io.ReaderAt, int64, string) (Probed, bool) { panic("nobody thought of it") }
	})
	_, err := s.send("song.wav", append([]byte("RIFF\x00\x00\x00\x00WAVE"), make([]byte, 100)...))
	if _, ok := errors.AsType[*RefusedError](err); !ok {
		t.Errorf("got %v, want it refused", err)
	}
	if n := s.kept(); n != 0 {
		t.Errorf("%d files are left", n)
	}
}

// Sessions that ended while the store was closed leave nothing.
func TestRetain(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	mine := s.must("a.png", pngOf(t, 4, 4))
	if _, err := s.Create(otherSession, "b", "", 10); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	s.Retain(func(session string) bool { return session == aSession })
	if _, err := os.Stat(filepath.Join(dir, otherSession)); !os.IsNotExist(err) {
		t.Errorf("got %v, want the directory gone", err)
	}
	if _, err := s.Media(aSession, mine.ID); err != nil {
		t.Errorf("the other one: %v", err)
	}
	_, err := s.Media(otherSession, mine.ID)
	wantError(t, "in another session", err, ErrNotFound)
}

func TestNames(t *testing.T) {
	long := strings.Repeat("ü", 300)
	tests := []struct{ name, title, file string }{
		{"../../etc/passwd", "passwd", "passwd.png"},
		{`..\..\boot.ini`, "boot", "boot.png"},
		{"..", "..png", "file.png"},
		{"", "file.png", "file.png"},
		{"a\x00b\r\nSet-Cookie: x.png", "abSet-Cookie: x", "abSet-Cookie: x.png"},
		{"holiday.html", "holiday", "holiday.png"},
		{"film.m3u8", "film", "film.png"},
		{"\u202egpj.exe", "gpj", "gpj.png"},
		{"\xff\xfe.png", "file.png", "file.png"},
		{long + ".png", strings.Repeat("ü", MaxName-4), strings.Repeat("ü", MaxName-4) + ".png"},
		{"夏の思い出.PNG", "夏の思い出", "夏の思い出.png"},
	}
	s := newStore(t)
	for _, tt := range tests {
		info := s.must(tt.name, pngOf(t, 4, 4))
		m, err := s.Media(aSession, info.ID)
		k, _ := kindOf("image/png")
		if got := fileName(info.Name, k); err != nil || m.Title == "" || got != tt.file {
			t.Errorf("%q: got title %q, file %q, %v; want %q", tt.name, m.Title, got, err, tt.file)
		}
		if tt.title != "..png" && m.Title != tt.title {
			t.Errorf("%q: got title %q, want %q", tt.name, m.Title, tt.title)
		}
		if len(info.URL) > 1500 || strings.Count(info.URL, "/") != 4 || !utf8.ValidString(info.Name) {
			t.Errorf("%q: address %q", tt.name, info.URL)
		}
		resp, _, err := s.get(info.ID)
		if got := resp.Header.Get("Content-Disposition"); err != nil || !strings.HasPrefix(got, "attachment") || strings.ContainsAny(got, "\r\n") {
			t.Errorf("%q: got disposition %q, %v", tt.name, got, err)
		}
	}
	entries, err := os.ReadDir(s.dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != aSession {
		t.Errorf("on disk: %v, %v; want the session only", entries, err)
	}
}

func TestClosed(t *testing.T) {
	s := newStore(t)
	id := s.promise("a", 10).ID
	s.Close()
	_, err := s.Create(aSession, "b", "", 10)
	wantError(t, "Create", err, ErrClosed)
	_, err = s.Append(aSession, id, 0, strings.NewReader("x"))
	wantError(t, "Append", err, ErrClosed)
}

// nothing takes everything for no media.
func nothing(io.ReaderAt, int64, string) (Probed, bool) { return Probed{}, false }
