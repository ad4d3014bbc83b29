package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A list goes out as a file, and comes in again from it and from standard input.
func TestListFiles(t *testing.T) {
	s := newStage(t)
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.m3u"), filepath.Join(dir, "out.xspf")
	if err := os.WriteFile(in, []byte("#EXTM3U\n#EXTINF:9,One\nhttp://x/a\nC:\\b.mp3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := s.ok("import", in), "left out: line 4: C:\\b.mp3: this is a file on a disk and no link\nadded 1 item\n"; got != want {
		t.Errorf("import: got %q, want %q", got, want)
	}
	if got, want := s.ok("export"), "#EXTM3U\n#EXTINF:65,One\nhttp://x/a\n"; got != want {
		t.Errorf("export: got %q, want %q", got, want)
	}
	s.ok("export", out)
	written, err := os.ReadFile(out)
	if err != nil || !strings.Contains(string(written), "<location>http://x/a</location>") {
		t.Errorf("the file: %v, %s", err, written)
	}
	if got := s.ok("export", "-", "--format", "json"); !strings.Contains(got, `"remoted": 1`) {
		t.Errorf("export --format json: got %s", got)
	}
	stdin := os.Stdin
	t.Cleanup(func() { os.Stdin = stdin })
	if os.Stdin, err = os.Open(out); err != nil {
		t.Fatal(err)
	}
	defer os.Stdin.Close()
	if got, want := s.ok("import", "-", "--replace"), "added 1 item\n"; got != want {
		t.Errorf("import -: got %q, want %q", got, want)
	}
	if got := s.ok("list"); strings.Count(got, "One") != 1 {
		t.Errorf("list: got %s, want the list in place of the other", got)
	}
	if got, want := s.ok("import", in, "--seed"), "added 0 items\n"; !strings.HasSuffix(got, want) {
		t.Errorf("import --seed: got %q, want %q", got, want)
	}
}

func TestListFilesRefuse(t *testing.T) {
	s := newStage(t)
	page := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(page, []byte("<html></html>"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args   string
		status int
		want   string
	}{
		{"import", exitUsage, "this wants FILE"},
		{"import a b", exitUsage, "unexpected argument"},
		{"import a --seed --replace", exitUsage, "exclude one another"},
		{"export a --format doc", exitUsage, `there is no format "doc"`},
		{"import /does/not/exist", exitError, "no such file"},
		{"import " + page, exitError, "this is XML or a web page and no XSPF list"},
	} {
		status, _, stderr := s.run(strings.Fields(tt.args)...)
		if status != tt.status || !strings.Contains(stderr, tt.want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("remoted %s: got status %d and %q, want %d and a line with %q", tt.args, status, stderr, tt.status, tt.want)
		}
	}
}
