package playlist

import (
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// anyID draws an item of the list, or one that is not in it.
func anyID(t *rapid.T, s *State) ItemID {
	if len(s.Items) == 0 || rapid.IntRange(0, 9).Draw(t, "stranger") == 0 {
		return "stranger"
	}
	return s.Items[rapid.IntRange(0, len(s.Items)-1).Draw(t, "item")].ID
}

func anyIDs(t *rapid.T, s *State) []ItemID {
	out := make([]ItemID, rapid.IntRange(1, 3).Draw(t, "n"))
	for i := range out {
		out[i] = anyID(t, s)
	}
	return out
}

func anyNew(t *rapid.T, s *State) []NewItem {
	out := make([]NewItem, rapid.IntRange(1, 4).Draw(t, "n"))
	for i := range out {
		out[i] = NewItem{
			ID:    ItemID(fmt.Sprintf("i%d-%d", s.Seq+1, i)),
			Media: Media{Provider: "file", Title: "t", Duration: rapid.SampledFrom([]int64{0, 9000}).Draw(t, "duration")},
			Start: rapid.SampledFrom([]int64{0, 0, 1000}).Draw(t, "start"),
		}
	}
	return out
}

// anyAction draws one action of every kind there is.
func anyAction(t *rapid.T, s *State) Action {
	current := func() ItemID {
		if rapid.Bool().Draw(t, "expect") {
			return s.Playback.Item
		}
		return ""
	}
	switch rapid.IntRange(0, 27).Draw(t, "action") {
	case 0, 1, 2:
		return Add{Items: anyNew(t, s), Place: rapid.SampledFrom([]Place{PlaceEnd, PlaceNext, PlaceNow}).Draw(t, "place")}
	case 3:
		return Add{Items: anyNew(t, s), Before: anyID(t, s)}
	case 4, 5:
		return Remove{Items: anyIDs(t, s)}
	case 6, 7:
		before := anyID(t, s)
		if rapid.Bool().Draw(t, "end") {
			before = ""
		}
		return Move{Items: anyIDs(t, s), Before: before}
	case 8:
		return Clear{KeepCurrent: rapid.Bool().Draw(t, "keep")}
	case 9:
		mode := rapid.SampledFrom([]UploadMode{UploadSeed, UploadAppend, UploadReplace}).Draw(t, "mode")
		return Upload{Mode: mode, Base: s.Seq, Items: anyNew(t, s)}
	case 10, 11:
		return Undo{}
	case 12:
		return Play{}
	case 13:
		return Pause{}
	case 14:
		return Toggle{}
	case 15:
		return Stop{}
	case 16, 17:
		return Next{Expect: current()}
	case 18:
		return Previous{Expect: current()}
	case 19:
		return Jump{Item: anyID(t, s)}
	case 20:
		at := rapid.Int64Range(-5000, 20000).Draw(t, "position")
		if rapid.Bool().Draw(t, "delta") {
			return Seek{Delta: &at}
		}
		return Seek{Position: &at}
	case 21:
		return SetRate{rapid.SampledFrom([]float64{0.25, 1, 1.5, 2, 3}).Draw(t, "rate")}
	case 22:
		return SetRepeat{rapid.SampledFrom([]Repeat{RepeatNone, RepeatOne, RepeatAll}).Draw(t, "repeat")}
	case 23:
		return SetShuffle{rapid.Bool().Draw(t, "on")}
	case 24:
		return Finish{Item: s.Playback.Item, Again: rapid.Bool().Draw(t, "again")}
	case 25:
		if rapid.Bool().Draw(t, "skip") {
			return Skip{Item: s.Playback.Item}
		}
		return MarkFailed{Item: anyID(t, s), Reason: "no"}
	case 26:
		return Hold{Since: s.At}
	default:
		return Start{Lead: rapid.Int64Range(0, 500).Draw(t, "lead")}
	}
}

// anyStep draws a command, and returns the state and event that it leads to.
func anyStep(t *rapid.T, s State) (State, Event, bool) {
	c := Command{
		At:      s.At + rapid.Int64Range(0, 5000).Draw(t, "later"),
		By:      Author{Client: "ann"},
		ID:      "x",
		Seed:    rapid.Uint64().Draw(t, "seed"),
		Players: rapid.IntRange(0, 2).Draw(t, "players"),
		Ready:   rapid.Bool().Draw(t, "ready"),
		Do:      anyAction(t, &s),
	}
	before, _ := json.Marshal(s)
	e, err := Decide(s, c)
	if after, _ := json.Marshal(s); string(after) != string(before) {
		t.Fatalf("%T changed the state it was decided on", c.Do)
	}
	if err != nil {
		return s, Event{}, false
	}
	next := Apply(s, e)
	if after, _ := json.Marshal(s); string(after) != string(before) {
		t.Fatalf("applying %T changed the state before", c.Do)
	}
	if err := next.Check(); err != nil {
		t.Fatalf("after %T: %v", c.Do, err)
	}
	return next, e, true
}

// Random commands keep the invariants, and replaying the encoded events from any
// snapshot on gives the state that was live.
func TestReplayEqualsLive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		live, replay := New(), New()
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			next, e, ok := anyStep(t, live)
			live = next
			if !ok {
				continue
			}
			var stored Event
			roundTrip(t, e, &stored)
			replay = Apply(replay, stored)
			if rapid.IntRange(0, 9).Draw(t, "snapshot") == 0 {
				var from State
				roundTrip(t, replay, &from)
				replay = from
			}
			if diff := differ(&live, &replay); diff != "" {
				t.Fatalf("replay of %+v differs (-live +replay):\n%s", e, diff)
			}
		}
	})
}

func roundTrip(t *rapid.T, from, to any) {
	b, err := json.Marshal(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, to); err != nil {
		t.Fatal(err)
	}
}

// Whatever was done to the list, undoing it all leads back to the list at first.
func TestUndoLeadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New()
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			s, _, _ = anyStep(t, s)
		}
		for len(s.Undo) > 0 {
			e, err := Decide(s, Command{At: s.At, By: Author{Client: "ann"}, Do: Undo{}})
			if err != nil {
				t.Fatalf("undo of %+v: %v", s.Undo[len(s.Undo)-1], err)
			}
			s = Apply(s, e)
			if err := s.Check(); err != nil {
				t.Fatalf("after undo: %v", err)
			}
		}
		if len(s.Items) != 0 {
			t.Fatalf("%d items are left, want none", len(s.Items))
		}
	})
}
