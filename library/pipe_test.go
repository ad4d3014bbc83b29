//go:build unix

package library

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

// A pipe blocks whoever opens it: it is neither listed nor opened, not even
// through a link or in the place of a listed file.
func TestPipes(t *testing.T) {
	dir := t.TempDir()
	mustDo(t, syscall.Mkfifo(filepath.Join(dir, "pipe.mp3"), 0o644))
	mustDo(t, os.Symlink("pipe.mp3", filepath.Join(dir, "link.mp3")))
	path := put(t, media+"/tone.mp3", dir, "tone.mp3")
	l := open(t, Options{}, dir)
	if got := places(l); !slices.Equal(got, []string{"tone.mp3"}) {
		t.Errorf("got %q, want the file alone", got)
	}
	id := l.Search("", 0, 1).Items[0].ID
	mustDo(t, os.Remove(path))
	mustDo(t, syscall.Mkfifo(path, 0o644))
	if w := get(t, l, id, nil); w.Code != 404 {
		t.Errorf("got status %d for a pipe, want 404", w.Code)
	}
}
