package pebblelog

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"testing"
)

// silent is a logger that says nothing.
var silent = slog.New(slog.DiscardHandler)

// childEnv names what the test binary does when a test starts it as a process of
// its own, and childDirEnv the directory to do it in.
const (
	childEnv    = "PEBBLELOG_TEST_CHILD"
	childDirEnv = "PEBBLELOG_TEST_DIR"
)

// children are the programs that tests run as processes.
var children = map[string]func(dir string){
	"open":     openChild,
	"append":   appendChild,
	"fullDisk": fullDiskChild,
	"failDisk": failDiskChild,
}

func TestMain(m *testing.M) {
	if child := children[os.Getenv(childEnv)]; child != nil {
		child(os.Getenv(childDirEnv))
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// process is a child under way, with what it prints line by line.
type process struct {
	*exec.Cmd
	lines *bufio.Scanner
	said  *bytes.Buffer // to standard error; whole when it was waited for
}

// startChild starts the named child. The test ends it if it has not ended.
func startChild(t *testing.T, name, dir string) process {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+name, childDirEnv+"="+dir)
	said := new(bytes.Buffer)
	cmd.Stderr = io.MultiWriter(said, t.Output())
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return process{cmd, bufio.NewScanner(stdout), said}
}

// stop is how a child ends when it cannot do what it should.
func stop(w io.Writer, err error) {
	fmt.Fprintln(w, err)
	os.Exit(3)
}
