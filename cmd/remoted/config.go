package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"remoted/session"
	"remoted/upload"
)

// config is the command line, parsed.
type config struct {
	listen         string
	data           string
	media          []string
	publicURL      *url.URL // nil: found out
	store          string
	logLevel       slog.Level
	sessionTTL     time.Duration
	uploadMax      int64 // bytes of a file from a phone; 0: none are taken
	uploadTotal    int64 // bytes of all of them; 0: half of the disk's room for them
	allowedOrigins []string
	trustedProxies []netip.Prefix
	youtubeKey     string // of the YouTube Data API; empty: none
	dailymotion    string // id of a player made there; empty: none
}

const usage = `remoted turns a desktop browser into a player and phones into its remotes.

Usage: remoted [flags]

Each flag is also an environment variable: --public-url is REMOTED_PUBLIC_URL.
A variable that may be given again takes its values separated by commas, and
--media by the system's list separator.

`

// parse reads flags, and for those not given the environment. The error is one
// line; [flag.ErrHelp] says that help was asked for, and given.
func parse(args []string, getenv func(string) string, out io.Writer) (config, error) {
	c := config{listen: ":8080", data: defaultData(getenv), store: storePebble, sessionTTL: session.DefaultTTL, uploadMax: upload.DefaultMaxBytes}
	fs := flag.NewFlagSet("remoted", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Func("listen", "`address` and port; port 0 takes a free one (default :8080)", c.setListen)
	fs.Func("data", "`directory` of the log; made if it is missing (default "+c.data+")", c.setData)
	fs.Func("media", "a `folder` of media files to serve; may be given again", c.addMedia)
	fs.Func("public-url", "the `address` that phones open, for links and QR codes (default a LAN address of this machine)", c.setPublicURL)
	fs.Func("store", "`where` sessions are kept: pebble (durable) or memory (gone at exit) (default pebble)", c.setStore)
	fs.Func("log-level", "`level`: debug, info, warn, error (default info)", c.setLogLevel)
	fs.Func("session-ttl", "how long a session is kept that nobody visits, as a `duration` such as 720h (default 720h)", c.setTTL)
	fs.Func("upload-max-bytes", "the largest `size` of a file that phones may send, such as 500m or 2g; 0 takes none (default 2g)", c.setUploadMax)
	fs.Func("upload-total-bytes", "the `size` that all files from phones may have together, such as 50g (default half of the disk's room for them)", c.setUploadTotal)
	fs.Func("allow-origin", "an `origin` besides the server's own whose pages may connect, and show a session in a frame; may be given again", c.addOrigin)
	fs.Func("trusted-proxy", "an address or `network` whose forwarding headers count; may be given again", c.addProxy)
	fs.StringVar(&c.youtubeKey, "youtube-api-key", "", "a `key` of the YouTube Data API, for the length of videos, whole playlists and search; everything else works without")
	fs.Func("dailymotion-player", "the `id` of a player made in Dailymotion's studio, without which its videos do not play elsewhere", c.setDailymotion)
	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprint(out, usage)
			fs.SetOutput(out)
			fs.PrintDefaults()
		}
		return c, oneLine(err)
	}
	if fs.NArg() > 0 {
		return c, fmt.Errorf("unexpected argument %q; remoted --help lists the flags", fs.Arg(0))
	}
	return c, fromEnvironment(fs, getenv)
}

// lists are the flags that may be given again, and what separates their values in
// the environment.
var lists = map[string]string{"media": string(filepath.ListSeparator), "allow-origin": ",", "trusted-proxy": ","}

// fromEnvironment sets the flags that were not given.
func fromEnvironment(fs *flag.FlagSet, getenv func(string) string) error {
	given := make(map[string]bool)
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	var first error
	fs.VisitAll(func(f *flag.Flag) {
		name := "REMOTED_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value := getenv(name)
		if value == "" || given[f.Name] || first != nil {
			return
		}
		values := []string{value}
		if sep := lists[f.Name]; sep != "" {
			values = strings.Split(value, sep)
		}
		for _, v := range values {
			if err := f.Value.Set(v); err != nil {
				first = fmt.Errorf("invalid value %q for %s: %w", v, name, err)
				return
			}
		}
	})
	return first
}

func oneLine(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	return errors.New(line)
}

func (c *config) setListen(s string) error {
	host, port, err := net.SplitHostPort(s)
	if err != nil {
		return errors.New("this is not an address and port, such as :8080 or 127.0.0.1:0")
	}
	if strings.ContainsAny(host, " /") {
		return fmt.Errorf("%q is not a host", host)
	}
	if _, err := net.LookupPort("tcp", port); err != nil || port == "" {
		return fmt.Errorf("%q is not a port", port)
	}
	c.listen = s
	return nil
}

func (c *config) setData(s string) error {
	if s == "" {
		return errors.New("this is not a directory")
	}
	c.data = s
	return nil
}

func (c *config) addMedia(s string) error {
	if s == "" {
		return errors.New("this is not a folder")
	}
	c.media = append(c.media, s)
	return nil
}

func (c *config) setPublicURL(s string) error {
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return errors.New("this is not an address such as http://tv.local:8080")
	}
	if strings.Trim(u.Path, "/") != "" {
		return errors.New("this has a path; the service wants a host of its own")
	}
	c.publicURL = &url.URL{Scheme: u.Scheme, Host: u.Host}
	return nil
}

// The stores.
const (
	storePebble = "pebble"
	storeMemory = "memory"
)

func (c *config) setStore(s string) error {
	switch {
	case s == storePebble || s == storeMemory:
		c.store = s
		return nil
	case strings.HasPrefix(s, "nats://"):
		return errors.New("this version has no cluster store yet; use pebble or memory")
	}
	return errors.New("a store is pebble or memory")
}

func (c *config) setLogLevel(s string) error {
	switch s {
	case "debug", "info", "warn", "error":
		return c.logLevel.UnmarshalText([]byte(s))
	}
	return errors.New("a level is debug, info, warn or error")
}

func (c *config) setTTL(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil || d < time.Minute {
		return errors.New("this is not a duration of at least 1m, such as 720h")
	}
	c.sessionTTL = d
	return nil
}

func (c *config) addOrigin(s string) error {
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" || u.Scheme+"://"+u.Host != s {
		return errors.New("this is not an origin such as https://example.com")
	}
	c.allowedOrigins = append(c.allowedOrigins, s)
	return nil
}

func (c *config) addProxy(s string) error {
	p, err := netip.ParsePrefix(s)
	if err != nil {
		ip, err := netip.ParseAddr(s)
		if err != nil {
			return errors.New("this is not an address or a network such as 10.0.0.0/8")
		}
		p = netip.PrefixFrom(ip, ip.BitLen())
	}
	c.trustedProxies = append(c.trustedProxies, p)
	return nil
}

// defaultData is the user's data directory (on Unix, that of the XDG Base
// Directory Specification) + /remoted.
func defaultData(getenv func(string) string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	base := filepath.Join(home, ".local", "share")
	switch runtime.GOOS {
	case "windows":
		if base = getenv("LocalAppData"); base == "" {
			base = filepath.Join(home, "AppData", "Local")
		}
	case "darwin":
		base = filepath.Join(home, "Library", "Application Support")
	default:
		if dir := getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
			base = dir
		}
	}
	return filepath.Join(base, "remoted")
}

// setDailymotion takes an id as Dailymotion's studio shows it: letters and digits.
func (c *config) setDailymotion(s string) error {
	for _, r := range s {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return errors.New("this is not a player's id, such as x8abc")
		}
	}
	if len(s) > 24 {
		return errors.New("this is not a player's id: it is too long")
	}
	c.dailymotion = s
	return nil
}
