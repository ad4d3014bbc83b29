package main

import (
	"os"
	"path/filepath"
	"testing"
)

// made asks for a directory and returns it.
func made(t *testing.T, d *data, name string) string {
	t.Helper()
	dir, err := d.dir(name)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() || info.Mode().Perm() != dataMode {
		t.Fatalf("%s: got %v, %v; want a directory of mode %o", dir, info, err, dataMode)
	}
	return dir
}

func TestDataIsKept(t *testing.T) {
	root := filepath.Join(t.TempDir(), "not", "there")
	d := newData(config{store: storePebble, data: root})
	dir := made(t, d, "lists")
	if dir != filepath.Join(root, "lists") || made(t, d, "lists") != dir {
		t.Errorf("got %s, want lists in %s", dir, root)
	}
	if err := d.close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Errorf("after the end: %v, want the directory to stay", err)
	}
}

func TestDataOfMemoryIsTemporary(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	root := filepath.Join(t.TempDir(), "data")
	d := newData(config{store: storeMemory, data: root})
	one, two := made(t, d, "lists"), made(t, d, "cache")
	if filepath.Dir(one) != filepath.Dir(two) {
		t.Errorf("got %s and %s, want them side by side", one, two)
	}
	if err := d.close(); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{filepath.Dir(one), root} {
		if _, err := os.Stat(gone); !os.IsNotExist(err) {
			t.Errorf("%s: got %v, want nothing", gone, err)
		}
	}
}

func TestDataNeedsADirectory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := newData(config{store: storePebble, data: file}).dir("lists"); err == nil {
		t.Error("below a file: want an error")
	}
}
