package playlist

import "slices"

func (Undo) decide(d *decision) error {
	if len(d.s.Undo) == 0 {
		return ErrNoChange
	}
	step := d.s.Undo[len(d.s.Undo)-1]
	list, err := d.fit(step.List)
	if err != nil {
		return err
	}
	d.e.Kind, d.e.List, d.e.Undo = step.Kind, list, true
	if step.Kind == KindUpload {
		d.e.Name = string(UploadReplace)
	}
	there := d.after(list)
	d.leave(func(it *Item) bool { return !there(it.ID) })
	if step.Before != step.After && d.lately(step.After) &&
		(step.Before.Item == "" || there(step.Before.Item)) {
		d.e.Playback = d.back(step)
		return nil
	}
	d.giveWay(d.s.unplayed(d.fresh(list.Items)))
	return nil
}

// UndoPlaybackWithin is how long after a change taking it back also returns to
// what played before, in milliseconds. Later, what plays now is left alone.
const UndoPlaybackWithin int64 = 30_000

// lately reports whether p, the playback that a change led to, still goes on; or,
// if nothing was left to play, what stands in for it.
func (d *decision) lately(p Playback) bool {
	now := d.s.Playback
	goesOn := now.Item == p.Item && now.Status == p.Status
	if cur := d.s.Current(); cur != nil && cur.Fallback && !p.under() {
		goesOn = true
	}
	return goesOn && d.now-p.At <= UndoPlaybackWithin
}

// after returns whether an item will be in the list after the change.
func (d *decision) after(l *ListChange) func(ItemID) bool {
	switch l.Op {
	case OpRemove:
		gone := lookup(l.IDs)
		return func(id ItemID) bool { return !gone(id) && d.s.Index(id) >= 0 }
	case OpReplace:
		kept := ids(l.Items)
		return func(id ItemID) bool { return kept[id] }
	}
	back := ids(l.Items)
	return func(id ItemID) bool { return back[id] || d.s.Index(id) >= 0 }
}

// fit makes a step's change one of the present list, or says why it cannot be.
func (d *decision) fit(l ListChange) (*ListChange, error) {
	switch l.Op {
	case OpRemove, OpMove:
		for _, id := range l.IDs {
			if d.s.Index(id) < 0 {
				return nil, stale("", "an item of that change is gone")
			}
		}
		if l.Before != "" && d.s.Index(l.Before) < 0 {
			return nil, stale("", "the place of that change is gone")
		}
	case OpInsert:
		if l.Index > len(people(d.s.Items)) || len(d.s.Items)+len(l.Items) > MaxItems {
			return nil, stale("", "the place of that change is gone")
		}
		for _, it := range l.Items {
			if d.s.Index(it.ID) >= 0 {
				return nil, stale("", "an item of that change is back already")
			}
		}
		l.Index = behind(d.s.Items, l.Index)
	case OpReplace:
		l.Items = d.newest(l.Items)
	}
	return &l, nil
}

// newest takes what is known of the items by now, and leaves what plays meanwhile
// from the fallback at the end.
func (d *decision) newest(items []*Item) []*Item {
	now := make(map[ItemID]*Item, len(d.s.Items))
	for _, it := range d.s.Items {
		now[it.ID] = it
	}
	items = slices.Clone(items)
	for i, it := range items {
		if n := now[it.ID]; n != nil {
			items[i] = n
		}
	}
	if cur := d.s.Current(); cur != nil && cur.Fallback && len(items) < MaxItems {
		items = append(items, cur)
	}
	return items
}

// fresh are those of the items that are not in the list.
func (d *decision) fresh(items []*Item) []*Item {
	in := d.s.listed(len(items))
	return slices.DeleteFunc(slices.Clone(items), func(it *Item) bool { return in(it.ID) })
}

// back is the playback before the change that is taken back: where it was left,
// not where it would be by now. The rate is no part of the change.
func (d *decision) back(step Step) *Playback {
	p := step.Before
	p.Position, p.At, p.Rate = p.PositionAt(step.After.At), d.now, d.s.Playback.Rate
	p.Held = p.Status == Playing
	return &p
}

func ids(items []*Item) map[ItemID]bool {
	set := make(map[ItemID]bool, len(items))
	for _, it := range items {
		set[it.ID] = true
	}
	return set
}
