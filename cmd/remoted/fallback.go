package main

import (
	"context"
	"fmt"
	"math/rand/v2"

	"remoted/library"
	"remoted/playlist"
	"remoted/session"
)

// fallback takes what plays while nothing is queued from the folders of media.
type fallback struct {
	files *library.Library // nil: there are none
}

var _ session.Fallback = fallback{}

// Next implements [session.Fallback].
func (f fallback) Next(_ context.Context, _ string, source playlist.FallbackSource, recent []string) (playlist.Media, error) {
	if source.Kind == playlist.SourceFolder && f.files != nil {
		return f.fromFolder(source.Key, recent)
	}
	return playlist.Media{}, fmt.Errorf("there is no %s %q", source.Kind, source.Key)
}

func (f fallback) fromFolder(key string, recent []string) (playlist.Media, error) {
	entries, _ := f.files.FolderEntries(key)
	refs := make([]string, len(entries))
	for i, e := range entries {
		refs[i] = e.ID
	}
	i, ok := pick(refs, recent)
	if !ok {
		return playlist.Media{}, fmt.Errorf("there is nothing in the folder %q", key)
	}
	media, ok := libraryMedia(f.files, entries[i].ID)
	if !ok {
		return playlist.Media{}, fmt.Errorf("%s is gone from the folder %q", entries[i].Name, key)
	}
	return media, nil
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
