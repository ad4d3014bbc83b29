package client_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/gorilla/websocket"

	"remoted/client"
)

// lossy is a proxy for WebSockets that keeps messages of the server to itself: what
// no real server does, and what a client must notice all the same.
type lossy struct {
	*httptest.Server
	keep func(frame string) bool

	mu   sync.Mutex
	sent []string // by the client
}

func startLossy(t *testing.T, target string, keep func(frame string) bool) *lossy {
	p := &lossy{keep: keep}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		near, err := new(websocket.Upgrader).Upgrade(w, r, nil)
		if err != nil {
			t.Error(err)
			return
		}
		defer near.Close()
		far, _, err := websocket.DefaultDialer.Dial("ws://"+target+"/ws", nil)
		if err != nil {
			t.Error(err)
			return
		}
		var down sync.WaitGroup
		down.Go(func() {
			defer near.Close()
			for {
				_, frame, err := far.ReadMessage()
				if err != nil || !p.keep(string(frame)) && near.WriteMessage(websocket.TextMessage, frame) != nil {
					return
				}
			}
		})
		for {
			_, frame, err := near.ReadMessage()
			if err != nil {
				break
			}
			p.mu.Lock()
			p.sent = append(p.sent, string(frame)) // before anybody can have an answer to it
			p.mu.Unlock()
			if far.WriteMessage(websocket.TextMessage, frame) != nil {
				break
			}
		}
		far.Close()
		down.Wait()
	}))
	t.Cleanup(p.Close)
	return p
}

// count is how many messages of that event the client sent.
func (p *lossy) count(event string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := 0
	for _, frame := range p.sent {
		if strings.HasPrefix(frame, `{"event":"`+event+`"`) {
			n++
		}
	}
	return n
}

// holds makes a filter that keeps the first frame with each of these texts in it.
func holds(texts ...string) func(string) bool {
	var mu sync.Mutex
	return func(frame string) bool {
		mu.Lock()
		defer mu.Unlock()
		for i, text := range texts {
			if text != "" && strings.Contains(frame, text) {
				texts[i] = ""
				return true
			}
		}
		return false
	}
}

func TestGapIsFilled(t *testing.T) {
	s := startServer(t)
	made := s.create()
	p := startLossy(t, s.address, holds(`"seq":2,`, `"seq":4,`))
	o := quick("Ann")
	o.OnEvent = (&trace{t: t, name: "Ann"}).see
	c := dial(t, p.URL+"/s/"+made.Session, o)
	bob := dial(t, s.link(made.Session), client.Options{Name: "Bob"})
	stream := c.Events()
	defer stream.Close()
	for _, title := range []string{"a", "b", "c", "d", "e"} {
		add(t, bob, title)
		if title == "c" {
			waitFor(t, stream, "the events of the gap", func(e client.Event) bool { return e.Seq == 3 })
		}
	}
	// Its own request is answered only when the events before it are here.
	seq := add(t, c, "f")
	if got := c.State().Seq; got < seq {
		t.Errorf("acknowledged as %d while the state is that of %d", seq, got)
	}
	s.same(c)
	if got := p.count("sync"); got != 2 {
		t.Errorf("got %d syncs, want 2", got)
	}
	if got := p.count("register"); got != 1 {
		t.Errorf("got %d registers, want 1: no connection was lost", got)
	}
}

// TestOwnEventInAGap loses the event before the client's own, so that the
// acknowledgement comes before what it rests on.
func TestOwnEventInAGap(t *testing.T) {
	s := startServer(t)
	made := s.create()
	p := startLossy(t, s.address, holds(`"seq":1,`))
	c := dial(t, p.URL+"/s/"+made.Session, quick("Ann"))
	bob := dial(t, s.link(made.Session), client.Options{Name: "Bob"})
	add(t, bob, "a")
	r, err := c.Do(soon(t), "add", adding("b"))
	check(t, err)
	if got := c.State(); r.Seq != 2 || got.Seq != 2 || len(got.State.Items) != 2 {
		t.Errorf("got seq %d, state at %d with %d items; want 2, 2, 2", r.Seq, got.Seq, len(got.State.Items))
	}
	s.same(c)
}
