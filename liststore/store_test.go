package liststore

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"remoted/listfile"
)

func open(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func list(n int) listfile.List {
	var l listfile.List
	for i := range n {
		l.Items = append(l.Items, listfile.Item{URL: fmt.Sprintf("https://x.example/%d", i), Title: fmt.Sprintf("Song %d", i), Duration: 1000})
	}
	return l
}

func mustSave(t *testing.T, s *Store, name string, l listfile.List) {
	t.Helper()
	if _, err := s.Save(name, l, false); err != nil {
		t.Fatalf("save %q: %v", name, err)
	}
}

func names(s *Store) []string {
	out := []string{}
	for _, i := range s.All() {
		out = append(out, i.Name)
	}
	return out
}

// What was saved is there again after a restart, files of the server included.
func TestKept(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	l := list(2)
	l.Items[1].URL = "/media/abc/song.mp3"
	l.Items[0].Start, l.Items[0].End = 100, 900
	l.Items[0].Kept = &listfile.Kept{Provider: "file", Ref: "https://x.example/0", Client: "c", Name: "Ann", AddedAt: 5, Failed: "gone"}
	l.State = &listfile.State{Volume: 3, Repeat: "all", Rate: 1}
	for _, name := range []string{"Friday night", "  friday   NIGHT ", "Ä", "A\u0308 b", "日本の歌", "👩\u200d👧", "...", "CON", strings.Repeat("x", MaxName)} {
		mustSave(t, s, name, l)
	}
	want := []string{"...", "CON", "friday NIGHT", "Friday night", strings.Repeat("x", MaxName), "Ä", "Ä b", "日本の歌", "👩\u200d👧"}
	s = open(t, dir)
	if diff := cmp.Diff(len(want), len(names(s))); diff != "" {
		t.Fatalf("got %q", names(s))
	}
	got, err := s.Load("Friday night")
	if err != nil {
		t.Fatal(err)
	}
	l.Title, l.State = "Friday night", nil
	l.Items[0].Kept = &listfile.Kept{Provider: "file", Ref: "https://x.example/0"}
	if diff := cmp.Diff(l, got); diff != "" {
		t.Error(diff)
	}
	for _, i := range s.All() {
		if i.Items != 2 || i.Duration != 1800 || i.Saved.IsZero() {
			t.Errorf("%+v", i)
		}
		if _, err := s.Load(i.Name); err != nil {
			t.Errorf("%q: %v", i.Name, err)
		}
	}
	for _, f := range files(t, dir) {
		if strings.ContainsAny(f, " /\\") || len(f) > 80 {
			t.Errorf("file %q", f)
		}
		if info, _ := os.Stat(filepath.Join(dir, f)); info.Mode().Perm() != fileMode {
			t.Errorf("file %q has the mode %o", f, info.Mode().Perm())
		}
	}
}

func files(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// Nothing is overwritten unless that is asked for.
func TestReplace(t *testing.T) {
	s := open(t, t.TempDir())
	mustSave(t, s, "a", list(1))
	if _, err := s.Save(" a ", list(2), false); !errors.Is(err, ErrExists) {
		t.Errorf("got %v, want ErrExists", err)
	}
	if l, _ := s.Load("a"); len(l.Items) != 1 {
		t.Errorf("%d items, want the list as it was", len(l.Items))
	}
	if i, err := s.Save("a", list(2), true); err != nil || i.Items != 2 || i.Name != "a" {
		t.Errorf("got %+v, %v", i, err)
	}
	if l, _ := s.Load("a"); len(l.Items) != 2 || len(s.All()) != 1 {
		t.Errorf("%d items in %v", len(l.Items), names(s))
	}
}

func TestRemove(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	mustSave(t, s, "a", list(1))
	if err := s.Remove("a"); err != nil || len(s.All()) != 0 || len(files(t, dir)) != 0 {
		t.Errorf("%v; %v are left", err, files(t, dir))
	}
	if err := s.Remove("a"); !errors.Is(err, ErrNotFound) {
		t.Errorf("again: %v", err)
	}
	if _, err := s.Load("a"); !errors.Is(err, ErrNotFound) {
		t.Errorf("load: %v", err)
	}
}

func TestNames(t *testing.T) {
	s := open(t, t.TempDir())
	for _, name := range []string{"", "  ", ".", " .. ", "a/b", `a\b`, "../../etc/passwd", "a\x00b", "a\u202eb", "a\xff", strings.Repeat("é", MaxName+1)} {
		if _, err := s.Save(name, list(1), true); !errors.Is(err, ErrName) {
			t.Errorf("save %q: %v", name, err)
		}
		if _, err := s.Load(name); !errors.Is(err, ErrName) {
			t.Errorf("load %q: %v", name, err)
		}
		if err := s.Remove(name); !errors.Is(err, ErrName) {
			t.Errorf("remove %q: %v", name, err)
		}
	}
}

// Many who save at once get every list whole, and no more than there is room for.
func TestConcurrent(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	var group sync.WaitGroup
	for i := range MaxLists + 20 {
		group.Go(func() {
			if _, err := s.Save(fmt.Sprintf("list %d", i), list(3), false); err != nil && !errors.Is(err, ErrFull) {
				t.Error(err)
			}
		})
		group.Go(func() {
			if _, err := s.Save("shared", list(i%5+1), true); err != nil && !errors.Is(err, ErrFull) {
				t.Error(err)
			}
			if l, err := s.Load("shared"); err != nil && !errors.Is(err, ErrNotFound) || err == nil && len(l.Items) == 0 {
				t.Errorf("%d items, %v", len(l.Items), err)
			}
		})
	}
	group.Wait()
	if got := len(s.All()); got != MaxLists || len(files(t, dir)) != MaxLists {
		t.Errorf("%d lists in %d files, want %d", got, len(files(t, dir)), MaxLists)
	}
	if _, err := s.Save("one more", list(1), false); !errors.Is(err, ErrFull) {
		t.Errorf("got %v, want ErrFull", err)
	}
	if again := open(t, dir); cmp.Diff(names(s), names(again)) != "" {
		t.Error("after a restart: other lists")
	}
}

// What lies in the directory and is no list is left alone; what a crash left is
// cleared away.
func TestOthers(t *testing.T) {
	dir := t.TempDir()
	mustSave(t, open(t, dir), "a", list(1))
	for name, text := range map[string]string{
		"notes.txt": "https://x.example", "broken-000000000000.json": "{", "x.tmp": "half", "big.json": strings.Repeat("x", listfile.MaxBytes+1),
		"copy of a.json": `{"remoted":1,"title":"a","items":[]}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	if diff := cmp.Diff([]string{"a"}, names(s)); diff != "" {
		t.Error(diff)
	}
	if got := files(t, dir); len(got) != 6 {
		t.Errorf("got %q, want all but what was half written", got)
	}
}

// A disk that takes nothing leaves what was there.
func TestDiskFails(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lists")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	mustSave(t, s, "a", list(1))
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save("b", list(1), false); err == nil || len(s.All()) != 1 {
		t.Errorf("got %v and %v, want an error and what was there", err, names(s))
	}
	if _, err := Open(dir); err == nil {
		t.Error("open what is not there: want an error")
	}
}

// All lists together have so many bytes, those of an earlier run included; one that
// takes the place of another counts in its place.
func TestBytesOfAll(t *testing.T) {
	dir := t.TempDir()
	mustSave(t, open(t, dir), "old", list(50))
	s := open(t, dir)
	file := files(t, dir)[0]
	if info, err := os.Stat(filepath.Join(dir, file)); err != nil || s.known[file].bytes != info.Size() {
		t.Fatalf("got %d bytes of an earlier run, %v, want those of its file", s.known[file].bytes, err)
	}
	s.known["others.json"] = Info{Name: "others", bytes: MaxBytes - s.known[file].bytes}
	if _, err := s.Save("new", list(1), false); !errors.Is(err, ErrFull) {
		t.Errorf("one more: got %v, want ErrFull", err)
	}
	if _, err := s.Save("old", list(51), true); !errors.Is(err, ErrFull) {
		t.Errorf("a larger one in its place: got %v, want ErrFull", err)
	}
	if _, err := s.Save("old", list(1), true); err != nil {
		t.Errorf("a smaller one in its place: %v", err)
	}
	mustSave(t, s, "new", list(1))
}
