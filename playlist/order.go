package playlist

import "slices"

// The play order is the list's, or with shuffle on a permutation of it that
// holds what was played, the current item, and what is to come.

func queued(it *Item) bool   { return !it.Fallback } // somebody asked for it
func playable(it *Item) bool { return it.Failed == "" && queued(it) }

// first returns the first item in the play order that accept takes, or nil.
func (s *State) first(accept func(*Item) bool) *Item { return s.from(0, +1, accept) }

// following returns the first item after id that accept takes, or nil.
func (s *State) following(id ItemID, accept func(*Item) bool) *Item {
	return s.from(s.turn(id)+1, +1, accept)
}

// preceding returns the item before id; with repeat all, the last for the first.
func (s *State) preceding(id ItemID) *Item {
	it := s.from(s.turn(id)-1, -1, queued)
	if it == nil && s.Repeat == RepeatAll && !s.Shuffle {
		it = s.from(len(s.Items)-1, -1, queued)
	}
	return it
}

// turn returns the item's index in the play order, or -1.
func (s *State) turn(id ItemID) int {
	if !s.Shuffle {
		return s.Index(id)
	}
	for _, i := range [...]int{s.orderAt, s.orderAt + 1, s.orderAt - 1} {
		if i >= 0 && i < len(s.Order) && s.Order[i] == id {
			return i
		}
	}
	if id == "" {
		return -1
	}
	return slices.Index(s.Order, id)
}

// from returns the first item from turn i on, in steps of by, that accept takes.
func (s *State) from(i, by int, accept func(*Item) bool) *Item {
	for ; i >= 0 && i < len(s.Items); i += by {
		it := s.Items[i]
		if s.Shuffle {
			it = s.Item(s.Order[i])
		}
		if accept(it) {
			return it
		}
	}
	return nil
}

// waiting returns a test of whether an item was asked for next and was not played
// since: the ones behind which another one lines up.
func (s *State) waiting() func(*Item) bool {
	var played map[ItemID]bool
	return func(it *Item) bool {
		if !it.AskedNext {
			return false
		}
		if played == nil {
			played = make(map[ItemID]bool, len(s.History))
			for _, p := range s.History {
				played[p.Item.ID] = true
			}
		}
		return !played[it.ID]
	}
}

// newRound draws the play order of a round of all items. It does not begin with
// last, the item that was played just before, unless that is the only one.
func newRound(items []*Item, last ItemID, seed uint64) []ItemID {
	order := make([]ItemID, len(items))
	for i, it := range items {
		order[i] = it.ID
	}
	draw := chance(seed)
	draw.shuffle(order)
	if len(order) > 1 && order[0] == last {
		j := 1 + draw.below(len(order)-1)
		order[0], order[j] = order[j], order[0]
	}
	return order
}

// beginShuffle draws the order in which the list plays from now on: what was
// played lately and the current item first, so that nothing plays twice, then
// those that wait to be played next. When all was played lately, a new round
// begins with the current item.
func beginShuffle(s *State, seed uint64) []ItemID {
	in := ids(s.Items)
	order := make([]ItemID, 0, len(s.Items))
	take := func(id ItemID) {
		if in[id] {
			order = append(order, id)
			delete(in, id)
		}
	}
	cur := s.Playback.Item
	for _, p := range s.History {
		if p.Item.ID != cur {
			take(p.Item.ID)
		}
	}
	take(cur)
	if len(in) == 0 {
		order, in = order[:0], ids(s.Items)
		take(cur)
	}
	waits := s.waiting()
	for i := s.Index(cur) + 1; i < len(s.Items) && s.Items[i].AskedNext; i++ {
		if waits(s.Items[i]) {
			take(s.Items[i].ID)
		}
	}
	begun := len(order)
	for _, it := range s.Items {
		take(it.ID)
	}
	draw := chance(seed)
	draw.shuffle(order[begun:])
	return order
}

// chance is a small generator whose numbers never change with a release of Go:
// replay depends on them. It is SplitMix64 (Steele, Lea, Flood: Fast Splittable
// Pseudorandom Number Generators, OOPSLA 2014).
type chance uint64

func (c *chance) next() uint64 {
	*c += 0x9e3779b97f4a7c15
	z := uint64(*c)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1. The bias of the remainder is below one
// in 10^15 for lists of [MaxItems].
func (c *chance) below(n int) int { return int(c.next() % uint64(n)) }

func (c *chance) shuffle(ids []ItemID) {
	for i := len(ids) - 1; i > 0; i-- {
		j := c.below(i + 1)
		ids[i], ids[j] = ids[j], ids[i]
	}
}
