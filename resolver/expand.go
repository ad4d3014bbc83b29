package resolver

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

const (
	// MaxItems bounds the items that are taken of one list.
	MaxItems = 200

	// maxFeedEntries bounds what is read of a feed, to say how many more there are: as
	// many as a session holds.
	maxFeedEntries = playlist.MaxItems

	// expandTimeout bounds how long a list may take: 200 entries of YouTube are
	// four pages and as many requests for their lengths.
	expandTimeout = 30 * time.Second

	// maxQuery bounds a search, in characters.
	maxQuery = 200
)

// collector gathers the items of a list and tells of them as they come.
type collector struct {
	max      int
	total    int // how many the list has, as far as it says
	items    []playlist.Media
	progress func(items []playlist.Media, total int)
}

// add takes the next items; total is how many the list says it has, or 0.
func (c *collector) add(total int, items ...playlist.Media) {
	items = items[:min(len(items), c.max-len(c.items))]
	for i := range items {
		items[i] = tidy(items[i])
	}
	c.items = append(c.items, items...)
	c.total = max(c.total, total, len(c.items))
	if c.progress != nil && len(items) > 0 {
		c.progress(items, min(c.total, c.max))
	}
}

// left is how many items there are beyond those that are taken.
func (c *collector) left() int {
	if !c.full() {
		return 0 // what is missing then cannot be played
	}
	return c.total - len(c.items)
}

func (c *collector) full() bool { return len(c.items) >= c.max }

// Expand returns the items of the list at an address, up to limit and never more
// than 200: a YouTube playlist (with a key), an M3U, a podcast, an album of the
// Internet Archive, a page that names a feed. Those that cannot be played are left
// out. Unless it is nil, progress is called with the items as they come, one batch
// after the other, from this goroutine, and with how many there will be as far as
// that is known. What came before an error is returned beside it.
//
// It takes its turn like [Resolver.Lookup], and then up to 30 seconds.
func (r *Resolver) Expand(ctx context.Context, address string, limit int, progress func(items []playlist.Media, total int)) ([]playlist.Media, error) {
	items := &collector{max: max(0, min(limit, MaxItems)), progress: progress}
	err := r.expand(ctx, address, items)
	return items.items, err
}

// Open is [Resolver.Expand] for who takes the items as they come, as many as there
// may be. It returns how many more the list has.
func (r *Resolver) Open(ctx context.Context, address string, tell func(items []playlist.Media, total int)) (left int, err error) {
	items := &collector{max: MaxItems, progress: tell}
	err = r.expand(ctx, address, items)
	return items.left(), err
}

func (r *Resolver) expand(ctx context.Context, address string, items *collector) error {
	l, err := r.Parse(address)
	if err != nil {
		return err
	}
	p, l, err := r.listOf(l)
	if err != nil {
		return err
	}
	key := expandKey(items.max, l.List)
	_, err = r.collect(ctx, key, items, func(ctx context.Context) error { return p.expand(ctx, l, items) })
	return err
}

// expandKey is under what the first items of a list are remembered.
func expandKey(limit int, list string) string { return fmt.Sprintf("expand %d %s", limit, list) }

// listOf returns who expands a link.
func (r *Resolver) listOf(l Link) (provider, Link, error) {
	name := l.Media.Provider
	if name == "" || l.List != "" && isYouTubeList(listID(l.List)) {
		name = "youtube"
	}
	if l.List == "" {
		l.List = l.Media.URL
	}
	p, ok := r.named(name)
	if !ok || p.expand == nil || name == "youtube" && listID(l.List) == "" {
		return p, l, unsupported("this is no list")
	}
	return p, l, nil
}

// CanSearch reports whether there is a key, which [Resolver.Search] needs.
func (r *Resolver) CanSearch() bool { return r.youtube != nil }

// Search returns the videos of YouTube that fit a query best. It needs a key, of
// whose daily quota it takes a hundredth.
func (r *Resolver) Search(ctx context.Context, query string, limit int) ([]playlist.Media, error) {
	query = strings.Join(strings.Fields(query), " ")
	if r.youtube == nil {
		return nil, ErrNoKey
	}
	if query == "" || utf8.RuneCountInString(query) > maxQuery {
		return nil, fmt.Errorf("a search has 1 to %d characters", maxQuery)
	}
	items := &collector{max: max(0, min(limit, youtubePage))}
	key := fmt.Sprintf("search %d %s", items.max, strings.ToLower(query))
	return r.collect(ctx, key, items, func(ctx context.Context) error { return r.youtube.search(ctx, query, items) })
}

// collect answers from the cache, or takes its turn and asks.
func (r *Resolver) collect(ctx context.Context, key string, items *collector, ask func(context.Context) error) ([]playlist.Media, error) {
	if rec, ok := r.recall(key); ok {
		items.add(rec.Count, rec.Media...)
		return items.items, rec.Error.err()
	}
	leave, err := r.gate.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	inner, cancel := context.WithTimeout(ctx, expandTimeout)
	defer cancel()
	err = ownTime(ctx, inner, ask(inner))
	if err == nil && len(items.items) == 0 {
		err = unsupported("nothing that could be played was found there")
	}
	r.rememberCount(key, items.items, items.total, err)
	return items.items, err
}

// expand reads a list of links, a feed, or a page that names one.
func (f files) expand(ctx context.Context, l Link, items *collector) error {
	p, err := f.client.Get(ctx, l.Media.URL)
	if err != nil {
		return err
	}
	if contentOf(p) == isPage {
		if p, err = f.feedOf(ctx, p); err != nil {
			return err
		}
	}
	switch contentOf(p) {
	case isM3U:
		list := readM3U(p)
		if list.hls {
			return unsupported("this is a stream and no list")
		}
		entries, total := list.media(f.Resolver, p.URL)
		items.add(total, entries...)
	case isFeed:
		feed := readFeed(p, maxFeedEntries)
		entries := feed.media(f.Resolver, p)
		items.add(len(entries), entries...)
	default:
		return unsupported("this is no list")
	}
	return nil
}

// feedOf gets the first feed that a page names.
func (f files) feedOf(ctx context.Context, p *fetch.Page) (*fetch.Page, error) {
	facts := readPage(p)
	for _, address := range facts.feeds {
		if address = found(facts.base, address); address != "" {
			return f.client.Get(ctx, address)
		}
	}
	return nil, unsupported("this is a web page and no list")
}
