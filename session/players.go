package session

import (
	"time"
	"unicode/utf8"

	"remoted/playlist"
	"remoted/protocol"
)

// receiveReport takes in what a player sees. It is kept in memory for all to see;
// only what follows from it becomes an event.
func (s *Session) receiveReport(c *Client, id string, r protocol.Report) {
	if c.role != protocol.Player {
		s.group.answer(c, protocol.EncodeError(id, protocol.Errorf(protocol.Forbidden, "", "only players report")))
		return
	}
	item := playlist.ItemID(r.Item)
	if s.group.next.Index(item) < 0 {
		s.group.answer(c, protocol.EncodeError(id, protocol.Errorf(protocol.ItemNotFound, "item", "no item %q in the list", item)))
		return
	}
	c.report, c.seenAt = &r, time.Now().UnixMilli()
	s.tellPlayers = true
	s.follow(c, item, r)
	if id != "" {
		s.group.answer(c, protocol.EncodeAck(id, s.group.next.Seq))
	}
}

// follow does what a report brings about.
func (s *Session) follow(c *Client, item playlist.ItemID, r protocol.Report) {
	it := s.group.next.Item(item)
	if it.Media.Provider == playlist.ProviderList {
		return // nobody plays a list; its items come
	}
	if r.Duration > 0 && it.Media.Duration == 0 {
		media := it.Media
		media.Duration = r.Duration
		s.own(playlist.UpdateMedia{Item: item, Media: media})
	}
	if !s.plays(c) {
		return // it stands still, whatever it saw before
	}
	if it.Fallback {
		s.feed.heard(it, r)
	}
	switch r.Status {
	case protocol.Ended:
		s.own(playlist.Finish{Item: item, Again: c.again})
	case protocol.Failed:
		if !s.lookups.hurry(item) { // or the answer may make something else of it
			s.own(playlist.MarkFailed{Item: item, Reason: cut(r.Reason, playlist.MaxReason)})
		}
	case protocol.Playing:
		s.own(playlist.ClearFailed{Item: item})
	}
	if r.Status != protocol.Ended && item == s.group.next.Playback.Item && !s.before(r) {
		c.again = true
	}
}

// before reports whether a report is still about the round before the one that the
// item's own end started: the player is far ahead of where it could be by now.
func (s *Session) before(r protocol.Report) bool {
	const ahead = 3000 // ms
	now := s.group.next.Playback.PositionAt(time.Now().UnixMilli())
	return s.group.next.Looped && r.Position > now+ahead
}

// cut shortens a text to so many bytes, not within a character.
func cut(text string, bytes int) string {
	if len(text) <= bytes {
		return text
	}
	for !utf8.RuneStart(text[bytes]) {
		bytes--
	}
	return text[:bytes]
}

// forget drops what players said of an item that is now started anew: that they
// played it, when its own end started it again, and that it failed, when somebody
// tries once more.
func (s *Session) forget(e playlist.Event, before playlist.ItemID) {
	item := s.state.Playback.Item
	for _, c := range s.order {
		if e.Looped {
			c.again = false
		}
		if item != before && c.is(protocol.Failed, item) {
			c.report = nil
		}
	}
}

// players is every player's last report.
func (s *Session) players() protocol.Players {
	p := protocol.Players{Players: []protocol.PlayerState{}}
	for _, c := range s.order {
		if c.role != protocol.Player {
			continue
		}
		state := protocol.PlayerState{Client: c.id, Status: protocol.Loading}
		if r := c.report; r != nil {
			state.Status, state.Item, state.Position, state.At = r.Status, protocol.Text(r.Item), r.Position, c.seenAt
			state.Duration, state.Reason, state.Can, state.Captions = r.Duration, r.Reason, r.Can, r.Captions
			state.Labels = r.Labels
			state.Drift, state.Trim, state.Muted, state.Delay = r.Drift, r.Trim, r.Muted, r.Delay
		}
		p.Players = append(p.Players, state)
	}
	return p
}

// ping asks a client for a sign of life, which also tells the round trip.
func (s *Session) ping(c *Client) {
	if frame := s.encode(protocol.EventPing, protocol.PingData{T0: time.Now().UnixMilli()}); frame != nil {
		c.conn.Send(frame)
	}
}

func (s *Session) receivePong(c *Client, p protocol.Pong) {
	if trip := time.Now().UnixMilli() - p.T0; p.T0 > 0 && trip >= 0 {
		c.rtt = min(time.Duration(trip)*time.Millisecond, maxLead)
	}
}

// audience is how many players there are that shall play, and whether all of them
// that could have the current item loaded.
func (s *Session) audience() (players int, ready bool) {
	item := s.group.next.Playback.Item
	ready = true
	able := 0
	for c := range s.playing() {
		players++
		if c.is(protocol.Blocked, item) || c.is(protocol.Failed, item) {
			continue
		}
		able++
		ready = ready && c.loaded(item)
	}
	return players, ready && able > 0
}
