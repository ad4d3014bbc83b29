package playlist

import "slices"

// A list that somebody added stands in the list as one item, of the provider
// [ProviderList], until its own items have come in front of it, batch by batch;
// then it goes. They are that person's, and one change of the list to take back:
// wherever a step to undo names the list's item, it comes to name them as well.

func (a Unfold) decide(d *decision) error {
	list := d.s.Item(a.List)
	if list == nil || list.Media.Provider != ProviderList {
		return ErrNoChange // it was removed, or is something else by now
	}
	items, err := d.newItems(a.Items, list.AskedNext)
	if err != nil {
		return err
	}
	for _, it := range items {
		it.AddedBy = list.AddedBy
	}
	d.e.Kind, d.e.Unfold = KindAdd, a.List
	d.e.List = &ListChange{Op: OpInsert, Items: items, Index: d.s.Index(a.List)}
	if d.s.Playback.Item != a.List {
		d.giveWay(items)
		return nil
	}
	status := d.s.Playback.Status
	if status == Ended {
		status = Idle
	}
	p := d.fromStart(items[0], status)
	d.e.Playback = &p
	return nil
}

func (a Unfolded) decide(d *decision) error {
	list := d.s.Item(a.List)
	if list == nil || list.Media.Provider != ProviderList || list.Unfolded == 0 {
		return ErrNoChange
	}
	d.e.Unfold, d.e.LeftOut = a.List, a.LeftOut
	d.remove([]ItemID{a.List})
	return nil
}

// unfold notes what a list's items take over from it: its place in the history
// and in what can be taken back, and what it has brought so far.
func (s *State) unfold(before *State, e Event) {
	at := slices.IndexFunc(before.Items, func(it *Item) bool { return it.ID == e.Unfold })
	if e.Unfold == "" || e.List == nil || at < 0 {
		return
	}
	s.History = slices.DeleteFunc(slices.Clone(s.History), func(p Played) bool { return p.Item.ID == e.Unfold })
	switch n := len(s.Items) - len(before.Items); {
	case e.List.Op == OpInsert && n > 0 && e.List.Index == at:
		list := *before.Items[at]
		list.Unfolded += n
		s.Items[at+n] = &list // the slice is this event's own
		s.retrace(before, e.Unfold, s.Items[at:at+n:at+n])
	case e.List.Op == OpRemove && s.Index(e.Unfold) < 0:
		s.retrace(before, e.Unfold, nil)
	}
}

// retrace makes the steps to undo name the items that came in front of a list;
// without any, it makes them forget the list, which is gone.
func (s *State) retrace(before *State, list ItemID, came []*Item) {
	steps := make([]Step, 0, len(s.Undo))
	there := people(before.Items) // as it is before the step is taken
	for i := len(s.Undo) - 1; i >= 0; i-- {
		step := s.Undo[i]
		if at := slices.IndexFunc(there, func(it *Item) bool { return it.ID == list }); at >= 0 {
			earlier := undone(there, step.List)
			if len(came) > 0 {
				step.List = step.List.with(came, list, at)
			} else {
				step.List = step.List.without(list, there, at)
			}
			there = earlier
		}
		if before.Playback.Item == list {
			step.handOver(list, s.Playback)
		}
		if !step.List.empty() {
			steps = append(steps, step)
		}
	}
	slices.Reverse(steps)
	s.Undo = lightened(steps)
}

// undone is the list after a step was taken.
func undone(list []*Item, l ListChange) []*Item {
	switch l.Op {
	case OpInsert:
		return insertItems(list, l.Items, l.Index)
	case OpRemove:
		return removeItems(list, l.IDs)
	case OpMove:
		return moveItems(list, l.IDs, l.Before)
	}
	return l.Items
}

// handOver puts the playback of the first item that came in the place of the
// list's own.
func (st *Step) handOver(list ItemID, p Playback) {
	if st.Before.Item == list {
		st.Before = p
	}
	if st.After.Item == list {
		st.After = p
	}
}

// with is the change of a step when items came in front of the list's item, which
// stands at an index before the step is taken.
func (l ListChange) with(came []*Item, list ItemID, at int) ListChange {
	switch l.Op {
	case OpInsert:
		if l.Index > at {
			l.Index += len(came)
		}
	case OpReplace:
		if i := slices.IndexFunc(l.Items, func(it *Item) bool { return it.ID == list }); i >= 0 {
			l.Items = slices.Insert(slices.Clone(l.Items), i, came...)
		}
	default:
		if i := slices.Index(l.IDs, list); i >= 0 {
			l.IDs = slices.Insert(slices.Clone(l.IDs), i, idsOf(came)...)
		}
		if l.Before == list {
			l.Before = came[0].ID
		}
	}
	return l
}

// without is the change of a step when the list's item is gone, which stood at an
// index of the list there.
func (l ListChange) without(list ItemID, there []*Item, at int) ListChange {
	switch l.Op {
	case OpInsert:
		if l.Index > at {
			l.Index--
		}
	case OpReplace:
		l.Items = removeItems(l.Items, []ItemID{list})
	default:
		l.IDs = slices.DeleteFunc(slices.Clone(l.IDs), func(id ItemID) bool { return id == list })
		if l.Before == list {
			l.Before = standing(there[at+1:], l.IDs)
		}
	}
	return l
}

// standing is the first item that a move leaves where it is, or none.
func standing(list []*Item, moved []ItemID) ItemID {
	moves := lookup(moved)
	for _, it := range list {
		if !moves(it.ID) {
			return it.ID
		}
	}
	return ""
}

// empty reports whether a step does nothing any more.
func (l ListChange) empty() bool {
	return (l.Op == OpRemove || l.Op == OpMove) && len(l.IDs) == 0
}

func idsOf(items []*Item) []ItemID {
	out := make([]ItemID, len(items))
	for i, it := range items {
		out[i] = it.ID
	}
	return out
}
