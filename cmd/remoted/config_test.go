package main

import (
	"io"
	"log/slog"
	"net/netip"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"remoted/session"
	"remoted/upload"
)

// contract.md, "Command line": flags, "each also an environment variable".
func TestParse(t *testing.T) {
	defaults := func(change func(*config)) config {
		c := config{listen: ":8080", data: "/home/data/remoted", store: storePebble, sessionTTL: session.DefaultTTL, uploadMax: upload.DefaultMaxBytes}
		change(&c)
		return c
	}
	none := func(*config) {}
	tests := []struct {
		name string
		args []string
		env  map[string]string
		want func(*config)
	}{
		{"nothing", nil, nil, none},
		{"listen", []string{"--listen", "127.0.0.1:0"}, nil, func(c *config) { c.listen = "127.0.0.1:0" }},
		{"listen, one dash", []string{"-listen=[::1]:80"}, nil, func(c *config) { c.listen = "[::1]:80" }},
		{"listen, by name", []string{"--listen=localhost:http"}, nil, func(c *config) { c.listen = "localhost:http" }},
		{"listen, environment", nil, map[string]string{"REMOTED_LISTEN": ":1"}, func(c *config) { c.listen = ":1" }},
		{"a flag wins", []string{"--listen", ":2"}, map[string]string{"REMOTED_LISTEN": ":1"}, func(c *config) { c.listen = ":2" }},
		{"a bad variable that does not count", []string{"--listen", ":2"}, map[string]string{"REMOTED_LISTEN": "x"}, func(c *config) { c.listen = ":2" }},
		{"an empty variable", nil, map[string]string{"REMOTED_LISTEN": ""}, none},
		{"data", []string{"--data", "x"}, nil, func(c *config) { c.data = "x" }},
		{"data, environment", nil, map[string]string{"REMOTED_DATA": "y"}, func(c *config) { c.data = "y" }},
		{"media, again", []string{"--media", "a", "--media", "b"}, nil, func(c *config) { c.media = []string{"a", "b"} }},
		{"media, environment", nil, map[string]string{"REMOTED_MEDIA": "a:b"}, func(c *config) { c.media = []string{"a", "b"} }},
		{"media, both", []string{"--media", "a"}, map[string]string{"REMOTED_MEDIA": "b"}, func(c *config) { c.media = []string{"a"} }},
		{"public URL", []string{"--public-url", "https://tv.example/"}, nil, func(c *config) { c.publicURL = &url.URL{Scheme: "https", Host: "tv.example"} }},
		{"public URL, environment", nil, map[string]string{"REMOTED_PUBLIC_URL": "http://tv:8080"}, func(c *config) { c.publicURL = &url.URL{Scheme: "http", Host: "tv:8080"} }},
		{"store", []string{"--store", "memory"}, nil, func(c *config) { c.store = storeMemory }},
		{"store, environment", nil, map[string]string{"REMOTED_STORE": "pebble"}, none},
		{"log level", []string{"--log-level", "warn"}, nil, func(c *config) { c.logLevel = slog.LevelWarn }},
		{"log level, environment", nil, map[string]string{"REMOTED_LOG_LEVEL": "debug"}, func(c *config) { c.logLevel = slog.LevelDebug }},
		{"session TTL", []string{"--session-ttl", "90m"}, nil, func(c *config) { c.sessionTTL = 90 * time.Minute }},
		{"uploads", []string{"--upload-max-bytes", "500M"}, nil, func(c *config) { c.uploadMax = 500_000_000 }},
		{"uploads in all", []string{"--upload-total-bytes", "50g"}, nil, func(c *config) { c.uploadTotal = 50_000_000_000 }},
		{"uploads in bytes", []string{"--upload-max-bytes", "12345"}, nil, func(c *config) { c.uploadMax = 12345 }},
		{"no uploads", nil, map[string]string{"REMOTED_UPLOAD_MAX_BYTES": "0"}, func(c *config) { c.uploadMax = 0 }},
		{"origins", []string{"--allow-origin", "https://a.example", "--allow-origin", "http://b.example:81"}, nil, func(c *config) { c.allowedOrigins = []string{"https://a.example", "http://b.example:81"} }},
		{"origins, environment", nil, map[string]string{"REMOTED_ALLOW_ORIGIN": "https://a.example,https://b.example"}, func(c *config) { c.allowedOrigins = []string{"https://a.example", "https://b.example"} }},
		{"Dailymotion's player", []string{"--dailymotion-player", "x8Abc"}, nil, func(c *config) { c.dailymotion = "x8Abc" }},
		{"proxies", []string{"--trusted-proxy", "10.0.0.0/8", "--trusted-proxy", "::1"}, nil, func(c *config) {
			c.trustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("::1/128")}
		}},
	}
	for _, tt := range tests {
		getenv := func(name string) string {
			if name == "XDG_DATA_HOME" {
				return "/home/data"
			}
			return tt.env[name]
		}
		got, err := parse(tt.args, getenv, io.Discard)
		if want := defaults(tt.want); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, %v\nwant %+v", tt.name, got, err, want)
		}
	}
}

// contract.md: "a bad flag is exit status 2 with one line why", "A bad flag value
// is exit status 2".
func TestParseRefuses(t *testing.T) {
	bad := map[string][]string{
		"listen":             {"", "8080", "127.0.0.1", ":x", ":99999", ":-1", "a b:80", "http://x:80", ":"},
		"data":               {""},
		"media":              {""},
		"public-url":         {"", "tv.example", "ftp://tv.example", "http://", "http://tv/path", "http://a:b@tv", "http://tv?x=1", "http://tv#x", "http://tv:port", "::"},
		"store":              {"", "disk", "Pebble", "redis://x", "nats://127.0.0.1:4222"},
		"log-level":          {"", "loud", "INFO", "0"},
		"session-ttl":        {"", "30", "1s", "-1h", "x"},
		"upload-total-bytes": {"", "0", "0k", "x", "-1", "9999999999g"},
		"upload-max-bytes":   {"", "x", "-1", "+1", "1.5g", "1t", "9999999999g", "9223372036854775807"},
		"allow-origin":       {"", "a.example", "https://a.example/", "https://a.example/x", "*", "null"},
		"dailymotion-player": {"x/y", "a b", "../x", "abcdefghijklmnopqrstuvwxy"},
		"trusted-proxy":      {"", "x", "10.0.0.0/33", "10.0.0.0/8,"},
	}
	refused := func(what string, args []string, env map[string]string) {
		t.Helper()
		code, out := runCommand(args, env)
		if code != exitUsage || strings.Count(out, "\n") != 1 || !strings.HasSuffix(out, "\n") || !strings.HasPrefix(out, "remoted: ") {
			t.Errorf("%s: got exit status %d and %q, want %d and one line", what, code, out, exitUsage)
		}
	}
	for flag, values := range bad {
		for _, v := range values {
			refused("--"+flag+"="+v, []string{"--" + flag + "=" + v}, nil)
			if name := "REMOTED_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_")); v != "" {
				refused(name+"="+v, nil, map[string]string{name: v})
			}
		}
		refused("--"+flag+" without a value", []string{"--" + flag}, nil)
	}
	refused("unknown flag", []string{"--port", "80"}, nil)
	refused("two lines", []string{"--listen", "a\nb"}, nil)
	refused("unknown flag of two lines", []string{"--li\nsten"}, nil)
	refused("an argument", []string{"--store", "memory", "song.mp3"}, nil)
	refused("an argument of two lines", []string{"--store", "memory", "a\nb"}, nil)
}
