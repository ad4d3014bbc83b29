package library

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// scanOnce scans a folder as a library that has counted some files and folders.
func scanOnce(t *testing.T, dir string, files, folders int) []string {
	t.Helper()
	roots, err := openRoots([]string{dir})
	mustDo(t, err)
	defer closeRoots(roots)
	l := &Library{}
	l.index.Store(newIndex(nil))
	s := newScanner(roots, &watcher{}, discard(), func(items []*item) { l.index.Store(newIndex(items)) })
	s.first, s.files, s.folders = true, files, folders
	s.scanAll(t.Context())
	return places(l)
}

func TestScanLimits(t *testing.T) {
	dir := t.TempDir()
	put(t, media+"/tone.mp3", dir, "1.mp3")
	put(t, media+"/tone.mp3", dir, "2.mp3")
	put(t, media+"/tone.mp3", dir, "a/3.mp3")
	put(t, media+"/tone.mp3", dir, "b/4.mp3")
	tests := []struct {
		name           string
		files, folders int
		want           []string
	}{
		{"none reached", 0, 1, []string{"1.mp3", "2.mp3", "a/3.mp3", "b/4.mp3"}},
		{"files", maxFiles - 1, 1, []string{"1.mp3"}},
		{"folders", 0, maxFolders - 1, []string{"1.mp3", "2.mp3", "a/3.mp3"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := scanOnce(t, dir, tt.files, tt.folders); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestScanDepth(t *testing.T) {
	dir := t.TempDir()
	deepest := strings.Repeat("d/", maxDepth)
	put(t, media+"/tone.mp3", dir, deepest+"in.mp3")
	put(t, media+"/tone.mp3", dir, deepest+"d/out.mp3")
	if got, want := scanOnce(t, dir, 0, 1), []string{deepest + "in.mp3"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Open does not wait for ever; what the scan finds later shows.
func TestOpenWithoutWaiting(t *testing.T) {
	dir := t.TempDir()
	var want []string
	for i := range 300 {
		name := fmt.Sprintf("%03d.mp3", i)
		put(t, media+"/album/01 First.mp3", dir, name)
		want = append(want, name)
	}
	l := open(t, Options{firstScanWait: 1}, dir)
	for end := time.Now().Add(deadline); l.Search("", 0, 1).Total != len(want); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("got %d files after %v, want %d", l.Search("", 0, 1).Total, deadline, len(want))
		}
	}
}

// A file that may not be read is not listed, and is once it may.
func TestUnreadableFile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("everything may be read by root")
	}
	dir := t.TempDir()
	path := put(t, media+"/tone.mp3", dir, "tone.mp3")
	mustDo(t, os.Chmod(path, 0))
	l := open(t, Options{Rescan: time.Hour}, dir)
	waitFor(t, l)
	mustDo(t, os.Chmod(path, 0o644))
	waitFor(t, l, filepath.Base(path))
}

// A watcher that lost events, or is told more than it keeps, asks for a full scan.
func TestWatcherOverflow(t *testing.T) {
	w := newWatcher(discard())
	defer w.close()
	for i := range maxNotes + 1 {
		w.note(fmt.Sprint(i), false)
	}
	if paths, lost := w.take(); len(paths) != maxNotes || !lost {
		t.Errorf("got %d paths, lost %v, want %d, true", len(paths), lost, maxNotes)
	}
	if paths, lost := w.take(); len(paths) != 0 || lost {
		t.Errorf("got %d paths, lost %v the second time, want 0, false", len(paths), lost)
	}
}
