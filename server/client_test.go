package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// message is what a server sends.
type message struct {
	Event string
	Seq   *uint64
	At    int64
	By    string
	ID    string
	Data  object
	Error *refusal

	raw string
}

type refusal struct {
	Code, Message, Field string
	Seq                  *uint64
	RetryAfter           int64
}

// sequenced are the events that are facts of the session.
var sequenced = map[string]bool{"add": true, "remove": true, "move": true, "upload": true, "update": true, "command": true}

// client is a WebSocket client that knows the contract only. It keeps a state by
// its own reducer, and notes where the order of events is broken.
type client struct {
	t       *testing.T
	service *service
	ws      *websocket.Conn
	session string
	id      string // UUID
	epoch   string
	lastID  int

	mu     sync.Mutex
	more   chan struct{} // closed when something comes
	got    []message
	read   int // messages that were awaited
	state  object
	seq    uint64
	faults []string
	end    error // why reading ended
}

// dial connects without registering.
func (s *service) dial(header ...string) *client {
	s.t.Helper()
	c, resp, err := s.tryDial(header...)
	if err != nil {
		s.t.Fatalf("dial: %v %v", err, resp)
	}
	return c
}

func (s *service) tryDial(header ...string) (*client, *http.Response, error) {
	h := http.Header{}
	for _, line := range header {
		name, value, _ := strings.Cut(line, ": ")
		h.Add(name, value)
	}
	d := websocket.Dialer{HandshakeTimeout: patience, NetDialContext: s.dialTo}
	ws, resp, err := d.DialContext(s.t.Context(), "ws://"+s.address+"/ws", h)
	if err != nil {
		return nil, resp, err
	}
	s.onDial(ws)
	c := &client{t: s.t, service: s, ws: ws, more: make(chan struct{})}
	var done sync.WaitGroup
	done.Go(c.receive)
	s.t.Cleanup(func() {
		ws.Close()
		done.Wait()
		c.mu.Lock()
		defer c.mu.Unlock()
		for _, f := range c.faults {
			s.t.Errorf("client %s: %s", c.id, f)
		}
	})
	return c, resp, nil
}

// join connects and registers.
func (s *service) join(session, role string, more ...string) *client {
	s.t.Helper()
	c := s.dial()
	m := c.register(session, role, more...)
	if m.Event != "registered" {
		s.t.Fatalf("register: got %s, want registered", m.raw)
	}
	return c
}

// register asks to join; more are fields as JSON, such as `"name":"Ann"`.
func (c *client) register(session, role string, more ...string) message {
	c.t.Helper()
	fields := append([]string{fmt.Sprintf(`"protocol":1,"session":%q,"role":%q`, session, role)}, more...)
	return c.ask("register", "{"+strings.Join(fields, ",")+"}")
}

// again connects anew as the same client, with what it has.
func (c *client) again() *client {
	c.t.Helper()
	c.ws.Close()
	return c.service.join(c.session, "remote", fmt.Sprintf(`"client":%q`, c.id))
}

func (c *client) receive() {
	for {
		_, frame, err := c.ws.ReadMessage()
		c.mu.Lock()
		if err != nil {
			c.end = err
		} else {
			c.take(frame)
		}
		close(c.more)
		c.more = make(chan struct{})
		c.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// take follows one message. The caller holds mu.
func (c *client) take(frame []byte) {
	m := message{raw: string(frame)}
	if err := json.Unmarshal(frame, &m); err != nil {
		c.fault("%s: %v", frame, err)
		return
	}
	c.got = append(c.got, m)
	switch {
	case m.Event == "registered" || m.Event == "download":
		c.catchUp(m)
	case sequenced[m.Event]:
		c.follow(m)
	}
}

func (c *client) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

// catchUp takes a state, or the events in place of it.
func (c *client) catchUp(m message) {
	if m.Event == "registered" {
		c.session, c.id, c.epoch = m.Data["session"].(string), m.Data["client"].(string), m.Data["epoch"].(string)
	}
	if m.Seq == nil {
		c.fault("%s names no seq", m.raw)
		return
	}
	if state, ok := m.Data["state"].(object); ok {
		c.state, c.seq = state, *m.Seq
		return
	}
	events, ok := m.Data["events"].([]any)
	if !ok {
		c.fault("%s has neither state nor events", m.raw)
	}
	for _, e := range events {
		var in message
		in.raw = text(e)
		if err := json.Unmarshal([]byte(in.raw), &in); err != nil {
			c.fault("%s: %v", in.raw, err)
			continue
		}
		if c.state != nil && in.Seq != nil && *in.Seq == c.seq+1 {
			c.follow(in)
		}
	}
	if c.state != nil && c.seq != *m.Seq {
		c.fault("%s leads to %d, not %d", m.Event, c.seq, *m.Seq)
	}
}

// follow applies an event, which must be the next one.
func (c *client) follow(m message) {
	if m.Seq == nil || m.At == 0 || m.Data == nil {
		c.fault("%s lacks seq, at or data", m.raw)
		return
	}
	if c.state == nil { // resumed without a state of its own
		c.seq = *m.Seq
		return
	}
	if *m.Seq != c.seq+1 {
		c.fault("event %d came after %d", *m.Seq, c.seq)
	}
	c.state, c.seq = reduce(c.state, m.Data), *m.Seq
}

// write sends a frame as it is.
func (c *client) write(frame string) {
	c.t.Helper()
	if err := c.ws.WriteMessage(websocket.TextMessage, []byte(frame)); err != nil {
		c.t.Fatalf("write %.100s: %v", frame, err)
	}
}

// send sends a message with the next id; an event may bring its own after a space.
func (c *client) send(event, data string) (id string) {
	c.t.Helper()
	event, id, given := strings.Cut(event, " ")
	if !given {
		c.lastID++
		id = strconv.Itoa(c.lastID)
	}
	if data == "" {
		c.write(fmt.Sprintf(`{"event":%q,"id":%q}`, event, id))
	} else {
		c.write(fmt.Sprintf(`{"event":%q,"id":%q,"data":%s}`, event, id, data))
	}
	return id
}

// ask sends a message and returns what answers it.
func (c *client) ask(event, data string) message {
	c.t.Helper()
	c.skip()
	id := c.send(event, data)
	return c.await("an answer to "+event+" "+data, func(m message) bool {
		return m.ID == id && (m.By == "" || m.By == c.id)
	})
}

// must asks for what has to come back as that event.
func (c *client) must(event, data, as string) message {
	c.t.Helper()
	m := c.ask(event, data)
	if m.Event != as || m.Error != nil {
		c.t.Fatalf("%s %s: got %s, want %s", event, data, m.raw, as)
	}
	return m
}

// refused asks for what has to be refused with that code and field.
func (c *client) refused(event, data, code, field string) *refusal {
	c.t.Helper()
	m := c.ask(event, data)
	if m.Event != "error" || m.Error == nil || m.Error.Code != code || m.Error.Field != field || m.Error.Message == "" {
		c.t.Errorf("%s %.200s: got %.300s, want error %s, field %q", event, data, m.raw, code, field)
		return &refusal{}
	}
	return m.Error
}

// command sends a player command: "play", or `seek,"position":5`.
func (c *client) command(name string) message {
	c.t.Helper()
	return c.ask("command", commandJSON(name))
}

func commandJSON(name string) string {
	name, rest, _ := strings.Cut(name, ",")
	if rest != "" {
		rest = "," + rest
	}
	return fmt.Sprintf(`{"name":%q%s}`, name, rest)
}

// skip leaves out of the next await what has come so far.
func (c *client) skip() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.read = len(c.got)
}

// await returns the next message that fits, and fails the test if none comes.
func (c *client) await(what string, fits func(message) bool) message {
	c.t.Helper()
	m, err := c.next(fits, patience)
	if err != nil {
		c.t.Fatalf("waiting for %.200s: %v", what, err)
	}
	return m
}

func (c *client) awaitEvent(name string) message {
	c.t.Helper()
	return c.await(name, func(m message) bool { return m.Event == name })
}

var errNothing = errors.New("nothing came")

func (c *client) next(fits func(message) bool, within time.Duration) (message, error) {
	late := time.NewTimer(within)
	defer late.Stop()
	for {
		c.mu.Lock()
		for c.read < len(c.got) {
			m := c.got[c.read]
			c.read++
			if fits(m) {
				c.mu.Unlock()
				return m, nil
			}
		}
		more, end := c.more, c.end
		c.mu.Unlock()
		if end != nil {
			return message{}, end
		}
		select {
		case <-more:
		case <-late.C:
			return message{}, errNothing
		}
	}
}

// awaitSeq waits until the client has followed the session up to an event.
func (c *client) awaitSeq(seq uint64) {
	c.t.Helper()
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		c.mu.Lock()
		has, more, end := c.seq, c.more, c.end
		c.mu.Unlock()
		if has >= seq {
			return
		}
		if end != nil {
			c.t.Fatalf("waiting for event %d: at %d: %v", seq, has, end)
		}
		select {
		case <-more:
		case <-late.C:
			c.t.Fatalf("waiting for event %d: at %d", seq, has)
		}
	}
}

// awaitClose returns the code with which the connection is closed.
func (c *client) awaitClose() int {
	c.t.Helper()
	_, err := c.next(func(message) bool { return false }, patience)
	e, ok := errors.AsType[*websocket.CloseError](err)
	if !ok {
		c.t.Fatalf("waiting for a close: %v", err)
	}
	return e.Code
}

// alive fails the test unless the connection answers.
func (c *client) alive(after string) {
	c.t.Helper()
	c.skip()
	c.write(`{"event":"ping","id":"alive","data":{"t0":1}}`)
	if m, err := c.next(func(m message) bool { return m.ID == "alive" }, patience); err != nil || (m.Event != "pong" && m.Error.Code != "not_registered") {
		c.t.Fatalf("after %.100s: got %.200s, %v; want the connection to be open", after, m.raw, err)
	}
}

// now is the state that the client's own reducer came to.
func (c *client) now() (object, uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.state, c.seq
}

// all is everything that came.
func (c *client) all() []message {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.got)
}

// events are the sequenced events that were sent live, as they came.
func (c *client) events() []message {
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []message
	for _, m := range c.got {
		if sequenced[m.Event] {
			out = append(out, m)
		}
	}
	return out
}

// add puts addresses at the end and returns the ids of the items.
func (c *client) add(urls ...string) []string {
	c.t.Helper()
	return itemIDs(c.must("add", addData(urls...), "add").Data["items"])
}

// addData is the data of an add; more fields may follow as JSON.
func addData(urls ...string) string {
	items := make([]string, len(urls))
	for i, u := range urls {
		items[i] = fmt.Sprintf(`{"url":%q}`, u)
	}
	return `{"items":[` + strings.Join(items, ",") + `]}`
}

// with adds fields to an object that is JSON.
func with(data, fields string) string { return strings.TrimSuffix(data, "}") + "," + fields + "}" }

// itemIDs reads the ids of items, given whole or by id.
func itemIDs(items any) []string {
	list, _ := items.([]any)
	ids := make([]string, len(list))
	for i, it := range list {
		switch it := it.(type) {
		case string:
			ids[i] = it
		case object:
			ids[i], _ = it["id"].(string)
		}
	}
	return ids
}

// list is the ids of the client's list.
func (c *client) list() []string {
	state, _ := c.now()
	return itemIDs(state["items"])
}

// playback is a field of the client's playback.
func (c *client) playback(field string) any {
	state, _ := c.now()
	p, _ := state["playback"].(object)
	return p[field]
}

// report says what a player sees.
func (c *client) report(item, status string, position int, more ...string) message {
	c.t.Helper()
	fields := append([]string{fmt.Sprintf(`"item":%q,"status":%q,"position":%d`, item, status, position)}, more...)
	return c.ask("report", "{"+strings.Join(fields, ",")+"}")
}
