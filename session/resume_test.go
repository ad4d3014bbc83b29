package session

import (
	"fmt"
	"testing"
	"testing/synctest"

	"github.com/google/uuid"

	"remoted/protocol"
)

// contract.md, register: events when every one after resume.seq is at hand, else
// the state.
func TestResume(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote := r.join(protocol.Remote)
		const last = ReplayEvents + 10
		for i := range last {
			remote.command(fmt.Sprintf(`volume,"volume":%d`, i%100))
		}
		epoch := r.view().Epoch
		tests := []struct {
			name  string
			epoch string
			seq   uint64
			want  int // events; -1: the state
		}{
			{"nothing missed", epoch, last, 0},
			{"one missed", epoch, last - 1, 1},
			{"just at hand", epoch, last - ReplayEvents, ReplayEvents},
			{"just not", epoch, last - ReplayEvents - 1, -1},
			{"from the beginning", epoch, 0, -1},
			{"beyond the current one", epoch, last + 1, -1},
			{"far beyond", epoch, protocol.MaxSafe, -1},
			{"another epoch", uuid.NewString(), last - 1, -1},
			{"another epoch, nothing missed", uuid.NewString(), last, -1},
		}
		for _, tt := range tests {
			p := r.join(protocol.Remote, having(tt.epoch, tt.seq))
			d, seq := p.registered()
			if seq != last {
				t.Errorf("%s: got seq %d, want %d", tt.name, seq, last)
			}
			if tt.want < 0 {
				if d.State == nil || d.Events != nil {
					t.Errorf("%s: got %d events, want the state", tt.name, len(d.Events))
				}
				continue
			}
			if d.State != nil || d.Events == nil || len(d.Events) != tt.want {
				t.Errorf("%s: got %d events, state %v; want %d", tt.name, len(d.Events), d.State, tt.want)
			}
			for i, e := range d.Events {
				if want := tt.seq + uint64(i) + 1; e.Seq != want {
					t.Fatalf("%s: event %d: got seq %d, want %d", tt.name, i, e.Seq, want)
				}
			}
			p.leave()
		}
	})
}

// What is kept for those who return is bounded in bytes, too.
func TestReplayBytes(t *testing.T) {
	var r replay
	frame := make(protocol.Frame, ReplayBytes/10)
	for seq := uint64(1); seq <= 100; seq++ {
		r.add(seq, frame)
	}
	if _, ok := r.after(90, 100); !ok {
		t.Error("the last ten are not at hand, want them")
	}
	if _, ok := r.after(89, 100); ok || r.bytes > ReplayBytes {
		t.Errorf("more than ten are at hand, in %d bytes; want at most %d bytes", r.bytes, ReplayBytes)
	}
	r.add(101, make(protocol.Frame, 2*ReplayBytes))
	if _, ok := r.after(100, 101); ok {
		t.Error("a frame over the bound is at hand")
	}
	if got, ok := r.after(101, 101); !ok || len(got) != 0 {
		t.Errorf("nothing missed: got %d events, %v", len(got), ok)
	}
	r.add(102, frame)
	if got, ok := r.after(101, 102); !ok || len(got) != 1 {
		t.Errorf("after that: got %d events, %v; want 1", len(got), ok)
	}
}

// A resume sees what is stored only, and misses nothing that comes at the same
// time.
func TestResumeWhileEventsCome(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann := r.join(protocol.Remote)
		ann.add("a")
		epoch := r.view().Epoch
		release := r.stall()
		ann.post("add", `{"items":[{"url":"b"}]}`)
		synctest.Wait() // its append is under way
		ben := &peer{room: r}
		done := make(chan struct{})
		go func() {
			defer close(done)
			reg := protocol.Register{Session: r.created.Session, Role: protocol.Remote, Resume: &protocol.Resume{Epoch: epoch, Seq: 1}}
			ben.client, _ = r.registry.Join(t.Context(), "register", reg, ben)
		}()
		synctest.Wait()
		ann.post("add", `{"items":[{"url":"c"}]}`)
		release()
		<-done
		synctest.Wait()
		d, seq := ben.registered()
		if seq != 2 || len(d.Events) != 1 || d.Events[0].Seq != 2 {
			t.Errorf("registered: got seq %d and %v, want event 2", seq, d.Events)
		}
		if got := ben.events(); len(got) != 1 || got[0].Seq != 3 {
			t.Errorf("then: got %v, want event 3", got)
		}
	})
}

// contract.md, WebSocket: sending an accepted id again changes nothing and is
// acknowledged with the first seq.
func TestIdempotence(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann, ben := r.join(protocol.Remote), r.join(protocol.Remote)
		ann.must("add x", `{"items":[{"url":"a"}]}`)
		ben.must("add x", `{"items":[{"url":"of another client"}]}`)
		again := func(p *peer, when string, want uint64) {
			t.Helper()
			if m := p.ask("add x", `{"items":[{"url":"a"}]}`); m.Event != protocol.EventAck || m.Seq != want {
				t.Errorf("%s: got %v, want ack of %d", when, m, want)
			}
		}
		again(ann, "at once", 1)
		again(ben, "another client's", 2)
		ann.leave()
		ann = r.join(protocol.Remote, returning(ann))
		again(ann, "after a reconnect", 1)
		r.crash()
		ann = r.join(protocol.Remote, returning(ann))
		again(ann, "after a crash", 1)
		r.close()
		r.open()
		ann = r.join(protocol.Remote, returning(ann))
		again(ann, "after a restart", 1)
		if got := r.view().Seq; got != 2 {
			t.Errorf("got seq %d, want 2", got)
		}
	})
}

// The same id twice before the first is stored is one request.
func TestIdempotenceInOneGroup(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann := r.join(protocol.Remote)
		release := r.stall()
		ann.post("command", `{"name":"mute"}`)
		synctest.Wait()
		ann.post("add x", `{"items":[{"url":"a"}]}`)
		ann.post("add x", `{"items":[{"url":"a"}]}`)
		release()
		synctest.Wait()
		if got := ann.named(protocol.EventAck); len(got) != 1 || got[0].Seq != 2 {
			t.Errorf("the second: got %v, want ack of 2", got)
		}
		wantSame(t, r, 2, ann)
	})
}

// Ids are remembered for the last WindowSize accepted requests.
func TestWindow(t *testing.T) {
	var w window
	w.add("ann", "", 1)
	for seq := uint64(1); seq <= WindowSize+1; seq++ {
		w.add("ann", fmt.Sprint(seq), seq)
	}
	if got, ok := w.seq("ann", "2"); !ok || got != 2 {
		t.Errorf("the oldest within: got %d, %v; want 2", got, ok)
	}
	if got, ok := w.seq("ann", "1"); ok {
		t.Errorf("one more back: got %d, want it to be forgotten", got)
	}
	if got, ok := w.seq("ben", "2"); ok {
		t.Errorf("another client's: got %d, want none", got)
	}
	var rebuilt window
	for _, a := range w.entries() {
		rebuilt.add(a.Client, a.ID, a.Seq)
	}
	if got := len(rebuilt.entries()); got != WindowSize {
		t.Errorf("rebuilt: got %d entries, want %d", got, WindowSize)
	}
}

// contract.md, register: a client that registers again takes over.
func TestTakeover(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		old := r.join(protocol.Player)
		other := r.join(protocol.Remote)
		now := r.join(protocol.Player, returning(old))
		if _, code := old.seen(); code != protocol.CloseReplaced {
			t.Errorf("the older one: got close %d, want %d", code, protocol.CloseReplaced)
		}
		seen, _ := old.seen()
		old.post("command", `{"name":"mute"}`)
		old.leave()
		synctest.Wait()
		now.add("a")
		if got, _ := old.seen(); len(got) != len(seen) {
			t.Errorf("the older one was sent %d more messages, want none", len(got)-len(seen))
		}
		if got := len(other.events()); got != 1 {
			t.Errorf("got %d events, want 1: the older one may do nothing", got)
		}
		presence := other.named(protocol.EventPresence)
		var d protocol.Presence
		unmarshal(t, presence[len(presence)-1].Data, &d)
		if len(d.Clients) != 2 {
			t.Errorf("presence: got %v, want two clients", d.Clients)
		}
	})
}
