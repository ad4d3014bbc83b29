package playlist

import (
	"fmt"
	"slices"
	"testing"
)

// benchSizes are the lengths of the lists: a party's, a collection's, the limit.
var benchSizes = []int{10, 1_000, MaxItems}

// longList is a session that plays an item in the middle of n; more than
// [MaxItems] are never there, so that the longest list still takes an add.
func longList(n int) State {
	items := make([]*Item, min(n, MaxItems-1))
	for i := range items {
		items[i] = &Item{ID: ItemID(fmt.Sprintf("item-%04d", i)), Media: Media{Provider: "file", Title: "t", Duration: 180_000}}
	}
	s := Apply(New(), Event{Seq: 1, At: 1, Kind: KindAdd, List: &ListChange{Op: OpInsert, Items: items}})
	return Apply(s, Event{Seq: 2, At: 2, Kind: KindCommand, Name: "jump",
		Playback: &Playback{Status: Playing, Item: items[len(items)/2].ID, At: 2, Rate: 1}})
}

// benchCommands are what a session does most, and what it costs most to do.
var benchCommands = []struct {
	name    string
	shuffle bool
	fixed   bool // leaves the list alone: must allocate the same for every length
	do      func(*State) Action
}{
	{"add", false, false, func(*State) Action { return Add{Items: []NewItem{{ID: "new"}}} }},
	{"add-shuffled", true, false, func(*State) Action { return Add{Items: []NewItem{{ID: "new"}}} }},
	{"move", false, false, func(s *State) Action {
		return Move{Items: []ItemID{s.Items[0].ID}, Before: s.Items[len(s.Items)/2].ID}
	}},
	{"remove-current", false, false, func(s *State) Action { return Remove{[]ItemID{s.Playback.Item}} }},
	{"next", false, true, func(*State) Action { return Next{} }},
	{"next-shuffled", true, true, func(*State) Action { return Next{} }},
	{"jump", false, true, func(s *State) Action { return Jump{s.Items[len(s.Items)/4].ID} }},
	{"pause", false, true, func(*State) Action { return Pause{} }},
	{"seek", false, true, func(*State) Action { to := int64(60_000); return Seek{Position: &to} }},
	{"volume", false, true, func(*State) Action { return SetVolume{30} }},
}

func BenchmarkDecideApply(b *testing.B) {
	for _, cmd := range benchCommands {
		for _, n := range benchSizes {
			b.Run(fmt.Sprintf("%s/%d", cmd.name, n), func(b *testing.B) {
				s := benchState(n, cmd.shuffle)
				c := Command{At: 1000, By: Author{Client: "ann"}, Players: 1, Do: cmd.do(&s)}
				b.ReportAllocs()
				for b.Loop() {
					e, err := Decide(s, c)
					if err != nil {
						b.Fatal(err)
					}
					Apply(s, e)
				}
			})
		}
	}
}

func benchState(n int, shuffle bool) State {
	s := longList(n)
	if shuffle {
		on := true
		s = Apply(s, Event{Seq: 3, At: 3, Kind: KindCommand, Name: "shuffle", Shuffle: &on, Seed: 7})
	}
	return s
}

// Commands that leave the list alone cost the same for a long one: the number of
// their allocations does not grow, and the list stays the same array.
func TestCommandsDoNotCopyTheList(t *testing.T) {
	for _, cmd := range benchCommands {
		if !cmd.fixed {
			continue
		}
		var allocs []float64
		for _, n := range benchSizes {
			s := benchState(n, cmd.shuffle)
			c := Command{At: 1000, By: Author{Client: "ann"}, Players: 1, Do: cmd.do(&s)}
			e, err := Decide(s, c)
			if err != nil {
				t.Fatal(err)
			}
			after := Apply(s, e)
			if &after.Items[0] != &s.Items[0] || cmd.shuffle && &after.Order[0] != &s.Order[0] {
				t.Errorf("%s with %d items: the list was copied, want it shared", cmd.name, n)
			}
			allocs = append(allocs, testing.AllocsPerRun(10, func() {
				e, _ := Decide(s, c)
				Apply(s, e)
			}))
		}
		if slices.Max(allocs) != slices.Min(allocs) {
			t.Errorf("%s: got %v allocations with %v items, want the same for all", cmd.name, allocs, benchSizes)
		}
	}
}
