package resolver

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// only answers one address with JSON, and nothing else.
type only struct {
	address string
	body    []byte
}

func (o only) RoundTrip(r *http.Request) (*http.Response, error) {
	resp := &http.Response{StatusCode: 404, Header: http.Header{}, Body: http.NoBody, Request: r}
	if r.URL.String() == o.address {
		resp.StatusCode, resp.Body = 200, io.NopCloser(bytes.NewReader(o.body))
		resp.Header.Set("Content-Type", "application/json")
	}
	return resp, nil
}

// sends answers everything in the same way.
type sends func(*http.Request) (*http.Response, error)

func (s sends) RoundTrip(r *http.Request) (*http.Response, error) { return s(r) }

func body(kind string, b io.Reader, header ...string) sends {
	return func(r *http.Request) (*http.Response, error) {
		h := http.Header{"Content-Type": {kind}}
		for i := 0; i < len(header); i += 2 {
			h.Set(header[i], header[i+1])
		}
		return &http.Response{StatusCode: 200, Header: h, Body: io.NopCloser(b), ContentLength: -1, Request: r}, nil
	}
}

// endless repeats a text, and counts what was taken of it.
type endless struct {
	text  string
	taken atomic.Int64
}

func (e *endless) Read(p []byte) (int, error) {
	from := int(e.taken.Load()) % len(e.text)
	n := copy(p, strings.Repeat(e.text, len(p)/len(e.text)+2)[from:])
	e.taken.Add(int64(n))
	return n, nil
}

// refuses asserts that nothing comes of a look-up but a plain sentence.
func refuses(t *testing.T, r *Resolver, address string) error {
	t.Helper()
	before := resolved(t, r, address)
	m, err := r.Lookup(t.Context(), before)
	if err == nil {
		t.Errorf("%s: %+v, want an error", address, m)
		return nil
	}
	m.Provider = before.Provider // that it is a page may be known
	same(t, "what is left of "+address, m, before)
	if s := err.Error(); len(s) > 100 || strings.ContainsAny(s, "\n<>{}") || strings.Contains(s, "://") {
		t.Errorf("%s: the message is no plain sentence: %q", address, s)
	}
	return err
}

// The real client asks nobody in the network that the server is in.
func TestIntranet(t *testing.T) {
	var connections atomic.Int32
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, someHTML) }))
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connections.Add(1)
		}
	}
	s.Start()
	defer s.Close()
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	r := New(nil)
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f000001", "0177.0.0.1", "127.1"} {
		err := refuses(t, r, "http://"+host+":"+port+"/film.mp4")
		if !fetch.IsKind(err, fetch.Private) || errors.Is(err, errors.ErrUnsupported) {
			t.Errorf("%s: %v, want that it is not public, and no verdict", host, err)
		}
		if _, err := r.Expand(t.Context(), "http://"+host+":"+port+"/list.m3u", 9, nil); !fetch.IsKind(err, fetch.Private) {
			t.Errorf("Expand %s: %v, want that it is not public", host, err)
		}
	}
	for _, address := range []string{"http://169.254.169.254/latest/meta-data/", "http://192.168.1.1/", "http://printer.local/", "http://[fd00::1]/"} {
		if err := refuses(t, r, address); !fetch.IsKind(err, fetch.Private) {
			t.Errorf("%s: %v, want that it is not public", address, err)
		}
	}
	if n := connections.Load(); n > 0 {
		t.Errorf("%d connections, want none", n)
	}
}

func TestRedirects(t *testing.T) {
	for to, kind := range map[string]fetch.Kind{
		pageURL:                           fetch.Redirects,
		"http://127.0.0.1:8080/":          fetch.Private,
		"http://169.254.169.254/meta":     fetch.Private,
		"file:///etc/passwd":              fetch.BadAddress,
		"http://ann:secret@example.com/x": fetch.BadAddress,
	} {
		w := newWeb(t, map[string]answer{pageURL: {status: 302, header: []string{"Location", to}}})
		if err := refuses(t, w.resolver(), pageURL); !fetch.IsKind(err, kind) {
			t.Errorf("redirect to %s: %v, want kind %s", to, err, kind)
		}
	}
}

func TestTenGigabytes(t *testing.T) {
	for kind, text := range map[string]string{html5: "<p>words</p>", "application/rss+xml": "<rss><channel><a/>", "text/plain": "#EXTM3U\n#\n", "application/json": "[[["} {
		e := &endless{text: text}
		r := New(nil, withClient(fetch.NewWith(body(kind, e))))
		refuses(t, r, pageURL)
		if n := e.taken.Load(); n > fetch.MaxBody+4096 {
			t.Errorf("%s: %d bytes were read, want at most %d", kind, n, fetch.MaxBody)
		}
	}
	e := &endless{text: "[[["}
	r := New(nil, withClient(fetch.NewWith(body("application/json", e))))
	if err := refuses(t, r, ytID); !fetch.IsKind(err, fetch.TooLarge) {
		t.Errorf("oEmbed: %v, want kind %s", err, fetch.TooLarge)
	}
}

// What a page says at its beginning counts, however long it goes on.
func TestLongPage(t *testing.T) {
	start := `<title>Long</title><video src="/v.mp4">`
	r := New(nil, withClient(fetch.NewWith(body(html5, io.MultiReader(strings.NewReader(start), &endless{text: "<p>words</p>"})))))
	if m := lookup(t, r, pageURL); m.Title != "Long" || m.Ref != "https://example.com/v.mp4" {
		t.Errorf("got %+v, want its title and video", m)
	}
}

func packed(parts ...string) []byte {
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		io.WriteString(z, p)
		z.Close()
	}
	return b.Bytes()
}

// A feed of 1 GB in 1 MB: what is in the first 2 MB is read.
func TestFeedBomb(t *testing.T) {
	bomb := packed(`<rss><channel><item><title>One</title><enclosure url="https://example.com/1.mp3"/></item>`)
	bomb = append(bomb, bytes.Repeat(packed(strings.Repeat(" ", 1<<20)), 1<<10)...)
	zipped := func() *Resolver {
		return New(nil, withClient(fetch.NewWith(body("application/rss+xml", bytes.NewReader(bomb), "Content-Encoding", "gzip"))))
	}
	items, err := zipped().Expand(t.Context(), pageURL, 9, nil)
	if err != nil || len(items) != 1 || items[0].Title != "One" {
		t.Errorf("got %+v, %v; want the one item before the bomb", items, err)
	}
	bomb = bytes.Repeat(packed(strings.Repeat(" ", 1<<20)), 1<<10)
	if items, err := zipped().Expand(t.Context(), pageURL, 9, nil); err == nil {
		t.Errorf("got %+v, want an error", items)
	}
	refuses(t, zipped(), pageURL)
	r := New(nil, withClient(fetch.NewWith(body("application/json", bytes.NewReader(bomb), "Content-Encoding", "gzip"))))
	if err := refuses(t, r, ytID); !fetch.IsKind(err, fetch.TooLarge) {
		t.Errorf("oEmbed: %v, want kind %s", err, fetch.TooLarge)
	}
}

func TestZipIsNoFeed(t *testing.T) {
	w := newWeb(t, map[string]answer{pageURL: {kind: "application/rss+xml", body: "PK\x03\x04\x14\x00\x00\x00\x08\x00"}})
	if _, err := w.resolver().Expand(t.Context(), pageURL, 9, nil); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("got %v, want unsupported", err)
	}
}

// dripping sends a byte a second, as long as somebody listens.
func dripping(r *http.Request) (*http.Response, error) {
	return body(html5, drip{r.Context()})(r)
}

type drip struct{ ctx context.Context }

func (d drip) Read(p []byte) (int, error) {
	select {
	case <-d.ctx.Done():
		return 0, d.ctx.Err()
	case <-time.After(time.Second):
		p[0] = '.'
		return 1, nil
	}
}

func TestSlowBody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := New(nil, withClient(fetch.NewWith(sends(dripping))))
		start := time.Now()
		if err := refuses(t, r, pageURL); !fetch.IsKind(err, fetch.TooSlow) {
			t.Errorf("got %v, want kind %s", err, fetch.TooSlow)
		}
		if took := time.Since(start); took != fetch.Timeout {
			t.Errorf("took %v, want %v", took, fetch.Timeout)
		}
	})
}

// A service that answers each of several requests just in time does not get more
// time for it.
func TestSlowSteps(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := New(nil, withClient(fetch.NewWith(sends(func(req *http.Request) (*http.Response, error) {
			time.Sleep(4 * time.Second)
			return body(html5, strings.NewReader(`<link rel=alternate type=application/json+oembed href=/o><video src=/v.mp4>`))(req)
		}))))
		start := time.Now()
		m := lookup(t, r, pageURL)
		if took := time.Since(start); took > fetch.Timeout {
			t.Errorf("took %v, want at most %v", took, fetch.Timeout)
		}
		if m.Ref != "https://example.com/v.mp4" {
			t.Errorf("got %+v, want what the first answer said", m)
		}
		time.Sleep(time.Minute) // the request that nobody waits for ends as well
	})
}

func TestUnreachable(t *testing.T) {
	r := New(nil, withClient(fetch.NewWith(sends(func(*http.Request) (*http.Response, error) {
		return nil, errors.New("dial tcp: lookup https://secret: no such host")
	}))))
	for _, address := range []string{pageURL, ytID, "https://archive.org/details/x", ptPage} {
		if err := refuses(t, r, address); !fetch.IsKind(err, fetch.Unreachable) {
			t.Errorf("%s: %v, want kind %s", address, err, fetch.Unreachable)
		}
	}
}

func TestLibraryAsksNobody(t *testing.T) {
	w := newWeb(t, nil)
	m := playlist.Media{Provider: "library", Ref: "1", URL: "/media/1/a.mp3", Title: "x"}
	got, err := w.resolver().Lookup(t.Context(), m)
	if err != nil || got != m {
		t.Errorf("got %+v, %v; want it back", got, err)
	}
	got, err = New(func(string) (playlist.Media, bool) { return m, true }).Lookup(t.Context(), m)
	if err != nil || got != m {
		t.Errorf("got %+v, %v; want it back", got, err)
	}
	w.expect()
}
