package session

import (
	"context"
	"slices"
	"time"

	"remoted/playlist"
	"remoted/protocol"
)

// Fallback finds what plays while nothing is queued. Next returns one item of the
// source, without an ID: by chance, and none of those whose [playlist.Media.Ref] is
// among recent, the last one last, while there are others; recent is not to be changed.
// It may take its time. An error says that there is none, at least not now.
type Fallback interface {
	Next(ctx context.Context, session string, source playlist.FallbackSource, recent []string) (playlist.NewItem, error)
}

// feed is what the session knows of its fallback beside the state, which knows what
// came from it. It is in memory only.
type feed struct {
	source   playlist.FallbackSource // what the rest is about
	asking   bool
	again    time.Time // not to be asked before
	failures int       // in a row: of the source, and of its items

	looked uint64 // seq at which the list was last looked through for what is left over
}

// filler is an answer of the fallback.
type filler struct {
	source playlist.FallbackSource
	item   playlist.NewItem
	err    error
}

// awaitFallback plays something from the fallback when nothing is queued, and
// takes out of the list what came from it before.
func (s *Session) awaitFallback(players int, now time.Time) time.Time {
	s.dropFallback()
	f := s.state.Fallback
	if f == nil || f.Failed != "" {
		s.feed.follow(playlist.FallbackSource{})
		return time.Time{}
	}
	s.feed.follow(*f)
	switch {
	case players == 0 || s.feed.asking || !s.state.Resting():
		return time.Time{}
	case s.fallback == nil:
		s.own(playlist.FailFallback{From: *f, Reason: "this server has nothing to play by itself"})
		return time.Time{}
	case s.feed.failures >= maxFallbackFailures:
		s.own(playlist.FailFallback{From: *f, Reason: "nothing in it could be played"})
		return time.Time{}
	case now.Before(s.feed.again):
		return s.feed.again
	}
	s.askFallback(*f)
	return time.Time{}
}

// dropFallback takes out of the list what came from the fallback and gave way.
func (s *Session) dropFallback() {
	if s.feed.looked == s.state.Seq {
		return
	}
	s.feed.looked = s.state.Seq
	cur := s.state.Playback.Item
	if slices.ContainsFunc(s.state.Items, func(it *playlist.Item) bool { return it.Fallback && it.ID != cur }) {
		s.own(playlist.DropFallback{})
	}
}

// askFallback has the source asked while the session goes on.
func (s *Session) askFallback(source playlist.FallbackSource) {
	s.feed.asking = true
	recent := s.state.Recent // which no event changes, only replaces
	s.lookups.run(func(ctx context.Context) {
		ctx, cancel := context.WithTimeout(ctx, storeTimeout)
		defer cancel()
		var item playlist.NewItem
		err := outside(s.logger, func() (err error) {
			item, err = s.fallback.Next(ctx, s.id, source, recent)
			return err
		})
		s.post(request{filler: &filler{source, item, err}})
	})
}

// fill plays what the fallback gave.
func (s *Session) fill(f *filler) {
	s.feed.asking = false
	if f.source != s.feed.source {
		return // another one was set meanwhile
	}
	if f.err != nil {
		s.logger.Warn("fallback", "kind", f.source.Kind, "key", f.source.Key, "err", f.err)
		s.feed.fail(time.Now())
		return
	}
	item := f.item
	item.ID = newItemID()
	s.own(playlist.PlayFallback{From: f.source, Item: item})
	if s.group.next.Playback.Item == item.ID {
		return
	}
	if players, _ := s.audience(); players > 0 && s.group.next.Resting() {
		s.feed.fail(time.Now()) // the list is full
	}
}

// follow begins anew when the source is another one.
func (f *feed) follow(source playlist.FallbackSource) {
	if f.source != source {
		*f = feed{source: source, asking: f.asking, looked: f.looked}
	}
}

// fail makes the source wait, longer each time.
func (f *feed) fail(now time.Time) {
	f.again = now.Add(fallbackRetry << f.failures)
	f.failures++
}

// heard notes how an item of the fallback fares, before its report is followed.
func (f *feed) heard(it *playlist.Item, r protocol.Report) {
	played := time.Duration(r.Position-it.Start) * time.Millisecond
	switch {
	case r.Status == protocol.Failed && it.Failed == "":
		f.failures++
	case r.Status == protocol.Ended, r.Status == protocol.Playing && played >= fallbackWorks:
		f.failures = 0
	}
}
