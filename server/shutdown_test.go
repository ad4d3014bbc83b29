package server

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"remoted/library"
	"remoted/protocol"
)

// A film that a page paused, and reads no further, does not hold up a shutdown,
// nor make it a failure.
func TestShutdownCutsStreams(t *testing.T) {
	t.Parallel() // waits for seconds
	film, err := os.ReadFile("../testdata/media/bars.webm")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "film.webm")
	if err := os.WriteFile(name, film, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(name, 256<<20); err != nil { // more than sockets hold
		t.Fatal(err)
	}
	s := newService(t, func(s *service) {
		if s.library, err = library.Open(context.Background(), []string{dir}, library.Options{}); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.library.Close() })
	})
	page := s.server.library.Search("", 0, 1)
	if len(page.Items) != 1 {
		t.Fatalf("got %d files, want the film", len(page.Items))
	}
	resp, err := s.http.Get("http://" + s.address + page.Items[0].URL())
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("got %v, %v, want the film", resp, err)
	}
	defer resp.Body.Close()
	if _, err := io.ReadFull(resp.Body, make([]byte, 1000)); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	s.stop() // fails the test on an error
	if took := time.Since(began); took > 2*drainTimeout {
		t.Errorf("took %v, want about %v", took, drainTimeout)
	}
}

// Whoever was being upgraded while all others were closed is closed, too.
func TestShutdownWhileUpgrading(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		if err := s.server.conns.close(t.Context()); err != nil {
			t.Fatal(err)
		}
		if code := s.dial().awaitClose(); code != int(protocol.CloseRestart) {
			t.Errorf("got close %d, want %d", code, protocol.CloseRestart)
		}
		s.stopped = true
		if err := s.sessions.Close(t.Context()); err != nil {
			t.Error(err)
		}
		if err := s.server.http.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		<-s.served
	})
}
