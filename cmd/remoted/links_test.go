package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"remoted/playlist"
	"remoted/protocol"
	"remoted/resolver"
)

// outside answers every request of the resolver's by its path, at any host.
type outside map[string]func(*http.Request) *http.Response

func (o outside) RoundTrip(r *http.Request) (*http.Response, error) {
	if answer, ok := o[r.URL.Path]; ok {
		resp := answer(r)
		resp.Request = r
		return resp, nil
	}
	return nil, errors.New("nobody is there")
}

// says answers with a body; more are names and values of headers.
func says(kind string, body func() io.Reader, more ...string) func(*http.Request) *http.Response {
	return func(*http.Request) *http.Response {
		h := http.Header{"Content-Type": {kind}}
		for i := 0; i < len(more); i += 2 {
			h.Set(more[i], more[i+1])
		}
		status := http.StatusOK
		if h.Get("Location") != "" {
			status = http.StatusFound
		}
		return &http.Response{StatusCode: status, Header: h, Body: io.NopCloser(body()), ContentLength: -1}
	}
}

func text(s string) func() io.Reader { return func() io.Reader { return strings.NewReader(s) } }

// endless is a body of which there is always more.
type endless string

func (e endless) Read(p []byte) (int, error) {
	return copy(p, strings.Repeat(string(e), len(p)/len(e)+1)), nil
}

// bomb is a gigabyte of spaces in a megabyte.
func bomb() io.Reader {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(bytes.Repeat([]byte(" "), 1<<20)) // a buffer takes everything
	z.Close()
	return bytes.NewReader(bytes.Repeat(b.Bytes(), 1<<10))
}

// stageOutside is a stage whose resolver asks o.
func stageOutside(t *testing.T, o outside) *stage {
	t.Helper()
	r := resolver.New(nil, resolver.WithTransport(o))
	t.Cleanup(r.Close)
	return stageWith(t, asker{r}, asker{r})
}

// state is the session as the API shows it.
func (s *stage) state() protocol.State {
	s.t.Helper()
	var d struct{ State protocol.State }
	s.get("", &d)
	return d.State
}

// get reads a route of the session's.
func (s *stage) get(route string, to any) {
	s.t.Helper()
	resp, err := http.Get(strings.Replace(s.session, "/s/", "/api/sessions/", 1) + route)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(to); err != nil {
		s.t.Fatal(err)
	}
}

// until waits for a state of the session.
func (s *stage) until(what string, is func(protocol.State) bool) protocol.State {
	s.t.Helper()
	for late := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		state := s.state()
		if is(state) {
			return state
		}
		if time.Now().After(late) {
			s.t.Fatalf("waited for %s, got %+v", what, state)
		}
	}
}

// Whatever a link leads to: the item keeps its name, a preview says plainly what is
// wrong, and the session is as it was.
func TestBadLinks(t *testing.T) {
	to := func(address string) func(*http.Request) *http.Response {
		return says("text/html", text(""), "Location", address)
	}
	bad := []struct {
		name, path, reason string
		playable           bool // perhaps, by a player
		answer             func(*http.Request) *http.Response
	}{
		{"the intranet, by a redirect", "/inside", "not on the public internet", true, to("http://192.168.1.1/admin")},
		{"a redirect loop", "/loop", "redirect", true, to("https://example.com/loop")},
		{"ten gigabytes of a page", "/endless", "more than 2 MB", true, says("text/html", func() io.Reader { return endless("<p>words</p>") })},
		{"a lying content type", "/liar.mp4", "neither a video nor music", false, says("video/mp4", text("just words\n"))},
		{"a bomb of a feed", "/bomb", "neither a video nor music", false, says("application/rss+xml", bomb, "Content-Encoding", "gzip")},
	}
	web := outside{}
	for _, b := range bad {
		web[b.path] = b.answer
	}
	s := stageOutside(t, web)
	s.ok("add", "https://example.com/good.mp4")
	s.ok("play")
	for _, b := range bad {
		t.Run(b.name, func(t *testing.T) {
			before := s.state()
			var p struct {
				Media    protocol.Media
				Playable bool
				Reason   string
			}
			s.get("/preview?url="+url.QueryEscape("https://example.com"+b.path), &p)
			if p.Playable != b.playable || !strings.Contains(p.Reason, b.reason) || strings.Contains(p.Reason, "://") || len(p.Reason) > 120 {
				t.Errorf("preview: got %+v, want playable %v and a plain reason with %q", p, b.playable, b.reason)
			}
			s.ok("add", "https://example.com"+b.path)
			state := s.until("the verdict", func(s protocol.State) bool {
				return b.playable || s.Items[len(s.Items)-1].Failed != ""
			})
			last := state.Items[len(state.Items)-1]
			if last.Media.Title != p.Media.Title || b.playable != (last.Failed == "") || !b.playable && last.Failed != p.Reason {
				t.Errorf("got %+v, want the item, and what the preview said", last)
			}
			if len(state.Items) != len(before.Items)+1 || state.Playback != before.Playback {
				t.Errorf("got %+v, want the session as it was", state)
			}
		})
	}
}

// A link to a list becomes its items, from the web to the state that clients see.
func TestListFromTheWeb(t *testing.T) {
	const list = "#EXTM3U\n#PLAYLIST:Road trip\n#EXTINF:10,One\n/1.mp3\n#EXTINF:20,Two\n/2.mp3\n"
	s := stageOutside(t, outside{"/list.m3u": says("audio/x-mpegurl", text(list))})
	s.ok("add", "https://example.com/list.m3u", "https://example.com/after.mp3")
	state := s.until("the items", func(s protocol.State) bool { return len(s.Items) == 3 })
	for i, want := range []string{"One", "Two", "after"} {
		if it := state.Items[i]; it.Media.Title != want || it.AddedBy.Name != "Ann" {
			t.Errorf("item %d: got %+v, want %s, added by Ann", i, it, want)
		}
	}
	var p struct {
		Media protocol.Media
		List  *struct{ URL, Title string }
	}
	s.get("/preview?url="+url.QueryEscape("https://example.com/list.m3u"), &p)
	if p.List == nil || p.List.Title != "Road trip" || p.Media.Provider != playlist.ProviderList {
		t.Errorf("preview: got %+v, want the list", p)
	}
	s.ok("undo")
	if n := len(s.state().Items); n != 0 {
		t.Errorf("%d items after undo, want none", n)
	}
}

// What somebody pastes may be a message; a link in it begins where it says.
func TestAddFromAMessage(t *testing.T) {
	s := stageOutside(t, nil)
	s.ok("add", "Look at https://youtu.be/dQw4w9WgXcQ?t=1m30s, nice!", "media.example.com/d/song.ogg#t=5")
	items := s.state().Items
	if len(items) != 2 || items[0].Media.Ref != "dQw4w9WgXcQ" || items[0].Start != 90_000 || items[1].Start != 5_000 {
		t.Errorf("got %+v, want two items that begin at 1:30 and 0:05", items)
	}
}

// Without a key, a playlist is refused with what helps.
func TestPlaylistWithoutAKey(t *testing.T) {
	s := stageOutside(t, nil)
	const list = "https://www.youtube.com/playlist?list=PL1"
	status, _, errs := s.run("add", list)
	if status == exitOK || !strings.Contains(errs, "--youtube-api-key") {
		t.Errorf("got status %d, %q; want the reason", status, errs)
	}
	s.ok("add", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1")
	if items := s.state().Items; len(items) != 1 || items[0].Media.Ref != "dQw4w9WgXcQ" {
		t.Errorf("got %+v, want the one video", items)
	}
	keyed := asker{resolver.New(nil, resolver.WithYouTubeKey("k"))}
	if m, err := keyed.Resolve(list); err != nil || m.Provider != playlist.ProviderList || m.URL != list {
		t.Errorf("with a key: got %+v, %v; want a list", m, err)
	}
}

func TestLinkCache(t *testing.T) {
	root, logger := t.TempDir(), slog.New(slog.DiscardHandler)
	c := config{store: storePebble, data: root}
	cache, shut := openLinkCache(c, newData(c), logger)
	cache.Put("a", []byte("one"), time.Hour)
	shut()
	cache, shut = openLinkCache(c, newData(c), logger)
	if v, ok := cache.Get("a"); !ok || string(v) != "one" {
		t.Errorf("after a restart: got %q, %v", v, ok)
	}
	shut()

	// A disk that does not do is no reason not to start.
	c.data = t.TempDir()
	if err := os.WriteFile(filepath.Join(c.data, "cache"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []config{c, {store: storeMemory}} {
		cache, shut = openLinkCache(c, newData(c), logger)
		cache.Put("a", []byte("one"), time.Hour)
		if v, ok := cache.Get("a"); !ok || string(v) != "one" {
			t.Errorf("%+v: got %q, %v", c.store, v, ok)
		}
		shut()
	}
}
