package main

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"
)

// An item of the library brings its cover along, where there is one; covers are kept
// beside the log.
func TestLibraryMediaHasCover(t *testing.T) {
	dir, root := t.TempDir(), t.TempDir()
	for from, to := range map[string]string{"../../library/testdata/cover.mp3": "Covered.mp3", "../../testdata/media/tone.mp3": "Plain.mp3"} {
		b, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, to), b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	files, err := openLibrary(t.Context(), []string{dir}, newData(config{store: storePebble, data: root}), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer files.Close()
	for _, e := range files.Search("", 0, 0).Items {
		want := ""
		if e.Name == "Covered.mp3" {
			want = "/covers/" + e.ID
		}
		if m, ok := libraryMedia(files, e.ID); !ok || m.Thumbnail != want {
			t.Errorf("%s: got thumbnail %q, want %q", e.Name, m.Thumbnail, want)
		}
		if _, _, err := files.Cover(t.Context(), e.ID); (err == nil) != (want != "") {
			t.Errorf("%s: got %v for its cover", e.Name, err)
		}
	}
	if kept, err := filepath.Glob(filepath.Join(root, "cache", "covers", "*.jpg")); err != nil || len(kept) != 1 {
		t.Errorf("got %q (%v) in the cache, want one cover", kept, err)
	}
}
