// Package ffmpeg asks two programs about media files, if the machine has them:
// ffprobe for what a file says of itself, ffmpeg for a picture of a film.
//
// What a reader may rely on:
//
//   - Both get an open file, never a name: a file that is called like an option or
//     like an address means nothing to them, and they read what the caller opened,
//     whatever stands at its place by then.
//   - They may read files and nothing else, and take the file for the kind of
//     container that the caller found it to be: lists, streams and others that name
//     further files are not among these.
//   - No shell is involved. Time, memory and output are bounded. A program that does
//     not keep to that is killed, on Unix with whatever it started. On Linux the system
//     itself bounds its memory, its time and the files that it may write, and lets
//     others go first.
package ffmpeg

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

const (
	// maxOutput bounds what a program may write: a frame as PNG has 600 kB, the
	// answer of ffprobe 1 kB or, with the longest tags, some 100.
	maxOutput = 4 << 20

	// maxComplaint is how much of what a program says of its errors is kept.
	maxComplaint = 512

	// maxAlloc is the largest piece of memory that a program may take at once, in
	// bytes: that of a frame of 8K film, twice.
	maxAlloc = "268435456"

	// killWait is how long a program that was killed may keep its output open.
	killWait = time.Second
)

// Containers that the programs may be given, by ffmpeg's names for how to read them.
// None of them makes it open another file.
const (
	MP4      = "mov"
	Matroska = "matroska"
	MP3      = "mp3"
	FLAC     = "flac"
	Ogg      = "ogg"
	WAV      = "wav"
)

// ErrMissing says that the machine does not have the program.
var ErrMissing = errors.New("no such program on this machine")

// Tools are the programs. The nil Tools are none.
type Tools struct {
	probe, frame string
	hurry        time.Duration // 0: the constants bound a run
}

// Find looks for the programs on the PATH.
func Find() *Tools {
	t := &Tools{}
	t.probe, _ = exec.LookPath("ffprobe") // missing is fine
	t.frame, _ = exec.LookPath("ffmpeg")
	return t
}

// At names the programs by their places; an empty one is missing.
func At(ffprobe, ffmpeg string) *Tools { return &Tools{probe: ffprobe, frame: ffmpeg} }

// Within bounds each run by that time in place of the usual ones, and returns t: for
// programs that are known to end, on a machine that does much else.
func (t *Tools) Within(d time.Duration) *Tools {
	t.hurry = d
	return t
}

// CanProbe tells whether there is ffprobe.
func (t *Tools) CanProbe() bool { return t != nil && t.probe != "" }

// CanFrame tells whether there is ffmpeg.
func (t *Tools) CanFrame() bool { return t != nil && t.frame != "" }

// input are the options that go before the file, and the file, for both programs.
func input(f *os.File, container string) []string {
	args := []string{
		"-protocol_whitelist", "file", // no network, no pipes, no list of pieces
		"-format_whitelist", strings.Join([]string{MP4 + ",mp4,m4a,3gp,3g2,mj2", Matroska + ",webm", MP3, FLAC, Ogg, WAV}, ","),
		"-f", container,
	}
	if container == MP4 {
		args = append(args, "-enable_drefs", "0") // data in other files
	}
	return append(args, "-i", "file:"+place(f))
}

// place is a name for the open file that a child opens it by. Where descriptors have
// no names, it is the absolute path.
func place(f *os.File) string {
	if runtime.GOOS == "windows" {
		return f.Name()
	}
	return "/dev/fd/3" // the first of ExtraFiles
}

// run runs a program with the file, and returns what it wrote.
func run(ctx context.Context, program string, f *os.File, args ...string) ([]byte, error) {
	if program == "" {
		return nil, ErrMissing
	}
	c := exec.CommandContext(ctx, program, args...)
	out, complaint := &bounded{max: maxOutput}, &bounded{max: maxComplaint, drop: true}
	c.Stdout, c.Stderr = out, complaint
	c.Env = environment()
	c.Dir = os.TempDir()
	c.WaitDelay = killWait
	if runtime.GOOS != "windows" {
		c.ExtraFiles = []*os.File{f}
	}
	alone(c)
	err := c.Start()
	if err == nil {
		restrain(c)
		err = c.Wait()
	}
	if err != nil {
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		return nil, fmt.Errorf("%s: %w: %s", program, err, bytes.TrimSpace(complaint.b.Bytes()))
	}
	return out.b.Bytes(), nil
}

// environment is what a program needs to start, and nothing that tells it to do more
// (FFREPORT writes files).
func environment() []string {
	env := []string{}
	for _, name := range []string{"PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP"} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}

// A bounded buffer takes so many bytes. Beyond that it drops them or fails, which
// ends the program that writes. It holds its buffer instead of being one: that
// would be filled without asking (io.ReaderFrom).
type bounded struct {
	b    bytes.Buffer
	max  int
	drop bool
}

func (b *bounded) Write(p []byte) (int, error) {
	left := b.max - b.b.Len()
	if len(p) <= left {
		return b.b.Write(p)
	}
	if !b.drop {
		return 0, errors.New("too much output")
	}
	b.b.Write(p[:left])
	return len(p), nil
}
