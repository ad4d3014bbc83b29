package session

import (
	"context"
	"sync"

	"remoted/playlist"
)

// Looker is a [Resolver] that can also ask outside what an item really is: its
// title, its length, a picture. It may take its time, and fail.
type Looker interface {
	Lookup(ctx context.Context, m playlist.Media) (playlist.Media, error)
}

// maxLookups run at a time for one session.
const maxLookups = 4

// lookups asks outside about the items that people added, a few at a time and in
// the order of asking, while the session goes on.
type lookups struct {
	// Static.
	ask    Looker // nil: nobody to ask
	found  func(playlist.ItemID, playlist.Media)
	ctx    context.Context
	cancel context.CancelFunc

	mu      sync.Mutex
	queue   []*playlist.Item
	workers int
	done    sync.WaitGroup
}

func newLookups(r Resolver, found func(playlist.ItemID, playlist.Media)) *lookups {
	l := &lookups{found: found}
	l.ask, _ = r.(Looker)
	l.ctx, l.cancel = context.WithCancel(context.Background())
	return l
}

// want asks about items, unless somebody knows all about them already.
func (l *lookups) want(items []*playlist.Item) {
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
		it := l.next()
		if it == nil {
			return
		}
		// An error means that no more is known than before.
		if m, err := l.ask.Lookup(l.ctx, it.Media); err == nil && l.ctx.Err() == nil {
			l.found(it.ID, m)
		}
	}
}

// next takes an item from the queue, or ends the worker.
func (l *lookups) next() *playlist.Item {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.queue) == 0 || l.ctx.Err() != nil {
		l.workers--
		return nil
	}
	it := l.queue[0]
	l.queue = l.queue[1:]
	return it
}

// stop ends what runs and waits for it.
func (l *lookups) stop() {
	l.cancel()
	l.done.Wait()
}

// lookUp asks about the items that an event of a person's brought.
func (s *Session) lookUp(e *playlist.Event) {
	if e.By == "" || e.Undo || e.List == nil || len(e.List.Items) == 0 {
		return
	}
	var items []*playlist.Item
	for _, it := range e.List.Items {
		if it.Media.Provider != "library" { // the server knows its own files
			items = append(items, it)
		}
	}
	s.lookups.want(items)
}

// learn takes in what was found out about an item.
func (s *Session) learn(id playlist.ItemID, found playlist.Media) {
	it := s.group.next.Item(id)
	if it == nil {
		return // it left the list meanwhile
	}
	m := it.Media
	if found.Title != "" {
		m.Title = found.Title
	}
	if found.Thumbnail != "" {
		m.Thumbnail = found.Thumbnail
	}
	if m.Duration == 0 {
		m.Duration = found.Duration
	}
	s.own(playlist.UpdateMedia{Item: id, Media: m})
}
