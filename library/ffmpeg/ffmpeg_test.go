package ffmpeg

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const media = "../../testdata/media"

// patience bounds the run of a program that ends by itself.
const patience = 3 * time.Minute

// script makes an executable of shell lines, for a machine without the real one.
// $place is what the program was told to read.
func script(t *testing.T, lines string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "program")
	body := "#!/bin/sh\nplace=\nprev=\nfor a; do [ \"$prev\" = -i ] && place=${a#file:}; prev=$a; done\n" + lines + "\n"
	if err := os.WriteFile(name, []byte(body), 0o700); err != nil {
		t.Fatal(err)
	}
	return name
}

func opened(t *testing.T, name string) *os.File {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// file makes a file of that name and content, and opens it.
func file(t *testing.T, name string, content []byte) *os.File {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return opened(t, name)
}

// ffprobe's answer as its documentation (Writers, json) shows it; tags of Matroska are
// in capitals.
const documented = `{
    "format": {
        "duration": "12.345000",
        "tags": {
            "TITLE": "A film",
            "artist": "Somebody",
            "album": "Some films"
        }
    }
}`

func TestProbeOfAFake(t *testing.T) {
	program := script(t, `[ -n "$place" ] && [ "$(cat "$place")" = bytes ] || { echo "cannot read $place" >&2; exit 1; }
cat <<END
`+documented+`
END`)
	got, err := At(program, "").Within(patience).Probe(t.Context(), file(t, "-i http:x.m3u8", []byte("bytes")), Matroska)
	want := Info{12345 * time.Millisecond, "A film", "Somebody", "Some films"}
	if err != nil || got != want {
		t.Errorf("got %+v (%v), want %+v", got, err, want)
	}
}

func TestProbeOfABadProgram(t *testing.T) {
	tests := []struct{ name, lines, want string }{
		{"fails", "echo 'Invalid data found' >&2; exit 1", "Invalid data found"},
		{"says nothing", "exit 0", "answer of ffprobe"},
		{"says no JSON", "echo duration=5", "answer of ffprobe"},
		{"says too much", "yes", "program"},
		{"complains without end", "i=0; while [ $i -lt 20000 ]; do echo 'Invalid data' >&2; i=$((i+1)); done; exit 1", "Invalid data"},
		{"is not there", "", "no such file"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			program := "/nowhere/ffprobe"
			if tt.lines != "" {
				program = script(t, tt.lines)
			}
			_, err := At(program, "").Within(patience).Probe(t.Context(), file(t, "x", nil), MP4)
			if err == nil || !strings.Contains(err.Error(), tt.want) || len(err.Error()) > 2*maxComplaint {
				t.Errorf("got %.80v, want an error that says %q", err, tt.want)
			}
		})
	}
}

// A program that hangs is killed, with what it started.
func TestProbeOfAProgramThatHangs(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	began := time.Now()
	_, err := At(script(t, "sleep 500"), "").Within(patience).Probe(ctx, file(t, "x", nil), MP4)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the deadline", err)
	}
	if took := time.Since(began); took > patience {
		t.Errorf("took %v, want it not to wait for the program", took)
	}
}

func TestDurationsThatAreNone(t *testing.T) {
	for _, s := range []string{"", "N/A", "-1", "0", "NaN", "Inf", "1e300"} {
		if got := seconds(s); got != 0 {
			t.Errorf("%q: got %v, want 0", s, got)
		}
	}
}

// What the programs are told is fixed but for the container and the place; nothing of
// the file's name is in it.
func TestArguments(t *testing.T) {
	list := func(run func(*Tools, *os.File) error) string {
		out := filepath.Join(t.TempDir(), "args")
		program := script(t, `for a; do echo "$a"; done >`+out+`; env >>`+out+`; exit 1`)
		t.Setenv("FFREPORT", "file=/tmp/report.log")
		_ = run(At(program, program).Within(patience), file(t, "-y http:evil.m3u8", nil)) // fails, as told
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	for name, args := range map[string]string{
		"probe": list(func(tools *Tools, f *os.File) error { _, err := tools.Probe(t.Context(), f, MP4); return err }),
		"frame": list(func(tools *Tools, f *os.File) error {
			_, err := tools.Frame(t.Context(), f, MP4, time.Second)
			return err
		}),
	} {
		for _, want := range []string{"-protocol_whitelist\nfile\n", "-f\nmov\n", "-enable_drefs\n0\n", "-i\nfile:/dev/fd/3\n"} {
			if !strings.Contains(args, want) {
				t.Errorf("%s: got %q, want %q in it", name, args, want)
			}
		}
		for _, bad := range []string{"evil", "FFREPORT"} {
			if strings.Contains(args, bad) {
				t.Errorf("%s: got %q, want nothing of %q", name, args, bad)
			}
		}
	}
}

func TestFrameOfAFake(t *testing.T) {
	calls := filepath.Join(t.TempDir(), "calls")
	program := script(t, `echo "$*" >>`+calls+`; case "$*" in *"-ss 0.000"*) printf PNG;; esac`)
	got, err := At("", program).Within(patience).Frame(t.Context(), file(t, "x", nil), MP4, time.Minute)
	if err != nil || string(got) != "PNG" {
		t.Errorf("got %q (%v), want that of the start, since there is none at the place", got, err)
	}
	b, err := os.ReadFile(calls)
	if err != nil || strings.Count(string(b), "\n") != 2 || !strings.Contains(string(b), "-ss 60.000") {
		t.Errorf("got calls %q (%v), want one at a minute and one at the start", b, err)
	}
}

func TestMissing(t *testing.T) {
	for name, tools := range map[string]*Tools{"nil": nil, "none": At("", "")} {
		f := file(t, "x", nil)
		_, err := tools.Probe(t.Context(), f, MP4)
		_, err2 := tools.Frame(t.Context(), f, MP4, 0)
		if tools.CanProbe() || tools.CanFrame() || !errors.Is(err, ErrMissing) || !errors.Is(err2, ErrMissing) {
			t.Errorf("%s: got %v and %v, want ErrMissing", name, err, err2)
		}
	}
}

// realTools are those of this machine.
func realTools(t *testing.T) *Tools {
	t.Helper()
	tools := Find().Within(patience)
	if !tools.CanProbe() || !tools.CanFrame() {
		t.Skip("ffmpeg is not installed; the fakes stand for it")
	}
	return tools
}

func TestRealProbe(t *testing.T) {
	tools := realTools(t)
	for _, tt := range []struct {
		file, container string
		want            Info
	}{
		{"../testdata/fragmented.mp4", MP4, Info{Duration: 2 * time.Second}},
		{"../testdata/film.mkv", Matroska, Info{Duration: 2 * time.Second, Title: "Tagged"}},
		{"../testdata/tagged.flac", FLAC, Info{1250 * time.Millisecond, "Tagged", "Tester", "Formats"}},
		{"../testdata/tone.wav", WAV, Info{Duration: 1250 * time.Millisecond}},
	} {
		got, err := tools.Probe(t.Context(), opened(t, tt.file), tt.container)
		if err != nil || got != tt.want {
			t.Errorf("%s: got %+v (%v), want %+v", tt.file, got, err, tt.want)
		}
	}
}

func TestRealFrame(t *testing.T) {
	tools := realTools(t)
	for name, at := range map[string]time.Duration{"in it": 2 * time.Second, "at its start": 0, "far behind its end": time.Hour} {
		b, err := tools.Frame(t.Context(), opened(t, media+"/clock.mp4"), MP4, at)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		c, err := png.DecodeConfig(bytes.NewReader(b))
		if err != nil || c.Width != 512 || c.Height != 288 {
			t.Errorf("%s: got %d × %d (%v), want 512 × 288", name, c.Width, c.Height, err)
		}
	}
	if b, err := tools.Frame(t.Context(), opened(t, "../testdata/tagged.m4a"), MP4, 0); err == nil {
		t.Errorf("a song: got %d bytes, want an error", len(b))
	}
}

// A film that no browser plays is not decoded, whatever ffmpeg could do with it.
func TestRealDecoders(t *testing.T) {
	tools := realTools(t)
	odd := filepath.Join(t.TempDir(), "odd.mkv")
	out, err := exec.CommandContext(t.Context(), tools.frame, "-v", "error", "-f", "lavfi", "-i", "color=s=64x64:d=1", "-c:v", "cinepak", odd).CombinedOutput()
	if err != nil {
		t.Skipf("this ffmpeg does not make one: %v: %s", err, out)
	}
	if b, err := tools.Frame(t.Context(), opened(t, odd), Matroska, 0); err == nil {
		t.Errorf("got %d bytes, want an error", len(b))
	}
	for name, container := range map[string]string{media + "/bars.webm": Matroska, "../testdata/film.mkv": Matroska} {
		if _, err := tools.Frame(t.Context(), opened(t, name), container, 0); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Files that name others do not lead anywhere: neither by what they are nor by what
// they are called.
func TestRealFilesThatNameOthers(t *testing.T) {
	tools := realTools(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	asked := make(chan struct{}, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			c.Close()
			select {
			case asked <- struct{}{}:
			default:
			}
		}
	}()
	address := "http://" + l.Addr().String()
	secret, err := filepath.Abs(media + "/clock.mp4")
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string]string{
		"a.m3u8":     "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + address + "/x.ts\n#EXT-X-ENDLIST\n",
		"local.m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + secret + "\n#EXT-X-ENDLIST\n",
		"concat.mp4": "ffconcat version 1.0\nfile '" + secret + "'\n",
		"a.sdp":      "v=0\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n",
		"a.mpd":      `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>` + address + `</BaseURL></MPD>`,
	}
	for name, content := range lists {
		for _, container := range []string{MP4, MP3} {
			if b, err := tools.Frame(t.Context(), file(t, name, []byte(content)), container, 0); err == nil {
				t.Errorf("%s as %s: got a picture of %d bytes, want none", name, container, len(b))
			}
			if i, _ := tools.Probe(t.Context(), file(t, name, []byte(content)), container); i.Duration > 15*time.Second {
				t.Errorf("%s as %s: got the duration of another file, %v", name, container, i.Duration)
			}
		}
	}
	clock, err := os.ReadFile(media + "/clock.mp4")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"-i", "http:x.mp4", "concat:a|b", "%03d.mp4", "-y out.mp4", "a'b\"c $(d).mp4"} {
		if i, err := tools.Probe(t.Context(), file(t, name, clock), MP4); err != nil || i.Duration != 20*time.Second {
			t.Errorf("%q: got %v (%v), want its own duration", name, i.Duration, err)
		}
	}
	l.Close()
	<-done
	select {
	case <-asked:
		t.Error("a program asked an address that a file names")
	default:
	}
}
