package server

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

const (
	traceClients  = 30
	traceRequests = 20 // of each client
)

// trace is what all clients of a session saw and were told.
type trace struct {
	mu    sync.Mutex
	bytes map[uint64]string // of each event
	by    map[string]uint64 // the event of each request: client and id
	acks  map[string]uint64 // what each accepted request was answered with
	wrong []string
}

func (tr *trace) fault(format string, args ...any) {
	tr.wrong = append(tr.wrong, fmt.Sprintf(format, args...))
}

// saw notes an event that a client was sent, live or on its return.
func (tr *trace) saw(client string, m message) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	if was, ok := tr.bytes[*m.Seq]; !ok {
		tr.bytes[*m.Seq] = m.raw
	} else if was != m.raw && !sameJSON(was, m.raw) {
		tr.fault("event %d was %s, and to %s %s", *m.Seq, was, client, m.raw)
	}
	if m.ID == "" {
		return
	}
	key := m.By + " " + m.ID
	if was, ok := tr.by[key]; ok && was != *m.Seq {
		tr.fault("request %s was done twice, as %d and %d", key, was, *m.Seq)
	}
	tr.by[key] = *m.Seq
}

// answered notes that a request was accepted, and with which seq.
func (tr *trace) answered(client string, m message) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	tr.acks[client+" "+m.ID] = *m.Seq
}

// check compares what was told with what was seen.
func (tr *trace) check(t *testing.T, last uint64) {
	t.Helper()
	for _, w := range tr.wrong {
		t.Error(w)
	}
	for seq := uint64(1); seq <= last; seq++ {
		if tr.bytes[seq] == "" {
			t.Errorf("nobody saw event %d", seq)
		}
	}
	if got := uint64(len(tr.bytes)); got != last {
		t.Errorf("got %d events, want %d", got, last)
	}
	for key, seq := range tr.by {
		if ack, ok := tr.acks[key]; ok && ack != seq {
			t.Errorf("request %s was acknowledged as %d, and is %d", key, ack, seq)
		}
	}
}

// actor is a client that asks for this and that, loses its connection, comes back
// and sends again what was not answered.
type actor struct {
	*client
	trace *trace
	noted int // messages that the trace has
	rand  *rand.Rand
}

// act sends one request until it is answered, whatever becomes of the connection.
func (a *actor) act(n int) {
	id := fmt.Sprint("r", n)
	frame := fmt.Sprintf(`{"event":%s}`, a.request(id))
	for {
		a.skip()
		lost := a.ws.WriteMessage(websocket.TextMessage, []byte(frame)) != nil
		if a.rand.IntN(8) == 0 {
			a.ws.Close() // before the answer, or after it
			lost = true
		}
		if !lost {
			m, err := a.next(func(m message) bool { return m.ID == id && (m.By == "" || m.By == a.id) }, patience)
			if err == nil {
				if m.Error == nil {
					a.trace.answered(a.id, m)
				}
				return
			}
		}
		a.back()
	}
}

// back connects again and resumes from what it has.
func (a *actor) back() {
	a.ws.Close()
	if m, err := a.next(func(message) bool { return false }, patience); err == nil || err == errNothing {
		a.t.Errorf("the connection goes on: %s", m.raw)
	}
	a.note()
	old := a.client
	state, seq := old.now()
	a.client = a.service.dial()
	a.client.mu.Lock()
	a.client.state, a.client.seq = state, seq
	a.client.mu.Unlock()
	a.noted = 0
	m := a.register(old.session, "remote", fmt.Sprintf(`"client":%q,"resume":{"epoch":%q,"seq":%d}`, old.id, old.epoch, seq))
	if m.Event != "registered" || m.Data["events"] == nil {
		a.trace.mu.Lock()
		defer a.trace.mu.Unlock()
		a.trace.fault("resume from %d: got %.200s, want the events missed", seq, m.raw)
	}
}

// note tells the trace what came since the last time.
func (a *actor) note() {
	got := a.all()
	for _, m := range got[a.noted:] {
		if sequenced[m.Event] {
			a.trace.saw(a.id, m)
		}
		events, _ := m.Data["events"].([]any)
		for _, e := range events {
			in := message{raw: text(e)}
			if unmarshal(in.raw, &in) {
				a.trace.saw(a.id, in)
			}
		}
	}
	a.noted = len(got)
}

// request is a random one, as the rest of a frame.
func (a *actor) request(id string) string {
	list := a.list()
	item := "nobody"
	if len(list) > 0 {
		item = list[a.rand.IntN(len(list))]
	}
	n := a.rand.IntN(101)
	requests := []string{
		`"add","data":` + addData("https://example.com/a", "https://example.com/b"),
		`"add","data":` + with(addData("https://example.com/c"), `"place":"next"`),
		`"remove","data":` + fmt.Sprintf(`{"items":[%q]}`, item),
		`"move","data":` + fmt.Sprintf(`{"items":[%q],"before":null}`, item),
		`"undo"`,
		`"command","data":{"name":"toggle"}`,
		`"command","data":{"name":"next"}`,
		`"command","data":` + fmt.Sprintf(`{"name":"jump","item":%q}`, item),
		`"command","data":` + fmt.Sprintf(`{"name":"volume","volume":%d}`, n),
		`"command","data":` + fmt.Sprintf(`{"name":"seek","position":%d}`, n),
		`"command","data":` + fmt.Sprintf(`{"name":"shuffle","on":%v}`, n%2 == 0),
		`"upload","data":` + with(addData("https://example.com/d"), `"mode":"append"`),
	}
	return requests[a.rand.IntN(len(requests))] + fmt.Sprintf(`,"id":%q`, id)
}

// contract.md, "WebSocket": "Every client of a session sees the same sequenced
// events in the same order, without gaps or repeats", with 30 clients that ask at
// the same time, lose connections and send again.
func TestTrace(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	tr := &trace{bytes: map[uint64]string{}, by: map[string]uint64{}, acks: map[string]uint64{}}
	actors := make([]*actor, traceClients)
	for i := range actors {
		seed := rand.Uint64()
		actors[i] = &actor{client: s.join(id, "remote"), trace: tr, rand: rand.New(rand.NewPCG(seed, 0))}
	}
	began := time.Now()
	var all sync.WaitGroup
	for _, a := range actors {
		all.Go(func() {
			for n := range traceRequests {
				a.act(n)
			}
		})
	}
	all.Wait()
	v := s.view(id)
	for i, a := range actors {
		a.awaitSeq(v.Seq)
		a.note()
		if state, seq := a.now(); seq != v.Seq || text(state) != text(v.State) {
			t.Errorf("client %d: got seq %d and another state, want seq %d", i, seq, v.Seq)
		}
	}
	tr.check(t, v.Seq)
	t.Logf("%d events by %d clients in %v", v.Seq, traceClients, time.Since(began))
}
