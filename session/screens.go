package session

import (
	"iter"
	"slices"

	"remoted/playlist"
	"remoted/protocol"
)

// playing goes through the players that shall play: those that were chosen, and all
// of them when none was, or when none of those is here. What the others see of an
// item brings about nothing.
func (s *Session) playing() iter.Seq[*Client] {
	chosen := s.group.next.Screens
	if !slices.ContainsFunc(s.order, func(c *Client) bool { return c.chosen(chosen) }) {
		chosen = nil
	}
	return func(yield func(*Client) bool) {
		for _, c := range s.order {
			if c.role == protocol.Player && (chosen == nil || c.chosen(chosen)) && !yield(c) {
				return
			}
		}
	}
}

// plays reports whether the client is a player that shall play.
func (s *Session) plays(c *Client) bool {
	for p := range s.playing() {
		if p == c {
			return true
		}
	}
	return false
}

// any reports whether one of the players that shall play said that of the item.
func (s *Session) any(status protocol.PlayerStatus, item playlist.ItemID) bool {
	for c := range s.playing() {
		if c.is(status, item) {
			return true
		}
	}
	return false
}

func (c *Client) chosen(screens []string) bool {
	return c.role == protocol.Player && slices.Contains(screens, c.id)
}
