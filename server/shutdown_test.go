package server

import (
	"io"
	"net/http"
	"testing"
	"time"

	"remoted/library"
	"remoted/protocol"
)

// A film that a page paused, and reads no further, does not hold up a shutdown,
// nor make it a failure.
func TestShutdownCutsStreams(t *testing.T) {
	files, err := library.Open(t.Context(), []string{"../testdata/media"}, library.Options{}) // not in the bubble: it watches a disk
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { files.Close() })
	inBubble(t, func(t *testing.T, s *service) {
		film := files.Search("bars", 0, 1).Items[0]
		resp, err := s.http.Get("http://" + s.address + film.URL())
		if err != nil || resp.StatusCode != http.StatusOK {
			t.Fatalf("got %v, %v, want the film", resp, err)
		}
		defer resp.Body.Close()
		if n, err := io.ReadFull(resp.Body, make([]byte, 1000)); err != nil || film.Size < 10*int64(n) {
			t.Fatalf("read %d of %d bytes, %v; want the beginning of much", n, film.Size, err)
		}
		began := time.Now()
		s.stop() // fails the test on an error
		if took := time.Since(began); took < drainTimeout || took > 2*drainTimeout {
			t.Errorf("took %v, want about %v", took, drainTimeout)
		}
	}, func(s *service) { s.library = files })
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
