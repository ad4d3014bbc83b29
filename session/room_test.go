package session

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"remoted/eventlog"
	"remoted/playlist"
	"remoted/protocol"
)

// room is a session under test, on a log that can be told to fail. It lives in a
// synctest bubble, where time passes only when everybody waits.
type room struct {
	t        *testing.T
	log      *faultyLog
	registry *Registry
	resolver Resolver // nil: anyAddress
	fallback Fallback
	created  Created
	ended    []string // sessions that OnEnd was called for
}

// inRoom runs a test in a bubble of its own with a fresh session.
func inRoom(t *testing.T, test func(t *testing.T, r *room)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r := &room{t: t, log: &faultyLog{Log: eventlog.NewMemory()}}
		r.open()
		t.Cleanup(r.close)
		var err error
		if r.created, err = r.registry.Create(t.Context()); err != nil {
			t.Fatalf("Create: %v", err)
		}
		test(t, r)
	})
}

func (r *room) open() {
	r.t.Helper()
	resolver := r.resolver
	if resolver == nil {
		resolver = anyAddress{}
	}
	var err error
	r.registry, err = Open(context.Background(), Config{
		Log: r.log, Resolver: resolver, Fallback: r.fallback, Logger: slog.New(slog.DiscardHandler),
		OnEnd: func(session string) { r.ended = append(r.ended, session) },
	})
	if err != nil {
		r.t.Fatalf("Open: %v", err)
	}
}

func (r *room) close() {
	r.t.Helper()
	if err := r.registry.Close(context.Background()); err != nil {
		r.t.Errorf("Close: %v", err)
	}
}

// crash leaves the registry without a word and opens the log again.
func (r *room) crash() {
	r.t.Helper()
	old := r.registry
	kept := r.log.swap(eventlog.NewMemory()) // what the old one still does is lost
	if err := old.Close(context.Background()); err != nil {
		r.t.Fatalf("Close: %v", err)
	}
	r.log.swap(kept)
	r.open()
}

// anyAddress resolves everything but what its name says.
type anyAddress struct{}

func (anyAddress) Resolve(address string) (playlist.Media, error) {
	switch address {
	case "no-address":
		return playlist.Media{}, errors.New("this is no address")
	case "unsupported":
		return playlist.Media{}, fmt.Errorf("this cannot be played: %w", errors.ErrUnsupported)
	}
	return playlist.Media{Provider: "file", Ref: address, URL: address, Title: address}, nil
}

// message is a frame that a client was sent.
type message struct {
	Event string
	Seq   uint64
	At    int64
	By    string
	ID    string
	Data  json.RawMessage
	Error *protocol.Error
}

func (m message) String() string {
	return fmt.Sprintf("%s seq %d id %q %s %v", m.Event, m.Seq, m.ID, m.Data, m.Error)
}

// peer is a client with a connection that keeps what it is sent.
type peer struct {
	room   *room
	client *Client
	lastID int

	mu     sync.Mutex
	frames []protocol.Frame
	closed protocol.Close
}

func (p *peer) Send(f protocol.Frame) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.frames = append(p.frames, f)
}

func (p *peer) Close(c protocol.Close) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = c
}

// seen is what the peer was sent so far, and the code that it was closed with.
func (p *peer) seen() ([]protocol.Frame, protocol.Close) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.frames), p.closed
}

// join brings a client in, and waits until it was answered.
func (r *room) join(role protocol.Role, change ...func(*protocol.Register)) *peer {
	r.t.Helper()
	p, refusal := r.tryJoin(role, change...)
	if refusal != nil {
		r.t.Fatalf("join as %s: %v", role, refusal)
	}
	return p
}

func (r *room) tryJoin(role protocol.Role, change ...func(*protocol.Register)) (*peer, *protocol.Error) {
	p := &peer{room: r}
	reg := protocol.Register{Protocol: protocol.Version, Session: r.created.Session, Role: role}
	for _, f := range change {
		f(&reg)
	}
	client, refusal := r.registry.Join(context.Background(), "register", reg, p)
	p.client = client
	synctest.Wait()
	return p, refusal
}

func returning(p *peer) func(*protocol.Register) {
	return func(r *protocol.Register) { r.Client = p.client.ID() }
}

// having resumes from an event of the log with that epoch.
func having(epoch string, seq uint64) func(*protocol.Register) {
	return func(r *protocol.Register) { r.Resume = &protocol.Resume{Epoch: epoch, Seq: seq} }
}

// leave ends the client's connection.
func (p *peer) leave() {
	p.client.Leave()
	synctest.Wait()
}

// post sends a message without waiting for what it brings about. The id is the
// peer's next one unless the event brings its own after a space: "undo 7".
func (p *peer) post(event, data string) string {
	p.room.t.Helper()
	event, id, given := strings.Cut(event, " ")
	if !given {
		p.lastID++
		id = strconv.Itoa(p.lastID)
	}
	if data == "" {
		data = "null"
	}
	m, err := protocol.Decode(fmt.Appendf(nil, `{"event":%q,"id":%q,"data":%s}`, event, id, data), true)
	if err != nil {
		p.room.t.Fatalf("%s %s: %v", event, data, err)
	}
	p.client.Handle(m)
	return id
}

// ask sends a message and returns what answered it.
func (p *peer) ask(event, data string) message {
	p.room.t.Helper()
	seen, _ := p.seen()
	n := len(seen)
	id := p.post(event, data)
	synctest.Wait()
	for _, m := range p.since(n) {
		if m.ID == id && (m.By == "" || m.By == p.client.ID()) {
			return m
		}
	}
	p.room.t.Fatalf("%s %s: no answer to %q among %v", event, data, id, p.since(n))
	return message{}
}

// must is ask for what has to be accepted as an event.
func (p *peer) must(event, data string) message {
	p.room.t.Helper()
	m := p.ask(event, data)
	if m.Error != nil || m.Seq == 0 || m.Event == protocol.EventAck {
		p.room.t.Fatalf("%s %s: got %v, want an event", event, data, m)
	}
	return m
}

// command sends a player command, such as "play" or `seek,"position":5`.
func (p *peer) command(name string) message {
	p.room.t.Helper()
	name, rest, _ := strings.Cut(name, ",")
	if rest != "" {
		rest = "," + rest
	}
	return p.ask("command", fmt.Sprintf(`{"name":%q%s}`, name, rest))
}

// report says what a player sees of an item.
func (p *peer) report(item, status string, position time.Duration) {
	p.room.t.Helper()
	p.ask("report", fmt.Sprintf(`{"item":%q,"status":%q,"position":%d,"reason":"because"}`, item, status, position.Milliseconds()))
}

// add puts items at the end of the list and returns their ids.
func (p *peer) add(addresses ...string) []string {
	p.room.t.Helper()
	var items []string
	for _, a := range addresses {
		items = append(items, fmt.Sprintf(`{"url":%q}`, a))
	}
	m := p.must("add", `{"items":[`+strings.Join(items, ",")+`]}`)
	var d protocol.AddData
	if err := json.Unmarshal(m.Data, &d); err != nil {
		p.room.t.Fatal(err)
	}
	ids := make([]string, len(d.Items))
	for i, it := range d.Items {
		ids[i] = it.ID
	}
	return ids
}

// since returns the messages after the first n.
func (p *peer) since(n int) []message {
	p.room.t.Helper()
	frames, _ := p.seen()
	out := make([]message, 0, len(frames)-n)
	for _, f := range frames[n:] {
		var m message
		if err := json.Unmarshal(f, &m); err != nil {
			p.room.t.Fatalf("%s: %v", f, err)
		}
		out = append(out, m)
	}
	return out
}

// events are the sequenced ones that the peer was sent live.
func (p *peer) events() []message {
	p.room.t.Helper()
	var out []message
	for _, m := range p.since(0) {
		if m.Seq > 0 && m.At > 0 {
			out = append(out, m)
		}
	}
	return out
}

// named are the last messages of that name, newest last.
func (p *peer) named(event string) []message {
	p.room.t.Helper()
	var out []message
	for _, m := range p.since(0) {
		if m.Event == event {
			out = append(out, m)
		}
	}
	return out
}

// count is the number of frames that begin so, without reading them.
func (p *peer) count(prefix string) int {
	n := 0
	frames, _ := p.seen()
	for _, f := range frames {
		if bytes.HasPrefix(f, []byte(prefix)) {
			n++
		}
	}
	return n
}

// playback is the last one that the peer was told.
func (p *peer) playback() protocol.Playback {
	p.room.t.Helper()
	var out protocol.Playback
	for _, m := range p.since(0) {
		var d struct {
			Playback *protocol.Playback
			State    *protocol.State
		}
		if err := json.Unmarshal(m.Data, &d); len(m.Data) > 0 && err != nil {
			p.room.t.Fatalf("%s: %v", m.Data, err)
		}
		switch {
		case d.Playback != nil:
			out = *d.Playback
		case d.State != nil:
			out = d.State.Playback
		}
	}
	return out
}

// registered is the data of the peer's registered message.
func (p *peer) registered() (d struct {
	Epoch  string
	State  *protocol.State
	Events []message
}, seq uint64) {
	p.room.t.Helper()
	m := p.since(0)[0]
	if m.Event != protocol.EventRegistered {
		p.room.t.Fatalf("first message: got %v, want registered", m)
	}
	if err := json.Unmarshal(m.Data, &d); err != nil {
		p.room.t.Fatal(err)
	}
	return d, m.Seq
}

// pass lets time pass and waits for what it brings about.
func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// wantPlayback fails the test unless the peer was told that status.
func (p *peer) wantPlayback(when, status string, held bool) {
	p.room.t.Helper()
	if got := p.playback(); got.Status != status || got.Held != held {
		p.room.t.Fatalf("%s: got %s, held %v; want %s, held %v", when, got.Status, got.Held, status, held)
	}
}

// wantPosition fails the test unless the last playback stands at that position.
func (p *peer) wantPosition(when string, want time.Duration) {
	p.room.t.Helper()
	if got := p.playback().Position; got != want.Milliseconds() {
		p.room.t.Fatalf("%s: got position %d, want %d", when, got, want.Milliseconds())
	}
}

// view is the state as the API shows it. It wakes the session up.
func (r *room) view() View {
	r.t.Helper()
	v, err := r.registry.View(context.Background(), r.created.Session)
	if err != nil {
		r.t.Fatalf("View: %v", err)
	}
	synctest.Wait()
	return v
}

func unmarshal(t *testing.T, b []byte, to any) {
	t.Helper()
	if err := json.Unmarshal(b, to); err != nil {
		t.Fatalf("%s: %v", b, err)
	}
}
