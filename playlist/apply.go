package playlist

import "slices"

// Apply returns the state that e leads to. It is total: whatever does not make
// sense in s is left out, and the result always passes [State.Check].
func Apply(s State, e Event) State {
	before := s
	s.Seq, s.At = e.Seq, max(s.At, e.At)
	s.applyList(e)
	s.applyItem(e.Item)
	s.applySettings(e)
	s.applyPlayback(e)
	s.mend()
	s.applyOrder(&before, e)
	s.orderAt = s.turn(s.Playback.Item)
	s.remember(&before, e)
	s.recall(&before, e)
	s.recordUndo(&before, e)
	s.unfold(&before, e)
	return s
}

func (s *State) applyList(e Event) {
	l := e.List
	if l == nil {
		return
	}
	switch l.Op {
	case OpInsert:
		s.Items = insertItems(s.Items, l.Items, l.Index)
	case OpReplace:
		s.Items = insertItems(nil, l.Items, 0)
	case OpRemove:
		s.Items = removeItems(s.Items, l.IDs)
	case OpMove:
		s.Items = moveItems(s.Items, l.IDs, l.Before)
	}
}

func (s *State) applyItem(c *ItemChange) {
	if c == nil {
		return
	}
	i := s.Index(c.ID)
	if i < 0 {
		return
	}
	it := *s.Items[i]
	if c.Media != nil {
		it.Media = *c.Media
	}
	if c.Failed != nil {
		it.Failed = *c.Failed
	}
	s.Items = slices.Clone(s.Items)
	s.Items[i] = &it
	s.renew(&it)
}

func (s *State) applySettings(e Event) {
	if e.Volume != nil {
		s.Volume = min(max(*e.Volume, 0), MaxVolume)
	}
	if e.Muted != nil {
		s.Muted = *e.Muted
	}
	if e.Repeat != nil && e.Repeat.Valid() {
		s.Repeat = *e.Repeat
	}
	if e.Captions != nil {
		s.Captions = *e.Captions
	}
	if e.Screens != nil {
		s.Screens = screens(e.Screens.Players)
	}
	if f := e.Fallback; f != nil {
		if s.Fallback = f; !f.valid() {
			s.Fallback = nil
		}
	}
}

func (s *State) applyPlayback(e Event) {
	if e.Playback == nil {
		return
	}
	s.Looped = e.Looped || s.Looped && s.Playback.Item == e.Playback.Item && e.goesOn()
	s.Playback = *e.Playback
}

// goesOn reports whether the event left the current item where it was, or moved
// within it, and did not start it anew.
func (e Event) goesOn() bool {
	switch e.Name {
	case "play", "pause", "toggle", "seek", "rate", "hold", "start":
		return true
	}
	return false
}

// mend makes the playback one that the list allows, and notes where the current
// item stands, so that the next search is short.
func (s *State) mend() {
	p := &s.Playback
	if !(p.Rate >= MinRate && p.Rate <= MaxRate) {
		p.Rate = 1
	}
	p.Position = max(p.Position, 0)
	switch p.Status {
	case Playing, Paused, Ended, Idle:
	default:
		p.Status = Idle
	}
	if s.listAt = s.Index(p.Item); s.listAt < 0 {
		*p = Playback{Status: Idle, At: p.At, Rate: p.Rate}
	}
	if p.Status != Playing {
		p.Held = false
	}
}

// remember adds an item that became current and plays to the history: when it
// starts, if it became current while paused.
func (s *State) remember(before *State, e Event) {
	if e.Playback == nil || s.Playback.Status != Playing {
		return
	}
	cur, n := s.Current(), len(s.History)
	if cur.Fallback {
		return // nobody asked for it
	}
	goesOn := before.Playback.Item == cur.ID && before.Playback.Status != Idle && !e.Looped
	if goesOn && n > 0 && s.History[n-1].Item.ID == cur.ID {
		return
	}
	from := max(0, n+1-MaxHistory)
	s.History = append(slices.Clone(s.History[from:]), Played{cur, s.At})
}

// renew puts what an item has become in the place of what it was when played.
func (s *State) renew(it *Item) {
	same := func(p Played) bool { return p.Item.ID == it.ID }
	if !slices.ContainsFunc(s.History, same) {
		return
	}
	s.History = slices.Clone(s.History)
	for i, p := range s.History {
		if same(p) {
			s.History[i].Item = it
		}
	}
}

// insertItems returns the list with items at index, without those whose ID is in
// it already and at most [MaxItems] long.
func insertItems(list, items []*Item, index int) []*Item {
	index = min(max(index, 0), len(list))
	fresh := make([]*Item, 0, len(items))
	var seen map[ItemID]bool
	if len(items) > 1 {
		seen = ids(list)
	}
	for _, it := range items {
		switch {
		case it == nil || it.ID == "" || len(list)+len(fresh) >= MaxItems:
			continue
		case seen != nil && seen[it.ID]:
			continue
		case seen == nil && slices.ContainsFunc(list, func(o *Item) bool { return o.ID == it.ID }):
			continue
		}
		if seen != nil {
			seen[it.ID] = true
		}
		fresh = append(fresh, it)
	}
	out := make([]*Item, 0, len(list)+len(fresh))
	out = append(out, list[:index]...)
	out = append(out, fresh...)
	return append(out, list[index:]...)
}

// removeItems returns the list without the items of those IDs.
func removeItems(list []*Item, gone []ItemID) []*Item {
	has := lookup(gone)
	out := make([]*Item, 0, len(list))
	for _, it := range list {
		if !has(it.ID) {
			out = append(out, it)
		}
	}
	return out
}

// moveItems returns the list with the items of those IDs, in that order, in
// front of before; at the end when before is empty, unknown or one of them.
func moveItems(list []*Item, moved []ItemID, before ItemID) []*Item {
	has := lookup(moved)
	found := make(map[ItemID]*Item, len(moved))
	out := make([]*Item, 0, len(list))
	at := -1
	for _, it := range list {
		if has(it.ID) {
			found[it.ID] = it
			continue
		}
		if it.ID == before {
			at = len(out)
		}
		out = append(out, it)
	}
	if at < 0 {
		at = len(out)
	}
	block := make([]*Item, 0, len(moved))
	for _, id := range moved {
		if it := found[id]; it != nil {
			block = append(block, it)
			delete(found, id)
		}
	}
	return slices.Insert(out, at, block...)
}

// fewIDs is how many IDs are found sooner by looking through them than by making
// a set.
const fewIDs = 8

// lookup returns a test of membership that is fast for few and for many IDs.
func lookup(of []ItemID) func(ItemID) bool {
	if len(of) <= fewIDs {
		return func(id ItemID) bool { return slices.Contains(of, id) }
	}
	set := make(map[ItemID]bool, len(of))
	for _, id := range of {
		set[id] = true
	}
	return func(id ItemID) bool { return set[id] }
}
