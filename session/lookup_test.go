package session

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
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
	asked, running atomic.Int64

	mu   sync.Mutex
	most int64 // of those that ran at a time
}

func (l *slowLooker) Resolve(address string) (playlist.Media, error) {
	m, err := l.anyAddress.Resolve(address)
	if strings.HasPrefix(address, "own") {
		m.Provider = "library"
	}
	return m, err
}

func (l *slowLooker) Lookup(ctx context.Context, _ string, m playlist.Media) (playlist.Media, error) {
	l.asked.Add(1)
	l.mu.Lock()
	l.most = max(l.most, l.running.Add(1))
	l.mu.Unlock()
	defer l.running.Add(-1)
	select {
	case <-ctx.Done():
		return m, ctx.Err()
	case <-time.After(time.Second):
	}
	switch m.Ref {
	case "unknown":
		return m, errors.New("nobody knows")
	case "never":
		return m, fmt.Errorf("this is a picture of a cat: %w", errors.ErrUnsupported)
	case "page":
		m.Ref = "file"
	}
	m.Title, m.Duration = "The real "+m.Ref, 1000
	return m, nil
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
		if l.asked.Load() != 10 || l.most != maxLookups {
			t.Errorf("asked %d times, %d at once; want 10 and %d", l.asked.Load(), l.most, maxLookups)
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

// What can never play says so. What a player fails at while it is asked about may
// become something else: a page is not said to have failed when the file behind it
// is found, anything else is.
func TestLookupOfWhatFails(t *testing.T) {
	withLooker(t, func(t *testing.T, r *room, l *slowLooker) {
		ann, screen := r.join(protocol.Remote), r.join(protocol.Player)
		items := ann.add("page", "never", "a", "b", "c", "unknown")
		ann.command("play")
		screen.report(items[0], "failed", 0)
		screen.report(items[5], "failed", 0) // it is asked about next
		if n := len(ann.events()); n != 2 {
			t.Errorf("got %d events at once, want the add and the play", n)
		}
		pass(time.Second)
		if n := l.asked.Load(); n != 6 {
			t.Errorf("asked %d times, want about all", n)
		}
		pass(time.Second)
		var got []string
		for _, m := range ann.events() {
			if m.Event == "update" && strings.Contains(string(m.Data), `"failed"`) {
				got = append(got, string(m.Data))
			}
		}
		want := []string{
			`{"item":"` + items[5] + `","failed":"because"}`,
			`{"item":"` + items[1] + `","failed":"this is a picture of a cat: unsupported operation"}`,
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("got the marks %q, want %q", got, want)
		}
	})
}
