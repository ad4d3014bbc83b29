package resolver

import (
	"context"
	"errors"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// Lookup asks outside for what [Resolver.Resolve] could not know: the title, the
// length, the picture, and of a page what on it is played. It returns m with what
// was found, beside an error too as far as it got. A title that somebody gave to m
// stays.
//
// It takes its turn among the look-ups of its session ([WithSession]), and then up
// to five seconds. The error is a sentence for people. It is an
// [errors.ErrUnsupported] when this can never be played, and [ErrList] as well when
// [Resolver.Expand] can make items of it; any other says only that nothing was
// found out, and a player may be luckier: it may be in the same network as an
// address that this server does not ask.
func (r *Resolver) Lookup(ctx context.Context, m playlist.Media) (playlist.Media, error) {
	p, ok := r.named(m.Provider)
	if !ok || p.lookup == nil {
		return m, nil
	}
	key := "lookup " + m.Provider + " " + m.URL
	if rec, ok := r.recall(key); ok && len(rec.Media) == 1 {
		return r.merge(m, rec.Media[0]), rec.Error.err()
	}
	leave, err := r.gate.enter(ctx)
	if err != nil {
		return m, err
	}
	defer leave()
	if rec, ok := r.recall(key); ok && len(rec.Media) == 1 { // while waiting
		return r.merge(m, rec.Media[0]), rec.Error.err()
	}
	inner, cancel := context.WithTimeout(ctx, fetch.Timeout)
	defer cancel()
	found, err := p.lookup(inner, playlist.Media{Provider: m.Provider, Ref: m.Ref, URL: m.URL})
	err = ownTime(ctx, inner, err)
	found = tidy(found)
	r.remember(key, []playlist.Media{found}, err)
	return r.merge(m, found), err
}

// ownTime tells the end of the time that was allowed, inner, from that of the
// caller's context.
func ownTime(ctx, inner context.Context, err error) error {
	if errors.Is(err, context.DeadlineExceeded) && inner.Err() != nil && ctx.Err() == nil {
		return fetch.TooSlowError(err)
	}
	return err
}

// merge puts what was found into m.
func (r *Resolver) merge(m, found playlist.Media) playlist.Media {
	if found.Title != "" && r.unnamed(m) {
		m.Title = found.Title
	}
	if found.Thumbnail != "" {
		m.Thumbnail = found.Thumbnail
	}
	if found.Duration > 0 {
		m.Duration = found.Duration
	}
	m.Provider, m.Ref = found.Provider, found.Ref
	return m
}

// unnamed reports whether m's title is only what was made of its address.
func (r *Resolver) unnamed(m playlist.Media) bool {
	if m.Title == "" {
		return true
	}
	made, err := r.Resolve(m.URL)
	return err == nil && made.Title == m.Title
}
