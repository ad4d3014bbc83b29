package library

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// unknownLength are files that our own readers find no length in.
const unknownLength = "testdata/fragmented.mp4"

func TestAskedAboutLengths(t *testing.T) {
	dir, calls := t.TempDir(), filepath.Join(t.TempDir(), "calls")
	for i := range 5 {
		put(t, unknownLength, dir, fmt.Sprintf("f/Film %d.mp4", i))
	}
	put(t, media+"/clock.mp4", dir, "Known.mp4")
	tools := fakeTools(t, `echo call >>`+calls+`; echo '{"format":{"duration":"83.5","tags":{"TITLE":"Found out","artist":"Somebody"}}}'`, "")
	l := open(t, Options{Tools: tools}, dir)
	waitUntil(t, "that all lengths are known", func() bool {
		return l.Search("found somebody", 0, 0).Total == 5
	})
	for _, e := range l.Search("found", 0, 0).Items {
		if e.Duration != 83_500 || e.Title != "Found out" || e.Artist != "Somebody" || !strings.HasPrefix(e.Name, "Film") {
			t.Errorf("got %+v, want what ffprobe knows", e)
		}
	}
	if e := entryOf(t, l, "Known.mp4"); e.Duration != 20_000 || e.Title == "Found out" {
		t.Errorf("got %+v, want what the file says itself", e)
	}
	// It is known from now on, until the file changes.
	put(t, unknownLength, dir, "f/Film 5.mp4")
	waitUntil(t, "that the new one is known", func() bool { return l.Search("found", 0, 0).Total == 6 })
	if b, _ := os.ReadFile(calls); strings.Count(string(b), "\n") != 6 {
		t.Errorf("got %d calls, want one for each file that lacked its length", strings.Count(string(b), "\n"))
	}
}

// A program that knows nothing is asked once, and what the file says stays.
func TestAskedInVain(t *testing.T) {
	dir, calls := t.TempDir(), filepath.Join(t.TempDir(), "calls")
	put(t, unknownLength, dir, "Film.mp4")
	l := open(t, Options{Tools: fakeTools(t, "echo call >>"+calls+"; exit 1", "")}, dir)
	waitUntil(t, "that it was asked", func() bool { _, err := os.Stat(calls); return err == nil })
	write(t, dir, "Other.mp4", []byte("no film")) // has the folder scanned again
	put(t, media+"/tone.mp3", dir, "Song.mp3")
	waitFor(t, l, "Film.mp4", "Song.mp3")
	if e := entryOf(t, l, "Film.mp4"); e.Duration != 0 || e.Title != "Film" {
		t.Errorf("got %+v, want it as it was", e)
	}
	if b, _ := os.ReadFile(calls); string(b) != "call\n" {
		t.Errorf("got calls %q, want one", b)
	}
}

// Closing does not wait for a program that hangs.
func TestCloseWhileAsking(t *testing.T) {
	dir, calls := t.TempDir(), filepath.Join(t.TempDir(), "calls")
	put(t, unknownLength, dir, "Film.mp4")
	l, err := Open(t.Context(), []string{dir}, Options{Tools: fakeTools(t, "echo call >>"+calls+"; exec sleep 600", "")})
	mustDo(t, err)
	waitUntil(t, "that it was asked", func() bool { _, err := os.Stat(calls); return err == nil })
	mustDo(t, l.Close())
}
