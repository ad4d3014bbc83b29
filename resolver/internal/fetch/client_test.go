package fetch

import (
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
