package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"remoted/protocol"
)

func TestEvictionAndReload(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, player, _ := playing(t, r)
		remote.command(`shuffle,"on":true`)
		remote.leave()
		player.leave()
		pass(idleAfter - sweepEvery)
		if got := r.registry.Stats().Live.Load(); got != 1 {
			t.Fatalf("before its time: got %d sessions in memory, want 1", got)
		}
		pass(2 * sweepEvery)
		if got := r.registry.Stats().Live.Load(); got != 0 {
			t.Fatalf("after %v: got %d sessions in memory, want 0", idleAfter, got)
		}
		seq := remote.events()[len(remote.events())-1].Seq
		back := r.join(protocol.Remote, returning(remote))
		if d, got := back.registered(); got != seq+1 || len(d.State.Items) != 3 || !d.State.Shuffle || !d.State.Playback.Held {
			t.Errorf("reloaded: got seq %d and %+v; want %d (the hold), three items, shuffle, held", got, d.State, seq+1)
		}
		if got := r.registry.Stats().Live.Load(); got != 1 {
			t.Errorf("reloaded: got %d sessions in memory, want 1", got)
		}
	})
}

// A session that somebody is in stays, however quiet it is.
func TestNoEvictionWhileSomebodyIsThere(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote := r.join(protocol.Remote)
		pass(10 * idleAfter)
		if got := r.registry.Stats().Live.Load(); got != 1 {
			t.Errorf("got %d sessions in memory, want 1", got)
		}
		remote.add("a")
	})
}

func TestExpiry(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		visited := r.created
		unvisited, err := r.registry.Create(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		pass(DefaultTTL - time.Hour)
		r.join(protocol.Remote).leave()
		pass(3 * time.Hour)
		if _, err := r.registry.Code(unvisited.Session); !errors.Is(err, ErrNotFound) {
			t.Errorf("unvisited: got %v, want ErrNotFound", err)
		}
		if _, err := r.registry.ByCode(unvisited.Code); !errors.Is(err, ErrNotFound) {
			t.Errorf("code of the unvisited: got %v, want ErrNotFound", err)
		}
		if _, err := r.registry.Code(visited.Session); err != nil {
			t.Errorf("visited: got %v, want it to be there", err)
		}
		if want := []string{unvisited.Session}; !slices.Equal(r.ended, want) {
			t.Errorf("ended: got %v, want %v", r.ended, want)
		}
		r.close()
		r.open()
		if got := r.registry.Sessions(); got != 1 {
			t.Errorf("after a restart: got %d sessions, want 1", got)
		}
	})
}

// A session is not expired under those who are in it.
func TestNoExpiryInUse(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote := r.join(protocol.Remote)
		pass(2 * DefaultTTL)
		remote.add("a")
	})
}

func TestCodes(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		code := r.created.Code
		r.close()
		r.open()
		for _, typed := range []string{code, strings.ToLower(code), code[:3] + "-" + code[3:], " " + code[:2] + " " + code[2:] + " "} {
			if id, err := r.registry.ByCode(typed); err != nil || id != r.created.Session {
				t.Errorf("ByCode(%q) after a restart: got %s, %v; want %s", typed, id, err, r.created.Session)
			}
		}
		for _, typed := range []string{"", "A", code + "2", code[:5], code[:5] + "é", strings.Repeat(" ", 100) + code, "AEIOU0"} {
			if id, err := r.registry.ByCode(typed); !errors.Is(err, ErrNotFound) {
				t.Errorf("ByCode(%q): got %s, %v; want ErrNotFound", typed, id, err)
			}
		}
	})
}

func TestNewCode(t *testing.T) {
	seen := make(map[rune]int)
	for range 2000 {
		code := newCode()
		if got, ok := NormalizeCode(code); !ok || got != code {
			t.Fatalf("NormalizeCode(%q): got %q, %v", code, got, ok)
		}
		for _, c := range code {
			seen[c]++
		}
	}
	for _, c := range codeAlphabet {
		if n := seen[c]; n < 400 || n > 800 { // 600 expected, deviation 24
			t.Errorf("%q came %d times of 12000, want about 600", c, n)
		}
	}
}

// The owner's secret is kept as a hash only.
func TestOwner(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		info, err := r.log.Info(t.Context(), r.created.Session)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.created.Owner) < 20 || strings.Contains(string(info.Meta), r.created.Owner) {
			t.Errorf("owner %q, meta %s; want a long secret that the meta does not hold", r.created.Owner, info.Meta)
		}
	})
}

// A snapshot is stored every snapshotEvery events, and a rebuild from it and what
// came after leads to the state that was live.
func TestSnapshotAndRebuild(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote := r.join(protocol.Remote)
		for i := range snapshotEvery + 10 {
			switch i % 5 {
			case 0:
				remote.add(fmt.Sprint(i))
			case 4:
				remote.must("undo", "")
			case 3:
				remote.command(`shuffle,"on":` + fmt.Sprint(i%2 == 0))
			default:
				remote.command(`volume,"volume":` + fmt.Sprint(i%100))
			}
		}
		snap, ok, err := r.log.Snapshot(t.Context(), r.created.Session)
		if err != nil || !ok || snap.Seq != snapshotEvery {
			t.Fatalf("snapshot: got seq %d, %v, %v; want %d", snap.Seq, ok, err, snapshotEvery)
		}
		live := r.view()
		r.crash()
		rebuilt := r.view()
		if string(rebuilt.State) != string(live.State) || rebuilt.Seq != live.Seq || rebuilt.Epoch != live.Epoch {
			t.Errorf("rebuilt: got seq %d\n%s\nwant seq %d\n%s", rebuilt.Seq, rebuilt.State, live.Seq, live.State)
		}
		again := r.join(protocol.Remote, returning(remote))
		if m := again.ask("add 1", `{"items":[{"url":"again"}]}`); m.Event != protocol.EventAck || m.Seq != 1 {
			t.Errorf("the first request again: got %v, want ack of 1: ids are part of a snapshot", m)
		}
	})
}

// While the server stops, everybody is told when to come back.
func TestCloseSaysGoodbye(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		peers := []*peer{r.join(protocol.Remote), r.join(protocol.Player), r.join(protocol.Remote)}
		peers[0].add("a")
		r.close()
		for i, p := range peers {
			m := p.since(0)[len(p.since(0))-1]
			var d protocol.Goodbye
			if err := json.Unmarshal(m.Data, &d); err != nil || m.Event != protocol.EventGoodbye || d.Reason != "restart" ||
				d.RetryAfter < goodbyeMin.Milliseconds() || d.RetryAfter > (goodbyeMin+goodbyeMax).Milliseconds() {
				t.Errorf("peer %d: got %v, want a goodbye with a time to come back", i, m)
			}
			if _, code := p.seen(); code != protocol.CloseRestart {
				t.Errorf("peer %d: got close %d, want %d", i, code, protocol.CloseRestart)
			}
		}
		if _, refusal := r.tryJoin(protocol.Remote); refusal == nil || refusal.Code != protocol.Unavailable {
			t.Errorf("join after the close: got %v, want unavailable", refusal)
		}
		if _, err := r.registry.View(t.Context(), r.created.Session); !errors.Is(err, ErrClosed) {
			t.Errorf("View after the close: got %v, want ErrClosed", err)
		}
		r.open()
		if got := r.view().Seq; got != 1 {
			t.Errorf("after a restart: got seq %d, want 1", got)
		}
	})
}

// Close waits no longer than it may, even for a disk that hangs.
func TestCloseIsBounded(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote := r.join(protocol.Remote)
		release := r.stall()
		remote.post("add", `{"items":[{"url":"a"}]}`)
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := r.registry.Close(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v, want DeadlineExceeded", err)
		}
		release()
	})
}

// crowd is a connection that keeps nothing.
type crowd struct{}

func (crowd) Send(protocol.Frame)  {}
func (crowd) Close(protocol.Close) {}

func TestMaxClients(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		first := r.join(protocol.Remote)
		reg := protocol.Register{Protocol: protocol.Version, Session: r.created.Session, Role: protocol.Remote}
		for range MaxClients - 1 {
			if _, refusal := r.registry.Join(t.Context(), "1", reg, crowd{}); refusal != nil {
				t.Fatal(refusal)
			}
		}
		if _, refusal := r.tryJoin(protocol.Remote); refusal == nil || refusal.Code != protocol.LimitReached || !strings.Contains(refusal.Message, "1000") {
			t.Errorf("one too many: got %v, want limit_reached with the limit", refusal)
		}
		r.join(protocol.Remote, returning(first)).leave() // takes its own place over
		r.join(protocol.Remote)
	})
}
