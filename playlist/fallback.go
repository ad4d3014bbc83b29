package playlist

import "slices"

// SourceKind says what a [FallbackSource] is.
type SourceKind string

// The kinds of sources.
const (
	SourceList   SourceKind = "list"   // a list saved under the name Key
	SourceFolder SourceKind = "folder" // a folder of the library; the empty Key is all of it
)

// FallbackSource is where music comes from while nothing is queued.
type FallbackSource struct {
	Kind SourceKind `json:"kind,omitempty"` // empty: there is none
	Key  string     `json:"key,omitempty"`
	Name string     `json:"name,omitempty"` // what people call it

	// Failed says why nothing more is taken from it, until somebody sets it again.
	Failed string `json:"failed,omitempty"`
}

// MaxSource is the length of a source's key and of its name, in bytes: a path of
// folders fits, and a state stays small.
const MaxSource = 4096

func (f *FallbackSource) valid() bool {
	known := f.Kind == SourceFolder || f.Kind == SourceList && f.Key != ""
	return known && len(f.Key) <= MaxSource && len(f.Name) <= MaxSource
}

// same reports whether two sources hold the same, whatever they are called.
func (f FallbackSource) same(g FallbackSource) bool { return f.Kind == g.Kind && f.Key == g.Key }

// fallback is the source that is set, or the one of no kind.
func (s *State) fallback() FallbackSource {
	if s.Fallback == nil {
		return FallbackSource{}
	}
	return *s.Fallback
}

func (a SetFallback) decide(d *decision) error {
	a.Source.Failed = ""
	if a.Source.Kind == "" {
		a.Source = FallbackSource{}
	} else if !a.Source.valid() {
		return invalid("source", "a source is a saved list or a folder")
	}
	old := d.s.fallback()
	if a.Source == old {
		return ErrNoChange
	}
	d.e.Fallback = &a.Source
	if cur := d.s.Current(); cur != nil && cur.Fallback && !a.Source.same(old) {
		d.rest()
	}
	return d.command("fallback", nil)
}

func (a PlayFallback) decide(d *decision) error {
	f := d.s.fallback()
	if f.Kind == "" || f != a.From || f.Failed != "" || d.c.Players == 0 || !d.s.Resting() {
		return ErrNoChange
	}
	if d.s.Index(a.Item.ID) >= 0 {
		return ErrNoChange
	}
	items, err := d.newItems([]NewItem{a.Item}, false)
	if err != nil {
		return err
	}
	items[0].Fallback, items[0].AddedBy = true, Author{Name: f.Name}
	p := d.fromStart(items[0], Playing)
	d.e.Kind, d.e.Playback = KindAdd, &p
	d.e.List = &ListChange{Op: OpInsert, Items: items, Index: len(d.s.Items)}
	return nil
}

func (DropFallback) decide(d *decision) error {
	var gone []ItemID
	for _, it := range d.s.Items {
		if it.Fallback && it.ID != d.s.Playback.Item {
			gone = append(gone, it.ID)
		}
	}
	if len(gone) == 0 {
		return ErrNoChange
	}
	d.e.Kind = KindRemove
	d.e.List = &ListChange{Op: OpRemove, IDs: gone}
	return nil
}

func (a FailFallback) decide(d *decision) error {
	f := d.s.fallback()
	if f.Kind == "" || f != a.From || f.Failed != "" {
		return ErrNoChange
	}
	if len(a.Reason) > MaxReason {
		return limitReached("reason", "a reason has at most %d bytes", MaxReason)
	}
	if f.Failed = a.Reason; f.Failed == "" {
		f.Failed = "nothing in it could be played"
	}
	d.e.Fallback = &f
	if cur := d.s.Current(); cur != nil && cur.Fallback && !d.s.Playback.under() {
		d.rest()
	}
	return d.command("fallback", nil)
}

// recall notes what came from the fallback. One that came before begins another round;
// another source begins anew.
func (s *State) recall(before *State, e Event) {
	if !s.fallback().same(before.fallback()) {
		s.Recent = nil
	}
	if s.Fallback == nil || e.List == nil || e.List.Op != OpInsert {
		return
	}
	for _, it := range e.List.Items {
		if it != nil && it.Fallback {
			s.Recent = appendRecent(s.Recent, it.Media.Ref)
		}
	}
}

// appendRecent returns a new list with a ref at its end, within its bounds.
func appendRecent(recent []string, ref string) []string {
	if slices.Contains(recent, ref) {
		return []string{ref}
	}
	first := max(0, len(recent)+1-MaxRecent)
	bytes := len(ref)
	for i := len(recent) - 1; i >= first; i-- {
		if bytes += len(recent[i]); bytes > MaxRecentBytes {
			first = i + 1
		}
	}
	return append(slices.Clone(recent[first:]), ref)
}

// rest is the playback of nothing.
func (d *decision) rest() {
	d.e.Playback = &Playback{Status: Idle, At: d.now, Rate: d.s.Playback.Rate}
}

// Resting reports whether nothing is queued: the list came to its end, or nothing
// is chosen and all that could play did. A person's stop is no rest.
func (s *State) Resting() bool {
	switch p := s.Playback; {
	case p.Status == Ended:
		return s.following(p.Item, playable) == nil
	case p.Status == Idle && p.Item == "":
		return len(s.unplayed(s.Items)) == 0
	}
	return false
}

// unplayed are those of the items that people queued, that could play, and that
// are not in the history.
func (s *State) unplayed(items []*Item) []*Item {
	played := make(map[ItemID]bool, len(s.History))
	for _, p := range s.History {
		played[p.Item.ID] = true
	}
	var out []*Item
	for _, it := range items {
		if playable(it) && !played[it.ID] {
			out = append(out, it)
		}
	}
	return out
}

// giveWay makes the first of the items current in place of one that nobody asked
// for; it plays, pauses or is stopped as that one was.
func (d *decision) giveWay(to []*Item) {
	cur := d.s.Current()
	if cur == nil || !cur.Fallback || len(to) == 0 || d.e.Playback != nil {
		return
	}
	status := d.s.Playback.Status
	if status == Ended {
		status = Playing // the next one from the fallback would
	}
	p := d.fromStart(to[0], status)
	d.e.Playback = &p
}

// people are the items that somebody queued.
func people(items []*Item) []*Item {
	for i, it := range items {
		if !it.Fallback {
			continue
		}
		out := append(make([]*Item, 0, len(items)-1), items[:i]...)
		for _, it := range items[i+1:] {
			if !it.Fallback {
				out = append(out, it)
			}
		}
		return out
	}
	return items
}

// behind returns the index in items behind the first n that somebody queued.
func behind(items []*Item, n int) int {
	for i, it := range items {
		if n == 0 {
			return i
		}
		if !it.Fallback {
			n--
		}
	}
	return len(items)
}
