package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// shown is a page as a line each: groups as "name (detail) count", files by title.
func shown(p BrowsePage) []string {
	got := []string{}
	for _, g := range p.Groups {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s|%s|%d", g.Name, g.Detail, g.Count)))
	}
	for _, e := range p.Items {
		got = append(got, e.Title)
	}
	return got
}

// libraryOf makes a library of items, without a folder.
func libraryOf(items ...*item) *Library {
	l := &Library{}
	l.index.Store(newIndex(items))
	return l
}

// walk browses down the names and returns the page there.
func walk(t *testing.T, l *Library, by string, names ...string) BrowsePage {
	t.Helper()
	p, err := l.Browse(by, "", 0, 0)
	mustDo(t, err)
	for _, name := range names {
		i := slices.IndexFunc(p.Groups, func(g Group) bool { return g.Name == name })
		if i < 0 {
			t.Fatalf("by %s: got %q, want a group %q", by, shown(p), name)
		}
		in := p.Groups[i]
		p, err = l.Browse(by, in.Key, 0, 0)
		mustDo(t, err)
		if p.In == nil || p.In.Key != in.Key || p.In.Name != name {
			t.Fatalf("in %q: got %+v", name, p.In)
		}
	}
	return p
}

func track(folder, title, artist, album string, disc, number int) *item {
	return testItem(folder, title+".mp3", probed{title: title, artist: artist, album: album, disc: disc, track: number})
}

func TestBrowse(t *testing.T) {
	l := libraryOf(
		track("Beyoncé/B'Day", "Ring the Alarm", "Beyoncé", "B'Day", 1, 10),
		track("Beyoncé/B'Day", "Déjà Vu", "BEYONCE", "B'Day", 1, 2),
		track("Beyoncé/B'Day", "World Wide Woman", "Beyoncé", "B'Day", 2, 1),
		track("Hits/CD1", "First", "One", "Hits", 0, 1),
		track("Hits/CD2", "Third", "Two", "Hits", 0, 1),
		track("Hits/CD2", "Fourth", "Beyoncé", "Hits", 0, 2),
		track("Best of Two", "Fifth", "Two", "hits", 0, 1),
		track("Two, again", "Sixth", "Two", "Hits", 0, 1),
		track("Films/Part 10", "Ten", "", "", 0, 0),
		track("Films/Part 9", "Nine", "", "", 0, 0),
		track("Films", "Eight", "", "", 0, 0),
		track("", "Loose", "", "", 0, 0),
		track("", "Single", "Two", "", 0, 0),
	)
	tests := []struct {
		by    string
		names []string
		want  []string
	}{
		{ByFolders, nil, []string{"Best of Two||1", "Beyoncé||3", "Films||3", "Hits||3", "Two, again||1", "Loose", "Single"}},
		{ByFolders, []string{"Films"}, []string{"Part 9||1", "Part 10||1", "Eight"}},
		{ByFolders, []string{"Films", "Part 10"}, []string{"Ten"}},
		{ByArtists, nil, []string{"Beyoncé||4", "One||1", "Two||4", "||4"}},
		{ByArtists, []string{"Beyoncé"}, []string{"B'Day||3", "Hits||1"}},
		{ByArtists, []string{"Beyoncé", "B'Day"}, []string{"Déjà Vu", "Ring the Alarm", "World Wide Woman"}},
		{ByArtists, []string{"Two"}, []string{"Hits||3", "Single"}},
		{ByArtists, []string{""}, []string{"Films||1", "Part 9||1", "Part 10||1", "Loose"}},
		{ByAlbums, nil, []string{"B'Day|Beyoncé|3", "Films||1", "Hits||3", "Hits|Two|2", "Part 9||1", "Part 10||1", "Loose", "Single"}},
		{ByAlbums, []string{"Hits"}, []string{"First", "Third", "Fourth"}},
		{ByAlbums, []string{"B'Day"}, []string{"Déjà Vu", "Ring the Alarm", "World Wide Woman"}},
	}
	for _, tt := range tests {
		if got := shown(walk(t, l, tt.by, tt.names...)); !slices.Equal(got, tt.want) {
			t.Errorf("by %s, in %q: got %q, want %q", tt.by, tt.names, got, tt.want)
		}
	}
}

// Discs of their own folders play one after the other, tagged or not.
func TestBrowseDiscs(t *testing.T) {
	l := libraryOf(
		track("Live/bonus", "Three", "A", "Live", 2, 1),
		track("Live/extra", "One", "A", "Live", 1, 1),
		track("Live/extra", "Two", "A", "Live", 1, 2),
	)
	if got, want := titles(Page{Items: walk(t, l, ByAlbums, "Live").Items}), []string{"One", "Two", "Three"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for name, want := range map[string]bool{"CD1": true, "Disc 02": true, "disk_3": true, "CD": false, "CDs": false, "Disco 7": false, "CD 1999": false} {
		if got := isDisc(name); got != want {
			t.Errorf("isDisc(%q): got %v, want %v", name, got, want)
		}
	}
}

// A group shows the first cover there is: its own files' before those below.
func TestBrowseCovers(t *testing.T) {
	plain, deep, own := track("a", "One", "", "", 0, 0), track("a/b", "Two", "", "", 0, 0), track("c", "Three", "", "", 0, 0)
	deeper := track("c/d", "Four", "", "", 0, 0)
	deep.HasCover, own.HasCover, deeper.HasCover = true, true, true
	l := libraryOf(plain, deep, own, deeper, track("e", "Five", "", "", 0, 0))
	var got []string
	for _, g := range walk(t, l, ByFolders).Groups {
		got = append(got, g.Cover)
	}
	if want := []string{deep.CoverURL(), own.CoverURL(), ""}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBrowseNewest(t *testing.T) {
	var items []*item
	for i, modified := range []int64{5, 9, 9, 1} {
		it := track("", fmt.Sprintf("n%d", i), "", "", 0, 0)
		it.Modified = modified
		items = append(items, it)
	}
	if got, want := shown(walk(t, libraryOf(items...), ByNewest)), []string{"n1", "n2", "n0", "n3"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// One offset counts over groups and files; pages together are the whole.
func TestBrowsePages(t *testing.T) {
	var items []*item
	for i := range 7 {
		items = append(items, track(fmt.Sprintf("f%d", i), "in", "", "", 0, 0), track("", fmt.Sprintf("t%d", i), "", "", 0, 0))
	}
	l := libraryOf(items...)
	want := shown(walk(t, l, ByFolders))
	for size := 1; size <= len(want)+1; size++ {
		var got []string
		for offset := 0; offset >= 0; {
			p, err := l.Browse(ByFolders, "", offset, size)
			mustDo(t, err)
			if n := len(p.Groups) + len(p.Items); p.Total != len(want) || n == 0 || n > size {
				t.Fatalf("offset %d, limit %d: got %d of %d, want up to %d of %d", offset, size, n, p.Total, size, len(want))
			}
			got, offset = append(got, shown(p)...), p.Next
		}
		if !slices.Equal(got, want) {
			t.Errorf("by %d: got %q, want %q", size, got, want)
		}
	}
	for _, offset := range []int{len(want), 1 << 60} {
		if p, err := l.Browse(ByFolders, "", offset, 5); err != nil || p.Next != -1 || p.Total != len(want) || p.Groups == nil || p.Items == nil {
			t.Errorf("offset %d: got %+v, %v, want an empty page", offset, p, err)
		}
	}
}

func TestBrowseUnknown(t *testing.T) {
	l := libraryOf(track("a", "b", "c", "d", 0, 0))
	if _, err := l.Browse("colour", "", 0, 0); !errors.Is(err, ErrNoView) {
		t.Errorf("got %v, want %v", err, ErrNoView)
	}
	if _, err := l.Browse(ByNewest, "nosuchkey", 0, 0); !errors.Is(err, ErrNoGroup) {
		t.Errorf("got %v, want %v", err, ErrNoGroup)
	}
	if got, ok := l.FolderEntries("nosuchkey"); ok {
		t.Errorf("got %v of an unknown folder, want none", got)
	}
}

// Real folders: several, in each other, with links out, coming and going.
func TestBrowseFolders(t *testing.T) {
	parent, outside := t.TempDir(), t.TempDir()
	one, two := filepath.Join(parent, "one"), filepath.Join(parent, "two")
	put(t, media+"/tone.mp3", outside, "secret.mp3")
	put(t, media+"/tone.mp3", one, "a/deep/tone.mp3")
	put(t, media+"/tone.mp3", two, "tone.mp3")
	mustDo(t, os.Symlink(outside, filepath.Join(one, "out")))
	mustDo(t, os.Mkdir(filepath.Join(one, "empty"), 0o755))
	l := open(t, Options{Rescan: time.Hour}, one, two)
	if got, want := shown(walk(t, l, ByFolders)), []string{"one||1", "two||1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := shown(walk(t, l, ByFolders, "one")), []string{"a||1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q: no link out, nothing empty", got, want)
	}
	a := walk(t, l, ByFolders, "one", "a").In.Key

	put(t, media+"/song.opus", one, "a/song.opus")
	waitFor(t, l, "one/a/deep/tone.mp3", "one/a/song.opus", "two/tone.mp3")
	if got, ok := l.FolderEntries(a); !ok || len(got) != 2 || got[0].Name != "song.opus" {
		t.Errorf("folder a: got %+v, %v, want both files", got, ok)
	}
	if got, ok := l.FolderEntries(""); !ok || len(got) != 3 {
		t.Errorf("everything: got %+v, %v, want three files", got, ok)
	}
	mustDo(t, os.RemoveAll(filepath.Join(one, "a")))
	waitFor(t, l, "two/tone.mp3")
	if _, err := l.Browse(ByFolders, a, 0, 0); !errors.Is(err, ErrNoGroup) {
		t.Errorf("a folder that is gone: got %v, want %v", err, ErrNoGroup)
	}

	// The same folder alone: its key is what it was.
	put(t, media+"/tone.mp3", one, "a/tone.mp3")
	if key := walk(t, open(t, Options{}, one), ByFolders, "a").In.Key; key != a {
		t.Errorf("got key %q, want %q as before", key, a)
	}
}
