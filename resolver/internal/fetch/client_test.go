package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// site answers all requests from the handler, without a network: the transport
// hands them to an httptest server, whatever their host.
func site(t *testing.T, h http.HandlerFunc) *Client {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return NewWith(toServer{s})
}

type toServer struct{ *httptest.Server }

func (s toServer) RoundTrip(r *http.Request) (*http.Response, error) {
	out := r.Clone(r.Context())
	out.Host = r.URL.Host
	out.URL.Scheme, out.URL.Host = "http", s.Listener.Addr().String()
	resp, err := s.Client().Transport.RoundTrip(out)
	if resp != nil {
		resp.Request = r
	}
	return resp, err
}

const page = "https://example.com/page"

func TestGet(t *testing.T) {
	c := site(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "Text/HTML; Charset=utf-8")
		io.WriteString(w, "<title>x</title>")
	})
	p, err := c.Get(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	if string(p.Body) != "<title>x</title>" || p.Cut || p.MediaType() != "text/html" || p.URL.String() != page {
		t.Errorf("got %q, cut %v, %q, %s", p.Body, p.Cut, p.MediaType(), p.URL)
	}
}

// What goes out, after a redirect to another site too.
func TestRequestHeaders(t *testing.T) {
	var got []http.Header
	c := site(t, func(w http.ResponseWriter, r *http.Request) {
		got = append(got, r.Header.Clone())
		w.Header().Set("Set-Cookie", "a=b")
		w.Header().Set("Content-Type", "application/json")
		if r.Host == "one.example.com" {
			http.Redirect(w, r, "https://two.example.com/", http.StatusFound)
			return
		}
		io.WriteString(w, "{}")
	})
	var v any
	if err := c.GetJSON(t.Context(), "https://one.example.com/secret-path", "the-key", &v); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 {
		t.Fatalf("%d requests, want 2", len(got))
	}
	for i, h := range got {
		if !strings.Contains(h.Get("User-Agent"), "remoted") {
			t.Errorf("request %d has User-Agent %q, want the project's name in it", i, h.Get("User-Agent"))
		}
		for _, name := range []string{"Referer", "Cookie", "Authorization", "Origin"} {
			if v, ok := h[name]; ok {
				t.Errorf("request %d has %s %q, want none", i, name, v)
			}
		}
	}
	if k := got[0].Get(secretHeader); k != "the-key" {
		t.Errorf("the first site got the key %q, want it", k)
	}
	if k := got[1].Get(secretHeader); k != "" {
		t.Errorf("the second site got the key %q, want none", k)
	}
}

func TestRedirects(t *testing.T) {
	for n, want := range map[int]Kind{0: "", maxRedirects: "", maxRedirects + 1: Redirects, 1 << 20: Redirects} {
		asked := 0
		c := site(t, func(w http.ResponseWriter, r *http.Request) {
			if asked++; asked <= n {
				http.Redirect(w, r, fmt.Sprintf("/%d", asked), http.StatusMovedPermanently)
			}
		})
		_, err := c.Get(t.Context(), page)
		if (err != nil || want != "") && !IsKind(err, want) {
			t.Errorf("%d redirects: %v, want kind %q", n, err, want)
		}
		if asked > maxRedirects+1 {
			t.Errorf("%d requests, want at most %d", asked, maxRedirects+1)
		}
	}
}

func TestRedirectLoop(t *testing.T) {
	asked := 0
	c := site(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		http.Redirect(w, r, page, http.StatusFound)
	})
	if _, err := c.Get(t.Context(), page); !IsKind(err, Redirects) {
		t.Errorf("got %v, want kind %s", err, Redirects)
	}
	if asked != maxRedirects+1 {
		t.Errorf("%d requests, want %d", asked, maxRedirects+1)
	}
}

// endless is a body of 10 GB that counts what is taken of it.
type endless struct {
	line  string
	left  int64
	taken atomic.Int64
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	from := int(e.taken.Load()) % len(e.line)
	n := copy(p, strings.Repeat(e.line, len(p)/len(e.line)+2)[from:])
	e.left -= int64(n)
	e.taken.Add(int64(n))
	return n, nil
}
func (e *endless) Close() error { return nil }

const tenGB = 10 << 30

// respond is a transport that answers with a body of any kind.
type respond struct {
	header http.Header
	body   io.ReadCloser
	length int64
}

func (r respond) RoundTrip(req *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Header: r.header, Body: r.body, ContentLength: r.length, Request: req}, nil
}

func typed(kind string, more ...string) http.Header {
	h := http.Header{"Content-Type": {kind}}
	for i := 0; i < len(more); i += 2 {
		h.Set(more[i], more[i+1])
	}
	return h
}

func TestTenGigabytePage(t *testing.T) {
	body := &endless{line: "<p>more</p>\n", left: tenGB}
	p, err := NewWith(respond{typed("text/html"), body, -1}).Get(t.Context(), page)
	if err != nil || len(p.Body) != MaxBody || !p.Cut {
		t.Fatalf("got %v; want the first %d bytes, cut", err, MaxBody)
	}
	if n := body.taken.Load(); n > MaxBody+sniffed+1 {
		t.Errorf("%d bytes were read, want at most %d", n, MaxBody)
	}
}

func TestTenGigabyteJSON(t *testing.T) {
	for _, length := range []int64{-1, tenGB} {
		body := &endless{line: "[[[[", left: tenGB}
		var v any
		err := NewWith(respond{typed("application/json"), body, length}).GetJSON(t.Context(), page, "", &v)
		if !IsKind(err, TooLarge) {
			t.Errorf("length %d: got %v, want kind %s", length, err, TooLarge)
		}
		if n := body.taken.Load(); n > MaxBody+sniffed+1 {
			t.Errorf("length %d: %d bytes were read", length, n)
		}
	}
}

// Of a film only what tells its type is read, whatever the site says it is.
func TestFilm(t *testing.T) {
	for _, kind := range []string{"video/mp4", "application/octet-stream", "text/html", ""} {
		body := &endless{line: "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", left: tenGB}
		p, err := NewWith(respond{typed(kind), body, tenGB}).Get(t.Context(), page)
		if err != nil || len(p.Body) != sniffed || !p.Cut {
			t.Errorf("%q: got %v, want %d bytes, cut", kind, err, sniffed)
		}
		if n := body.taken.Load(); n > sniffed {
			t.Errorf("%q: %d bytes were read, want %d", kind, n, sniffed)
		}
	}
}

func gzipped(b []byte) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

func TestGzip(t *testing.T) {
	text := []byte(strings.Repeat("<p>hello</p>", 1000))
	body := io.NopCloser(bytes.NewReader(gzipped(text)))
	p, err := NewWith(respond{typed("text/html", "Content-Encoding", "GZIP"), body, -1}).Get(t.Context(), page)
	if err != nil || !bytes.Equal(p.Body, text) || p.Cut {
		t.Errorf("got %v, want %d bytes whole", err, len(text))
	}
}

// bomb is 1 GB of spaces in 1 MB: a thousand packed members, one after the other.
func bomb(t *testing.T) []byte {
	t.Helper()
	b := bytes.Repeat(gzipped(bytes.Repeat([]byte(" "), 1<<20)), 1<<10)
	if len(b) > MaxBody {
		t.Fatalf("the bomb has %d bytes", len(b))
	}
	return b
}

func TestGzipBomb(t *testing.T) {
	b := bomb(t)
	for _, kind := range []string{"text/html", "application/rss+xml"} {
		body := bytes.NewReader(b)
		p, err := NewWith(respond{typed(kind, "Content-Encoding", "gzip"), io.NopCloser(body), -1}).Get(t.Context(), page)
		if err != nil || len(p.Body) != MaxBody || !p.Cut {
			t.Errorf("%s: got %v, want %d bytes, cut", kind, err, MaxBody)
		}
		if taken := len(b) - body.Len(); taken > len(b)/100 {
			t.Errorf("%s: %d of %d bytes were unpacked", kind, taken, len(b))
		}
	}
	var v any
	body := io.NopCloser(bytes.NewReader(b))
	err := NewWith(respond{typed("application/json", "Content-Encoding", "gzip"), body, -1}).GetJSON(t.Context(), page, "", &v)
	if !IsKind(err, TooLarge) {
		t.Errorf("JSON: got %v, want kind %s", err, TooLarge)
	}
}

// Packed members that hold nothing unpack to nothing for ever: the wire's side is
// bounded as well.
func TestEndlessEmptyGzip(t *testing.T) {
	body := &endless{line: string(gzipped(nil)), left: tenGB}
	_, err := NewWith(respond{typed("text/html", "Content-Encoding", "gzip"), body, -1}).Get(t.Context(), page)
	if err == nil {
		t.Error("got a page, want an error")
	}
	if n := body.taken.Load(); n > MaxBody+8192 {
		t.Errorf("%d bytes were read, want at most %d", n, MaxBody)
	}
}

func TestBrokenBodies(t *testing.T) {
	packed := gzipped(bytes.Repeat([]byte("hello world, "), 1000))
	corrupt := bytes.Clone(packed)
	for i := 12; i < len(corrupt)-8; i++ {
		corrupt[i] = 0xff
	}
	checksum := bytes.Clone(packed)
	checksum[len(checksum)-6] ^= 0xff
	tests := []struct {
		name, encoding string
		body           []byte
		want           Kind
	}{
		{"no gzip at all", "gzip", []byte("plain text that is long enough"), Malformed},
		{"corrupt gzip", "gzip", corrupt, Malformed},
		{"wrong checksum", "gzip", checksum, Malformed},
		{"broken off", "gzip", packed[:len(packed)-12], Unreachable},
		{"empty", "gzip", nil, Unreachable},
		{"brotli", "br", []byte("xx"), WrongType},
		{"twice", "gzip, gzip", gzipped(packed), WrongType},
	}
	for _, tt := range tests {
		body := io.NopCloser(bytes.NewReader(tt.body))
		_, err := NewWith(respond{typed("text/html", "Content-Encoding", tt.encoding), body, -1}).Get(t.Context(), page)
		if !IsKind(err, tt.want) {
			t.Errorf("%s: got %v, want kind %s", tt.name, err, tt.want)
		}
	}
}

// A body that says it is longer than it is.
func TestBrokenOff(t *testing.T) {
	c := site(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "100000")
		io.WriteString(w, strings.Repeat("x", 5000))
	})
	if _, err := c.Get(t.Context(), page); !IsKind(err, Unreachable) {
		t.Errorf("got %v, want kind %s", err, Unreachable)
	}
}

func TestJSONTypes(t *testing.T) {
	tests := []struct {
		kind, body string
		want       Kind
	}{
		{"application/json; charset=utf-8", `{"a":1}`, ""},
		{"application/activity+json", `{"a":1}`, ""},
		{"text/javascript", `{"a":1}`, ""},
		{"text/html", `{"a":1}`, WrongType},
		{"video/mp4", `{"a":1}`, WrongType},
		{"", `{"a":1}`, WrongType},
		{";;;", `{"a":1}`, WrongType},
		{"application/json", `<html>sorry</html>`, Malformed},
		{"application/json", `{"a":`, Malformed},
		{"application/json", ``, Malformed},
		{"application/json", `{"a":"text"}`, Malformed},
		{"application/json", strings.Repeat("[", 1<<20), Malformed},
		{"application/json", "\x00\x01\x02", Malformed},
	}
	for _, tt := range tests {
		var v struct{ A int }
		body := io.NopCloser(strings.NewReader(tt.body))
		err := NewWith(respond{typed(tt.kind), body, -1}).GetJSON(t.Context(), page, "", &v)
		if (err != nil || tt.want != "") && !IsKind(err, tt.want) {
			t.Errorf("%s %.20q: got %v, want kind %q", tt.kind, tt.body, err, tt.want)
		}
	}
}

func TestStatus(t *testing.T) {
	for status, temporary := range map[int]bool{401: false, 403: false, 404: false, 410: false, 429: true, 500: true, 503: true} {
		c := site(t, func(w http.ResponseWriter, r *http.Request) { http.Error(w, "<b>their text</b>", status) })
		_, err := c.Get(t.Context(), page)
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Kind != Refused || Status(err) != status || e.Temporary() != temporary {
			t.Errorf("%d: got %#v, want a refusal, temporary %v", status, err, temporary)
		}
		if strings.Contains(err.Error(), "their text") {
			t.Errorf("%d: the message quotes the site: %q", status, err)
		}
	}
}

func TestLargeHeaders(t *testing.T) {
	i := newInternet(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Long", strings.Repeat("x", 2*maxHeaders))
	}))
	i.name("example.com", outside)
	if _, err := i.client.Get(t.Context(), "http://example.com:"+i.port+"/"); !IsKind(err, Unreachable) {
		t.Errorf("got %v, want kind %s", err, Unreachable)
	}
}

// drip is a body that sends a byte a second until it is closed.
type drip struct{ ctx context.Context }

func (d drip) Read(p []byte) (int, error) {
	select {
	case <-d.ctx.Done():
		return 0, d.ctx.Err()
	case <-time.After(time.Second):
		p[0] = 'x'
		return 1, nil
	}
}
func (drip) Close() error { return nil }

type transportFunc func(*http.Request) (*http.Response, error)

func (f transportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestSlow(t *testing.T) {
	slow := map[string]transportFunc{
		"body": func(r *http.Request) (*http.Response, error) {
			return respond{typed("text/html"), drip{r.Context()}, -1}.RoundTrip(r)
		},
		"answer": func(r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			return nil, r.Context().Err()
		},
		"redirects": func(r *http.Request) (*http.Response, error) {
			time.Sleep(2 * time.Second)
			if err := r.Context().Err(); err != nil {
				return nil, err
			}
			return &http.Response{StatusCode: 302, Header: http.Header{"Location": {"/again"}}, Body: http.NoBody, Request: r}, nil
		},
	}
	for name, answer := range slow {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			_, err := NewWith(answer).Get(t.Context(), page)
			if !IsKind(err, TooSlow) {
				t.Errorf("slow %s: got %v, want kind %s", name, err, TooSlow)
			}
			if took := time.Since(start); took < Timeout || took > Timeout+time.Second {
				t.Errorf("slow %s: took %v, want %v", name, took, Timeout)
			}
		})
	}
}

func TestClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ended := false
		c := NewWith(transportFunc(func(r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			ended = true
			return nil, r.Context().Err()
		}))
		impatient, cancel := context.WithCancel(t.Context())
		go c.Get(impatient, page)
		synctest.Wait()
		cancel() // nobody waits for the request any more
		start := time.Now()
		c.Close()
		if !ended || time.Since(start) != 0 {
			t.Errorf("the request has ended: %v, after %v; want at once", ended, time.Since(start))
		}
		if _, err := c.Get(t.Context(), page); !IsKind(err, Unreachable) {
			t.Errorf("after Close: %v, want kind %s", err, Unreachable)
		}
		c.Close()
	})
}

func TestOneFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int32
		c := NewWith(transportFunc(func(r *http.Request) (*http.Response, error) {
			asked.Add(1)
			time.Sleep(time.Second)
			return respond{typed("text/plain"), io.NopCloser(strings.NewReader(r.URL.Path)), -1}.RoundTrip(r)
		}))
		impatient, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		var wg sync.WaitGroup
		for range 50 {
			wg.Go(func() {
				if p, err := c.Get(t.Context(), page); err != nil || string(p.Body) != "/page" {
					t.Errorf("got %v", err)
				}
			})
			wg.Go(func() {
				if _, err := c.Get(impatient, page); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("the impatient got %v, want their own deadline", err)
				}
			})
		}
		wg.Wait()
		if n := asked.Load(); n != 1 {
			t.Errorf("%d requests, want 1", n)
		}
	})
}
