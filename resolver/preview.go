package resolver

import (
	"cmp"
	"context"
	"errors"
	"time"

	"remoted/playlist"
)

// listTimeout bounds the question what a list is called: who looks at a video in a
// list must get the video in the time that a page waits for both.
const listTimeout = 2 * time.Second

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
	Count int    // how many items come of it at most; 0 where it is not known
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
		return r.previewList(ctx, l), nil
	}
	p := Preview{Playable: true}
	if isYouTubeList(listID(l.List)) && r.opens(l) { // whether others are lists, the answer tells
		p.List = r.besides(ctx, l)
	}
	p.Media, err = r.Lookup(ctx, l.Media)
	switch {
	case err == nil:
	case errors.Is(err, ErrList):
		list := cmp.Or(l.List, p.Media.URL)
		p.List = &List{URL: list, Title: p.Media.Title, Count: r.opened(list)}
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
func (r *Resolver) previewList(ctx context.Context, l Link) Preview {
	p := Preview{Media: listMedia(l), Playable: r.opens(l)}
	if !p.Playable {
		p.Reason = ErrNoKey.Error()
		return p
	}
	about, count, err := r.about(ctx, l)
	if isUnsupported(err) {
		p.Playable, p.Reason = false, err.Error()
		return p
	}
	p.List = &List{URL: l.List, Title: about.Title, Count: count}
	p.Media.Title = cmp.Or(about.Title, p.Media.Title)
	p.Media.Thumbnail = about.Thumbnail
	return p
}

// besides is the list of YouTube that a link to a video names as well; nil where
// it cannot be opened.
func (r *Resolver) besides(ctx context.Context, l Link) *List {
	about, count, err := r.about(ctx, l)
	if isUnsupported(err) {
		return nil
	}
	return &List{URL: l.List, Title: about.Title, Count: count}
}

// about asks YouTube what a list is called and how many items come of it, and
// remembers that. It takes its turn like [Resolver.Lookup]. Beside an error it
// tells what is known without.
func (r *Resolver) about(ctx context.Context, l Link) (about playlist.Media, count int, err error) {
	key := "list " + l.List
	rec, ok := r.recall(key)
	if !ok || len(rec.Media) != 1 {
		rec, err = r.askAbout(ctx, key, l)
	} else {
		err = rec.Error.err()
	}
	if opened := r.opened(l.List); opened > 0 {
		return rec.Media[0], opened, nil
	}
	return rec.Media[0], min(rec.Count, MaxItems), err
}

func (r *Resolver) askAbout(ctx context.Context, key string, l Link) (record, error) {
	list := playlist.Media{Provider: playlist.ProviderList, URL: l.List}
	leave, err := r.gate.enter(ctx)
	if err != nil {
		return record{Media: []playlist.Media{list}}, err
	}
	defer leave()
	inner, cancel := context.WithTimeout(ctx, listTimeout)
	defer cancel()
	about, count, err := r.youtube.about(inner, list)
	err = ownTime(ctx, inner, err)
	rec := record{Media: []playlist.Media{about}, Count: count}
	r.rememberCount(key, rec.Media, count, err)
	return rec, err
}

// opened returns how many items came of a list lately; 0 where it was not opened.
func (r *Resolver) opened(list string) int {
	rec, _ := r.recall(expandKey(MaxItems, list))
	return len(rec.Media)
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
