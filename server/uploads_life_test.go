package server

import (
	"bufio"
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// bring sends a whole file and returns the path it is served under.
func (s *service) bring(session, name string, content []byte) string {
	s.t.Helper()
	return s.patch(s.promise(session, name, len(content)), 0, content).want(s.t, "PATCH", http.StatusNoContent, nil).header.Get("Content-Location")
}

func TestUploadThumbnail(t *testing.T) {
	s := newService(t, withUploads)
	id := s.create().Session
	file := s.bring(id, "lake.png", aPicture(t))
	c := s.join(id, "remote")
	c.add(file)
	media := s.view(id).State["items"].([]any)[0].(object)["media"].(object)
	at, _ := media["thumbnail"].(string)
	if want := file[:strings.LastIndex(file, "/")] + "/thumbnail"; at != want {
		t.Fatalf("got the thumbnail %q, want %q", at, want)
	}
	a := s.do("GET", at).want(t, "GET", http.StatusOK, nil)
	m, err := jpeg.Decode(strings.NewReader(a.body))
	if err != nil || m.Bounds().Size() != image.Pt(30, 20) {
		t.Errorf("got %v, want a JPEG of 30 × 20", err)
	}
	h := a.header
	if h.Get("Content-Type") != "image/jpeg" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("ETag") == "" || h.Get("Content-Security-Policy") == "" {
		t.Errorf("got %v", h)
	}
	s.do("GET", at, "If-None-Match: "+h.Get("ETag")).want(t, "once more", http.StatusNotModified, nil)
	if head := s.do("HEAD", at).want(t, "HEAD", http.StatusOK, nil); head.body != "" || head.header.Get("Content-Length") != strconv.Itoa(len(a.body)) {
		t.Errorf("HEAD: got %q, %v", head.body, head.header)
	}
	other := s.create().Session
	s.do("GET", strings.Replace(at, id, other, 1), "Accept: text/html").wantError(t, "in another session", http.StatusNotFound, "not_found")
	s.do("GET", strings.Replace(at, id, noUUID, 1)).wantError(t, "in no session", http.StatusNotFound, "session_not_found")
	tone, err := os.ReadFile("../testdata/media/tone.mp3")
	if err != nil {
		t.Fatal(err)
	}
	song := s.bring(id, "a.mp3", tone)
	s.do("GET", song[:strings.LastIndex(song, "/")]+"/thumbnail").wantError(t, "of a song without a cover", http.StatusNotFound, "not_found")
	s = newService(t)
	s.do("GET", "/uploads/"+s.create().Session+"/x/thumbnail").wantError(t, "without uploads", http.StatusNotFound, "not_found")
}

// A file whose item left makes room for another; one whose item may come back does not.
func TestUploadMakesRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newService(t, overPipes, withUploads)
		id := s.create().Session
		c := s.join(id, "remote")
		large := append(aPicture(t), make([]byte, 1<<20)...)[:1<<20]
		var files, items []string
		for range 4 {
			file := s.bring(id, "a.png", large)
			files, items = append(files, file), append(items, c.add(file)...)
		}
		full := func(when string) {
			t.Helper()
			time.Sleep(time.Hour)
			s.tus("POST", "/api/sessions/"+id+"/uploads", nil, "Upload-Length: 1").wantError(t, when, http.StatusInsufficientStorage, "limit_reached")
		}
		full("all of them on the list")
		c.must("remove", `{"items":["`+items[1]+`"]}`, "remove")
		full("one that undo would bring back")
		for range 50 {
			c.add("https://example.com/a.mp4")
		}
		c.add(s.bring(id, "b.png", large))
		for i, file := range files {
			status := http.StatusOK
			if i == 1 {
				status = http.StatusNotFound
			}
			s.do("HEAD", file).want(t, "file "+strconv.Itoa(i), status, nil)
		}
		full("the others are on the list")
	})
}

func TestUploadMetrics(t *testing.T) {
	s := newService(t, withUploads)
	id := s.create().Session
	content := aPicture(t)
	s.bring(id, "a.png", content)
	s.patch(s.promise(id, "b.jpg", 6), 0, []byte("<html>")).wantError(t, "a page", http.StatusUnprocessableEntity, "unsupported")
	s.tus("POST", "/api/sessions/"+id+"/uploads", nil, "Upload-Length: 1048577").wantError(t, "too large", http.StatusRequestEntityTooLarge, "limit_reached")
	a := s.do("GET", "/metrics").want(t, "/metrics", http.StatusOK, nil)
	for _, line := range []string{
		"remoted_upload_files 1", "remoted_upload_bytes " + strconv.Itoa(len(content)), "remoted_upload_promised_bytes 0", "remoted_uploads_finished_total 1",
		`remoted_uploads_refused_total{why="content"} 1`, `remoted_uploads_refused_total{why="limit"} 1`,
	} {
		if !strings.Contains(a.body, line+"\n") {
			t.Errorf("/metrics: want the line %q", line)
		}
	}
}

// A session that ends takes the file along that is being sent to it, and who sends it
// is told.
func TestSessionEndsWhileAFileIsSent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newService(t, overPipes, withUploads, func(s *service) { s.ttl = 30 * time.Minute })
		id := s.create().Session
		at := s.promise(id, "long.png", 1<<20)
		conn, err := s.dialTo(t.Context(), "", "")
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		var sender sync.WaitGroup
		defer sender.Wait()
		defer conn.Close()
		defer cancel()
		head := "PATCH " + at + " HTTP/1.1\r\nHost: " + s.address + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: " + tusBody +
			"\r\nUpload-Offset: 0\r\nContent-Length: 1048576\r\n\r\n"
		sender.Go(func() { // a line so slow that the session's time runs out over it
			_, err := conn.Write(append([]byte(head), aPicture(t)...))
			for ; err == nil && ctx.Err() == nil; time.Sleep(10 * time.Second) {
				_, err = conn.Write([]byte{0})
			}
		})
		began := time.Now()
		resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatal(err)
		}
		var body bytes.Buffer
		body.ReadFrom(resp.Body)
		answer{resp.StatusCode, resp.Header, body.String()}.wantError(t, "who sends", http.StatusNotFound, "not_found")
		if took := time.Since(began); took < 30*time.Minute || took > 2*time.Hour {
			t.Errorf("told after %v, want soon after the session's end", took)
		}
		if st := s.config.Uploads.Stats(); st.Files != 0 || st.Bytes != 0 {
			t.Errorf("got %+v, want nothing kept", st)
		}
		s.patch(at, 0, aPicture(t)).wantError(t, "afterwards", http.StatusNotFound, "session_not_found")
	})
}
