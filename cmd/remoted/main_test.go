package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// asProgram makes the test binary be the program itself.
const asProgram = "RUN_AS_REMOTED"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// patience is how long a test waits for a process. It takes some seconds of work to come
// up, which a machine that does much else has no time for.
const patience = 3 * time.Minute

// process is the program under way.
type process struct {
	*exec.Cmd
	t       *testing.T
	address string // host and port, once ready
	lines   chan string
	said    []string // on standard error
}

// start runs the program with those arguments and nothing in its environment but
// a home of its own.
func start(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(os.Args[0], args...), t: t, lines: make(chan string, 1000)}
	p.Env = []string{asProgram + "=1", "HOME=" + t.TempDir()}
	stderr, err := p.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(p.lines)
		for in := bufio.NewScanner(stderr); in.Scan(); {
			p.lines <- in.Text()
		}
	}()
	t.Cleanup(func() {
		if p.ProcessState == nil {
			_ = p.Process.Kill()
			p.end()
		}
	})
	return p
}

// readyLine is how the contract has the program say where it is.
var readyLine = regexp.MustCompile(`listening on http://(127\.0\.0\.1:\d+)`)

// ready waits for the line that says so.
func (p *process) ready() *process {
	p.t.Helper()
	late := time.After(patience)
	for {
		select {
		case line, ok := <-p.lines:
			if !ok {
				p.t.Fatalf("ended before it was ready: %q", p.said)
			}
			p.said = append(p.said, line)
			if m := readyLine.FindStringSubmatch(line); m != nil {
				p.address = m[1]
				return p
			}
		case <-late:
			p.t.Fatalf("not ready after %v: %q", patience, p.said)
		}
	}
}

// end waits for the program's end and returns its exit status; -1 if a signal
// ended it.
func (p *process) end() int {
	p.t.Helper()
	late := time.AfterFunc(patience, func() { _ = p.Process.Kill() })
	defer late.Stop()
	for line := range p.lines {
		p.said = append(p.said, line)
	}
	if err := p.Wait(); err != nil {
		if _, ok := errors.AsType[*exec.ExitError](err); !ok {
			p.t.Fatal(err)
		}
	}
	return p.ProcessState.ExitCode()
}

// stop sends a signal and wants a clean end.
func (p *process) stop(s os.Signal) {
	p.t.Helper()
	if err := p.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
	if code := p.end(); code != exitOK {
		p.t.Errorf("%v: got exit status %d, want %d: %q", s, code, exitOK, p.said)
	}
}

// contract.md, "Command line": "SIGINT and SIGTERM stop it cleanly (exit status 0)".
func TestSignals(t *testing.T) {
	t.Parallel()
	for _, s := range []os.Signal{syscall.SIGTERM, syscall.SIGINT} {
		p := start(t, "--listen", "127.0.0.1:0", "--data", t.TempDir()).ready()
		p.stop(s)
		ready := 0
		for _, line := range p.said {
			if readyLine.MatchString(line) {
				ready++
			}
		}
		if ready != 1 {
			t.Errorf("got %d lines that it is ready, want one: %q", ready, p.said)
		}
	}
}

// A signal while it starts, as when a large folder is looked through, is no failure.
func TestStopWhileStarting(t *testing.T) {
	for name, media := range map[string][]string{"library": {"../../testdata/media"}, "sessions": nil} {
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(errors.New("a signal came"))
		if err := run(ctx, config{listen: "127.0.0.1:0", store: storeMemory, media: media}, io.Discard); err != nil {
			t.Errorf("stopped while it opens the %s: got %v, want a clean end", name, err)
		}
	}
}

// contract.md, "Command line": "a data directory in use or an address taken is
// exit status 1 with one line why"; so is a folder that does not exist.
func TestCannotStart(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	running := start(t, "--listen", "127.0.0.1:0", "--data", dir).ready()
	file := t.TempDir() + "/file"
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		args []string
		why  string // a word of the reason
	}{
		{"address taken", []string{"--listen", running.address, "--data", t.TempDir()}, "taken"},
		{"data in use", []string{"--listen", "127.0.0.1:0", "--data", dir}, "in use"},
		{"data is a file", []string{"--listen", "127.0.0.1:0", "--data", file}, file},
		{"media missing", []string{"--listen", "127.0.0.1:0", "--data", t.TempDir(), "--media", dir + "/nowhere"}, "nowhere"},
		{"media is a file", []string{"--listen", "127.0.0.1:0", "--data", t.TempDir(), "--media", file}, "not a folder"},
		{"an address of somebody else", []string{"--listen", "192.0.2.1:0", "--data", t.TempDir()}, "192.0.2.1"},
	}
	for _, tt := range tests {
		p := start(t, tt.args...)
		code := p.end()
		if code != exitError || len(p.said) != 1 || !strings.Contains(p.said[0], tt.why) {
			t.Errorf("%s: got exit status %d and %q, want %d and one line with %q", tt.name, code, p.said, exitError, tt.why)
		}
	}
	running.stop(syscall.SIGTERM) // is none the worse for it
}

// runCommand is the program without a process.
func runCommand(args []string, env map[string]string) (code int, stderr string) {
	var out bytes.Buffer
	code = command(args, func(name string) string { return env[name] }, io.Writer(&out))
	return code, out.String()
}

func TestHelp(t *testing.T) {
	for _, arg := range []string{"--help", "-h", "help"} {
		code, out := runCommand([]string{arg}, nil)
		if code != exitOK {
			t.Errorf("%s: got exit status %d, want %d", arg, code, exitOK)
		}
		for _, flag := range []string{"-listen", "-data", "-media", "-public-url", "-store", "-log-level"} {
			if !strings.Contains(out, flag) {
				t.Errorf("%s: got %s, want %s in it", arg, out, flag)
			}
		}
	}
}
