package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"remoted/library"
	"remoted/playlist"
)

// songsIn makes a library of two folders with that many songs each.
func songsIn(t *testing.T, n int) *library.Library {
	t.Helper()
	dir := t.TempDir()
	song, err := os.ReadFile("../../library/testdata/vbr.mp3")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"jazz", "blues"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o700); err != nil {
			t.Fatal(err)
		}
		for i := range n {
			name := filepath.Join(dir, folder, fmt.Sprintf("%s %d.mp3", folder, i))
			if err := os.WriteFile(name, song, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Chtimes(name, time.Time{}, time.Now().Add(-time.Hour)); err != nil {
				t.Fatal(err) // one that may still be written would have to wait
			}
		}
	}
	files, err := library.Open(t.Context(), []string{dir}, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { files.Close() })
	return files
}

// A folder is played through in any order, before anything in it comes again.
func TestFallbackPlaysAFolderThrough(t *testing.T) {
	f := fallback{songsIn(t, 5)}
	page, err := f.files.Browse(library.ByFolders, "", 0, 10)
	if err != nil || len(page.Groups) != 2 {
		t.Fatalf("the top folder: got %+v, %v, want two folders in it", page, err)
	}
	for _, tt := range []struct {
		key  string
		want int
	}{{page.Groups[0].Key, 5}, {"", 10}} {
		source := playlist.FallbackSource{Kind: playlist.SourceFolder, Key: tt.key}
		var recent []string
		seen := map[string]bool{}
		for range tt.want {
			m, err := f.Next(t.Context(), "", source, recent)
			if err != nil || m.Provider != "library" || m.URL == "" || m.Title == "" {
				t.Fatalf("got %+v, %v, want a file of the library", m, err)
			}
			if seen[m.Ref] {
				t.Fatalf("%q came again after %d of %d", m.Title, len(seen), tt.want)
			}
			seen[m.Ref] = true
			recent = append(recent, m.Ref)
		}
		m, err := f.Next(t.Context(), "", source, recent)
		if err != nil || !seen[m.Ref] || m.Ref == recent[len(recent)-1] {
			t.Errorf("after all of them: got %+v, %v, want another one than the last", m, err)
		}
	}
}

func TestFallbackHasNothing(t *testing.T) {
	for name, source := range map[string]playlist.FallbackSource{
		"no such folder": {Kind: playlist.SourceFolder, Key: "polka"},
		"no such list":   {Kind: playlist.SourceList, Key: "polka"},
	} {
		for _, f := range []fallback{{}, {songsIn(t, 1)}} {
			if m, err := f.Next(t.Context(), "", source, nil); err == nil {
				t.Errorf("%s: got %+v, want an error", name, m)
			}
		}
	}
}

func TestPick(t *testing.T) {
	if i, ok := pick([]string{"only"}, []string{"only"}); !ok || i != 0 {
		t.Errorf("one that came before: got %d, %v, want it again", i, ok)
	}
	if _, ok := pick(nil, []string{"gone"}); ok {
		t.Error("of none: got one")
	}
	drawn := map[int]int{}
	for range 300 {
		i, _ := pick([]string{"a", "b", "c", "d"}, []string{"b"})
		drawn[i]++
	}
	if len(drawn) != 3 || drawn[1] != 0 {
		t.Errorf("got %v, want each but the second, which came", drawn)
	}
}
