package playlist

import "fmt"

// Check returns an error that names the first invariant that s breaks. Tests
// call it after every event.
func (s *State) Check() error {
	in := make(map[ItemID]bool, len(s.Items))
	for i, it := range s.Items {
		switch {
		case it == nil || it.ID == "":
			return fmt.Errorf("item %d has no ID", i)
		case in[it.ID]:
			return fmt.Errorf("item %q is listed twice", it.ID)
		}
		in[it.ID] = true
	}
	if len(s.Items) > MaxItems {
		return fmt.Errorf("%d items, more than %d", len(s.Items), MaxItems)
	}
	if err := s.Playback.check(in); err != nil {
		return err
	}
	if s.Volume < 0 || s.Volume > MaxVolume {
		return fmt.Errorf("volume %d", s.Volume)
	}
	if !s.Repeat.Valid() {
		return fmt.Errorf("repeat mode %q", s.Repeat)
	}
	if s.Screens != nil && len(s.Screens) != len(screens(s.Screens)) {
		return fmt.Errorf("screens %q", s.Screens)
	}
	if err := s.checkFallback(); err != nil {
		return err
	}
	if len(s.History) > MaxHistory || len(s.Undo) > MaxUndo {
		return fmt.Errorf("%d played, %d steps to undo", len(s.History), len(s.Undo))
	}
	return s.checkOrder(in)
}

func (s *State) checkFallback() error {
	f := s.Fallback
	if f != nil && !f.valid() {
		return fmt.Errorf("fallback %+v", *f)
	}
	if f == nil && len(s.Recent) > 0 || len(s.Recent) > MaxRecent {
		return fmt.Errorf("%d refs of what came from the fallback %v", len(s.Recent), f)
	}
	bytes, seen := 0, make(map[string]bool, len(s.Recent))
	for _, ref := range s.Recent {
		if seen[ref] {
			return fmt.Errorf("%q came twice from the fallback", ref)
		}
		seen[ref], bytes = true, bytes+len(ref)
	}
	if bytes > MaxRecentBytes && len(s.Recent) > 1 {
		return fmt.Errorf("%d bytes of what came from the fallback", bytes)
	}
	return nil
}

func (p Playback) check(in map[ItemID]bool) error {
	switch {
	case p.Item != "" && !in[p.Item]:
		return fmt.Errorf("current item %q is not listed", p.Item)
	case p.Item == "" && p.Status != Idle:
		return fmt.Errorf("%s without an item", p.Status)
	case p.Status != Idle && p.Status != Playing && p.Status != Paused && p.Status != Ended:
		return fmt.Errorf("status %q", p.Status)
	case p.Held && p.Status != Playing:
		return fmt.Errorf("held while %s", p.Status)
	case p.Position < 0:
		return fmt.Errorf("position %d", p.Position)
	case !(p.Rate >= MinRate && p.Rate <= MaxRate):
		return fmt.Errorf("rate %v", p.Rate)
	}
	return nil
}

func (s *State) checkOrder(in map[ItemID]bool) error {
	if !s.Shuffle {
		if len(s.Order) > 0 {
			return fmt.Errorf("an order of %d without shuffle", len(s.Order))
		}
		return nil
	}
	if len(s.Order) != len(s.Items) {
		return fmt.Errorf("an order of %d for %d items", len(s.Order), len(s.Items))
	}
	seen := make(map[ItemID]bool, len(s.Order))
	for _, id := range s.Order {
		if !in[id] || seen[id] {
			return fmt.Errorf("order holds %q, unknown or twice", id)
		}
		seen[id] = true
	}
	return nil
}
