package playlist

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// party is a session in a property of the play order, with what it played.
type party struct {
	t      *rapid.T
	s      State
	serial int
	played []ItemID
}

// do does what must be possible, and notes what plays then.
func (p *party) do(a Action) {
	e, err := Decide(p.s, Command{At: p.s.At + 1000, By: Author{Client: "ann"}, Seed: rapid.Uint64().Draw(p.t, "seed"), Do: a})
	if err != nil {
		p.t.Fatalf("%#v: %v", a, err)
	}
	was := p.s.Playback.Item
	p.s = Apply(p.s, e)
	if err := p.s.Check(); err != nil {
		p.t.Fatalf("%#v: %v", a, err)
	}
	if cur := p.s.Playback; cur.Status == Playing && cur.Item != was {
		p.played = append(p.played, cur.Item)
	}
}

// some returns one to three new items.
func (p *party) some() []NewItem {
	out := make([]NewItem, rapid.IntRange(1, 3).Draw(p.t, "n"))
	for i := range out {
		p.serial++
		out[i] = NewItem{ID: ItemID(fmt.Sprintf("n%d", p.serial))}
	}
	return out
}

// toCome draws an item that was not played yet, if there is one.
func (p *party) toCome() (ItemID, bool) {
	var left []ItemID
	for _, it := range p.s.Items {
		if !slices.Contains(p.played, it.ID) {
			left = append(left, it.ID)
		}
	}
	if len(left) == 0 {
		return "", false
	}
	return rapid.SampledFrom(left).Draw(p.t, "to come"), true
}

// Shuffled and without repeat, each item plays exactly once, whatever the seed,
// and whatever is added, removed, moved or preferred meanwhile.
func TestShufflePlaysEachOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &party{t: t, s: New()}
		p.do(Add{Items: p.some()})
		p.do(Add{Items: p.some()})
		if rapid.Bool().Draw(t, "begun") {
			p.do(Play{})
		}
		p.do(SetShuffle{true})
		if p.s.Playback.Item == "" {
			p.do(Play{})
		}
		gone := 0 // played, and then removed
		changes := rapid.IntRange(0, 8).Draw(t, "changes")
		for p.s.Playback.Status == Playing {
			id, more := p.toCome()
			if changes--; changes < 0 || !more {
				p.do(Next{})
				continue
			}
			switch rapid.IntRange(0, 7).Draw(t, "change") {
			case 0:
				p.do(Add{Items: p.some()})
			case 1:
				p.do(Add{Items: p.some(), Place: PlaceNext})
			case 2:
				p.do(Add{Items: p.some(), Place: PlaceNow})
			case 3:
				p.do(Jump{id})
			case 4:
				p.do(Remove{[]ItemID{id}})
			case 5:
				p.do(Finish{Item: p.s.Playback.Item})
			case 6:
				p.do(Remove{[]ItemID{p.s.Playback.Item}})
				gone++
			default:
				p.do(Add{Items: p.some()})
				p.do(Move{Items: []ItemID{p.s.Items[len(p.s.Items)-1].ID}, Before: p.s.Items[0].ID})
			}
		}
		want := map[ItemID]int{}
		for _, it := range p.s.Items {
			want[it.ID] = 1
		}
		got := map[ItemID]int{}
		for _, id := range p.played {
			got[id]++
		}
		for id := range want {
			if got[id] != 1 {
				t.Fatalf("%s played %d times, want once: %q", id, got[id], p.played)
			}
		}
		if len(got) != len(want)+gone {
			t.Fatalf("played %q, want what is listed and %d removed: %v", p.played, gone, want)
		}
	})
}

// With repeat all each round plays each item once, and does not begin with what
// played last.
func TestRoundsPlayEachOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &party{t: t, s: New()}
		p.do(Add{Items: p.some()})
		p.do(Add{Items: p.some()})
		p.do(SetRepeat{RepeatAll})
		p.do(SetShuffle{true})
		p.do(Play{})
		n := len(p.s.Items)
		for range 3*n - 1 {
			p.do(Next{})
		}
		for i := range p.played {
			if i > 0 && p.played[i] == p.played[i-1] {
				t.Fatalf("%q plays twice in a row: %q", p.played[i], p.played)
			}
			if i%n == 0 {
				round := slices.Clone(p.played[i : i+n])
				slices.Sort(round)
				if len(slices.Compact(round)) != n {
					t.Fatalf("a round of %d plays %q, want each once", n, p.played[i:i+n])
				}
			}
		}
	})
}

// The same when items that fail are passed over, as they are when a player comes
// to the end of one that does not.
func TestRoundsPassOverFailures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &party{t: t, s: New()}
		p.do(Add{Items: []NewItem{{ID: "good"}, {ID: "fine"}}})
		for range rapid.IntRange(0, 3).Draw(t, "bad") {
			p.do(Add{Items: []NewItem{{ID: ItemID(fmt.Sprintf("bad%d", len(p.s.Items)))}}})
			p.do(MarkFailed{Item: p.s.Items[len(p.s.Items)-1].ID})
		}
		p.do(SetRepeat{RepeatAll})
		p.do(SetShuffle{true})
		p.do(Jump{"good"})
		for range 10 {
			p.do(Finish{Item: p.s.Playback.Item})
		}
		for i, id := range p.played {
			if want := [...]ItemID{"good", "fine"}[i%2]; id != want {
				t.Fatalf("played %q, want good and fine in turn", p.played)
			}
		}
	})
}

// What people ask to be played next plays in the order in which they asked,
// before anything else, with shuffle or without.
func TestNextKeepsTheOrderOfAsking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &party{t: t, s: New()}
		p.do(Add{Items: p.some()})
		p.do(Play{})
		p.do(SetRepeat{RepeatAll})
		var asked []ItemID
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0, 1:
				items := p.some()
				for _, n := range items {
					asked = append(asked, n.ID)
				}
				p.do(Add{Items: items, Place: PlaceNext})
			case 2:
				p.do(Add{Items: p.some()})
			case 3:
				p.do(SetShuffle{!p.s.Shuffle})
			default:
				if len(p.s.Items) == 1 {
					continue
				}
				p.do(Next{})
				if len(asked) > 0 {
					if got := p.s.Playback.Item; got != asked[0] {
						t.Fatalf("next plays %s, want %s, which was asked for", got, asked[0])
					}
					asked = asked[1:]
				}
			}
		}
	})
}
