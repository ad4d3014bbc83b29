package playlist

import (
	"testing"

	"pgregory.net/rapid"
)

// What comes from the fallback never gets in the way of what people queued.
func TestFallbackKeepsOutOfTheWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New()
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			before := s
			next, e, ok := anyStep(t, s)
			if !ok {
				continue
			}
			s = next
			for _, p := range s.History {
				if p.Item.Fallback {
					t.Fatalf("%s is in the history, and nobody asked for it", p.Item.ID)
				}
			}
			for _, step := range s.Undo {
				if len(people(step.List.Items)) != len(step.List.Items) {
					t.Fatalf("a step of undo holds what nobody asked for: %q", names(step.List.Items))
				}
			}
			was, is := before.Current(), s.Current()
			if is != nil && is.Fallback && (was == nil || was.ID != is.ID) && !chose(e, is.ID) {
				t.Fatalf("after %s %s %s plays, from the fallback, and nobody chose it", e.Kind, e.Name, is.ID)
			}
			if e.Kind == KindAdd && e.Playback == nil && was != nil && was.Fallback && !e.Undo {
				t.Fatalf("%s plays on from the fallback, and does not give way to %q", was.ID, names(e.List.Items))
			}
		}
	})
}

// chose reports whether the event is about just that item: it was put in the list
// to play, or jumped to.
func chose(e Event, id ItemID) bool {
	if e.List != nil && e.List.Op == OpInsert && e.Kind == KindAdd {
		return len(e.List.Items) == 1 && e.List.Items[0].ID == id
	}
	return e.Name == "jump"
}
