package playlist

import (
	"fmt"

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

// anyList draws an item that stands for a list, if there is one.
func anyList(t *rapid.T, s *State) ItemID {
	var lists []ItemID
	for _, it := range s.Items {
		if it.Media.Provider == ProviderList {
			lists = append(lists, it.ID)
		}
	}
	if len(lists) == 0 {
		return anyID(t, s)
	}
	return rapid.SampledFrom(lists).Draw(t, "list")
}

func anyNew(t *rapid.T, s *State) []NewItem {
	out := make([]NewItem, rapid.IntRange(1, 4).Draw(t, "n"))
	for i := range out {
		out[i] = NewItem{
			ID:    ItemID(fmt.Sprintf("i%d-%d", s.Seq+1, i)),
			Media: Media{Provider: rapid.SampledFrom([]string{"file", "file", ProviderList}).Draw(t, "provider"), Title: "t", Duration: rapid.SampledFrom([]int64{0, 9000}).Draw(t, "duration")},
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
	switch rapid.IntRange(0, 41).Draw(t, "action") {
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
	case 27:
		return SetVolume{rapid.IntRange(0, MaxVolume).Draw(t, "volume")}
	case 28:
		return SetMuted{rapid.Bool().Draw(t, "mute")}
	case 29:
		return SetCaptions{rapid.SampledFrom([]string{"", "en", "de"}).Draw(t, "language")}
	case 30:
		if rapid.Bool().Draw(t, "works") {
			return ClearFailed{anyID(t, s)}
		}
		return UpdateMedia{anyID(t, s), Media{Provider: "file", Title: "known", Duration: 8000}}
	case 31, 32, 33:
		return Unfold{anyList(t, s), anyNew(t, s)}
	case 34:
		return Unfolded{List: anyList(t, s)}
	case 35:
		return SetScreens{rapid.SliceOfN(rapid.SampledFrom([]string{"tv", "tablet", "", "wall"}), 0, 3).Draw(t, "screens")}
	case 36:
		return SetFallback{anySource(t)}
	case 37, 38:
		return PlayFallback{From: s.fallback(), Item: anyNew(t, s)[0]}
	case 39:
		return DropFallback{}
	case 40:
		return FailFallback{From: s.fallback(), Reason: rapid.SampledFrom([]string{"", "empty"}).Draw(t, "reason")}
	default:
		return Start{Lead: rapid.Int64Range(0, 500).Draw(t, "lead")}
	}
}

func anySource(t *rapid.T) FallbackSource {
	return FallbackSource{
		Kind: rapid.SampledFrom([]SourceKind{"", SourceList, SourceFolder, SourceFolder, "stream"}).Draw(t, "kind"),
		Key:  rapid.SampledFrom([]string{"", "jazz", "blues"}).Draw(t, "key"),
		Name: rapid.SampledFrom([]string{"", "Jazz"}).Draw(t, "name"),
	}
}

// anyStep draws a command at a time that may lie before the last one's, and
// returns the state and event that it leads to. Every step keeps the invariants,
// counts on by one, and is not before the one before.
func anyStep(t *rapid.T, s State) (State, Event, bool) {
	c := Command{
		At:      s.At + rapid.Int64Range(-2000, 5000).Draw(t, "later"),
		By:      Author{Client: "ann"},
		ID:      "x",
		Seed:    rapid.Uint64().Draw(t, "seed"),
		Players: rapid.IntRange(0, 2).Draw(t, "players"),
		Ready:   rapid.Bool().Draw(t, "ready"),
		Do:      anyAction(t, &s),
	}
	e, err := Decide(s, c)
	if err != nil {
		return s, Event{}, false
	}
	next := Apply(s, e)
	if err := next.Check(); err != nil {
		t.Fatalf("after %T: %v", c.Do, err)
	}
	if e.Seq != s.Seq+1 || next.Seq != e.Seq {
		t.Fatalf("%T after event %d: got event %d and state %d, want the one after", c.Do, s.Seq, e.Seq, next.Seq)
	}
	if e.At < s.At || e.At < c.At || next.At != e.At {
		t.Fatalf("%T at %d after %d: got an event at %d and a state at %d, want the later of both", c.Do, c.At, s.At, e.At, next.At)
	}
	return next, e, true
}
