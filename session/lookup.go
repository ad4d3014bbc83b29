package session

import (
	"context"
	"errors"
	"strings"
	"sync"

	"remoted/playlist"
)

// Looker is a [Resolver] that can also ask outside what an item really is: its
// title, its length, a picture, the file behind a page. It may take its time, and
// fail; what it returns beside an error is still true. An error that is
// [errors.ErrUnsupported] says that the item can never play.
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
	ctx     context.Context
	cancel  context.CancelFunc

	mu      sync.Mutex
	queue   []*playlist.Item
	workers int
	done    sync.WaitGroup
}

func newLookups(session string, r Resolver, tell func(found)) *lookups {
	l := &lookups{session: session, found: tell}
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
		m, err := l.ask.Lookup(l.ctx, l.session, it.Media)
		if l.ctx.Err() != nil {
			continue // next ends the worker
		}
		f := found{item: it.ID, asked: it.Media, media: m}
		if errors.Is(err, errors.ErrUnsupported) {
			f.never = err.Error()
		}
		l.found(f)
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
	if !e.Asked() || e.Undo || e.List == nil || len(e.List.Items) == 0 {
		return
	}
	var items []*playlist.Item
	for _, it := range e.List.Items {
		ours := it.Media.Provider == "library" || strings.HasPrefix(it.Media.URL, "/") // the server knows its own files
		if !ours && !told(e, it) {
			items = append(items, it)
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
	if m.Duration == 0 {
		m.Duration = it.Media.Duration // a player may have told
	}
	if m != f.asked {
		s.own(playlist.UpdateMedia{Item: f.item, Media: m})
	}
	switch {
	case f.never != "":
		s.own(playlist.MarkFailed{Item: f.item, Reason: cut(f.never, playlist.MaxReason)})
	case m.Ref != f.asked.Ref: // what failed was the page, not the file behind it
		s.own(playlist.ClearFailed{Item: f.item})
	}
}
