package resolver

import (
	"cmp"
	"context"
	"errors"

	"remoted/playlist"
)

// Preview is what an address leads to, for who has not added it yet.
type Preview struct {
	Media playlist.Media // of a list by itself, its provider is [playlist.ProviderList]
	List  *List          // the list that it is, or is part of; nil without

	// Playable is false when it can never be played: then Reason says why. Beside
	// true, Reason says why nothing could be found out, if so.
	Playable bool
	Reason   string
}

// List is a list that [Resolver.Expand] makes items of.
type List struct {
	URL   string
	Title string // "" where it is not known
}

// Preview tells what an address leads to, asking outside like [Resolver.Lookup].
// The error is that of [Resolver.Resolve]; what is wrong with the answer from
// outside stands in the preview.
func (r *Resolver) Preview(ctx context.Context, address string) (Preview, error) {
	l, err := r.Parse(address)
	if err != nil {
		return Preview{}, err
	}
	if l.Media == (playlist.Media{}) {
		return r.previewList(l), nil
	}
	p := Preview{Playable: true}
	if isYouTubeList(listID(l.List)) && r.opens(l) { // whether others are lists, the answer tells
		p.List = &List{URL: l.List}
	}
	p.Media, err = r.Lookup(ctx, l.Media)
	switch {
	case err == nil:
	case errors.Is(err, ErrList):
		p.List = &List{URL: cmp.Or(l.List, p.Media.URL), Title: p.Media.Title}
		p.Media.Provider = playlist.ProviderList
	case errors.Is(err, context.DeadlineExceeded):
		p.Reason = "it took too long to find out more"
	default:
		p.Playable, p.Reason = !isUnsupported(err), err.Error()
	}
	return p, nil
}

// previewList is the preview of an address that leads to a list and to nothing
// else.
func (r *Resolver) previewList(l Link) Preview {
	p := Preview{Media: listMedia(l), Playable: r.opens(l)}
	if !p.Playable {
		p.Reason = ErrNoKey.Error()
		return p
	}
	p.List = &List{URL: l.List}
	return p
}

// opens reports whether the list that a link names can be expanded: those of
// YouTube need a key.
func (r *Resolver) opens(l Link) bool {
	return l.List != "" && (r.youtube != nil || !isYouTubeList(listID(l.List)))
}

// List returns what stands for the list that an address leads to, until its items
// are known. The error is [ErrNoKey] where only a key would help.
func (r *Resolver) List(address string) (playlist.Media, error) {
	l, err := r.Parse(address)
	if err != nil {
		return playlist.Media{}, err
	}
	if l.List == "" {
		return playlist.Media{}, unsupported("this is no list")
	}
	if !r.opens(l) {
		return playlist.Media{}, ErrNoKey
	}
	return listMedia(l), nil
}

// listMedia stands for the list that a link leads to, until its items are known.
func listMedia(l Link) playlist.Media {
	title := l.List
	if id := listID(l.List); isYouTubeList(id) {
		title = "YouTube playlist " + id
	}
	return playlist.Media{Provider: playlist.ProviderList, Ref: l.List, URL: l.List, Title: title}
}
