//go:build unix

package ffmpeg

import (
	"context"
	"errors"
	"io"
	"os"
	"testing"
)

// Whatever a program started ends with it: all of them hold the pipe that the program
// got as its file, and it comes to its end.
func TestKilledWithWhatItStarted(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		io.ReadFull(r, make([]byte, len("up\n")))
		cancel()
	}()
	_, err = At(script(t, "sleep 600 & echo up >&3; wait"), "").Probe(ctx, w, MP4)
	w.Close()
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was cancelled", err)
	}
	if rest, err := io.ReadAll(r); err != nil || len(rest) > 0 {
		t.Errorf("got %q, %v, want the end", rest, err)
	}
}
