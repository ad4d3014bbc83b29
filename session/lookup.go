package session

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"

	"remoted/playlist"
	"remoted/protocol"
)

// Looker is a [Resolver] that can also ask outside what an item really is: its
// title, its length, a picture, the file behind a page. What turns out to be a list
// gets the provider [playlist.ProviderList]. It may take its time, and fail; what it
// returns beside an error is still true. An error that is [errors.ErrUnsupported]
// says that the item can never play.
type Looker interface {
	Lookup(ctx context.Context, session string, m playlist.Media) (playlist.Media, error)
}

// maxLookups run at a time for one session.
const maxLookups = 4

// lookups asks outside about the items that people added, a few at a time and in
// the order of asking, while the session goes on.
type lookups struct {
	// Static.
	ask     Looker // nil: nobody to ask
	session string
	found   func(found)
	logger  *slog.Logger
	ctx     context.Context
	cancel  context.CancelFunc

	mu      sync.Mutex
	queue   []question
	running map[playlist.ItemID]int
	workers int
	done    sync.WaitGroup
}

// question is an item that is asked about.
type question struct {
	item *playlist.Item
	of   bool // it came from a list
}

func newLookups(session string, r Resolver, logger *slog.Logger, tell func(found)) *lookups {
	l := &lookups{session: session, found: tell, logger: logger, running: make(map[playlist.ItemID]int)}
	l.ask, _ = r.(Looker)
	l.ctx, l.cancel = context.WithCancel(context.Background())
	return l
}

// want asks about items, unless somebody knows all about them already.
func (l *lookups) want(items []question) {
	if l.ask == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.queue = append(l.queue, items...)
	if room := playlist.MaxItems; len(l.queue) > room {
		l.queue = l.queue[:room]
	}
	for l.workers < min(maxLookups, len(l.queue)) && l.ctx.Err() == nil {
		l.workers++
		l.done.Go(l.work)
	}
}

func (l *lookups) work() {
	for {
		q, ok := l.next()
		if !ok {
			return
		}
		it := q.item
		m := it.Media
		err := outside(l.logger, func() (err error) {
			m, err = l.ask.Lookup(l.ctx, l.session, it.Media)
			return err
		})
		l.finish(it.ID)
		if l.ctx.Err() != nil {
			continue // next ends the worker
		}
		f := found{item: it.ID, asked: it.Media, media: m, of: q.of}
		if errors.Is(err, errors.ErrUnsupported) {
			f.never = err.Error()
		}
		l.found(f)
	}
}

// next takes an item from the queue, or ends the worker.
func (l *lookups) next() (q question, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.queue) == 0 || l.ctx.Err() != nil {
		l.workers--
		return q, false
	}
	q, l.queue = l.queue[0], l.queue[1:]
	l.running[q.item.ID]++
	return q, true
}

func (l *lookups) finish(item playlist.ItemID) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.running[item]--; l.running[item] == 0 {
		delete(l.running, item)
	}
}

// hurry reports whether an item is being asked about, and has that done next.
func (l *lookups) hurry(item playlist.ItemID) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.running[item] > 0 {
		return true
	}
	i := slices.IndexFunc(l.queue, func(q question) bool { return q.item.ID == item })
	if i < 0 {
		return false
	}
	q := l.queue[i]
	l.queue = slices.Insert(slices.Delete(slices.Clone(l.queue), i, i+1), 0, q)
	return true
}

// run has f called while the session goes on; not when it is about to leave.
func (l *lookups) run(f func(context.Context)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ctx.Err() == nil {
		l.done.Go(func() { f(l.ctx) })
	}
}

// stop ends what runs and waits for it.
func (l *lookups) stop() {
	l.cancel()
	l.done.Wait()
}

// lookUp asks about the items that an event of a person's brought, and those of
// whose length a list said nothing.
func (s *Session) lookUp(e *playlist.Event) {
	of := e.Unfold != "" || e.Kind == playlist.KindAdd && e.By == "" // no person named them one by one
	if !e.Asked() && !of || e.Undo || e.List == nil || len(e.List.Items) == 0 {
		return
	}
	var items []question
	for _, it := range e.List.Items {
		switch {
		case it.Media.Provider == "library", strings.HasPrefix(it.Media.URL, "/"): // the server knows its own files
		case it.Media.Provider == playlist.ProviderList: // it is opened
		case of && it.Media.Duration > 0, told(e, it):
		default:
			items = append(items, question{it, of})
		}
	}
	s.lookups.want(items)
}

// told reports whether an uploaded list said all that could be found out: of lists
// that were exported, thousands of items need not be asked about once more.
func told(e *playlist.Event, it *playlist.Item) bool {
	m := it.Media
	return e.Kind == playlist.KindUpload && !onWeb[m.Provider] && m.Title != "" && m.Duration > 0 && m.Thumbnail != ""
}

// learn takes in what was found out about an item.
func (s *Session) learn(f *found) {
	it := s.group.next.Item(f.item)
	if it == nil {
		return // it left the list meanwhile
	}
	m := f.media
	if f.of && m.Provider == playlist.ProviderList { // or a list of lists would never end
		m, f.never = f.asked, "this is a list within a list; add its link by itself to open it"
	}
	if m.Duration == 0 {
		m.Duration = it.Media.Duration // a player may have told
	}
	if m != f.asked {
		s.own(playlist.UpdateMedia{Item: f.item, Media: m})
	}
	switch {
	case f.never != "":
		s.own(playlist.MarkFailed{Item: f.item, Reason: cut(f.never, playlist.MaxReason)})
	case m.Ref != f.asked.Ref || m.Provider == playlist.ProviderList:
		s.own(playlist.ClearFailed{Item: f.item}) // what failed was the page, not the file behind it
	default:
		s.believe(f.item)
	}
}

// believe notes that an item failed if a player said so while it was asked about.
func (s *Session) believe(item playlist.ItemID) {
	for _, c := range s.order {
		if c.is(protocol.Failed, item) {
			s.own(playlist.MarkFailed{Item: item, Reason: cut(c.report.Reason, playlist.MaxReason)})
		}
	}
}
