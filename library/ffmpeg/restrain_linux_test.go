package ffmpeg

import (
	"fmt"
	"io"
	"os/exec"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// mayBound tells whether this machine lets a process set the limits of another.
func mayBound(t *testing.T) bool {
	t.Helper()
	c := exec.CommandContext(t.Context(), "/bin/sh", "-c", "read line")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	err = bound(c.Process.Pid, unix.RLIMIT_CORE, 0)
	io.WriteString(in, "\n")
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	return err == nil
}

// A program has the limits of the system soon after it began. This one waits for the
// last of them, and tells what they are.
func TestRestrained(t *testing.T) {
	if !mayBound(t) {
		t.Skip("a process may not set the limits of another here")
	}
	program := script(t, `while [ "$(ulimit -n)" != `+fmt.Sprint(maxFiles)+` ]; do :; done
printf '{"format":{"tags":{"title":"%s %s %s %s"}}}' "$(ulimit -v)" "$(ulimit -t)" "$(ulimit -f)" "$(ulimit -c)"`)
	tools := At(program, "")
	tools.hurry = time.Minute
	got, err := tools.Probe(t.Context(), file(t, "x", nil), MP4)
	most := func(resource int, most uint64) uint64 {
		var mine unix.Rlimit
		if err := unix.Getrlimit(resource, &mine); err != nil {
			t.Fatal(err)
		}
		return min(most, mine.Max)
	}
	want := fmt.Sprintf("%d %d %d 0", most(unix.RLIMIT_AS, maxMemory)>>10, most(unix.RLIMIT_CPU, maxCPU), most(unix.RLIMIT_FSIZE, maxFile)/512) // in the units of the shell
	if err != nil || got.Title != want {
		t.Errorf("got %q (%v), want %q", got.Title, err, want)
	}
}
