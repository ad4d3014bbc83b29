package playlist

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// oddNumbers are the values of a number that arithmetic is most likely to get
// wrong.
var oddNumbers = []int64{0, 1, -1, 3, 5000, -5000, math.MaxInt64, math.MinInt64, MaxPosition}

// oddEvent draws an event that nobody would decide: any field may be there or
// not, name what is listed or not, and hold any value.
func oddEvent(t *rapid.T, s *State) Event {
	number := func(label string) int64 { return rapid.SampledFrom(oddNumbers).Draw(t, label) }
	there := func(label string) bool { return rapid.IntRange(0, 2).Draw(t, label) == 0 }
	flag := func(label string) *bool {
		if !there(label) {
			return nil
		}
		v := rapid.Bool().Draw(t, label)
		return &v
	}
	e := Event{
		Seq:    uint64(number("seq")),
		At:     number("at"),
		By:     rapid.SampledFrom([]string{"", "ann"}).Draw(t, "by"),
		Kind:   rapid.SampledFrom([]Kind{KindAdd, KindRemove, KindMove, KindUpload, KindUpdate, KindCommand, "", "dance"}).Draw(t, "kind"),
		Name:   rapid.SampledFrom([]string{"", "play", "seek", "advance", "replace", "dance"}).Draw(t, "name"),
		Unfold: rapid.SampledFrom([]ItemID{"", "", anyID(t, s)}).Draw(t, "unfold"),
		Undo:   there("undo"), Round: there("round"), Looped: there("looped"),
		Seed: rapid.Uint64().Draw(t, "seed"), Shuffle: flag("shuffle"), Muted: flag("muted"),
	}
	if rapid.Bool().Draw(t, "list") {
		e.List = oddChange(t, s, int(number("index")))
	}
	if there("item") {
		e.Item = &ItemChange{ID: anyID(t, s), Media: &Media{Duration: number("duration")}}
	}
	if there("playback") {
		e.Playback = &Playback{
			Status: rapid.SampledFrom([]Status{Idle, Playing, Paused, Ended, "", "dancing"}).Draw(t, "status"),
			Item:   anyID(t, s), Position: number("position"), At: number("since"),
			Rate: rapid.SampledFrom([]float64{0, 1, -1, 1e308, math.NaN(), math.Inf(1)}).Draw(t, "rate"),
			Held: rapid.Bool().Draw(t, "held"),
		}
	}
	if there("volume") {
		volume := int(number("volume"))
		e.Volume = &volume
	}
	if there("screens") {
		e.Screens = &Screens{rapid.SliceOfN(rapid.SampledFrom([]string{"", "tv", "tablet"}), 0, 4).Draw(t, "players")}
	}
	if there("fallback") {
		source := anySource(t)
		e.Fallback = &source
	}
	if there("repeat") {
		mode := rapid.SampledFrom([]Repeat{RepeatNone, RepeatOne, RepeatAll, "", "dance"}).Draw(t, "mode")
		e.Repeat = &mode
	}
	return e
}

func oddChange(t *rapid.T, s *State, index int) *ListChange {
	l := &ListChange{
		Op:    rapid.SampledFrom([]ListOp{OpInsert, OpReplace, OpMove, OpRemove, "", "dance"}).Draw(t, "op"),
		Index: index, IDs: anyIDs(t, s), Before: anyID(t, s),
	}
	for range rapid.IntRange(0, 4).Draw(t, "items") {
		switch rapid.IntRange(0, 3).Draw(t, "item") {
		case 0:
			l.Items = append(l.Items, nil)
		case 1:
			l.Items = append(l.Items, &Item{})
		case 2:
			l.Items = append(l.Items, &Item{ID: anyID(t, s), Start: -5, End: int64(index)})
		default:
			l.Items = append(l.Items, &Item{ID: ItemID(rapid.StringMatching("[a-f]").Draw(t, "new")), AskedNext: true, Fallback: index%2 == 0})
		}
	}
	return l
}

// TestApplyIsTotal follows a session in which people's commands and events that
// make no sense alternate. Each leads to a valid state, whatever was before.
func TestApplyIsTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New()
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			if rapid.IntRange(0, 2).Draw(t, "odd") > 0 {
				s.At = min(max(s.At, 0), 1<<50) // a clock's, so that adding to it makes sense
				s = anyCommand(t, s)
				continue
			}
			e := oddEvent(t, &s)
			s = Apply(s, e)
			if err := s.Check(); err != nil {
				t.Fatalf("after %+v: %v", e, err)
			}
		}
	})
}

// anyCommand decides and applies a command; the state after is valid.
func anyCommand(t *rapid.T, s State) State {
	a := anyAction(t, &s)
	e, err := Decide(s, Command{At: s.At + 500, By: Author{Client: "ann"}, Seed: 3, Do: a})
	if err != nil {
		return s
	}
	next := Apply(s, e)
	if err := next.Check(); err != nil {
		t.Fatalf("after %#v: %v", a, err)
	}
	return next
}
