package session

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"remoted/playlist"
	"remoted/protocol"
)

// slowLooker takes a second to find out about an address, and never finds out
// about one that says so.
type slowLooker struct {
	anyAddress
	asked, running, most atomic.Int64
}

func (l *slowLooker) Resolve(address string) (playlist.Media, error) {
	m, err := l.anyAddress.Resolve(address)
	if strings.HasPrefix(address, "own") {
		m.Provider = "library"
	}
	return m, err
}

func (l *slowLooker) Lookup(ctx context.Context, m playlist.Media) (playlist.Media, error) {
	l.asked.Add(1)
	l.most.Store(max(l.most.Load(), l.running.Add(1)))
	defer l.running.Add(-1)
	select {
	case <-ctx.Done():
		return m, ctx.Err()
	case <-time.After(time.Second):
	}
	if m.Ref == "unknown" {
		return m, errors.New("nobody knows")
	}
	return playlist.Media{Title: "The real " + m.Ref, Duration: 1000, Thumbnail: "https://example.com/x.png"}, nil
}

// withLooker runs a test in a room whose resolver asks outside.
func withLooker(t *testing.T, test func(t *testing.T, r *room, l *slowLooker)) {
	t.Helper()
	inRoom(t, func(t *testing.T, r *room) {
		l := &slowLooker{}
		r.resolver = l
		synctest.Wait() // housekeeping looked at the log
		r.crash()       // the new registry has the resolver
		test(t, r, l)
	})
}

// An item is on the list at once, and its title follows.
func TestLookup(t *testing.T) {
	withLooker(t, func(t *testing.T, r *room, l *slowLooker) {
		ann := r.join(protocol.Remote)
		ann.add("a", "unknown", "own file")
		if n := len(ann.events()); n != 1 {
			t.Fatalf("got %d events at once, want the add only", n)
		}
		pass(time.Second)
		events := ann.events()[1:]
		if len(events) != 1 || events[0].Event != "update" || events[0].By != "" || !strings.Contains(string(events[0].Data), `"title":"The real a","duration":1000`) {
			t.Errorf("got %v, want an update with the title and the length of a", events)
		}
		if n := l.asked.Load(); n != 2 {
			t.Errorf("asked about %d items, want 2: the library's are known", n)
		}
	})
}

func TestLookupsAreFewAtATime(t *testing.T) {
	withLooker(t, func(t *testing.T, r *room, l *slowLooker) {
		ann := r.join(protocol.Remote)
		for range 5 {
			ann.add("a", "b")
		}
		pass(time.Minute)
		if l.asked.Load() != 10 || l.most.Load() != maxLookups {
			t.Errorf("asked %d times, %d at once; want 10 and %d", l.asked.Load(), l.most.Load(), maxLookups)
		}
		if n := len(ann.events()); n != 15 {
			t.Errorf("got %d events, want 5 adds and 10 updates", n)
		}
	})
}

// What was removed meanwhile stays away, and an undo does not ask again.
func TestLookupOfARemovedItem(t *testing.T) {
	withLooker(t, func(t *testing.T, r *room, l *slowLooker) {
		ann := r.join(protocol.Remote)
		item := ann.add("a")[0]
		ann.must("remove", `{"items":["`+item+`"]}`)
		pass(2 * time.Second)
		if n := len(ann.events()); n != 2 {
			t.Errorf("got %d events, want the add and the removal", n)
		}
		ann.must("undo", "")
		pass(2 * time.Second)
		if n := l.asked.Load(); n != 1 {
			t.Errorf("asked %d times, want once", n)
		}
	})
}

// A restart does not ask again about what is on the list, and ends what is asked.
func TestLookupEndsWithTheServer(t *testing.T) {
	withLooker(t, func(t *testing.T, r *room, l *slowLooker) {
		r.join(protocol.Remote).add("a")
		synctest.Wait()
		r.crash()
		r.join(protocol.Remote)
		pass(time.Minute)
		if asked, running := l.asked.Load(), l.running.Load(); asked != 1 || running != 0 {
			t.Errorf("asked %d times, %d still run; want 1 and 0", asked, running)
		}
	})
}
