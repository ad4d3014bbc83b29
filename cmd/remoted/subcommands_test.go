package main

import (
	"bytes"
	"context"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

func TestSteerFromATerminal(t *testing.T) {
	s := newStage(t)
	for _, step := range []struct{ args, want string }{
		{"list", "idle     nothing is chosen\nvolume 100, rate 1, repeat none, shuffle off\n"},
		{"add http://x/a http://x/b http://x/c", "added “Film a”, “Film b”, “Film c” at 1\n"},
		{"play", "waiting  0:00 / 1:05  Film a\n"},
		{"add --next http://x/d", "added “Film d” at 2\n"},
		{"add http://x/e --before 1", "added “Film e” at 1\n"},
		{"pause", "paused   0:00 / 1:05  Film a\n"},
		{"pause", "paused   0:00 / 1:05  Film a\n"},
		{"seek 0:30", "paused   0:30 / 1:05  Film a\n"},
		{"seek +5s", "paused   0:35 / 1:05  Film a\n"},
		{"seek -10", "paused   0:25 / 1:05  Film a\n"},
		{"toggle", "waiting  0:25 / 1:05  Film a\n"},
		{"next", "waiting  0:00 / 1:05  Film d\n"},
		{"previous", "waiting  0:00 / 1:05  Film a\n"},
		{"jump 5", "waiting  0:00 / 1:05  Film c\n"},
		{"stop", "idle     0:00 / 1:05  Film c\n"},
		{"volume 40", "volume 40\n"},
		{"mute", "volume 40, muted\n"},
		{"unmute", "volume 40\n"},
		{"rate 1.5", "rate 1.5\n"},
		{"repeat all", "repeat all\n"},
		{"shuffle on", "shuffle on\n"},
		{"shuffle off", "shuffle off\n"},
		{"move 1 --before 3", "moved “Film e” before “Film d”\n"},
		{"move 1", "moved “Film a” to the end\n"},
		{"remove 2 3", "removed “Film d”, “Film b”\n"},
		{"undo", "added “Film d”, “Film b” at 2\n"},
		{"list", "idle     0:00 / 1:05  Film c\nvolume 40, rate 1.5, repeat all, shuffle off\n" +
			"  1  1:05  Film e  (Ann)\n  2  1:05  Film d  (Ann)\n  3  1:05  Film b  (Ann)\n> 4  1:05  Film c  (Ann)\n  5  1:05  Film a  (Ann)\n"},
		{"clear --keep-current", "removed 4 items\n"},
		{"clear", "removed “Film c”\n"},
		{"clear", "nothing changed\n"},
		{"add --now http://x/z", "added “Film z” at 1\n"},
	} {
		if got := s.ok(strings.Fields(step.args)...); got != step.want {
			t.Fatalf("remoted %s: got\n%swant\n%s", step.args, got, step.want)
		}
	}
}

func TestListAsJSON(t *testing.T) {
	s := newStage(t)
	s.ok("add", "http://x/a")
	var got struct {
		Epoch string
		Seq   int
		State struct {
			Items []struct{ ID string }
		}
	}
	out := s.ok("list", "--json")
	if err := json.Unmarshal([]byte(out), &got); err != nil || strings.Count(out, "\n") != 1 {
		t.Fatalf("got %q: %v, want one line of JSON", out, err)
	}
	if got.Seq != 1 || got.Epoch == "" || len(got.State.Items) != 1 {
		t.Fatalf("got %+v", got)
	}
	id := got.State.Items[0].ID
	if out := s.ok("list", "--ids"); !strings.Contains(out, id) {
		t.Errorf("list --ids: got %q, want %s in it", out, id)
	}
	if got, want := s.ok("remove", id), "removed “Film a”\n"; got != want {
		t.Errorf("remove by id: got %q, want %q", got, want)
	}
}

func TestWatch(t *testing.T) {
	s := newStage(t)
	lines, end := s.watching()
	lines() // what plays
	for _, step := range []struct{ args, want string }{
		{"add http://x/a", `^\d\d:\d\d:\d\d  Ann           added “Film a” at 1\n$`},
		{"volume 7", `^\d\d:\d\d:\d\d  Ann           volume    volume 7\n$`},
		{"play", `^\d\d:\d\d:\d\d  Ann           play      waiting  0:00 / 1:05  Film a\n$`},
		{"remove 1", `^\d\d:\d\d:\d\d  Ann           removed “Film a”\n$`},
	} {
		done := make(chan struct{})
		go func() { s.run(strings.Fields(step.args)...); close(done) }()
		line := lines()
		for strings.Contains(line, "joined") || strings.HasSuffix(line, "left\n") {
			line = lines()
		}
		if !regexp.MustCompile(step.want).MatchString(line) {
			t.Errorf("after %s: got %q, want %s", step.args, line, step.want)
		}
		<-done
	}
	if got := end(); got != exitOK {
		t.Errorf("interrupted: got status %d, want 0", got)
	}
}

func TestWatchAsJSON(t *testing.T) {
	s := newStage(t)
	lines, end := s.watching("--json")
	if line := lines(); !strings.HasPrefix(line, `{"event":"state","data":{"session":`) {
		t.Errorf("got %q, want the state first", line)
	}
	go s.run("add", "http://x/a")
	for {
		line := lines()
		var m struct {
			Event string
			Seq   int
			Data  struct{ Index *int }
		}
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if m.Event == "add" {
			if m.Seq != 1 || m.Data.Index == nil {
				t.Errorf("got %q, want the event as it came", line)
			}
			break
		}
	}
	if got := end(); got != exitOK {
		t.Errorf("interrupted: got status %d, want 0", got)
	}
}

func TestSubcommandsRefuse(t *testing.T) {
	s := newStage(t)
	for _, tt := range []struct {
		args   string
		status int
		want   string
	}{
		{"dance", exitUsage, `there is no command "dance"; remoted --help lists them`},
		{"add", exitUsage, "add: this wants LINK..."},
		{"add --next --now x", exitUsage, "add: --next, --now and --before exclude one another"},
		{"play loud", exitUsage, `play: unexpected argument "loud"`},
		{"play --loud", exitUsage, "play: flag provided but not defined: -loud"},
		{"play --name", exitUsage, "play: flag needs an argument: -name"},
		{"seek x", exitUsage, `seek: "x": this is not a time`},
		{"seek +-5", exitUsage, `seek: "+-5": this is not a time`},
		{"volume 101", exitUsage, `volume: "101" is not a volume from 0 to 100`},
		{"rate NaN", exitUsage, `rate: "NaN" is not a speed from 0.25 to 2`},
		{"repeat twice", exitUsage, "repeat: \"twice\": this is none, one or all"},
		{"shuffle maybe", exitUsage, `shuffle: "maybe": this is on or off`},
		{"play --session http://x/nowhere", exitUsage, "is not a session's link"},
		{"jump 1", exitError, `jump: there is no item "1"; the list has 0`},
		{"remove 0", exitError, `remove: there is no item "0"`},
		{"play --session 222222 --server " + s.server, exitError, "play: no session has this code"},
		{"play --session " + s.server + "/s/0d9f8a52-5c2e-4d8f-9a52-0123456789ab", exitError, "play: there is no such session"},
		{"play --session http://127.0.0.1:1/s/0d9f8a52-5c2e-4d8f-9a52-0123456789ab", exitError, "connection refused"},
		{"play --name " + strings.Repeat("n", 41), exitError, "play: name: "},
	} {
		status, out, errs := s.run(strings.Fields(tt.args)...)
		if status != tt.status || !strings.HasPrefix(errs, "remoted: ") || !strings.Contains(errs, tt.want) || strings.Count(errs, "\n") != 1 || out != "" {
			t.Errorf("remoted %s: status %d, output %q, errors %q; want %d and one line with %q", tt.args, status, out, errs, tt.status, tt.want)
		}
	}
	var out, errs bytes.Buffer
	nowhere := func(string) string { return "" }
	if status := steer(context.Background(), []string{"play"}, nowhere, &out, &errs); status != exitUsage || !strings.Contains(errs.String(), "no session is given") {
		t.Errorf("without a session: status %d, %q", status, errs.String())
	}
}

func TestSessionByCode(t *testing.T) {
	s := newStage(t)
	for _, args := range [][]string{
		{"list", "--session", s.code, "--server", s.server},
		{"list", "--session=" + strings.ToLower(s.code), "-server=" + s.server},
		{"list", "--session", s.server + "/j/" + s.code},
	} {
		if got := s.ok(args...); !strings.HasPrefix(got, "idle") {
			t.Errorf("%q: got %q, want the list", args, got)
		}
	}
}

func TestSubcommandHelp(t *testing.T) {
	nowhere := func(string) string { return "" }
	for _, c := range subcommands {
		var out, errs bytes.Buffer
		status := steer(context.Background(), []string{c.name, "--help"}, nowhere, &out, &errs)
		usage := strings.TrimRight("Usage: remoted "+c.name+" [flags] "+c.args, " ")
		if status != exitOK || errs.Len() > 0 || !strings.Contains(out.String(), usage) || !strings.Contains(out.String(), "-session link") {
			t.Errorf("%s --help: status %d, errors %q, output\n%s", c.name, status, errs.String(), out.String())
		}
	}
	var all bytes.Buffer
	if status := command([]string{"help"}, nowhere, &all); status != exitOK {
		t.Errorf("help: status %d", status)
	}
	for _, c := range subcommands {
		if !strings.Contains(all.String(), "\n  "+c.name+" ") {
			t.Errorf("the help does not list %s", c.name)
		}
	}
}

func TestServeIsAnAlias(t *testing.T) {
	nowhere := func(string) string { return "" }
	for _, args := range [][]string{{"serve", "--listen", "nonsense"}, {"--listen", "nonsense"}} {
		var errs bytes.Buffer
		if status := command(args, nowhere, &errs); status != exitUsage || !strings.Contains(errs.String(), "not an address") {
			t.Errorf("%q: status %d, %q; want 2 and why", args, status, errs.String())
		}
	}
}
