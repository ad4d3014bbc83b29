package server

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// Whoever announces a body and does not send it is cut off, whatever was asked and
// whether anybody reads it.
func TestBodiesThatDoNotCome(t *testing.T) {
	if _, err := embedded(); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, method, path, more string }{
		{"a list", "POST", "/api/sessions/SESSION/import", ""},
		{"a part of no file", "PATCH", "/api/sessions/SESSION/uploads/none", "Content-Type: " + tusBody + "\r\nUpload-Offset: 0\r\n"},
		{"a part of no session's", "PATCH", "/api/sessions/" + noUUID + "/uploads/none", ""},
		{"what nobody reads", "POST", "/api/sessions", ""},
		{"with a look at something", "GET", "/healthz", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := newService(t, overPipes, withUploads)
				path := strings.ReplaceAll(tt.path, "SESSION", s.create().Session)
				s.untilCut(fmt.Sprintf("%s %s HTTP/1.1\r\nHost: x\r\n%s\r\n%sContent-Length: 100\r\n\r\nsome", tt.method, path, tusHeader, tt.more))
			})
		})
	}
}

// A part of a file may pause, and end at any time.
func TestPartThatPauses(t *testing.T) {
	if _, err := embedded(); err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		s := newService(t, overPipes, withUploads)
		content := aPicture(t)
		at := s.promise(s.create().Session, "a.png", len(content))
		conn, err := s.dialTo(t.Context(), "", "")
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprintf(conn, "PATCH %s HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Type: %s\r\nUpload-Offset: 0\r\nConnection: close\r\nContent-Length: %d\r\n\r\n", at, tusHeader, tusBody, len(content))
		for i := range content {
			if i%10 == 0 {
				time.Sleep(uploadIdle - time.Second)
			}
			if _, err := conn.Write(content[i : i+1]); err != nil {
				t.Fatalf("after %d bytes: %v", i, err)
			}
		}
		if got, err := io.ReadAll(conn); err != nil || !strings.HasPrefix(string(got), "HTTP/1.1 204 ") {
			t.Errorf("got %q, %v", got, err)
		}
	})
}

// untilCut sends a request that is not whole, and waits for the server to end the
// connection.
func (s *service) untilCut(request string) {
	s.t.Helper()
	conn, err := s.dialTo(s.t.Context(), "", "")
	if err != nil {
		s.t.Fatal(err)
	}
	defer conn.Close()
	began := time.Now()
	conn.SetDeadline(began.Add(time.Hour))
	if _, err := conn.Write([]byte(request)); err != nil {
		s.t.Fatal(err)
	}
	got, err := io.ReadAll(conn)
	if took := time.Since(began); err != nil || took > time.Minute {
		s.t.Errorf("after %v: got %q, %v; want the end within a minute", took, got, err)
	}
}

// However many bring lists at once, so many are held in memory and so many are read.
// The others wait, and are told in the end.
func TestListsAtOnce(t *testing.T) {
	if _, err := embedded(); err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		s := newService(t, overPipes)
		id := s.create().Session
		for range listsAtOnce {
			conn, err := s.dialTo(t.Context(), "", "")
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			fmt.Fprintf(conn, "POST /api/sessions/%s/import HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhttps", id)
		}
		synctest.Wait()
		s.importing(id, "", "https://x.example/a").wantError(t, "one more", 503, "unavailable")
		time.Sleep(bodyTimeout)
		synctest.Wait()
		s.importing(id, "", "https://x.example/a").want(t, "when those are cut off", 200, nil)
		for range readsAtOnce {
			s.server.reading <- struct{}{}
		}
		s.importing(id, "", "https://x.example/b").wantError(t, "while others are read", 503, "unavailable")
		<-s.server.reading
		s.importing(id, "", "https://x.example/b").want(t, "afterwards", 200, nil)
	})
}
