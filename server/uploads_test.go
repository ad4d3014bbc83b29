package server

import (
	"bytes"
	"encoding/base64"
	"errors"
	"image"
	"image/png"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"remoted/library"
	"remoted/playlist"
	"remoted/upload"
)

// withUploads takes files of up to 1 MiB from phones.
func withUploads(s *service) { withUploadsIn(s.t.TempDir())(s) }

func withUploadsIn(dir string) func(*service) {
	return func(s *service) {
		s.t.Helper()
		any := func(io.ReaderAt, int64, string) (upload.Probed, bool) { return upload.Probed{}, true }
		store, err := upload.Open(upload.Config{
			Dir: dir, MaxBytes: 1 << 20, Probe: any, Logger: slog.New(slog.DiscardHandler),
			Thumbnail: library.NewThumbnails(nil).Of,
		})
		if err != nil {
			s.t.Fatal(err)
		}
		s.t.Cleanup(store.Close)
		s.config.Uploads, s.onEnd = store, store.RemoveSession
	}
}

// uploaded is a file from a phone as an item plays it.
func (s *service) uploaded(session, id string) (playlist.Media, error) {
	f, err := s.config.Uploads.Media(session, id)
	return playlist.Media{Provider: "upload", Ref: session + "/" + id, URL: f.URL, Title: f.Title, Thumbnail: f.Thumbnail}, err
}

const tusHeader = "Tus-Resumable: 1.0.0"

// tus sends a request of the protocol, with a body.
func (s *service) tus(method, path string, body []byte, header ...string) answer {
	s.t.Helper()
	return s.send(method, path, string(body), append(header, tusHeader)...) // of two, the first counts
}

// promise creates an upload and returns its address.
func (s *service) promise(session, name string, size int) string {
	s.t.Helper()
	a := s.tus("POST", "/api/sessions/"+session+"/uploads", nil,
		"Upload-Length: "+strconv.Itoa(size), "Upload-Metadata: filename "+base64.StdEncoding.EncodeToString([]byte(name)))
	a.want(s.t, "POST", http.StatusCreated, nil)
	return a.header.Get("Location")
}

// patch sends a part.
func (s *service) patch(at string, offset int, body []byte, header ...string) answer {
	s.t.Helper()
	return s.tus("PATCH", at, body, append([]string{"Content-Type: " + tusBody, "Upload-Offset: " + strconv.Itoa(offset)}, header...)...)
}

func aPicture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestUploadWhole(t *testing.T) {
	s := newService(t, withUploads)
	id := s.create().Session
	a := s.do("OPTIONS", "/api/sessions/"+id+"/uploads").want(t, "OPTIONS", http.StatusNoContent, nil)
	for name, want := range map[string]string{"Tus-Version": "1.0.0", "Tus-Resumable": "1.0.0", "Tus-Extension": "creation,termination,expiration", "Tus-Max-Size": "1048576"} {
		if got := a.header.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	content := aPicture(t)
	at := s.promise(id, "lake.png", len(content))
	if !strings.HasPrefix(at, "/api/sessions/"+id+"/uploads/") {
		t.Fatalf("location: got %q", at)
	}
	a = s.patch(at, 0, content[:20]).want(t, "PATCH", http.StatusNoContent, nil)
	if got := a.header.Get("Upload-Offset"); got != "20" || a.header.Get("Upload-Expires") == "" || a.header.Get("Content-Location") != "" {
		t.Errorf("a part: got %v", a.header)
	}
	a = s.do("HEAD", at, tusHeader).want(t, "HEAD", http.StatusOK, nil)
	if h := a.header; h.Get("Upload-Offset") != "20" || h.Get("Upload-Length") != strconv.Itoa(len(content)) || h.Get("Cache-Control") != "no-store" || h.Get("Upload-Metadata") != "filename bGFrZS5wbmc=" {
		t.Errorf("HEAD: got %v", h)
	}
	file := s.patch(at, 20, content[20:]).want(t, "the rest", http.StatusNoContent, nil).header.Get("Content-Location")
	if again := s.do("HEAD", at, tusHeader).header.Get("Content-Location"); again != file {
		t.Errorf("HEAD when it is finished: got %q, want %q", again, file)
	}
	a = s.do("GET", file).want(t, "GET", http.StatusOK, nil)
	if a.body != string(content) || a.header.Get("Content-Type") != "image/png" {
		t.Errorf("GET: got %d bytes, %v", len(a.body), a.header)
	}
	if got := a.header.Values("Content-Security-Policy"); len(got) != 1 || got[0] != "sandbox; default-src 'none'" {
		t.Errorf("policy: got %q", got)
	}
	s.do("HEAD", file, "Range: bytes=0-3").want(t, "a range", http.StatusPartialContent, nil)
	s.do("DELETE", at, tusHeader).want(t, "DELETE", http.StatusNoContent, nil)
	s.do("GET", file, "Accept: text/html").wantError(t, "GET what was removed", http.StatusNotFound, "not_found")
	s.do("HEAD", at, tusHeader).want(t, "HEAD what was removed", http.StatusNotFound, nil)
}

func TestUploadRefusals(t *testing.T) {
	s := newService(t, withUploads)
	mine, other := s.create().Session, s.create().Session
	files := "/api/sessions/" + mine + "/uploads"
	content := aPicture(t)
	at := s.promise(mine, "a.png", len(content))
	elsewhere := strings.Replace(at, mine, other, 1)
	body := "Content-Type: " + tusBody
	tests := []struct {
		name         string
		method, path string
		header       []string
		status       int
		code         string
	}{
		{"another version", "POST", files, []string{"Tus-Resumable: 0.2.2", "Upload-Length: 1"}, 412, "unsupported"},
		{"no length", "POST", files, nil, 400, "invalid"},
		{"a length to come later", "POST", files, []string{"Upload-Defer-Length: 1"}, 400, "invalid"},
		{"a length below nothing", "POST", files, []string{"Upload-Length: -1"}, 400, "invalid"},
		{"a length of nothing", "POST", files, []string{"Upload-Length: 0"}, 422, "unsupported"},
		{"a length beyond numbers", "POST", files, []string{"Upload-Length: 99999999999999999999"}, 400, "invalid"},
		{"too large", "POST", files, []string{"Upload-Length: 1048577"}, 413, "limit_reached"},
		{"more than a session holds", "POST", files, []string{"Upload-Length: 1048576"}, 507, "limit_reached"},
		{"a name that is not base64", "POST", files, []string{"Upload-Length: 1", "Upload-Metadata: filename %%%"}, 400, "invalid"},
		{"much metadata", "POST", files, []string{"Upload-Length: 1", "Upload-Metadata: a " + strings.Repeat("A", maxUploadMetadata)}, 400, "invalid"},
		{"no such session", "POST", "/api/sessions/" + noUUID + "/uploads", []string{"Upload-Length: 1"}, 404, "session_not_found"},
		{"another site", "POST", files, []string{"Upload-Length: 1", "Origin: https://evil.example"}, 403, "forbidden"},
		{"another content type", "PATCH", at, []string{"Content-Type: image/png", "Upload-Offset: 0"}, 415, "bad_message"},
		{"no offset", "PATCH", at, []string{body}, 400, "invalid"},
		{"a wrong offset", "PATCH", at, []string{body, "Upload-Offset: 7"}, 409, "stale"},
		{"another session's file", "PATCH", elsewhere, []string{body, "Upload-Offset: 0"}, 404, "not_found"},
		{"another session's file, to remove", "DELETE", elsewhere, nil, 404, "not_found"},
		{"no such file", "PATCH", files + "/..%2fx", []string{body, "Upload-Offset: 0"}, 404, "not_found"},
		{"another session's file, to see", "GET", strings.Replace("/uploads/"+mine+at[len(files):]+"/a.png", mine, other, 1), nil, 404, "not_found"},
		{"an unfinished file", "GET", "/uploads/" + mine + at[len(files):] + "/a.png", nil, 404, "not_found"},
		{"a method of nobody's", "POST", at, nil, 405, "invalid"},
	}
	for range 3 { // with at, this is all but what one more needs
		s.promise(mine, "big.mp4", 1<<20)
	}
	for _, tt := range tests {
		s.tus(tt.method, tt.path, nil, tt.header...).wantError(t, tt.name, tt.status, tt.code)
	}
	s.patch(at, 0, content).want(t, "after all that", http.StatusNoContent, nil)
}

// Each promise is flushed to the disk: who promises and forgets has to wait some time.
func TestUploadPromisesAreLimited(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		for range promiseBurst {
			if err := s.server.promises.take("127.0.0.1"); err != nil {
				t.Fatal(err)
			}
		}
		s.tus("POST", "/api/sessions/"+id+"/uploads", nil, "Upload-Length: 1").wantError(t, "one more", http.StatusTooManyRequests, "rate_limited")
	}, withUploads)
}

// A session that goes on for months has room for new files: those that left its list
// give way.
func TestUploadsGiveWay(t *testing.T) {
	dir := t.TempDir()
	s := newService(t, withUploadsIn(dir))
	id := s.create().Session
	content := aPicture(t)
	at := s.promise(id, "shown.png", len(content))
	file := s.patch(at, 0, content).want(t, "PATCH", http.StatusNoContent, nil).header.Get("Content-Location")
	s.join(id, "remote").add(file)
	for range 3 {
		s.promise(id, "forgotten.mp4", 1<<20)
	}
	s.tus("POST", "/api/sessions/"+id+"/uploads", nil, "Upload-Length: 1048576").wantError(t, "at once", http.StatusInsufficientStorage, "limit_reached")

	s.config.Uploads.Close()
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(name, time.Time{}, time.Now().Add(-2*time.Hour)))
	})
	if err != nil {
		t.Fatal(err)
	}
	withUploadsIn(dir)(s)
	s.restart()
	for range 3 {
		s.promise(id, "new.mp4", 1<<20)
	}
	s.tus("POST", "/api/sessions/"+id+"/uploads", nil, "Upload-Length: 1048576").wantError(t, "the new ones stay", http.StatusInsufficientStorage, "limit_reached")
	s.do("GET", file).want(t, "what is in the list", http.StatusOK, nil)
}

// Whoever cannot send PATCH says so in a header.
func TestUploadOverride(t *testing.T) {
	s := newService(t, withUploads)
	content := aPicture(t)
	at := s.promise(s.create().Session, "a.png", len(content))
	s.tus("POST", at, content, "X-HTTP-Method-Override: PATCH", "Content-Type: "+tusBody, "Upload-Offset: 0").want(t, "PATCH", http.StatusNoContent, nil)
	s.tus("POST", at, nil, "X-HTTP-Method-Override: HEAD").want(t, "HEAD", http.StatusOK, nil)
	s.tus("POST", at, nil, "X-HTTP-Method-Override: DELETE").want(t, "DELETE", http.StatusNoContent, nil)
}

// What lies about its type is answered in words, however much of it was sent.
func TestUploadLies(t *testing.T) {
	s := newService(t, withUploads)
	at := s.promise(s.create().Session, "holiday.jpg", 1<<20)
	page := []byte("<!doctype html>" + strings.Repeat("<script>alert(1)</script>", 40_000))
	s.patch(at, 0, page[:1<<19]).wantError(t, "HTML named .jpg", http.StatusUnprocessableEntity, "unsupported")
	s.do("HEAD", at, tusHeader).want(t, "afterwards", http.StatusNotFound, nil)
}

// A line that breaks keeps what came; another request goes on, but not beside it.
func TestUploadBreaksOff(t *testing.T) {
	s := newService(t, withUploads)
	content := aPicture(t)
	at := s.promise(s.create().Session, "a.png", len(content))
	conn, err := net.Dial("tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	head := "PATCH " + at + " HTTP/1.1\r\nHost: " + s.address + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: " + tusBody +
		"\r\nUpload-Offset: 0\r\nContent-Length: " + strconv.Itoa(len(content)) + "\r\n\r\n"
	if _, err := conn.Write(append([]byte(head), content[:30]...)); err != nil {
		t.Fatal(err)
	}
	offset := func() string { return s.do("HEAD", at, tusHeader).header.Get("Upload-Offset") }
	until(t, "the part has arrived", func() bool { return offset() == "30" })
	s.patch(at, 30, content[30:]).wantError(t, "beside it", http.StatusLocked, "unavailable")
	conn.Close()
	until(t, "the line is seen to be gone", func() bool {
		return s.patch(at, 30, content[30:]).status == http.StatusNoContent
	})
}

func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s: not within %v", what, patience)
		}
	}
}

func TestNoUploads(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	s.tus("POST", "/api/sessions/"+id+"/uploads", nil, "Upload-Length: 1").wantError(t, "POST", http.StatusNotFound, "not_found")
	s.do("GET", "/uploads/"+id+"/x/a.png").wantError(t, "GET", http.StatusNotFound, "not_found")
}

func TestUploadFeature(t *testing.T) {
	var v struct {
		Features struct {
			Uploads *struct{ MaxBytes, MaxFiles int64 }
		}
	}
	s := newService(t, withUploads)
	s.do("GET", "/api/sessions/"+s.create().Session).want(t, "the session", http.StatusOK, &v)
	if u := v.Features.Uploads; u == nil || u.MaxBytes != 1<<20 || u.MaxFiles != upload.MaxFiles {
		t.Errorf("got %+v, want the limits", u)
	}
	s = newService(t)
	s.do("GET", "/api/sessions/"+s.create().Session).want(t, "the session", http.StatusOK, &v)
	if v.Features.Uploads != nil {
		t.Errorf("without uploads: got %+v, want null", v.Features.Uploads)
	}
}

// What one address promises and does not send is bounded over all sessions.
func TestUploadsOfAnAddress(t *testing.T) {
	s := newService(t, withUploads)
	first, other := s.create().Session, s.create().Session
	for range 4 {
		s.promise(first, "a.png", 1<<20)
	}
	a := s.tus("POST", "/api/sessions/"+other+"/uploads", nil, "Upload-Length: 1")
	a.wantError(t, "POST", http.StatusInsufficientStorage, "limit_reached")
	if !strings.Contains(a.body, "on its way") {
		t.Errorf("got %s, want what people can do", a.body)
	}
}
