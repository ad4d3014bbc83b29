package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"remoted/playlist"
	"remoted/protocol"
)

// shelf knows lists: "list 120" has 120 items, which come 50 a second; "broken 120"
// breaks off after the first 50, "empty" has none. A "page 120" turns out to be a
// list when it is asked about.
type shelf struct {
	anyAddress

	mu     sync.Mutex
	opened []string
	inside string // what the items of a list are, whose length is unknown then
	now    int
	most   int
	asked  int  // look-ups
	deaf   bool // it notices late that nobody wants a list any more
	panics bool
	left   int // items that a list has beyond those it brings
}

func (l *shelf) Resolve(address string) (playlist.Media, error) {
	m, err := l.anyAddress.Resolve(address)
	for _, kind := range []string{"list", "broken", "empty"} {
		if strings.HasPrefix(address, kind) {
			m.Provider = playlist.ProviderList
		}
	}
	return m, err
}

func (l *shelf) Lookup(ctx context.Context, _ string, m playlist.Media) (playlist.Media, error) {
	l.mu.Lock()
	l.asked++
	l.mu.Unlock()
	if l.panics {
		panic("a page that nobody thought of")
	}
	if strings.HasPrefix(m.URL, "page") {
		time.Sleep(time.Second)
		m.Provider = playlist.ProviderList
	}
	return m, nil
}

func (l *shelf) Open(ctx context.Context, _ string, m playlist.Media, tell func([]playlist.Media, int)) (int, error) {
	l.mu.Lock()
	l.opened = append(l.opened, m.URL)
	l.now++
	l.most = max(l.most, l.now)
	l.mu.Unlock()
	defer func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.now--
	}()
	if l.panics {
		panic("a page that nobody thought of")
	}
	if l.deaf {
		time.Sleep(time.Second)
	}
	kind, number, _ := strings.Cut(m.URL, " ")
	total := 0
	fmt.Sscan(number, &total)
	for came := 0; came < total; {
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(time.Second):
		}
		if kind == "broken" && came > 0 {
			return 0, errors.New("the service went away")
		}
		var batch []playlist.Media
		for range min(50, total-came) {
			came++
			title := fmt.Sprint(came)
			m := playlist.Media{Provider: "file", Ref: title, URL: l.inside + title, Title: title}
			if l.inside == "" {
				m.Duration = 1000
			}
			batch = append(batch, m)
		}
		tell(batch, total)
	}
	if kind == "empty" {
		return 0, fmt.Errorf("nothing to play there: %w", errors.ErrUnsupported)
	}
	return l.left, nil
}

// withShelf runs a test in a room whose resolver knows lists.
func withShelf(t *testing.T, test func(t *testing.T, r *room, l *shelf)) {
	t.Helper()
	inRoom(t, func(t *testing.T, r *room) {
		l := &shelf{}
		r.resolver = l
		synctest.Wait() // housekeeping looked at the log
		r.crash()       // the new registry has the resolver
		test(t, r, l)
	})
}

// state is the session's state as the API shows it.
func (r *room) state() protocol.State {
	r.t.Helper()
	var s protocol.State
	unmarshal(r.t, r.view().State, &s)
	return s
}

// titles are those of the list, with the reasons of what failed; of many only the
// first and the last.
func (r *room) titles() string {
	r.t.Helper()
	var out []string
	for _, it := range r.state().Items {
		title := it.Media.Title
		if it.Failed != "" {
			title += ": " + it.Failed
		}
		out = append(out, title)
	}
	if len(out) > 6 {
		out = slices.Concat(out[:3], []string{fmt.Sprintf("…%d…", len(out)-6)}, out[len(out)-3:])
	}
	return strings.Join(out, ", ")
}

func (r *room) wantTitles(when, want string) {
	r.t.Helper()
	if got := r.titles(); got != want {
		r.t.Errorf("%s: got %s, want %s", when, got, want)
	}
}

func TestListBecomesItsItems(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		ann := r.join(protocol.Remote, func(r *protocol.Register) { r.Name = "Ann" })
		ann.add("a", "list 120", "b")
		pass(500 * time.Millisecond)
		r.wantTitles("at first", "a, list 120, b")
		pass(time.Second)
		r.wantTitles("after a batch", "a, 1, 2, …47…, 50, list 120 (50/120), b")
		pass(time.Second)
		r.wantTitles("after another", "a, 1, 2, …97…, 100, list 120 (100/120), b")
		pass(time.Second)
		r.wantTitles("at the end", "a, 1, 2, …116…, 119, 120, b")
		for _, it := range r.state().Items {
			if it.AddedBy.Client != ann.client.ID() || it.AddedBy.Name != "Ann" {
				t.Fatalf("%s was added by %+v, want Ann", it.Media.Title, it.AddedBy)
			}
		}
		for _, m := range ann.events()[1:] {
			if m.By != "" || m.ID != "" || m.Event != "add" && m.Event != "update" && m.Event != "remove" {
				t.Errorf("got %v by %q, want what the session does by itself", m, m.By)
			}
		}
		ann.must("undo", "")
		r.wantTitles("after undo", "")
	})
}

// Of a list that is longer than one may be, its end says how many more there are.
func TestListThatIsTooLong(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		l.left = 7
		ann := r.join(protocol.Remote)
		ann.add("list 3")
		pass(3 * time.Second)
		r.wantTitles("at the end", "1, 2, 3")
		var gone protocol.RemoveData
		events := ann.events()
		if err := json.Unmarshal(events[len(events)-1].Data, &gone); err != nil || gone.LeftOut != 7 {
			t.Errorf("got %+v, %v; want to be told of 7 that were left out", gone, err)
		}
	})
}

// What turns out to be a list only when it is asked about is opened as well, and a
// player that failed at it meanwhile is not believed.
func TestPageBecomesItsItems(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		ann, screen := r.join(protocol.Remote), r.join(protocol.Player)
		item := ann.must("add", `{"items":[{"url":"page 60"}],"place":"now"}`)
		var d protocol.AddData
		unmarshal(t, item.Data, &d)
		screen.report(d.Items[0].ID, "failed", 0)
		pass(4 * time.Second)
		r.wantTitles("at the end", "1, 2, 3, …54…, 58, 59, 60")
		s := r.state()
		if s.Playback.Status != "playing" || string(s.Playback.Item) != s.Items[0].ID {
			t.Errorf("got %+v, want that the first item plays", s.Playback)
		}
		for _, m := range ann.named("update") {
			if strings.Contains(string(m.Data), `"failed":"`) {
				t.Errorf("got %v, want no failure", m)
			}
		}
	})
}

// A list that shall play at once is waited for, however long that takes, and then
// its first item plays.
func TestListThatPlaysNow(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		ann, screen := r.join(protocol.Remote), r.join(protocol.Player)
		ann.add("a")
		ann.command("play")
		ann.must("add", `{"items":[{"url":"list 60"},{"url":"z"}],"place":"now"}`)
		list := string(r.state().Playback.Item)
		screen.report(list, "loading", 0)
		screen.report(list, "failed", 0)
		screen.report(list, "ended", 0)
		pass(900 * time.Millisecond)
		if s := r.state(); string(s.Playback.Item) != list || !s.Playback.Held || s.Items[1].Failed != "" {
			t.Errorf("got %+v, want that the list is waited for", s.Playback)
		}
		pass(200 * time.Millisecond)
		s := r.state()
		if string(s.Playback.Item) != s.Items[1].ID || s.Items[1].Media.Title != "1" || s.Playback.Status != "playing" {
			t.Errorf("got %+v of %s, want that the first item of the list plays", s.Playback, r.titles())
		}
		pass(2 * time.Second)
		r.wantTitles("at the end", "a, 1, 2, …56…, 59, 60, z")
	})
}

func TestListThatFails(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		ann, _ := r.join(protocol.Remote), r.join(protocol.Player)
		ann.add("empty", "broken 120", "b")
		ann.command("play")
		pass(1500 * time.Millisecond)
		r.wantTitles("what is empty", "empty: nothing to play there: unsupported operation, 1, 2, …47…, 50, broken 120 (50/120), b")
		pass(10 * time.Second)
		s := r.state()
		if got := s.Items[51]; got.Media.Title != "broken 120 (50/120)" || got.Failed != "the rest did not come: the service went away" {
			t.Errorf("got %+v, want what came and why not the rest", got)
		}
		if string(s.Playback.Item) != s.Items[1].ID {
			t.Errorf("got %+v, want that the list without items was passed over", s.Playback)
		}
		// Whoever wants to play it has it opened again: what came does not come again.
		ann.command(`jump,"item":"` + s.Items[51].ID + `"`)
		pass(1500 * time.Millisecond)
		if got := r.state().Items[51]; got.Failed != "" || len(r.state().Items) != 53 {
			t.Errorf("got %+v in %s, want another try", got, r.titles())
		}
		r.wantOpened(l, "empty", "broken 120", "broken 120")
	})
}

func TestListsAreOpenedOneAtATime(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		ann := r.join(protocol.Remote)
		ann.add("list 2", "list 1", "list 3")
		pass(time.Minute)
		r.wantTitles("at the end", "1, 2, 1, 1, 2, 3")
		if l.most != 1 || !slices.Equal(l.opened, []string{"list 2", "list 1", "list 3"}) {
			t.Errorf("opened %q, %d at once; want one after the other", l.opened, l.most)
		}
	})
}

// Removing the list's item stops it at once; what came stays. Taking that back goes
// on.
func TestListThatIsRemoved(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		ann := r.join(protocol.Remote)
		list := ann.add("list 120", "list 1")[0]
		pass(1500 * time.Millisecond)
		ann.must("remove", `{"items":["`+list+`"]}`)
		pass(1100 * time.Millisecond) // the next one did not have to wait for the end of the first
		r.wantTitles("removed", "1, 2, 3, …45…, 49, 50, 1")
		ann.must("undo", "")
		pass(10 * time.Second)
		r.wantTitles("back", "1, 2, 3, …115…, 119, 120, 1")
		if n := len(r.state().Items); n != 121 {
			t.Errorf("%d items, want 121", n)
		}
	})
}

// Nor is a list forgotten that comes back while its first opening still ends.
func TestListThatComesBackAtOnce(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		l.deaf = true
		ann := r.join(protocol.Remote)
		list := ann.add("list 2")[0]
		pass(100 * time.Millisecond)
		ann.must("remove", `{"items":["`+list+`"]}`)
		ann.must("undo", "")
		pass(10 * time.Second)
		r.wantTitles("at the end", "1, 2")
	})
}

// What somebody adds may bring a reader of pages down. It costs that item, and nobody
// else anything.
func TestLookThatPanics(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		l.panics = true
		ann := r.join(protocol.Remote)
		ann.add("list 2", "a")
		pass(time.Second)
		l.panics = false
		ann.add("list 1")
		pass(10 * time.Second)
		r.wantTitles("at the end", "list 2: this could not be looked at, a, 1")
	})
}

// A list goes where its item goes, and may be taken back before it has come.
func TestListThatMoves(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		ann := r.join(protocol.Remote)
		items := ann.add("a", "list 2", "b")
		ann.must("move", `{"items":["`+items[1]+`"],"before":null}`)
		pass(2 * time.Second)
		r.wantTitles("moved", "a, b, 1, 2")
		ann.add("list 120")
		ann.must("undo", "")
		pass(10 * time.Second)
		r.wantTitles("taken back", "a, b, 1, 2")
		ann.must("undo", "")
		r.wantTitles("the move taken back", "a, 1, 2, b")
	})
}

func TestListInAFullSession(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		ann := r.join(protocol.Remote)
		urls := strings.TrimSuffix(strings.Repeat(`{"url":"x"},`, playlist.MaxItems-71), ",")
		ann.must("upload", `{"mode":"append","items":[`+urls+`]}`)
		ann.add("list 120")
		pass(10 * time.Second)
		s := r.state()
		last := s.Items[len(s.Items)-1]
		if len(s.Items) != playlist.MaxItems || last.Failed != "the session is full: 50 of this list's 120 items did not fit" {
			t.Errorf("%d items, the list says %q; want all that fit, and how many did not", len(s.Items), last.Failed)
		}
	})
}

// A list that was not open yet when the server went is opened by the next one,
// and goes on where it was.
func TestListAfterARestart(t *testing.T) {
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		r.join(protocol.Remote).add("list 120", "empty")
		pass(1500 * time.Millisecond)
		r.crash()
		r.join(protocol.Remote)
		pass(10 * time.Second)
		r.wantTitles("at the end", "1, 2, 3, …115…, 119, 120, empty: nothing to play there: unsupported operation")
		if n := len(r.state().Items); n != 121 {
			t.Errorf("%d items, want 121", n)
		}
	})
}

// Items that could not be stored come once the log takes them again, in order.
func TestListWhileTheDiskFails(t *testing.T) {
	for name, how := range map[string]appendFunc{"unstored": failsUnstored, "stored": failsStored} {
		t.Run(name, func(t *testing.T) {
			withShelf(t, func(t *testing.T, r *room, l *shelf) {
				r.join(protocol.Remote).add("list 120", "list 1")
				pass(1500 * time.Millisecond)
				r.log.set(func(l *faultyLog) { l.append = how })
				pass(5 * time.Second)
				r.log.set(func(l *faultyLog) { l.append = nil })
				pass(20 * time.Second)
				r.wantTitles("at the end", "1, 2, 3, …115…, 119, 120, 1")
				if n := len(r.state().Items); n != 121 {
					t.Errorf("%d items, want 121", n)
				}
			})
		})
	}
}

// A list within a list is not opened: it could go on for ever. Items of whose length
// the list says something are not even asked about.
func TestListWithinAList(t *testing.T) {
	const why = ": this is a list within a list; add its link by itself to open it"
	withShelf(t, func(t *testing.T, r *room, l *shelf) {
		l.inside = "page "
		ann := r.join(protocol.Remote)
		ann.add("list 2")
		pass(time.Minute)
		r.wantTitles("at the end", "1"+why+", 2"+why)
		r.wantOpened(l, "list 2")
		l.inside, l.asked = "", 0
		ann.add("list 3")
		pass(time.Minute)
		if l.asked != 0 {
			t.Errorf("asked about %d items, want none", l.asked)
		}
	})
}

func (r *room) wantOpened(l *shelf, want ...string) {
	r.t.Helper()
	if !slices.Equal(l.opened, want) {
		r.t.Errorf("opened %q, want %q", l.opened, want)
	}
}
