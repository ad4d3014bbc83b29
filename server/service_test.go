package server

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"remoted/eventlog"
	"remoted/library"
	"remoted/playlist"
	"remoted/resolver"
	"remoted/session"
)

// patience is how long a test waits for what has to come, on a machine that does much
// else.
const patience = 3 * time.Minute

// service is a server under test, on a port of its own, as main wires it.
type service struct {
	t        *testing.T
	log      eventlog.Log
	library  *library.Library
	sessions *session.Registry
	server   *Server
	config   Config
	address  string // host and port
	served   chan error
	http     *http.Client
	stopped  bool
	ttl      time.Duration   // of sessions; 0: the usual one
	onEnd    func(id string) // of sessions; nil: nobody is told

	listen func() (net.Listener, error)
	onDial func(*websocket.Conn) // before anything is read
	dialTo func(ctx context.Context, network, address string) (net.Conn, error)
}

// newService starts a server with a fresh log in memory.
func newService(t *testing.T, change ...func(*service)) *service {
	t.Helper()
	s := &service{t: t, log: eventlog.NewMemory(), dialTo: (&net.Dialer{}).DialContext, onDial: func(*websocket.Conn) {}}
	s.listen = func() (net.Listener, error) { return net.Listen("tcp", "127.0.0.1:0") }
	for _, f := range change {
		f(s)
	}
	s.http = &http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true, DialContext: s.dialTo},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Timeout:       patience,
	}
	s.start()
	t.Cleanup(s.stop)
	return s
}

// withLibrary serves the test media.
func withLibrary(s *service) {
	s.t.Helper()
	var err error
	if s.library, err = library.Open(context.Background(), []string{"../testdata/media"}, library.Options{}); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { s.library.Close() })
}

func withLog(log eventlog.Log) func(*service) { return func(s *service) { s.log = log } }

func withPublicURL(address string) func(*service) {
	return func(s *service) {
		u, err := url.Parse(address)
		if err != nil {
			s.t.Fatal(err)
		}
		s.config.PublicURL = u
	}
}

func withProxy(network string) func(*service) {
	return func(s *service) { s.config.TrustedProxies = []netip.Prefix{netip.MustParsePrefix(network)} }
}

// start opens the sessions and serves them.
func (s *service) start() {
	s.t.Helper()
	silent := slog.New(slog.DiscardHandler)
	var err error
	s.sessions, err = session.Open(context.Background(), session.Config{Log: s.log, Resolver: s.resolver(), Logger: silent, TTL: s.ttl, OnEnd: s.onEnd})
	if err != nil {
		s.t.Fatal(err)
	}
	l, err := s.listen()
	if err != nil {
		s.t.Fatal(err)
	}
	s.config.Sessions, s.config.Library, s.config.Logger = s.sessions, s.library, silent
	if s.server, err = New(s.config, l.Addr()); err != nil {
		s.t.Fatal(err)
	}
	s.address, s.served, s.stopped = l.Addr().String(), make(chan error, 1), false
	go func() { s.served <- s.server.Serve(l) }()
}

func (s *service) resolver() *resolver.Resolver {
	if s.config.Uploads != nil {
		return resolver.New(nil, resolver.WithUploads(s.uploaded))
	}
	if s.library == nil {
		return resolver.New(nil)
	}
	return resolver.New(func(id string) (playlist.Media, bool) {
		e, ok := s.library.Get(id)
		return playlist.Media{Provider: "library", Ref: e.ID, URL: e.URL(), Title: e.Title, Duration: e.Duration}, ok
	})
}

// stop shuts the server down, unless that was done.
func (s *service) stop() {
	s.t.Helper()
	if s.stopped {
		return
	}
	s.stopped = true
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := errors.Join(s.server.Shutdown(ctx), <-s.served); err != nil {
		s.t.Errorf("Shutdown: %v", err)
	}
}

// restart stops the server and starts another one on the same log.
func (s *service) restart() {
	s.t.Helper()
	s.stop()
	s.start()
}

// answer is an HTTP response, read to its end.
type answer struct {
	status int
	header http.Header
	body   string
}

// do sends a request; header lines are "Name: value".
func (s *service) do(method, path string, header ...string) answer {
	s.t.Helper()
	return s.send(method, path, "", header...)
}

// send is do with a body.
func (s *service) send(method, path, content string, header ...string) answer {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), method, "http://"+s.address+path, strings.NewReader(content))
	if err != nil {
		s.t.Fatal(err)
	}
	for _, h := range header {
		name, value, _ := strings.Cut(h, ": ")
		req.Header.Add(name, value)
		if name == "Host" {
			req.Host = value
		}
	}
	resp, err := s.http.Do(req)
	if err != nil {
		s.t.Fatalf("%s %s: %v", method, path, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatalf("%s %s: %v", method, path, err)
	}
	return answer{resp.StatusCode, resp.Header, string(body)}
}

// want fails the test unless the answer has that status, and reads JSON from it
// if to is not nil.
func (a answer) want(t *testing.T, what string, status int, to any) answer {
	t.Helper()
	if a.status != status {
		t.Fatalf("%s: got status %d %s, want %d", what, a.status, a.body, status)
	}
	if to == nil {
		return a
	}
	if got := a.header.Get("Content-Type"); !strings.HasPrefix(got, "application/json") {
		t.Errorf("%s: got content type %q, want application/json", what, got)
	}
	if err := json.Unmarshal([]byte(a.body), to); err != nil {
		t.Fatalf("%s: %s: %v", what, a.body, err)
	}
	return a
}

// wantError fails the test unless the answer is an error of the contract.
func (a answer) wantError(t *testing.T, what string, status int, code string) answer {
	t.Helper()
	var d struct {
		Error struct{ Code, Message string }
	}
	a.want(t, what, status, &d)
	if d.Error.Code != code || d.Error.Message == "" {
		t.Errorf("%s: got %s, want the code %s and a message", what, a.body, code)
	}
	return a
}

// made is the answer of POST /api/sessions.
type made struct {
	Session, Code, Owner string
	Links                struct{ Player, Remote, QR string }
}

func (s *service) create() made {
	s.t.Helper()
	var m made
	s.do("POST", "/api/sessions").want(s.t, "POST /api/sessions", http.StatusCreated, &m)
	return m
}

// viewed is the answer of GET /api/sessions/{session}.
type viewed struct {
	Epoch string
	Seq   uint64
	State object
}

func (s *service) view(id string) viewed {
	s.t.Helper()
	var v viewed
	s.do("GET", "/api/sessions/"+id).want(s.t, "GET the session", http.StatusOK, &v)
	return v
}
