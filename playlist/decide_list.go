package playlist

import (
	"fmt"
	"slices"
)

func (a Add) decide(d *decision) error {
	items, err := d.newItems(a.Items, a.Place == PlaceNext)
	if err != nil {
		return err
	}
	index, err := d.place(a)
	if err != nil {
		return err
	}
	d.e.Kind = KindAdd
	d.e.List = &ListChange{Op: OpInsert, Items: items, Index: index}
	if a.Place == PlaceNow {
		p := d.fromStart(items[0], Playing)
		d.e.Playback = &p
	} else {
		d.giveWay(items)
	}
	return nil
}

// newItems makes the items of a request, or says which of them is wrong.
func (d *decision) newItems(asked []NewItem, next bool) ([]*Item, error) {
	if len(asked) == 0 {
		return nil, invalid("items", "there is no item to add")
	}
	if len(d.s.Items)+len(asked) > MaxItems {
		return nil, limitReached("items", "a session holds at most %d items", MaxItems)
	}
	items := make([]*Item, len(asked))
	for i, n := range asked {
		if err := n.check(i); err != nil {
			return nil, err
		}
		items[i] = &Item{
			ID: n.ID, Media: n.Media, Start: n.Start, End: n.End,
			AddedBy: d.c.By, AddedAt: d.now, AskedNext: next,
		}
		if o := n.Origin; o != nil {
			items[i].AddedBy, items[i].AddedAt, items[i].Failed = o.By, o.At, o.Failed
		}
	}
	return items, nil
}

func (n NewItem) check(i int) error {
	switch {
	case n.Start < 0 || n.Media.Duration > 0 && n.Start >= n.Media.Duration:
		return invalid(fmt.Sprintf("items[%d].start", i), "the start lies outside the media")
	case n.End < 0 || n.End > 0 && n.End <= n.Start:
		return invalid(fmt.Sprintf("items[%d].end", i), "the end does not come after the start")
	}
	return nil
}

// place finds the index at which added items go.
func (d *decision) place(a Add) (int, error) {
	if a.Before != "" {
		if i := d.s.Index(a.Before); i >= 0 {
			return i, nil
		}
		return 0, notFound("before", a.Before)
	}
	after := d.s.Index(d.s.Playback.Item) + 1
	switch a.Place {
	case PlaceNow:
		return after, nil
	case PlaceNext:
		waits, line := d.s.waiting(), after
		for i := after; i < len(d.s.Items) && d.s.Items[i].AskedNext; i++ {
			if waits(d.s.Items[i]) {
				line = i + 1
			}
		}
		return line, nil
	default:
		return len(d.s.Items), nil
	}
}

func (a Remove) decide(d *decision) error {
	if len(a.Items) == 0 {
		return invalid("items", "there is no item to remove")
	}
	if _, err := d.known(a.Items); err != nil {
		return err
	}
	d.remove(slices.Clone(a.Items))
	return nil
}

// known checks that the items are in the list, each named once.
func (d *decision) known(ids []ItemID) (map[ItemID]bool, error) {
	listed := d.s.listed(len(ids))
	seen := make(map[ItemID]bool, len(ids))
	for i, id := range ids {
		if !listed(id) {
			return nil, notFound(fmt.Sprintf("items[%d]", i), id)
		}
		if seen[id] {
			return nil, invalid(fmt.Sprintf("items[%d]", i), "item %q is named twice", id)
		}
		seen[id] = true
	}
	return seen, nil
}

// remove takes items out and, when the current one is among them, goes on.
func (d *decision) remove(ids []ItemID) {
	d.e.Kind = KindRemove
	d.e.List = &ListChange{Op: OpRemove, IDs: ids}
	gone := lookup(ids)
	d.leave(func(it *Item) bool { return gone(it.ID) })
}

// leave finds a new current item if the present one is gone: the next in the
// play order, which plays or pauses as the one before did.
func (d *decision) leave(gone func(*Item) bool) {
	cur := d.s.Current()
	if cur == nil || !gone(cur) {
		return
	}
	stays := func(it *Item) bool { return queued(it) && !gone(it) }
	next := d.s.following(cur.ID, stays)
	if next == nil && d.s.Repeat == RepeatAll {
		next = d.s.first(stays)
	}
	p := Playback{Status: Idle, At: d.now, Rate: d.s.Playback.Rate}
	if next != nil {
		status := d.s.Playback.Status
		if status == Ended {
			status = Idle
		}
		p = d.fromStart(next, status)
	}
	d.e.Playback = &p
}

func (a Move) decide(d *decision) error {
	if len(a.Items) == 0 {
		return invalid("items", "there is no item to move")
	}
	moved, err := d.known(a.Items)
	if err != nil {
		return err
	}
	if moved[a.Before] {
		return invalid("before", "an item cannot move in front of itself")
	}
	if a.Before != "" && d.s.Index(a.Before) < 0 {
		return notFound("before", a.Before)
	}
	if slices.Equal(moveItems(d.s.Items, a.Items, a.Before), d.s.Items) {
		return ErrNoChange
	}
	d.e.Kind = KindMove
	d.e.List = &ListChange{Op: OpMove, IDs: slices.Clone(a.Items), Before: a.Before}
	return nil
}

func (a Clear) decide(d *decision) error {
	var ids []ItemID
	for _, it := range people(d.s.Items) {
		if !a.KeepCurrent || it.ID != d.s.Playback.Item {
			ids = append(ids, it.ID)
		}
	}
	if len(ids) == 0 {
		return ErrNoChange
	}
	d.e.Kind = KindRemove
	d.e.List = &ListChange{Op: OpRemove, IDs: ids}
	if !a.KeepCurrent {
		d.leave(queued)
	}
	return nil
}

func (a Upload) decide(d *decision) error {
	switch a.Mode {
	case UploadSeed:
		if len(people(d.s.Items)) > 0 {
			return ErrNoChange
		}
	case UploadReplace:
		if a.Base != d.s.Seq {
			return stale("base", "the list changed since then")
		}
	case UploadAppend:
	default:
		return invalid("mode", "a mode is seed, append or replace")
	}
	if len(a.Items) == 0 && (a.Mode != UploadReplace || len(d.s.Items) == 0) {
		return ErrNoChange
	}
	d.e.Kind, d.e.Name = KindUpload, string(a.Mode)
	if err := d.bring(a); err != nil {
		return err
	}
	if items := d.e.List.Items; a.Resume != nil && a.Resume.Index >= 0 && a.Resume.Index < len(items) {
		p := d.fromStart(items[a.Resume.Index], Paused)
		p.Position = items[a.Resume.Index].clamp(a.Resume.Position)
		d.e.Playback = &p
	}
	return nil
}

// bring puts an upload's items into the list, or makes them the list.
func (d *decision) bring(a Upload) error {
	if a.Mode != UploadAppend {
		return d.replace(a.Items)
	}
	items, err := d.newItems(a.Items, false)
	if err != nil {
		return err
	}
	d.e.List = &ListChange{Op: OpInsert, Items: items, Index: len(d.s.Items)}
	d.giveWay(items)
	return nil
}

// replace makes asked the whole list. What played is gone; the new list's first
// item takes its place, and plays or pauses as the old one did.
func (d *decision) replace(asked []NewItem) error {
	whole := *d
	empty := *d.s
	empty.Items = nil
	whole.s = &empty
	var items []*Item
	if len(asked) > 0 {
		var err error
		if items, err = whole.newItems(asked, false); err != nil {
			return err
		}
	}
	d.e.List = &ListChange{Op: OpReplace, Items: items}
	if d.s.Current() == nil {
		return nil
	}
	p := Playback{Status: Idle, At: d.now, Rate: d.s.Playback.Rate}
	if status := d.s.Playback.Status; len(items) > 0 && (status == Playing || status == Paused) {
		p = d.fromStart(items[0], status)
	}
	d.e.Playback = &p
	return nil
}
