package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"remoted/library"
	"remoted/listfile"
	"remoted/liststore"
	"remoted/playlist"
	"remoted/resolver"
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
	f := fallback{files: songsIn(t, 5)}
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
			item, err := f.Next(t.Context(), "", source, recent)
			m := item.Media
			if err != nil || m.Provider != "library" || m.URL == "" || m.Title == "" {
				t.Fatalf("got %+v, %v, want a file of the library", m, err)
			}
			if seen[m.Ref] {
				t.Fatalf("%q came again after %d of %d", m.Title, len(seen), tt.want)
			}
			seen[m.Ref] = true
			recent = append(recent, m.Ref)
		}
		item, err := f.Next(t.Context(), "", source, recent)
		m := item.Media
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
		none := func(string) (listfile.List, error) { return listfile.List{}, liststore.ErrNotFound }
		for _, f := range []fallback{{load: none}, {load: none, files: songsIn(t, 1)}} {
			if m, err := f.Next(t.Context(), "", source, nil); err == nil {
				t.Errorf("%s: got %+v, want an error", name, m)
			}
		}
	}
}

// A saved list brings what it says of its items; what is a list itself, or nothing
// that can be played, stays out.
func TestFallbackPlaysASavedList(t *testing.T) {
	links := resolver.New(nil)
	defer links.Close()
	f := fallback{
		resolve: func(id, address string) (playlist.Media, error) {
			if id != mySession {
				t.Errorf("resolved for %q, want the session that asks", id)
			}
			return links.Resolve(address)
		},
		load: func(name string) (listfile.List, error) {
			return listfile.List{Title: name, Items: []listfile.Item{
				{URL: "https://a.example/one.mp4", Title: "One", Duration: 60_000, Start: 5000, End: 9000},
				{URL: "https://www.youtube.com/playlist?list=PLFgquLnL59alCl_2TQvOiD5Vgm1hCaGSI"},
				{URL: "no address"},
			}}, nil
		},
	}
	for range 10 {
		got, err := f.Next(t.Context(), mySession, playlist.FallbackSource{Kind: playlist.SourceList, Key: "Dinner"}, []string{"https://a.example/one.mp4"})
		if err != nil || got.Media.Title != "One" || got.Media.Duration != 60_000 || got.Start != 5000 || got.End != 9000 {
			t.Fatalf("got %+v, %v, want the one that plays, as the list has it", got, err)
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
