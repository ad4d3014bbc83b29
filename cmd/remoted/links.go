package main

import (
	"context"
	"errors"
	"fmt"

	"remoted/playlist"
	"remoted/protocol"
	"remoted/resolver"
	"remoted/server"
)

// asker is the resolver as sessions and the server use it.
type asker struct{ *resolver.Resolver }

// Lookup asks outside in the session's name. A list is no reason to call its link
// unplayable: it may be expanded.
func (a asker) Lookup(ctx context.Context, id string, m playlist.Media) (playlist.Media, error) {
	m, err := a.Resolver.Lookup(resolver.WithSession(ctx, id), m)
	if errors.Is(err, resolver.ErrList) {
		err = fmt.Errorf("not expanded: %v", err)
	}
	return m, err
}

// Preview tells what an address leads to.
func (a asker) Preview(ctx context.Context, id, address string) (server.Preview, error) {
	p, err := a.Resolver.Preview(resolver.WithSession(ctx, id), address)
	if err != nil {
		return server.Preview{}, err
	}
	out := server.Preview{Media: protocol.Media(p.Media), Playable: p.Playable, Reason: p.Reason}
	if p.List != nil {
		out.List = &server.ListLink{URL: p.List.URL, Title: p.List.Title}
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
