package main

import (
	"strings"
	"testing"
	"time"
)

func TestTextOfOthersIsHarmless(t *testing.T) {
	s := newStage(t)
	s.ok("add", "http://x/\u009b31m\u202egnp.exe")
	for _, args := range [][]string{{"list"}, {"list", "--json"}, {"remove", "1"}} {
		out := s.ok(args...)
		if strings.ContainsAny(out, "\x1b\u009b\u202e") {
			t.Errorf("%q: got %q, with control characters", args, out)
		}
		if !strings.Contains(out, "gnp.exe") {
			t.Errorf("%q: got %q, want the rest of the title", args, out)
		}
	}
	for in, want := range map[string]string{
		"a\x1b[31mb\nc\r\td\x7f": "a [31mb c  d ",
		"\u2028x\u2066y\u200f":   " xy",
		"👩\u200d🚀 ok":            "👩\u200d🚀 ok",
		"bad\xffbyte":            "bad\ufffdbyte",
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q): got %q, want %q", in, got, want)
		}
	}
	if got, want := string(plainJSON([]byte("{\"a\":\"x\u009b\u202ey\u2028é\"}"))), `{"a":"x\u009b\u202ey\u2028é"}`; got != want {
		t.Errorf("plainJSON: got %s, want %s", got, want)
	}
}

func TestTimes(t *testing.T) {
	for in, want := range map[string]time.Duration{
		"0": 0, "90": 90 * time.Second, "1:30": 90 * time.Second, "1:02:03": 3723 * time.Second, "90:00": 90 * time.Minute,
		"10s": 10 * time.Second, "1m30s": 90 * time.Second, "1.5": 1500 * time.Millisecond, "0:01.25": 1250 * time.Millisecond,
	} {
		if got, err := parseTime(in); err != nil || got != want {
			t.Errorf("%q: got %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "x", "1:", ":1", "1:60", "1:60:00", "-5", "1:2:3:4", "9999999999", "1e3", "2000h", "1,5"} {
		if got, err := parseTime(in); err == nil {
			t.Errorf("%q: got %v, want an error", in, got)
		}
	}
	for d, want := range map[time.Duration]string{0: "0:00", 65 * time.Second: "1:05", 3599 * time.Second: "59:59", 3661 * time.Second: "1:01:01"} {
		if got := clock(d); got != want {
			t.Errorf("%v: got %s, want %s", d, got, want)
		}
	}
	if got := fit("abcdef", 4); got != "abc…" {
		t.Errorf("fit: got %q", got)
	}
	if got := length(0) + " " + length(65_000); got != "-:-- 1:05" {
		t.Errorf("length: got %q", got)
	}
}
