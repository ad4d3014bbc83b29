package session

import (
	"time"

	"remoted/playlist"
	"remoted/protocol"
)

// pace is what the session waits for by itself: players to load, to come back,
// a failed item to be passed over.
type pace struct {
	held     time.Time       // since when players are waited for
	heldItem playlist.ItemID // and for which item

	gone  time.Time     // when the last player vanished; zero while there is one
	grace time.Duration // for how long that is nothing

	failed     time.Time // when the current item was seen to have failed
	failedItem playlist.ItemID

	alone bool // no player is here
}

// regulate does what is due, and sets the alarm for what is next.
func (s *Session) regulate() {
	if s.broken != nil {
		return
	}
	if !s.loaded {
		if len(s.order) > 0 {
			s.retryLater()
		}
		return
	}
	now := time.Now()
	players, _ := s.audience()
	s.watchPlayers(players, now)
	var due time.Time
	for _, wait := range []func(int, time.Time) time.Time{s.awaitStart, s.awaitReturn, s.awaitSkip, s.awaitFallback, s.awaitTouch} {
		if at := wait(players, now); !at.IsZero() && (due.IsZero() || at.Before(due)) {
			due = at
		}
	}
	s.setAlarm(due, now)
}

// retryLater wakes the session for what the log refused.
func (s *Session) retryLater() {
	now := time.Now()
	s.setAlarm(now.Add(retryEvery), now)
}

func (s *Session) setAlarm(due, now time.Time) {
	switch {
	case due.IsZero():
		if s.alarm != nil {
			s.alarm.Stop()
		}
	case s.alarm == nil:
		s.alarm = time.AfterFunc(due.Sub(now), func() { s.post(request{tick: true}) })
	default:
		s.alarm.Reset(due.Sub(now))
	}
}

// watchPlayers notes when the last player goes and when one comes.
func (s *Session) watchPlayers(players int, now time.Time) {
	p := &s.pace
	switch alone := players == 0; {
	case alone && !p.alone:
		p.alone = true
		if p.gone.IsZero() {
			p.gone, p.grace = now, playerGrace
		}
	case !alone:
		p.alone, p.gone = false, time.Time{}
	}
}

// awaitStart starts a held item when its players have it loaded, or when they
// took too long. It returns when to look again.
func (s *Session) awaitStart(players int, now time.Time) time.Time {
	p, play := &s.pace, s.state.Playback
	if play.Status != playlist.Playing || !play.Held || players == 0 || isOpening(s.state.Current()) {
		p.held = time.Time{}
		return time.Time{}
	}
	if p.held.IsZero() || p.heldItem != play.Item {
		p.held, p.heldItem = now, play.Item
	}
	able, loaded, loading := s.progress(play.Item)
	if able == 0 {
		return time.Time{} // everybody is blocked: the next report tells
	}
	deadline := p.held.Add(startTimeout)
	if loaded == 0 && loading > 0 {
		deadline = p.held.Add(loadTimeout)
	}
	if loaded < able && now.Before(deadline) {
		return deadline
	}
	s.own(playlist.Start{Lead: s.lead(able).Milliseconds()})
	return time.Time{}
}

// progress counts the players that could play the item, that have it loaded, and
// that say they are loading it.
func (s *Session) progress(item playlist.ItemID) (able, loaded, loading int) {
	for c := range s.playing() {
		if c.is(protocol.Blocked, item) || c.is(protocol.Failed, item) {
			continue
		}
		able++
		if c.loaded(item) {
			loaded++
		}
		if c.is(protocol.Loading, item) {
			loading++
		}
	}
	return able, loaded, loading
}

// lead is how far ahead several players need to be told of a start, so that it
// reaches all of them before it is due. One player starts at once.
func (s *Session) lead(players int) time.Duration {
	if players <= 1 {
		return 0
	}
	var worst time.Duration
	for c := range s.playing() {
		worst = max(worst, c.rtt)
	}
	return min(max(2*worst, minLead), maxLead)
}

// awaitReturn holds the playback when nobody plays it any more.
func (s *Session) awaitReturn(players int, now time.Time) time.Time {
	play := s.state.Playback
	if play.Status != playlist.Playing || play.Held {
		return time.Time{}
	}
	if players > 0 {
		if able, _, _ := s.progress(play.Item); able == 0 && s.any(protocol.Blocked, play.Item) {
			s.own(playlist.Hold{Since: now.UnixMilli()})
		}
		return time.Time{}
	}
	if due := s.pace.gone.Add(s.pace.grace); now.Before(due) {
		return due
	}
	s.own(playlist.Hold{Since: s.pace.gone.UnixMilli()})
	return time.Time{}
}

// awaitSkip passes over a failed item after its reason could be read. One that
// failed before and is tried again stays until it fails again.
func (s *Session) awaitSkip(_ int, now time.Time) time.Time {
	p := &s.pace
	cur := s.state.Current()
	under := s.state.Playback.Status == playlist.Playing || s.state.Playback.Status == playlist.Paused
	failing := cur != nil && (cur.Media.Provider == playlist.ProviderList || s.any(protocol.Failed, cur.ID))
	if !failing || cur.Failed == "" || !under {
		p.failed = time.Time{}
		return time.Time{}
	}
	if p.failed.IsZero() || p.failedItem != cur.ID {
		p.failed, p.failedItem = now, cur.ID
	}
	if due := p.failed.Add(skipAfter); now.Before(due) {
		return due
	}
	p.failed = time.Time{}
	s.own(playlist.Skip{Item: cur.ID})
	return time.Time{}
}

// awaitTouch notes in the log that the session plays, so that a start after a
// crash knows until when it did.
func (s *Session) awaitTouch(players int, now time.Time) time.Time {
	if len(s.order) == 0 {
		return time.Time{}
	}
	every := touchEvery
	if play := s.state.Playback; players == 0 || play.Status != playlist.Playing || play.Held {
		every = expireEvery
	}
	if due := s.touched.Add(every); now.Before(due) {
		return due
	}
	s.touch()
	return s.touched.Add(every)
}
