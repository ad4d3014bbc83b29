package session

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"remoted/playlist"
)

// Opener is a [Resolver] that knows what is in the lists that it, or a [Looker],
// returned as a media of the provider [playlist.ProviderList].
type Opener interface {
	// Open tells of a list's items as they come, always from the first on, and of
	// how many there will be as far as that is known. Its error is a sentence for
	// people; what was told before it stays told. left is how many items the list has
	// beyond those.
	Open(ctx context.Context, session string, list playlist.Media, tell func(items []playlist.Media, total int)) (left int, err error)
}

// openings opens the lists that people added, one at a time and in the order of
// asking, while the session goes on.
type openings struct {
	// Static.
	ask     Opener // nil: nobody knows
	session string
	tell    func(opened)
	logger  *slog.Logger
	ctx     context.Context
	cancel  context.CancelFunc

	mu      sync.Mutex
	queue   []opening
	now     playlist.ItemID // the one that is being opened, or ""
	abandon context.CancelFunc
	busy    bool // a worker runs
	done    sync.WaitGroup
}

// opening is a list that shall be opened.
type opening struct {
	item  playlist.ItemID
	media playlist.Media
	after time.Duration // from when it is its turn
}

// opened is what became known of a list: items of it, or that these were all.
type opened struct {
	list  playlist.ItemID
	title string // of the list
	from  int    // how many items of it were told of before
	items []playlist.Media
	total int // how many there will be
	done  bool
	left  int   // with done: how many more the list has
	err   error // with done: why there are no more
}

func newOpenings(session string, r Resolver, logger *slog.Logger, tell func(opened)) *openings {
	o := &openings{session: session, tell: tell, logger: logger}
	o.ask, _ = r.(Opener)
	o.ctx, o.cancel = context.WithCancel(context.Background())
	return o
}

// want opens a list when those that were asked for before are open.
func (o *openings) want(it *playlist.Item, after time.Duration) {
	if o.ask == nil {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	queued := slices.ContainsFunc(o.queue, func(q opening) bool { return q.item == it.ID })
	if queued || o.now == it.ID || o.ctx.Err() != nil {
		return
	}
	o.queue = append(o.queue, opening{it.ID, it.Media, after})
	if !o.busy {
		o.busy = true
		o.done.Go(o.work)
	}
}

// keep ends what is done for lists that nobody wants any more.
func (o *openings) keep(wanted func(playlist.ItemID) bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.queue = slices.DeleteFunc(o.queue, func(q opening) bool { return !wanted(q.item) })
	if o.now != "" && !wanted(o.now) {
		o.abandon()
		o.now = "" // who wants it again does not get the rest of this
	}
}

// idle reports whether no list is open or waits.
func (o *openings) idle() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.now == "" && len(o.queue) == 0
}

func (o *openings) work() {
	for {
		next, ctx, ok := o.next()
		if !ok {
			return
		}
		last := o.open(ctx, next)
		abandoned := ctx.Err() != nil
		o.finish()
		if !abandoned {
			o.tell(last)
		}
	}
}

// open tells of a list's items, and returns what is to be said at the end.
func (o *openings) open(ctx context.Context, q opening) opened {
	select {
	case <-ctx.Done():
		return opened{}
	case <-time.After(q.after):
	}
	came, left := 0, 0
	err := outside(o.logger, func() (err error) {
		left, err = o.ask.Open(ctx, o.session, q.media, func(items []playlist.Media, total int) {
			if ctx.Err() == nil {
				o.tell(opened{list: q.item, title: q.media.Title, from: came, items: items, total: total})
			}
			came += len(items)
		})
		return err
	})
	return opened{list: q.item, from: came, total: came, done: true, left: left, err: err}
}

// next takes a list from the queue, or ends the worker.
func (o *openings) next() (q opening, ctx context.Context, ok bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.queue) == 0 || o.ctx.Err() != nil {
		o.busy = false
		return q, nil, false
	}
	q, o.queue = o.queue[0], o.queue[1:]
	ctx, o.abandon = context.WithCancel(o.ctx)
	o.now = q.item
	return q, ctx, true
}

func (o *openings) finish() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.abandon()
	o.now = ""
}

// stop ends what runs and waits for it.
func (o *openings) stop() {
	o.cancel()
	o.done.Wait()
}
