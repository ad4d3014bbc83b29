package client_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"testing"
	"time"

	"remoted/client"
	"remoted/eventlog"
	"remoted/playlist"
	"remoted/protocol"
	"remoted/server"
	"remoted/session"
)

// patience is how long a test waits for what should happen at once, on a machine that
// does much else.
const patience = 3 * time.Minute

// testServer is a real server, on a log that outlives it.
type testServer struct {
	t       *testing.T
	log     eventlog.Log
	address string // host:port
	srv     *server.Server
	served  chan error
}

func startServer(t *testing.T) *testServer {
	t.Helper()
	s := &testServer{t: t, log: eventlog.NewMemory(), address: "127.0.0.1:0"}
	s.start()
	t.Cleanup(s.stop)
	return s
}

// anyLink takes every address for a file, and asks nobody what it is.
type anyLink struct{}

func (anyLink) Resolve(address string) (playlist.Media, error) {
	return playlist.Media{Provider: "file", Ref: address, URL: address, Title: "untitled"}, nil
}

func (s *testServer) start() {
	s.t.Helper()
	logger := slog.New(slog.DiscardHandler)
	l := s.listen()
	s.address = l.Addr().String()
	sessions, err := session.Open(context.Background(), session.Config{Log: s.log, Resolver: anyLink{}, Logger: logger})
	check(s.t, err)
	srv, err := server.New(server.Config{Sessions: sessions, Logger: logger}, l.Addr())
	check(s.t, err)
	s.srv, s.served = srv, make(chan error, 1)
	go func() { s.served <- srv.Serve(l) }()
}

// listen takes the address; after a restart it is the one of before, which somebody on
// this machine may have taken for a connection of theirs.
func (s *testServer) listen() net.Listener {
	s.t.Helper()
	for late := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		l, err := net.Listen("tcp", s.address)
		if err == nil {
			return l
		}
		if !errors.Is(err, syscall.EADDRINUSE) || time.Now().After(late) {
			s.t.Fatal(err)
		}
	}
}

// stop ends the server as a signal would; its log stays.
func (s *testServer) stop() {
	s.t.Helper()
	if s.srv == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	check(s.t, s.srv.Shutdown(ctx))
	check(s.t, <-s.served)
	s.srv = nil
}

// created is a new session.
type created struct {
	Session, Code string
}

func (s *testServer) create() created {
	s.t.Helper()
	resp, err := http.Post("http://"+s.address+"/api/sessions", "", nil)
	check(s.t, err)
	defer resp.Body.Close()
	defer http.DefaultClient.CloseIdleConnections()
	var c created
	check(s.t, json.NewDecoder(resp.Body).Decode(&c))
	return c
}

func (s *testServer) link(session string) string { return "http://" + s.address + "/s/" + session }

// view is a session as the API shows it.
type view struct {
	Epoch string
	Seq   uint64
	State json.RawMessage
}

func (s *testServer) view(session string) view {
	s.t.Helper()
	resp, err := http.Get("http://" + s.address + "/api/sessions/" + session)
	check(s.t, err)
	defer resp.Body.Close()
	defer http.DefaultClient.CloseIdleConnections()
	body, err := io.ReadAll(resp.Body)
	check(s.t, err)
	var v view
	check(s.t, json.Unmarshal(body, &v))
	return v
}

// list is the session's list, as the API shows it.
func (s *testServer) list(session string) []protocol.Item {
	s.t.Helper()
	var state protocol.State
	check(s.t, json.Unmarshal(s.view(session).State, &state))
	return state.Items
}

// same fails the test unless the client, once it is that far, sees what the API
// shows.
func (s *testServer) same(c *client.Client) {
	s.t.Helper()
	want := s.view(c.Session())
	waitSeq(s.t, c, want.Seq)
	got := c.State()
	text, err := json.Marshal(got.State)
	check(s.t, err)
	if got.Seq != want.Seq || got.Epoch != want.Epoch {
		s.t.Errorf("client is at %s/%d, want %s/%d", got.Epoch, got.Seq, want.Epoch, want.Seq)
	}
	if string(text) != string(want.State) {
		s.t.Errorf("client's state differs\n got %s\nwant %s", text, want.State)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func dial(t *testing.T, target string, o client.Options) *client.Client {
	t.Helper()
	c, err := client.Dial(soon(t), target, o)
	check(t, err)
	t.Cleanup(func() { c.Close() })
	return c
}

// soon ends when a test has waited long enough.
func soon(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	return ctx
}

// waitFor reads a stream until f is true of an event.
func waitFor(t *testing.T, s *client.Stream, what string, f func(client.Event) bool) client.Event {
	t.Helper()
	for e, err := range s.All(soon(t)) {
		if err != nil {
			t.Fatalf("waiting for %s: %v", what, err)
		}
		if f(e) {
			return e
		}
	}
	panic("unreachable")
}

func waitSeq(t *testing.T, c *client.Client, seq uint64) {
	t.Helper()
	s := c.Events()
	defer s.Close()
	waitFor(t, s, "the last event", func(e client.Event) bool { return e.Seq >= seq })
}

func kind(k client.Kind) func(client.Event) bool {
	return func(e client.Event) bool { return e.Kind == k }
}

func send(t *testing.T, c *client.Client, event string, data any) uint64 {
	t.Helper()
	seq, err := c.Send(soon(t), event, data)
	if err != nil {
		t.Fatalf("%s: %v", event, err)
	}
	return seq
}

// add puts items of these titles at the end of the list.
func add(t *testing.T, c *client.Client, titles ...string) uint64 {
	t.Helper()
	return send(t, c, "add", adding(titles...))
}

func adding(titles ...string) protocol.Add {
	var a protocol.Add
	for _, title := range titles {
		a.Items = append(a.Items, protocol.NewItem{URL: "https://example.com/film.mp4", Title: title})
	}
	return a
}

func titles(c *client.Client) []string {
	var all []string
	for _, it := range c.State().State.Items {
		all = append(all, it.Media.Title)
	}
	return all
}
