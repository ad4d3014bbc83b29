package resolver

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// The tests of this package ask no real service. What the services answer in them
// was written for this project after the documentation of their APIs, with made-up
// values; an httptest server gives these answers through a transport that leads
// every host to it. What differs in reality shows only there.

// web is the services of a test: answers by address.
type web struct {
	t       *testing.T
	answers map[string]answer

	mu    sync.Mutex
	asked []string
	last  http.Header // of the last request
}

type answer struct {
	kind   string // content type; "" is JSON
	body   string
	status int // 0 is 200
	header []string
}

func newWeb(t *testing.T, answers map[string]answer) *web {
	t.Helper()
	return &web{t: t, answers: answers}
}

// resolver returns one that asks w, and nobody else.
func (w *web) resolver(options ...Option) *Resolver {
	s := httptest.NewServer(w)
	w.t.Cleanup(s.Close)
	return New(nil, append([]Option{withClient(fetch.NewWith(toServer{s}))}, options...)...)
}

type toServer struct{ *httptest.Server }

func (s toServer) RoundTrip(r *http.Request) (*http.Response, error) {
	out := r.Clone(r.Context())
	out.Header.Set("X-Asked", r.URL.String())
	out.URL.Scheme, out.URL.Host = "http", s.Listener.Addr().String()
	resp, err := s.Client().Transport.RoundTrip(out)
	if resp != nil {
		resp.Request = r
	}
	return resp, err
}

func (w *web) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	address := r.Header.Get("X-Asked")
	w.mu.Lock()
	w.asked = append(w.asked, address)
	w.last = r.Header.Clone()
	a, ok := w.answers[address]
	w.mu.Unlock()
	if !ok {
		a = answer{kind: "text/plain", body: "no such page", status: http.StatusNotFound}
	}
	if a.kind == "" {
		a.kind = "application/json; charset=utf-8"
	}
	rw.Header()["Content-Type"] = []string{a.kind}
	for i := 0; i+1 < len(a.header); i += 2 {
		rw.Header().Set(a.header[i], a.header[i+1])
	}
	if a.status != 0 {
		rw.WriteHeader(a.status)
	}
	io.WriteString(rw, a.body)
}

// requests returns the addresses that were asked since the last call.
func (w *web) requests() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	asked := w.asked
	w.asked = nil
	return asked
}

func (w *web) expect(want ...string) {
	w.t.Helper()
	if got := w.requests(); !slices.Equal(got, want) {
		w.t.Errorf("asked\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// resolved is Resolve of an address that it has to know.
func resolved(t *testing.T, r *Resolver, address string) playlist.Media {
	t.Helper()
	m, err := r.Resolve(address)
	if err != nil {
		t.Fatalf("Resolve(%q): %v", address, err)
	}
	return m
}

// lookup is Resolve and Lookup, without an error.
func lookup(t *testing.T, r *Resolver, address string) playlist.Media {
	t.Helper()
	m, err := r.Lookup(t.Context(), resolved(t, r, address))
	if err != nil {
		t.Fatalf("Lookup(%q): %v", address, err)
	}
	return m
}

func same(t *testing.T, what string, got, want playlist.Media) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}
