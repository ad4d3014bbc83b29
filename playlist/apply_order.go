package playlist

import "slices"

// applyOrder keeps the shuffled play order in step with the list and with what
// became current.
func (s *State) applyOrder(before *State, e Event) {
	if e.Shuffle != nil {
		s.Shuffle, s.Order = *e.Shuffle, nil
		if s.Shuffle {
			s.Order = beginShuffle(s, e.Seed)
		}
		return
	}
	if !s.Shuffle {
		return
	}
	if e.Round {
		s.Order = toFront(newRound(s.Items, before.Playback.Item, e.Seed), s.Playback.Item)
		return
	}
	if e.List != nil && e.List.Op != OpMove {
		s.reorder(before, e)
	}
	s.turnTo(before.Playback, e.Seq)
}

// reorder takes out of the order what left the list, and gives what came into it
// a turn: at once what plays now, next what was asked for next, anywhere in what
// is to come the rest.
func (s *State) reorder(before *State, e Event) {
	order, played, fresh := s.remaining(before)
	waits := s.waiting()
	next := s.lineEnd(order, played, waits)
	plays := fresh[s.Playback.Item] // one of the new items, or nil
	if plays != nil {
		next = played
		if e.Undo && played > 0 && order[played-1] == before.Playback.Item {
			next-- // what stood in for it meanwhile has its turn again
		}
		order = slices.Insert(order, next, plays.ID)
		delete(fresh, plays.ID)
		next++
	}
	draw := chance(e.Seed ^ e.Seq)
	for _, it := range s.Items {
		if fresh[it.ID] == nil {
			continue
		}
		at := next
		if waits(it) || plays != nil && e.Kind == KindAdd && !e.Undo {
			next++
		} else {
			at += draw.below(len(order) - next + 1)
		}
		order = slices.Insert(order, at, it.ID)
	}
	s.Order = order
}

// remaining returns the order before without what left the list, how many turns
// of it were taken, the one that was current included, and what is new.
func (s *State) remaining(before *State) (order []ItemID, played int, fresh map[ItemID]*Item) {
	fresh = make(map[ItemID]*Item, len(s.Items))
	for _, it := range s.Items {
		fresh[it.ID] = it
	}
	order = make([]ItemID, 0, len(s.Items))
	cut := before.turn(before.Playback.Item)
	for i, id := range before.Order {
		if fresh[id] != nil {
			order = append(order, id)
			if i <= cut {
				played++
			}
			delete(fresh, id)
		}
	}
	return order, played, fresh
}

// lineEnd returns the turn behind those that wait to be played next.
func (s *State) lineEnd(order []ItemID, played int, waits func(*Item) bool) int {
	end := played
	for i := played; i < len(order); i++ {
		it := s.Item(order[i])
		if !it.AskedNext {
			break
		}
		if waits(it) {
			end = i + 1
		}
	}
	return end
}

// turnTo gives the current item the turn after the one that was current before,
// unless it has it already or the turn before: what was passed over by a jump
// stays to come. When all had their turn and the session had ended, a new round
// begins with the current item.
func (s *State) turnTo(was Playback, seed uint64) {
	cur := s.Playback.Item
	if cur == "" || cur == was.Item {
		return
	}
	from, to := s.turn(was.Item), s.turn(cur)
	if to < 0 || from < 0 && was.Item != "" || to == from+1 {
		return
	}
	if was.Status == Ended && from == len(s.Order)-1 {
		s.Order = toFront(newRound(s.Items, was.Item, seed), cur)
		return
	}
	if to == from-1 {
		return
	}
	if to < from {
		from--
	}
	order := slices.Delete(slices.Clone(s.Order), to, to+1)
	s.Order = slices.Insert(order, from+1, cur)
}

// toFront brings id to the front of a fresh order.
func toFront(order []ItemID, id ItemID) []ItemID {
	if i := slices.Index(order, id); i > 0 {
		copy(order[1:i+1], order[:i])
		order[0] = id
	}
	return order
}
