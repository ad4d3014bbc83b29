package pebblelog

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remoted/eventlog"
)

func TestSecondOpenInThisProcess(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	t.Chdir(filepath.Dir(dir))
	log := mustOpen(t, dir)
	for _, name := range []string{dir, dir + "/", link, filepath.Base(dir), "./" + filepath.Base(dir)} {
		_, err := Open(name, WithLogger(silent))
		wantInUse(t, name, err, dir)
	}
	mustClose(t, log)
	mustClose(t, mustOpen(t, link))
}

func wantInUse(t *testing.T, name string, err error, dir string) {
	t.Helper()
	if !errors.Is(err, eventlog.ErrInUse) {
		t.Fatalf("second Open(%s): got %v, want %v", name, err, eventlog.ErrInUse)
	}
	if text := err.Error(); strings.Contains(text, "\n") || !strings.Contains(text, dir) {
		t.Errorf("second Open(%s): got %q, want one line that names %s", name, text, dir)
	}
}

// openChild tells how opening the directory went.
func openChild(dir string) {
	log, err := Open(dir, WithLogger(silent))
	if err == nil {
		fmt.Println("opened")
		_ = log.Close()
		return
	}
	fmt.Println(errors.Is(err, eventlog.ErrInUse), err)
}

func TestSecondOpenByAnotherProcess(t *testing.T) {
	dir := t.TempDir()
	log := mustOpen(t, dir)
	if got := runOpenChild(t, dir); !strings.HasPrefix(got, "true ") || !strings.Contains(got, dir) {
		t.Errorf("Open in another process: got %q, want an ErrInUse that names %s", got, dir)
	}
	// The refused process must not have taken anything away.
	if err := log.Create(t.Context(), "00000000-0000-4000-8000-000000000000", nil, 0); err != nil {
		t.Errorf("Create after another process was refused: got %v, want nil", err)
	}
	mustClose(t, log)
	if got := runOpenChild(t, dir); got != "opened" {
		t.Errorf("Open in another process after Close: got %q, want opened", got)
	}
}

func runOpenChild(t *testing.T, dir string) string {
	t.Helper()
	child := startChild(t, "open", dir)
	child.lines.Scan()
	line := child.lines.Text()
	if err := child.Wait(); err != nil {
		t.Fatalf("child: got %v, want nil", err)
	}
	return line
}

// A directory that cannot be made is no directory in use.
func TestOpenFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(filepath.Join(file, "data"), WithLogger(silent))
	if err == nil || errors.Is(err, eventlog.ErrInUse) || strings.Contains(err.Error(), "\n") {
		t.Errorf("Open below a file: got %v, want one line that is no ErrInUse", err)
	}
}

func TestDirectoryIsPrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	mustClose(t, mustOpen(t, dir))
	stat, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := stat.Mode().Perm(); got != directoryMode {
		t.Errorf("mode of the data directory: got %o, want %o", got, directoryMode)
	}
}
