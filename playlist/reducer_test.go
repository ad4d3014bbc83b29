package playlist

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// object is a JSON object, as a client holds it.
type object = map[string]any

// reduce changes a state as the contract's table "What a sequenced event does to
// a state" says, from the event's data alone. It knows nothing of this package.
func reduce(state, data object) {
	items, _ := data["items"].([]any)
	list := state["items"].([]any)
	index, indexed := data["index"]
	before, moved := data["before"]
	switch objects := len(items) > 0 && isObject(items[0]); {
	case data["items"] == nil:
	case indexed:
		state["items"] = slices.Insert(slices.Clone(list), int(index.(float64)), items...)
	case objects || len(items) == 0:
		state["items"] = items
	case moved:
		kept, taken := part(list, items)
		at := slices.IndexFunc(kept, func(it any) bool { return it.(object)["id"] == before })
		if before == nil {
			at = len(kept)
		}
		state["items"] = slices.Insert(kept, at, taken...)
	default:
		state["items"], _ = part(list, items)
	}
	for _, it := range state["items"].([]any) {
		if it := it.(object); it["id"] == data["item"] {
			change(it, data, "media", "failed")
		}
	}
	change(state, data, "playback", "volume", "muted", "repeat", "shuffle", "captions", "screens", "fallback")
}

func isObject(v any) bool { _, ok := v.(object); return ok }

func change(to, from object, names ...string) {
	for _, name := range names {
		if v, ok := from[name]; ok {
			to[name] = v
		}
	}
}

// part divides a list into the items that ids do not name, and those that they
// do, in the order of ids.
func part(list, ids []any) (kept, taken []any) {
	kept = []any{}
	for _, it := range list {
		if !slices.Contains(ids, it.(object)["id"]) {
			kept = append(kept, it)
		}
	}
	for _, id := range ids {
		for _, it := range list {
			if it.(object)["id"] == id {
				taken = append(taken, it)
			}
		}
	}
	return kept, taken
}

// dataOf is what of an event a client gets to see.
func dataOf(e Event) object {
	data := object{}
	if l := e.List; l != nil {
		switch l.Op {
		case OpInsert:
			data["items"], data["index"] = visibleItems(l.Items), l.Index
		case OpReplace:
			data["items"] = visibleItems(l.Items)
		case OpMove:
			data["items"], data["before"] = l.IDs, orNull(string(l.Before))
		case OpRemove:
			data["items"] = l.IDs
		}
	}
	if c := e.Item; c != nil {
		data["item"] = c.ID
		if c.Media != nil {
			data["media"] = c.Media
		}
		if c.Failed != nil {
			data["failed"] = *c.Failed
		}
	}
	if e.Playback != nil {
		data["playback"] = visiblePlayback(*e.Playback)
	}
	set(data, "volume", e.Volume)
	set(data, "muted", e.Muted)
	set(data, "repeat", e.Repeat)
	set(data, "shuffle", e.Shuffle)
	if e.Captions != nil {
		data["captions"] = orNull(*e.Captions)
	}
	if e.Screens != nil {
		data["screens"] = e.Screens.Players
	}
	if e.Fallback != nil {
		data["fallback"] = visibleSource(e.Fallback)
	}
	return data
}

func set[T any](data object, name string, v *T) {
	if v != nil {
		data[name] = *v
	}
}

// visible is what of a state a client gets to see.
func visible(s *State) object {
	return object{
		"items": visibleItems(s.Items), "playback": visiblePlayback(s.Playback),
		"volume": s.Volume, "muted": s.Muted, "repeat": s.Repeat, "shuffle": s.Shuffle,
		"captions": orNull(s.Captions), "screens": s.Screens, "fallback": visibleSource(s.Fallback),
	}
}

// visibleSource is null for none, as the contract's extension has it.
func visibleSource(f *FallbackSource) any {
	if f == nil || f.Kind == "" {
		return nil
	}
	return f
}

func visibleItems(items []*Item) []object {
	out := make([]object, len(items))
	for i, it := range items {
		out[i] = object{"id": it.ID, "media": it.Media, "addedBy": it.AddedBy, "addedAt": it.AddedAt,
			"start": it.Start, "end": it.End, "failed": it.Failed, "fallback": it.Fallback}
	}
	return out
}

func visiblePlayback(p Playback) object {
	return object{"status": p.Status, "item": orNull(string(p.Item)), "position": p.Position,
		"at": p.At, "rate": p.Rate, "held": p.Held}
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// TestEventsSufficeForClients follows random sessions as a client does, by the
// contract's table alone, and must see what Apply leads to: nothing that shows
// ever changes without being in the event.
func TestEventsSufficeForClients(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New()
		client := asJSON(t, visible(&s))
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			next, e, ok := anyStep(t, s)
			if !ok {
				continue
			}
			s = next
			data := asJSON(t, dataOf(e))
			reduce(client, data)
			client = asJSON(t, client)
			if diff := quickDiff(t, visible(&s), client); diff != "" {
				t.Fatalf("after %s %s %v a client differs (-session +client):\n%s", e.Kind, e.Name, data, diff)
			}
		}
	})
}

// asJSON returns v as a client decodes it.
func asJSON(t *rapid.T, v any) object {
	var out object
	roundTrip(t, v, &out)
	return out
}

func quickDiff(t *rapid.T, want, got object) string {
	if a, b := encoded(t, asJSON(t, want)), encoded(t, got); string(a) == string(b) {
		return ""
	}
	return cmp.Diff(asJSON(t, want), got)
}
