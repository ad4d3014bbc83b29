package session

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"remoted/playlist"
)

// dice draws what happens next.
type dice struct{ *rand.Rand }

func (r *dice) step(t *testing.T, s *playlist.State, e playlist.Event) step {
	t.Helper()
	frame, err := encodeEvent(e)
	if err != nil {
		t.Fatal(err)
	}
	var m struct{ Data json.RawMessage }
	if err := json.Unmarshal(frame, &m); err != nil {
		t.Fatal(err)
	}
	out := step{Data: m.Data, frame: frame}
	if r.IntN(compareEvery) == 0 {
		out.Next = wire(t, s)
		out.Now = s.At + r.Int64N(20_000) - 5000
		out.Position = s.Playback.PositionAt(out.Now)
	}
	return out
}

// id is one of the list's, or of none.
func (r *dice) id(s *playlist.State) playlist.ItemID {
	if len(s.Items) == 0 || r.IntN(10) == 0 {
		return "stranger"
	}
	return s.Items[r.IntN(len(s.Items))].ID
}

func (r *dice) ids(s *playlist.State) []playlist.ItemID {
	out := make([]playlist.ItemID, 1+r.IntN(3))
	for i := range out {
		out[i] = r.id(s)
	}
	return out
}

func (r *dice) items(s *playlist.State) []playlist.NewItem {
	out := make([]playlist.NewItem, 1+r.IntN(3))
	for i := range out {
		out[i] = playlist.NewItem{
			ID:    playlist.ItemID(fmt.Sprintf("i%d-%d", s.Seq+1, i)),
			Media: playlist.Media{Provider: "file", Ref: "r", URL: "u", Title: "t", Duration: int64(r.IntN(2)) * 9000},
			Start: int64(r.IntN(2)) * 1000,
			End:   int64(r.IntN(2)) * 8000,
		}
	}
	return out
}

func sourceOf(s *playlist.State) (f playlist.FallbackSource) {
	if s.Fallback != nil {
		f = *s.Fallback
	}
	return f
}

// maybe is v or the zero value.
func maybe[T any](r *dice, v T) (out T) {
	if r.IntN(2) == 0 {
		return v
	}
	return out
}

// action draws one of all there are; those that change the list come more often.
func (r *dice) action(s *playlist.State) playlist.Action {
	current := s.Playback.Item
	actions := []func() playlist.Action{
		func() playlist.Action {
			places := []playlist.Place{playlist.PlaceEnd, playlist.PlaceNext, playlist.PlaceNow}
			return playlist.Add{Items: r.items(s), Place: places[r.IntN(3)]}
		},
		func() playlist.Action { return playlist.Add{Items: r.items(s), Before: r.id(s)} },
		func() playlist.Action { return playlist.Remove{Items: r.ids(s)} },
		func() playlist.Action { return playlist.Move{Items: r.ids(s), Before: maybe(r, r.id(s))} },
		func() playlist.Action { return playlist.Undo{} },
		func() playlist.Action { return playlist.Clear{KeepCurrent: r.IntN(2) == 0} },
		func() playlist.Action {
			modes := []playlist.UploadMode{playlist.UploadSeed, playlist.UploadAppend, playlist.UploadReplace}
			return playlist.Upload{Mode: modes[r.IntN(3)], Base: s.Seq, Items: maybe(r, r.items(s))}
		},
		func() playlist.Action { return playlist.Play{} },
		func() playlist.Action { return playlist.Pause{} },
		func() playlist.Action { return playlist.Toggle{} },
		func() playlist.Action { return playlist.Stop{} },
		func() playlist.Action { return playlist.Next{Expect: maybe(r, current)} },
		func() playlist.Action { return playlist.Previous{Expect: maybe(r, current)} },
		func() playlist.Action { return playlist.Jump{Item: r.id(s)} },
		func() playlist.Action { return playlist.Seek{Position: new(r.Int64N(20_000) - 5000)} },
		func() playlist.Action { return playlist.Seek{Delta: new(r.Int64N(20_000) - 10_000), Expect: current} },
		func() playlist.Action { return playlist.SetVolume{Volume: r.IntN(101)} },
		func() playlist.Action { return playlist.SetMuted{Muted: r.IntN(2) == 0} },
		func() playlist.Action { return playlist.SetRate{Rate: []float64{0.25, 1, 1.5, 2}[r.IntN(4)]} },
		func() playlist.Action {
			modes := []playlist.Repeat{playlist.RepeatNone, playlist.RepeatOne, playlist.RepeatAll}
			return playlist.SetRepeat{Mode: modes[r.IntN(3)]}
		},
		func() playlist.Action { return playlist.SetShuffle{On: r.IntN(2) == 0} },
		func() playlist.Action { return playlist.SetCaptions{Language: maybe(r, "de")} },
		func() playlist.Action { return playlist.SetScreens{Players: maybe(r, []string{vectorClient})} },
		func() playlist.Action {
			kinds := []playlist.SourceKind{"", playlist.SourceList, playlist.SourceFolder}
			return playlist.SetFallback{Source: playlist.FallbackSource{Kind: kinds[r.IntN(3)], Key: maybe(r, "jazz"), Name: maybe(r, "Jazz")}}
		},
		func() playlist.Action { return playlist.PlayFallback{From: sourceOf(s), Item: r.items(s)[0]} },
		func() playlist.Action { return playlist.DropFallback{} },
		func() playlist.Action { return playlist.FailFallback{From: sourceOf(s), Reason: maybe(r, "empty")} },
		func() playlist.Action { return playlist.Finish{Item: current, Again: r.IntN(2) == 0} },
		func() playlist.Action { return playlist.MarkFailed{Item: r.id(s), Reason: "no"} },
		func() playlist.Action { return playlist.ClearFailed{Item: r.id(s)} },
		func() playlist.Action { return playlist.Skip{Item: current} },
		func() playlist.Action {
			return playlist.UpdateMedia{Item: r.id(s), Media: playlist.Media{Provider: "file", Ref: "r", URL: "u", Title: "known", Duration: 8000}}
		},
		func() playlist.Action { return playlist.Hold{Since: s.At - r.Int64N(2000)} },
		func() playlist.Action { return playlist.Start{Lead: r.Int64N(2000)} },
	}
	const list = 7 // how many of them, at the beginning, change the list
	if r.IntN(3) == 0 {
		return actions[r.IntN(list)]()
	}
	return actions[r.IntN(len(actions))]()
}
