package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"
)

const (
	kills   = 3   // how often the program is killed
	writers = 5   // clients that add at the same time
	maxAcks = 150 // acknowledged requests before a kill, at most

	maxMoment = 5 * time.Millisecond // and so long after the last of them
)

// contract.md, "WebSocket": "What was acknowledged survives kill -9". Clients add
// as fast as they can; whenever the program is killed, what was acknowledged is
// there afterwards, in order; and what was not answered is sent again and is
// there once.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	t.Parallel()
	dir := t.TempDir()
	p := start(t, "--listen", "127.0.0.1:0", "--data", dir, "--log-level", "error").ready()
	session := create(t, p.address)
	all := make([]*writer, writers)
	for i := range all {
		all[i] = &writer{name: fmt.Sprint("w", i), client: uuid.NewString(), acked: map[string]uint64{}}
	}
	for range kills {
		var running sync.WaitGroup
		var acks atomic.Int64
		last, moment, victim := 1+rand.Int64N(maxAcks), rand.N(maxMoment), p.Process
		acked := func() {
			if acks.Add(1) == last {
				time.AfterFunc(moment, func() { _ = victim.Kill() })
			}
		}
		for _, w := range all {
			running.Go(func() { w.write(p.address, session, acked) })
		}
		running.Wait() // all connections are gone
		if code := p.end(); code != -1 {
			t.Fatalf("it ended by itself with status %d: %q", code, p.said)
		}
		p = start(t, "--listen", "127.0.0.1:0", "--data", dir, "--log-level", "error").ready()
		checkAcked(t, p.address, session, all)
	}
	p.stop(syscall.SIGTERM)
}

func create(t *testing.T, address string) string {
	t.Helper()
	resp, err := http.Post("http://"+address+"/api/sessions", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var made struct{ Session string }
	if err := json.NewDecoder(resp.Body).Decode(&made); err != nil || resp.StatusCode != http.StatusCreated {
		t.Fatalf("create: %v, %v", resp.Status, err)
	}
	return made.Session
}

// writer is a client that adds one item after the other.
type writer struct {
	name   string
	client string
	next   int               // number of the request that waits for its answer
	acked  map[string]uint64 // title of an item to the seq it was acknowledged with
}

// write adds until the connection ends, beginning with what was not answered.
func (w *writer) write(address, session string, acked func()) {
	ws, _, err := websocket.DefaultDialer.Dial("ws://"+address+"/ws", nil)
	if err != nil {
		return // it is dead already
	}
	defer ws.Close()
	if ws.WriteMessage(websocket.TextMessage, fmt.Appendf(nil,
		`{"event":"register","id":"r","data":{"protocol":1,"session":%q,"role":"remote","client":%q}}`, session, w.client)) != nil {
		return
	}
	for {
		id := fmt.Sprint(w.name, "-", w.next)
		if ws.WriteMessage(websocket.TextMessage, fmt.Appendf(nil,
			`{"event":"add","id":%q,"data":{"items":[{"url":"https://example.com/","title":%q}]}}`, id, id)) != nil {
			return
		}
		for {
			var m struct {
				Event, ID, By string
				Seq           uint64
			}
			if ws.ReadJSON(&m) != nil {
				return
			}
			if m.ID == id && (m.Event == "ack" || m.By == w.client) {
				w.acked[id] = m.Seq
				break
			}
		}
		w.next++
		acked()
	}
}

// checkAcked wants every acknowledged item at the place that its seq says: all
// events of the session add one item to the end.
func checkAcked(t *testing.T, address, session string, all []*writer) {
	t.Helper()
	resp, err := http.Get("http://" + address + "/api/sessions/" + session)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var view struct {
		Seq   uint64
		State struct {
			Items []struct{ Media struct{ Title string } }
		}
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil || json.Unmarshal(body, &view) != nil {
		t.Fatalf("state: %s %.200s %v", resp.Status, body, err)
	}
	at := make(map[string]uint64, len(view.State.Items))
	for i, it := range view.State.Items {
		if was, twice := at[it.Media.Title]; twice {
			t.Errorf("%s was added twice, as %d and %d", it.Media.Title, was, i+1)
		}
		at[it.Media.Title] = uint64(i + 1)
	}
	if uint64(len(at)) != view.Seq {
		t.Errorf("got %d items at seq %d, want as many", len(at), view.Seq)
	}
	acked := map[string]uint64{}
	for _, w := range all {
		maps.Copy(acked, w.acked)
	}
	for title, seq := range acked {
		if at[title] != seq {
			t.Errorf("%s was acknowledged as %d, and is %d", title, seq, at[title])
		}
	}
	t.Logf("%d acknowledged, %d stored", len(acked), view.Seq)
}
