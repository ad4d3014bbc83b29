package main

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"

	"remoted/playlist"
	"remoted/protocol"
	"remoted/resolver"
	"remoted/resolver/pebblecache"
	"remoted/server"
)

// asker is the resolver as sessions and the server use it.
type asker struct{ *resolver.Resolver }

// Resolve tells what an address plays, or that it is a list whose items are to come.
func (a asker) Resolve(address string) (playlist.Media, error) {
	m, err := a.Resolver.Resolve(address)
	if errors.Is(err, resolver.ErrList) {
		return a.Resolver.List(address)
	}
	return m, err
}

// Lookup asks outside in the session's name. What turns out to be a list can be
// opened.
func (a asker) Lookup(ctx context.Context, id string, m playlist.Media) (playlist.Media, error) {
	m, err := a.Resolver.Lookup(resolver.WithSession(ctx, id), m)
	if errors.Is(err, resolver.ErrList) {
		m.Provider, m.Ref = playlist.ProviderList, m.URL
		return m, nil
	}
	return m, err
}

// Open tells of a list's items as they come.
func (a asker) Open(ctx context.Context, id string, list playlist.Media, tell func([]playlist.Media, int)) (left int, err error) {
	return a.Resolver.Open(resolver.WithSession(ctx, id), list.URL, tell)
}

// Preview tells what an address leads to.
func (a asker) Preview(ctx context.Context, id, address string) (server.Preview, error) {
	p, err := a.Resolver.Preview(resolver.WithSession(ctx, id), address)
	if err == nil {
		err = broughtTo(id, p.Media)
	}
	if err != nil {
		return server.Preview{}, err
	}
	out := server.Preview{Media: protocol.Media(p.Media), Playable: p.Playable, Reason: p.Reason}
	if p.List != nil {
		out.List = &server.ListLink{URL: p.List.URL, Title: p.List.Title, Count: p.List.Count}
	}
	return out, nil
}

// Search finds videos by words.
func (a asker) Search(ctx context.Context, id, query string, limit int) ([]protocol.Media, error) {
	found, err := a.Resolver.Search(resolver.WithSession(ctx, id), query, limit)
	items := make([]protocol.Media, len(found))
	for i, m := range found {
		items[i] = protocol.Media(m)
	}
	return items, err
}

// openLinkCache opens what was found out about links, and returns how to close it.
// With the store in memory, or where the disk does not do, the cache is in memory.
func openLinkCache(c config, kept *data, logger *slog.Logger) (cache resolver.Cache, shut func()) {
	if c.store == storeMemory {
		return resolver.NewMemoryCache(), func() {}
	}
	dir, err := kept.dir(filepath.Join("cache", "links"))
	if err == nil {
		var onDisk *pebblecache.Cache
		if onDisk, err = pebblecache.Open(dir, logger); err == nil {
			return onDisk, func() {
				if err := onDisk.Close(); err != nil {
					logger.Warn("close the cache of links", "err", err)
				}
			}
		}
	}
	logger.Warn("what is found out about links is kept in memory only", "err", err)
	return resolver.NewMemoryCache(), func() {}
}
