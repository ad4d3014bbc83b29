package playlist

import (
	"fmt"
	"testing"
)

// act does a where the rules allow it, and returns the state after.
func act(t *testing.T, s State, a Action) State {
	t.Helper()
	e, err := Decide(s, Command{At: s.At + 1000, By: Author{Client: "ann"}, Seed: 7, Players: 1, Do: a})
	if err != nil {
		return s
	}
	s = Apply(s, e)
	mustCheck(t, &s, fmt.Sprintf("%T", a))
	return s
}

func mustCheck(t *testing.T, s *State, after string) {
	t.Helper()
	if err := s.Check(); err != nil {
		t.Fatalf("after %s: %v", after, err)
	}
}

const alphabetSize = 38

// alphabet is one action of every kind, or more where they differ, that make
// sense in s.
func alphabet(s *State) [alphabetSize]Action {
	some := func(n int) []NewItem {
		out := make([]NewItem, n)
		for i := range out {
			out[i] = NewItem{ID: ItemID(fmt.Sprintf("a%d-%d", s.Seq+1, i)), Media: Media{Title: "t", Duration: 9000}}
		}
		return out
	}
	var first, last ItemID = "?", "?"
	if n := len(s.Items); n > 0 {
		first, last = s.Items[0].ID, s.Items[n-1].ID
	}
	current, back := s.Playback.Item, int64(-500)
	return [...]Action{
		Add{Items: some(3)}, Add{Items: some(2), Place: PlaceNext}, Add{Items: some(1), Place: PlaceNow},
		Add{Items: some(1), Before: last}, Remove{[]ItemID{first}}, Remove{[]ItemID{current}},
		SetShuffle{true}, SetShuffle{false}, SetRepeat{RepeatAll}, SetRepeat{RepeatOne}, SetRepeat{RepeatNone},
		Move{Items: []ItemID{last}, Before: first}, Move{Items: []ItemID{first}}, Clear{}, Clear{KeepCurrent: true},
		Play{}, Pause{}, Stop{}, Next{}, Previous{}, Jump{last}, Seek{Delta: &back}, SetRate{2},
		Upload{Mode: UploadReplace, Base: s.Seq, Items: some(2)}, Undo{},
		UpdateMedia{last, Media{Provider: ProviderList}}, Unfold{last, some(2)}, Unfolded{List: last},
		Finish{Item: current}, MarkFailed{Item: current}, Skip{current}, Hold{Since: s.At}, Start{Lead: 500},
		SetScreens{[]string{"tv"}}, SetFallback{FallbackSource{Kind: SourceFolder, Key: "jazz", Name: "Jazz"}},
		PlayFallback{From: s.fallback(), Item: some(1)[0]}, DropFallback{}, FailFallback{From: s.fallback()},
	}
}
