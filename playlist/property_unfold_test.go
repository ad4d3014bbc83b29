package playlist

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// undoneAll is the list after each step to undo was taken, the last first.
func undoneAll(t *rapid.T, s State) [][]ItemID {
	var out [][]ItemID
	for len(s.Undo) > 0 {
		e, err := Decide(s, Command{At: s.At, By: Author{Client: "ann"}, Do: Undo{}})
		if err != nil {
			t.Fatalf("undo of %+v: %v", s.Undo[len(s.Undo)-1], err)
		}
		s = Apply(s, e)
		out = append(out, idsOf(s.Items))
	}
	return out
}

// Whatever people did before, in between and after: each step of undo leads to the
// list that it would have led to, with the items of an added list where its one
// item would stand.
func TestUndoTakesAListForOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plain := New()
		change := func(kinds ...Action) {
			for _, a := range kinds {
				if e, err := Decide(plain, Command{At: plain.At, By: Author{Client: "ann"}, Do: a}); err == nil {
					plain = Apply(plain, e)
				}
			}
		}
		anyChange := func() {
			switch rapid.IntRange(0, 5).Draw(t, "change") {
			case 0, 1:
				items := make([]NewItem, rapid.IntRange(1, 3).Draw(t, "n"))
				for i := range items {
					items[i].ID = ItemID(fmt.Sprintf("i%d-%d", plain.Seq+1, i))
				}
				change(Add{Items: items, Before: anyID(t, &plain)}, Add{Items: items})
			case 2:
				change(Remove{otherIDs(t, &plain, "list")})
			case 3:
				change(Move{Items: anyIDs(t, &plain), Before: anyID(t, &plain)})
			case 4:
				change(Move{Items: anyIDs(t, &plain)})
			default:
				change(Undo{})
			}
		}
		for range rapid.IntRange(0, 6).Draw(t, "before") {
			anyChange()
		}
		change(Add{Items: []NewItem{{ID: "list", Media: Media{Provider: ProviderList}}}, Before: anyID(t, &plain)},
			Add{Items: []NewItem{{ID: "list", Media: Media{Provider: ProviderList}}}})
		for range rapid.IntRange(0, 6).Draw(t, "after") {
			anyChange()
		}
		if plain.Index("list") < 0 {
			return // it was taken back
		}

		opened, came := plain, []ItemID{}
		own := func(a Action) {
			e, err := Decide(opened, Command{At: opened.At, Do: a})
			if err != nil {
				t.Fatal(err)
			}
			opened = Apply(opened, e)
		}
		for batch := range rapid.IntRange(1, 2).Draw(t, "batches") {
			items := []NewItem{{ID: ItemID(fmt.Sprintf("x%d", batch))}, {ID: ItemID(fmt.Sprintf("y%d", batch))}}
			own(Unfold{"list", items})
			came = append(came, items[0].ID, items[1].ID)
		}
		instead := append(came, "list")
		if rapid.Bool().Draw(t, "done") {
			own(Unfolded{List: "list"})
			instead = came
		}

		want, got := undoneAll(t, plain), undoneAll(t, opened)
		for i, list := range want {
			if at := slices.Index(list, "list"); at >= 0 {
				want[i] = slices.Concat(list[:at], instead, list[at+1:])
			}
		}
		// A step that only moved the list's item may have nothing left to do.
		want, got = slices.CompactFunc(want, slices.Equal), slices.CompactFunc(got, slices.Equal)
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("undo leads to\n%q, want\n%q", got, want)
		}
	})
}

// otherIDs draws items of the list other than one.
func otherIDs(t *rapid.T, s *State, but ItemID) []ItemID {
	return slices.DeleteFunc(anyIDs(t, s), func(id ItemID) bool { return id == but })
}
