package main

import (
	"context"
	"fmt"
	"math/rand/v2"

	"remoted/library"
	"remoted/listfile"
	"remoted/playlist"
	"remoted/session"
)

// fallback takes what plays while nothing is queued from the folders of media and
// from the saved lists.
type fallback struct {
	files   *library.Library // nil: there are none
	load    func(name string) (listfile.List, error)
	resolve func(session, address string) (playlist.Media, error)
}

var _ session.Fallback = fallback{}

// Next implements [session.Fallback].
func (f fallback) Next(_ context.Context, id string, source playlist.FallbackSource, recent []string) (playlist.NewItem, error) {
	switch {
	case source.Kind == playlist.SourceList:
		return f.fromList(id, source.Key, recent)
	case source.Kind == playlist.SourceFolder && f.files != nil:
		return f.fromFolder(source.Key, recent)
	}
	return playlist.NewItem{}, fmt.Errorf("there is no %s %q", source.Kind, source.Key)
}

func (f fallback) fromFolder(key string, recent []string) (playlist.NewItem, error) {
	entries, _ := f.files.FolderEntries(key)
	refs := make([]string, len(entries))
	for i, e := range entries {
		refs[i] = e.ID
	}
	i, ok := pick(refs, recent)
	if !ok {
		return playlist.NewItem{}, fmt.Errorf("there is nothing in the folder %q", key)
	}
	media, ok := libraryMedia(f.files, entries[i].ID)
	if !ok {
		return playlist.NewItem{}, fmt.Errorf("%s is gone from the folder %q", entries[i].Name, key)
	}
	return playlist.NewItem{Media: media}, nil
}

// fromList takes an item with what the list says of it. What is a list itself, or
// cannot be played any more, is left out.
func (f fallback) fromList(id, name string, recent []string) (playlist.NewItem, error) {
	list, err := f.load(name)
	if err != nil {
		return playlist.NewItem{}, err
	}
	var items []playlist.NewItem
	var refs []string
	for _, it := range list.Items {
		media, err := f.resolve(id, it.URL)
		if err != nil || media.Provider == playlist.ProviderList {
			continue
		}
		items = append(items, listedItem(it, media))
		refs = append(refs, media.Ref)
	}
	i, ok := pick(refs, recent)
	if !ok {
		return playlist.NewItem{}, fmt.Errorf("there is nothing to play in the list %q", name)
	}
	return items[i], nil
}

// listedItem is media as a list has it.
func listedItem(it listfile.Item, m playlist.Media) playlist.NewItem {
	if it.Title != "" {
		m.Title = it.Title
	}
	if m.Duration == 0 {
		m.Duration = it.Duration
	}
	if m.Thumbnail == "" {
		m.Thumbnail = it.Thumbnail
	}
	start, end := it.Within(m.Duration)
	return playlist.NewItem{Media: m, Start: start, End: end}
}

// pick draws one that is not among recent; when all are, one that is not the last
// of them; and if there is only that, that. False without any.
func pick(refs, recent []string) (int, bool) {
	if len(refs) == 0 {
		return 0, false
	}
	came := make(map[string]bool, len(recent))
	for _, ref := range recent {
		came[ref] = true
	}
	if i, ok := draw(refs, func(ref string) bool { return !came[ref] }); ok {
		return i, true
	}
	if i, ok := draw(refs, func(ref string) bool { return ref != recent[len(recent)-1] }); ok {
		return i, true
	}
	return 0, true
}

// draw draws one of those that accept takes, each as likely as the others.
func draw(refs []string, accept func(string) bool) (int, bool) {
	found, n := 0, 0
	for i, ref := range refs {
		if accept(ref) {
			if n++; rand.IntN(n) == 0 {
				found = i
			}
		}
	}
	return found, n > 0
}
