package ffmpeg

import (
	"fmt"
	"testing"
	"time"
)

// A program has the limits of the system soon after it began. This one waits for the
// last of them, and tells what they are.
func TestRestrained(t *testing.T) {
	program := script(t, `while [ "$(ulimit -n)" != `+fmt.Sprint(maxFiles)+` ]; do :; done
printf '{"format":{"tags":{"title":"%s %s %s %s"}}}' "$(ulimit -v)" "$(ulimit -t)" "$(ulimit -f)" "$(ulimit -c)"`)
	tools := At(program, "")
	tools.hurry = time.Minute
	got, err := tools.Probe(t.Context(), file(t, "x", nil), MP4)
	want := fmt.Sprintf("%d %d %d 0", maxMemory>>10, maxCPU, maxFile/512) // in the units of the shell
	if err != nil || got.Title != want {
		t.Errorf("got %q (%v), want %q", got.Title, err, want)
	}
}
