package playlist

import "slices"

// recordUndo keeps what takes a person's change of the list back. Steps know only
// what people queued: what comes from the fallback is gone by the time.
func (s *State) recordUndo(before *State, e Event) {
	if e.List == nil {
		return
	}
	if e.Undo {
		if n := len(s.Undo); n > 0 {
			s.Undo = s.Undo[: n-1 : n-1]
		}
		return
	}
	was, is := *before, *s
	was.Items, is.Items = people(before.Items), people(s.Items)
	if !e.Asked() || e.Unfold != "" || slices.Equal(was.Items, is.Items) {
		return
	}
	step := inverse(&was, &is, of(before, *e.List))
	step.Before, step.After = before.Playback, s.Playback
	s.Undo = lightened(append(slices.Clone(s.Undo), step))
}

// lightened are the last of the steps, as many as a session keeps.
func lightened(steps []Step) []Step {
	for len(steps) > MaxUndo || len(steps) > 1 && weight(steps) > MaxUndoItems {
		steps = steps[1:]
	}
	return steps
}

// Asked reports whether somebody asked for the event. An upload without a client is
// a list that came over HTTP: the session does none by itself.
func (e Event) Asked() bool { return e.By != "" || e.Kind == KindUpload }

// weight is the number of items that the steps hold on to.
func weight(steps []Step) int {
	n := 0
	for _, st := range steps {
		n += len(st.List.Items)
	}
	return n
}

// inverse returns what leads from after back to before: the one change it
// amounts to or, where the items stood apart, the whole list.
func inverse(before, after *State, l ListChange) Step {
	whole := Step{Kind: KindUpload, List: ListChange{Op: OpReplace, Items: before.Items}}
	switch l.Op {
	case OpInsert:
		at, n := min(max(l.Index, 0), len(before.Items)), len(after.Items)-len(before.Items)
		gone := make([]ItemID, n) // those that came in, not all that the event names
		for i, it := range after.Items[at : at+n] {
			gone[i] = it.ID
		}
		return Step{Kind: KindRemove, List: ListChange{Op: OpRemove, IDs: gone}}
	case OpRemove:
		if i, ok := contiguous(before, l.IDs); ok {
			back := before.Items[i : i+len(l.IDs) : i+len(l.IDs)]
			return Step{Kind: KindAdd, List: ListChange{Op: OpInsert, Items: back, Index: i}}
		}
	case OpMove:
		if i, ok := contiguous(before, l.IDs); ok {
			step := Step{Kind: KindMove, List: ListChange{Op: OpMove}}
			for _, it := range before.Items[i : i+len(l.IDs)] {
				step.List.IDs = append(step.List.IDs, it.ID)
			}
			if end := i + len(l.IDs); end < len(before.Items) {
				step.List.Before = before.Items[end].ID
			}
			return step
		}
	}
	return whole
}

// of is what a change of the list means for what people queued.
func of(before *State, l ListChange) ListChange {
	if len(people(before.Items)) == len(before.Items) {
		return l
	}
	l.Index = len(people(before.Items[:min(max(l.Index, 0), len(before.Items))]))
	l.IDs = slices.DeleteFunc(slices.Clone(l.IDs), func(id ItemID) bool {
		it := before.Item(id)
		return it != nil && it.Fallback
	})
	return l
}

// contiguous reports whether the items stand side by side, in any order, and
// where the first of them does.
func contiguous(s *State, of []ItemID) (int, bool) {
	first := len(s.Items)
	for _, id := range of {
		i := s.Index(id)
		if i < 0 {
			return 0, false
		}
		first = min(first, i)
	}
	has := lookup(of)
	for i := first; i < first+len(of); i++ {
		if i >= len(s.Items) || !has(s.Items[i].ID) {
			return 0, false
		}
	}
	return first, len(of) > 0
}
