package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// names are those of all that lies in a directory.
func names(t *testing.T, dir string) []string {
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

func TestWriteFileReplaces(t *testing.T) {
	name := filepath.Join(t.TempDir(), "list.json")
	if err := os.WriteFile(name+temporary, []byte("half of a longer one that was cut off"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"one", "and another", ""} {
		if err := WriteFile(name, []byte(want), 0o600); err != nil {
			t.Fatalf("write %q: %v", want, err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("got %q, %v, want %q", got, err, want)
		}
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("got %v, %v, want a file for its owner only", info.Mode(), err)
	}
	if got := names(t, filepath.Dir(name)); len(got) != 1 {
		t.Errorf("got the files %q, want the one", got)
	}
}

// What fails leaves nothing behind, and says once why.
func TestWriteFileFails(t *testing.T) {
	dir := t.TempDir()
	if err := WriteFile(filepath.Join(dir, "gone", "a"), nil, 0o600); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("in a directory that is not there: got %v", err)
	}
	taken := filepath.Join(dir, "taken")
	if err := os.MkdirAll(filepath.Join(taken, "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(taken, []byte("x"), 0o600); err == nil {
		t.Error("in the place of a directory: got no error")
	}
	if got := names(t, dir); len(got) != 1 || got[0] != "taken" {
		t.Errorf("got %q, want nothing but what was there", got)
	}
}

func TestIsTemporary(t *testing.T) {
	for name, want := range map[string]bool{"a.json.tmp": true, "a.json": false, "tmp": false} {
		if got := IsTemporary(name); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}
