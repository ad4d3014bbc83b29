package session

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"remoted/eventlog"
	"remoted/listfile"
	"remoted/playlist"
	"remoted/protocol"
)

// outage is a way in which the log fails, and what the client that asks is told.
var outages = []struct {
	name   string
	fail   func(*faultyLog)
	stored bool // the event is stored all the same
	told   bool // and the client told so at once
}{
	{"an error, nothing stored", func(l *faultyLog) { l.append = failsUnstored }, false, false},
	{"an error, stored all the same", func(l *faultyLog) { l.append = failsStored }, true, true},
	{"an error, stored, and the tail cannot be read", func(l *faultyLog) { l.append, l.read = failsStored, errDisk }, true, false},
	{"an error, nothing stored, and the tail cannot be read", func(l *faultyLog) { l.append, l.read = failsUnstored, errDisk }, false, false},
	{"too late", func(l *faultyLog) {
		l.append = func(eventlog.Log, context.Context, string, uint64, [][]byte) error { return context.DeadlineExceeded }
	}, false, false},
}

func working(l *faultyLog) { l.append, l.read, l.snap, l.put = nil, nil, nil, nil }

// Whatever becomes of an append: nobody is told of an event that is not stored,
// who asked is told the truth, the same id may be sent again, and in the end
// everybody has the same events.
func TestAppendFails(t *testing.T) {
	for _, tt := range outages {
		t.Run(tt.name, func(t *testing.T) {
			inRoom(t, func(t *testing.T, r *room) {
				ann, ben := r.join(protocol.Remote), r.join(protocol.Remote)
				ann.add("before")
				r.log.set(tt.fail)
				m := ann.ask("add x", `{"items":[{"url":"during"}]}`)
				if tt.told {
					if m.Error != nil || m.Seq != 2 {
						t.Errorf("got %v, want event 2", m)
					}
				} else if m.Error == nil || m.Error.Code != protocol.Unavailable {
					t.Errorf("got %v, want unavailable", m)
				}
				if got := len(ben.events()); !tt.told && got != 1 {
					t.Errorf("the other client got %d events, want 1", got)
				}
				r.log.set(working)
				pass(time.Minute)
				if got := len(ben.events()); tt.stored && got != 2 {
					t.Errorf("after a while, the other client got %d events, want the stored one, too", got)
				}
				if m := ann.ask("add x", `{"items":[{"url":"during"}]}`); m.Error != nil || m.Seq != 2 {
					t.Errorf("sent again: got %v, want seq 2", m)
				}
				ben.add("after")
				wantSame(t, r, 3, ann, ben)
			})
		})
	}
}

// wantSame fails the test unless all peers were sent the events 1 to last, the
// same bytes, and the log holds them.
func wantSame(t *testing.T, r *room, last uint64, peers ...*peer) {
	t.Helper()
	var first []string
	for i, p := range peers {
		var got []string
		frames, _ := p.seen()
		for j, m := range p.since(0) {
			if m.Seq > 0 && m.At > 0 {
				got = append(got, string(frames[j]))
				if want := uint64(len(got)); m.Seq != want {
					t.Errorf("peer %d: got event %d, want %d", i, m.Seq, want)
				}
			}
		}
		if uint64(len(got)) != last {
			t.Errorf("peer %d: got %d events, want %d", i, len(got), last)
		}
		if i == 0 {
			first = got
		} else if !slices.Equal(got, first) {
			t.Errorf("peer %d was sent other events than peer 0:\n%s\n%s", i, strings.Join(got, "\n"), strings.Join(first, "\n"))
		}
	}
	if got := r.view().Seq; got != last {
		t.Errorf("state: got seq %d, want %d", got, last)
	}
}

// A group is stored whole or not at all; answers that rest on it are not given.
func TestGroupFails(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann, ben := r.join(protocol.Remote), r.join(protocol.Remote)
		release := r.stall()
		ann.post("add", `{"items":[{"url":"first"}]}`)
		synctest.Wait() // the first append is under way; the rest waits for it
		r.log.set(func(l *faultyLog) {
			stalled := l.append
			l.append = func(log eventlog.Log, ctx context.Context, s string, expect uint64, g [][]byte) error {
				if expect > 0 {
					return errDisk
				}
				return stalled(log, ctx, s, expect, g)
			}
		})
		ann.post("add", `{"items":[{"url":"second"}]}`)
		ben.post("command", `{"name":"volume","volume":100}`) // nothing to change, if what comes before is so
		release()
		synctest.Wait()
		if got := ann.named(protocol.EventError); len(got) != 1 || got[0].Error.Code != protocol.Unavailable {
			t.Errorf("got %v, want one unavailable", got)
		}
		if _, code := ben.seen(); code != protocol.CloseUnavailable || len(ben.named(protocol.EventAck)) > 0 {
			t.Errorf("answer that rested on it: got close %d and %v, want close %d and no ack", code, ben.named(protocol.EventAck), protocol.CloseUnavailable)
		}
		r.log.set(working)
		wantSame(t, r, 1, ann, ben)
	})
}

// stall makes appends wait until the returned function is called.
func (r *room) stall() (release func()) {
	gate := make(chan struct{})
	r.log.set(func(l *faultyLog) {
		l.append = func(log eventlog.Log, ctx context.Context, s string, expect uint64, g [][]byte) error {
			<-gate
			return log.Append(context.WithoutCancel(ctx), s, expect, g)
		}
	})
	return func() { close(gate) }
}

// Somebody else wrote to the session's log: their events come first.
func TestAppendConflicts(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann, ben := r.join(protocol.Remote), r.join(protocol.Remote)
		ann.add("mine")
		other := fmt.Appendf(nil, `{"seq":2,"at":%d,"by":"somebody","id":"1","kind":"command","name":"volume","volume":7}`, time.Now().UnixMilli())
		if err := r.log.Append(t.Context(), r.created.Session, 1, [][]byte{other}); err != nil {
			t.Fatal(err)
		}
		if m := ann.ask("add x", `{"items":[{"url":"again mine"}]}`); m.Error == nil || m.Error.Code != protocol.Unavailable {
			t.Errorf("got %v, want unavailable", m)
		}
		if m := ann.ask("add x", `{"items":[{"url":"again mine"}]}`); m.Seq != 3 {
			t.Errorf("sent again: got %v, want seq 3", m)
		}
		wantSame(t, r, 3, ann, ben)
	})
}

// A session that cannot be read just now can be read later.
func TestLoadFails(t *testing.T) {
	for name, fail := range map[string]func(*faultyLog){
		"events":   func(l *faultyLog) { l.read = errDisk },
		"snapshot": func(l *faultyLog) { l.snap = errDisk },
	} {
		t.Run(name, func(t *testing.T) {
			inRoom(t, func(t *testing.T, r *room) {
				r.join(protocol.Remote).add("a")
				r.close() // stores a snapshot
				r.open()
				r.log.set(fail)
				if _, refusal := r.tryJoin(protocol.Remote); refusal == nil || refusal.Code != protocol.Unavailable {
					t.Errorf("while the log fails: got %v, want unavailable", refusal)
				}
				if _, err := r.registry.View(t.Context(), r.created.Session); err == nil {
					t.Error("View while the log fails: got no error")
				}
				r.log.set(working)
				back := r.join(protocol.Remote)
				if d, seq := back.registered(); seq != 1 || d.State == nil || len(d.State.Items) != 1 {
					t.Errorf("afterwards: got seq %d, state %+v; want seq 1 and one item", seq, d.State)
				}
				if m := back.must("undo", ""); m.Seq != 2 {
					t.Errorf("got %v, want seq 2", m)
				}
			})
		})
	}
}

// A corrupt log ends its own session and no other.
func TestCorruptLog(t *testing.T) {
	tests := []struct{ name, record string }{
		{"not JSON", `{"seq":`},
		{"not an event", `[]`},
		{"another number", `{"seq":7,"kind":"command"}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inRoom(t, func(t *testing.T, r *room) {
				if err := r.log.Append(t.Context(), r.created.Session, 0, [][]byte{[]byte(tt.record)}); err != nil {
					t.Fatal(err)
				}
				for range 2 { // it stays so
					if _, refusal := r.tryJoin(protocol.Remote); refusal == nil || refusal.Code != protocol.SessionNotFound {
						t.Errorf("join: got %v, want session_not_found: it ended", refusal)
					}
				}
				other, err := r.registry.Create(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				r.created = other
				r.join(protocol.Remote).add("a")
			})
		})
	}
}

func TestCorruptSnapshot(t *testing.T) {
	for _, snapshot := range []string{`{`, `{"v":2,"state":{}}`, `{"v":1,"state":{"seq":9}}`, `{"v":1,"state":{"seq":1,"volume":-1}}`} {
		inRoom(t, func(t *testing.T, r *room) {
			r.join(protocol.Remote).add("a")
			r.close()
			if err := r.log.PutSnapshot(t.Context(), r.created.Session, eventlog.Snapshot{Seq: 1, Data: []byte(snapshot)}); err != nil {
				t.Fatal(err)
			}
			r.open()
			if _, refusal := r.tryJoin(protocol.Remote); refusal == nil || refusal.Code != protocol.SessionNotFound {
				t.Errorf("snapshot %s: got %v, want session_not_found: it ended", snapshot, refusal)
			}
		})
	}
}

// A log that turns out corrupt while clients are there closes them for good.
func TestCorruptLogWhileInUse(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann := r.join(protocol.Remote)
		if err := r.log.Append(t.Context(), r.created.Session, 0, [][]byte{[]byte(`nonsense`)}); err != nil {
			t.Fatal(err)
		}
		ann.ask("command", `{"name":"mute"}`) // conflicts
		pass(time.Minute)
		if _, code := ann.seen(); code != protocol.CloseEnded {
			t.Errorf("close code: got %d, want %d", code, protocol.CloseEnded)
		}
	})
}

// A mailbox that is full refuses, and loses nothing that it took.
func TestFullMailbox(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann, ben := r.join(protocol.Remote), r.join(protocol.Remote)
		release := r.stall()
		ann.post("add", `{"items":[{"url":"first"}]}`)
		synctest.Wait()
		for i := range MaxMailbox {
			ann.post("command", fmt.Sprintf(`{"name":"volume","volume":%d}`, i%100))
		}
		if m := ben.ask("command", `{"name":"mute"}`); m.Error == nil || m.Error.Code != protocol.Unavailable {
			t.Errorf("mailbox is full: got %v, want unavailable", m)
		}
		ben.leave() // is taken all the same
		release()
		synctest.Wait()
		if got := len(ann.events()); got != 1+MaxMailbox {
			t.Errorf("got %d events, want %d", got, 1+MaxMailbox)
		}
		if got := ann.named(protocol.EventPresence); len(got) == 0 || strings.Contains(string(got[len(got)-1].Data), ben.client.ID()) {
			t.Errorf("presence: got %v, want it without the one that left", got)
		}
	})
}

// More than the log takes at once is stored in several groups: of commands, of
// what follows from reports, and of large ones.
func TestLargeGroups(t *testing.T) {
	const many = eventlog.MaxGroupRecords + 100
	tests := []struct {
		name  string
		event string // that comes of each
		posts int
		post  func(p *peer, item string, i int)
	}{
		{"commands", protocol.EventCommand, many, func(p *peer, _ string, i int) {
			p.post("command", fmt.Sprintf(`{"name":"volume","volume":%d}`, i%100))
		}},
		{"reports", protocol.EventUpdate, many, func(p *peer, item string, i int) {
			p.post("report", fmt.Sprintf(`{"item":%q,"status":"failed","position":0,"reason":"%d"}`, item, i))
		}},
		{"large uploads", protocol.EventUpload, 7, func(p *peer, _ string, _ int) {
			p.post("upload", `{"mode":"append","items":[`+strings.Repeat(`{"url":"x`+strings.Repeat("\u2028", 2000)+`x"},`, 70)+`{"url":"x"}]}`)
		}}, // of 2.5 MB each
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inRoom(t, func(t *testing.T, r *room) {
				p, other := r.join(protocol.Player), r.join(protocol.Remote)
				item := p.add("a", "b")[0]
				p.add("c")
				release := r.stall()
				p.post("undo", "")
				synctest.Wait()
				for i := range tt.posts {
					tt.post(p, item, i)
				}
				release()
				synctest.Wait()
				if got := p.count(`{"event":"error"`); got > 0 {
					t.Errorf("got %d errors, want none", got)
				}
				if got := other.count(`{"event":"` + tt.event + `","seq"`); got != tt.posts {
					t.Errorf("got %d events, want %d", got, tt.posts)
				}
			})
		})
	}
}

// What is too large for the log is refused for good; what was asked at the same
// time is not.
func TestTooLargeForTheLog(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann, ben := r.join(protocol.Remote), r.join(protocol.Remote)
		release := r.stall()
		ann.post("command", `{"name":"mute"}`)
		synctest.Wait()
		ben.post("command", `{"name":"volume","volume":7}`)
		item := `{"url":"https://example.com/` + strings.Repeat("\u2028", 2000) + `x"},` // six bytes each, once in url and once in ref
		ann.post("upload big", `{"mode":"append","items":[`+strings.Repeat(item, 170)+`{"url":"x"}]}`)
		release()
		synctest.Wait()
		if got := ann.named(protocol.EventError); len(got) != 1 || got[0].ID != "big" || got[0].Error.Code != protocol.LimitReached {
			t.Errorf("got %v, want limit_reached", got)
		}
		wantSame(t, r, 2, ann, ben)
	})
}

// A fault in the rules costs the one who asked an error.
func TestPanicInTheRules(t *testing.T) {
	s := newSession("x", meta{}, &Config{Logger: slog.New(slog.DiscardHandler)}, &Stats{})
	s.group.next = playlist.New()
	if err := s.decide(playlist.Command{Do: nil}); err == nil || !strings.Contains(err.Error(), "nil pointer") {
		t.Errorf("got %v, want the panic as an error", err)
	}
	if e := wireError(fmt.Errorf("secret detail"), 1); e.Code != protocol.Internal || strings.Contains(e.Message, "secret") {
		t.Errorf("got %v, want internal without details", e)
	}
}

// A fault in the loop costs that session: its clients are closed, whoever waits for an
// answer gets one, and it is read anew once it was out of the memory.
func TestPanicInTheLoop(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann, ben := r.join(protocol.Remote), r.join(protocol.Player)
		release := r.stall()
		ann.post("command", `{"name":"mute"}`)
		synctest.Wait()
		r.log.set(func(l *faultyLog) {
			l.append = func(eventlog.Log, context.Context, string, uint64, [][]byte) error { panic("nobody thought of it") }
		})
		ann.post("command", `{"name":"unmute"}`)
		answers := make(chan error, 3)
		ask := func(question func() error) {
			go func() { answers <- question() }()
			synctest.Wait()
		}
		ask(func() error { _, err := r.registry.View(t.Context(), r.created.Session); return err })
		ask(func() error { _, err := r.registry.OwnFiles(t.Context(), r.created.Session); return err })
		ask(func() error {
			_, err := r.registry.Import(t.Context(), r.created.Session, ImportRequest{Mode: "append", List: listfile.List{Items: []listfile.Item{{URL: "x"}}}})
			return err
		})
		release()
		for range cap(answers) {
			if refusal, ok := errors.AsType[*protocol.Error](<-answers); !ok || refusal.Code != protocol.SessionNotFound {
				t.Errorf("got %v, want that the session ended", refusal)
			}
		}
		for _, p := range []*peer{ann, ben} {
			if _, code := p.seen(); code != protocol.CloseEnded {
				t.Errorf("close code: got %d, want %d", code, protocol.CloseEnded)
			}
			p.leave()
		}
		r.log.set(func(l *faultyLog) { l.append = nil })
		other, err := r.registry.Create(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.registry.View(t.Context(), other.Session); err != nil {
			t.Errorf("another session: %v", err)
		}
		pass(idleAfter + 2*sweepEvery)
		r.join(protocol.Remote).must("command", `{"name":"volume","volume":3}`)
	})
}

// brittle panics for one address.
type brittle struct{ anyAddress }

func (b brittle) Resolve(address string) (playlist.Media, error) {
	if address == "brittle" {
		panic("nobody thought of it")
	}
	return b.anyAddress.Resolve(address)
}

func TestPanicOfAnAddress(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		r.resolver = brittle{}
		r.close()
		r.open()
		ann := r.join(protocol.Remote)
		if m := ann.ask("add", `{"items":[{"url":"brittle"}]}`); m.Error == nil || m.Error.Code != protocol.Internal {
			t.Errorf("got %v, want an error of ours", m)
		}
		ann.add("another")
	})
}

// What the session decides by itself is tried again when the log takes it.
func TestOwnEventIsTriedAgain(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, player := r.join(protocol.Remote), r.join(protocol.Player)
		item := remote.add("a")[0]
		remote.command("play")
		r.log.set(func(l *faultyLog) { l.append = failsUnstored })
		player.report(item, "ready", 0)
		remote.wantPlayback("while the log fails", "playing", true)
		r.log.set(working)
		pass(retryEvery)
		remote.wantPlayback("when it works again", "playing", false)
	})
}

// contract.md, "WebSocket": "Nothing is broadcast or acknowledged before it is
// durable."
func TestNothingBeforeItIsDurable(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann, ben := r.join(protocol.Remote), r.join(protocol.Remote)
		annSaw, _ := ann.seen()
		benSaw, _ := ben.seen()
		release := r.stall()
		ann.post("add", `{"items":[{"url":"a"}]}`)
		ben.post("undo", "")                     // rests on it
		ben.post("remove", `{"items":["none"]}`) // and so does a refusal
		synctest.Wait()
		pass(storeTimeout / 2)
		if got, _ := ann.seen(); len(got) != len(annSaw) {
			t.Errorf("while it is being stored, the sender was told %v", ann.since(len(annSaw)))
		}
		if got, _ := ben.seen(); len(got) != len(benSaw) {
			t.Errorf("while it is being stored, another was told %v", ben.since(len(benSaw)))
		}
		release()
		synctest.Wait()
		wantSame(t, r, 2, ann, ben)
		if got := ben.named(protocol.EventError); len(got) != 1 {
			t.Errorf("then: got %v, want the refusal", got)
		}
	})
}

// An answer goes to its sender after the events before it, and to nobody else.
func TestAnswersInOrder(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann, ben := r.join(protocol.Remote), r.join(protocol.Remote)
		seen, _ := ann.seen()
		release := r.stall()
		ann.post("command 1", `{"name":"mute"}`)
		ann.post("command 2", `{"name":"mute"}`)
		ann.post("command 3", `{"name":"jump","item":"none"}`)
		ann.post("sync 4", "")
		ann.post("command 5", `{"name":"unmute"}`)
		release()
		synctest.Wait()
		var got []string
		for _, m := range ann.since(len(seen)) {
			got = append(got, m.ID+" "+m.Event)
		}
		if want := []string{"1 command", "2 ack", "3 error", "4 download", "5 command"}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		if n := len(ben.named(protocol.EventAck)) + len(ben.named(protocol.EventError)) + len(ben.named("download")); n > 0 {
			t.Errorf("another client was sent %d of the answers", n)
		}
	})
}

// A snapshot that cannot be stored is not tried with every event: it is large.
func TestSnapshotFails(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann := r.join(protocol.Remote)
		r.log.set(func(l *faultyLog) { l.put = eventlog.ErrTooLarge })
		for i := range 2*snapshotEvery + 10 {
			ann.post("command", fmt.Sprintf(`{"name":"volume","volume":%d}`, i%100))
			synctest.Wait()
		}
		r.log.set(func(l *faultyLog) {
			if l.puts != 2 {
				t.Errorf("tried %d times, want 2", l.puts)
			}
		})
		r.log.set(working)
		live := r.view()
		r.crash()
		if got := r.view(); string(got.State) != string(live.State) || got.Seq != live.Seq {
			t.Errorf("rebuilt without a snapshot: got seq %d, want %d", got.Seq, live.Seq)
		}
	})
}

// An upload of the size that the protocol takes fits the log, though addresses
// are full of ampersands.
func TestAmpersandsFitTheLog(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		ann := r.join(protocol.Remote)
		item := `{"url":"https://example.com/?` + strings.Repeat("a=1&", 500) + `"},`
		data := `{"mode":"append","items":[` + strings.Repeat(item, 400) + `{"url":"x"}]}`
		if len(data) < protocol.MaxUpload*3/4 {
			t.Fatalf("the upload has %d bytes, want about %d", len(data), protocol.MaxUpload)
		}
		ann.must("upload", data)
	})
}
