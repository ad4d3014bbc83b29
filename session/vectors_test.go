package session

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"

	"remoted/playlist"
	"remoted/protocol"
)

var updateVectors = flag.Bool("update-vectors", false, "write the vectors of sequenced events")

const vectorDir = "../protocol/testdata/vectors/"

// Who and when in the vectors.
const (
	vectorSession = "0190c1a2-7f3e-7c4d-8a55-0123456789ab"
	vectorScreen  = "e8b2a6d4-1c3f-4a5e-b7d9-0f1e2d3c4b5a"
	vectorClient  = "7d0f3b52-94c1-4f7e-a1b6-2c5d8e9f0a1b"
	vectorStart   = 1795341600000 // Unix ms
)

// tale is a session that is told command by command.
type tale struct {
	t     *testing.T
	state playlist.State
	at    int64 // Unix ms
	event playlist.Event
	prior playlist.State
}

func newTale(t *testing.T) *tale {
	return &tale{t: t, state: playlist.New(), at: vectorStart}
}

// do is what a client asks for, ten seconds after what was before.
func (h *tale) do(a playlist.Action) *tale {
	return h.decide(playlist.Command{By: playlist.Author{Client: vectorClient, Name: "Ann's phone"}, ID: "17", Do: a})
}

// own is what the session does by itself.
func (h *tale) own(a playlist.Action) *tale { return h.decide(playlist.Command{Do: a}) }

func (h *tale) decide(c playlist.Command) *tale {
	h.t.Helper()
	h.at += 10_000
	c.At, c.Seed, c.Players, c.Ready = h.at, 7, 1, true
	e, err := playlist.Decide(h.state, c)
	if err != nil {
		h.t.Fatalf("%T: %v", c.Do, err)
	}
	h.prior, h.event = h.state, e
	h.state = playlist.Apply(h.state, e)
	return h
}

// begun is a session in which three items are listed, and the first one plays.
func begun(t *testing.T) *tale {
	return newTale(t).do(adds("sunrise", "harbour", "rain")).do(playlist.Play{}).own(playlist.Start{})
}

// jazz is a fallback, and gap a session in which nothing is queued: an item of it plays.
var jazz = playlist.FallbackSource{Kind: playlist.SourceFolder, Key: "music/jazz", Name: "Jazz"}

func gap(t *testing.T) *tale {
	return newTale(t).do(playlist.SetFallback{Source: jazz}).own(playlist.PlayFallback{From: jazz, Item: newOnes("gap")[0]})
}

func adds(ids ...string) playlist.Add { return playlist.Add{Items: newOnes(ids...)} }

func newOnes(ids ...string) []playlist.NewItem {
	out := make([]playlist.NewItem, len(ids))
	for i, id := range ids {
		address := "https://media.example/" + id + ".mp4"
		out[i] = playlist.NewItem{ID: playlist.ItemID(id), Media: playlist.Media{Provider: "file", Ref: address, URL: address, Title: id}}
	}
	return out
}

func chosen(ids ...playlist.ItemID) []playlist.ItemID { return ids }

// tales are the vectors: of each, the last event.
func tales(t *testing.T) map[string][]struct {
	name string
	*tale
} {
	type told = []struct {
		name string
		*tale
	}
	media := playlist.Media{Provider: "youtube", Ref: "dQw4w9WgXcQ", URL: "https://www.youtube.com/watch?v=dQw4w9WgXcQ", Title: "Never Gonna Give You Up", Duration: 213000}
	upload := func(mode playlist.UploadMode, base uint64) playlist.Upload {
		return playlist.Upload{Mode: mode, Base: base, Items: newOnes("dawn", "dusk")}
	}
	part := newOnes("dawn")
	part[0].Start, part[0].End = 30000, 90000
	return map[string]told{
		"add": {
			{"at the end of an empty list", newTale(t).do(adds("sunrise"))},
			{"next, a part of a file", begun(t).do(playlist.Add{Items: part, Place: playlist.PlaceNext})},
			{"now, so that it plays", begun(t).do(playlist.Add{Items: newOnes("dawn"), Place: playlist.PlaceNow})},
			{"in front of another", begun(t).do(playlist.Add{Items: newOnes("dawn", "dusk"), Before: "rain"})},
			{"by the session itself, as nothing is queued", gap(t)},
			{"while something plays that nobody queued, which gives way", gap(t).do(adds("dawn"))},
			{"a removed item comes back", begun(t).do(playlist.Remove{Items: chosen("harbour")}).do(playlist.Undo{})},
		},
		"remove": {
			{"two items", begun(t).do(playlist.Remove{Items: chosen("harbour", "rain")})},
			{"the current item, so that the next one plays", begun(t).do(playlist.Remove{Items: chosen("sunrise")})},
			{"all but the current item", begun(t).do(playlist.Clear{KeepCurrent: true})},
			{"everything", begun(t).do(playlist.Clear{})},
			{"nothing is uploaded in place of the list", begun(t).do(playlist.Upload{Mode: playlist.UploadReplace, Base: 3})},
			{"by the session itself, what gave way", gap(t).do(adds("dawn")).own(playlist.DropFallback{})},
			{"what was added is taken back", begun(t).do(adds("dawn")).do(playlist.Undo{})},
		},
		"move": {
			{"in front of another, in the order given", begun(t).do(playlist.Move{Items: chosen("rain", "sunrise"), Before: "harbour"})},
			{"to the end", begun(t).do(playlist.Move{Items: chosen("sunrise")})},
			{"a move is taken back", begun(t).do(playlist.Move{Items: chosen("sunrise")}).do(playlist.Undo{})},
		},
		"upload": {
			{"a list that a client kept", newTale(t).do(upload(playlist.UploadSeed, 0))},
			{"at the end", begun(t).do(upload(playlist.UploadAppend, 0))},
			{"in place of the list", begun(t).do(upload(playlist.UploadReplace, 3))},
			{"items that stood apart come back", begun(t).do(playlist.Remove{Items: chosen("sunrise", "rain")}).do(playlist.Undo{})},
		},
		"update": {
			{"its title and duration are known", begun(t).own(playlist.UpdateMedia{Item: "harbour", Media: media})},
			{"it cannot be played", begun(t).own(playlist.MarkFailed{Item: "harbour", Reason: "404 Not Found"})},
			{"it plays after all", begun(t).own(playlist.MarkFailed{Item: "harbour", Reason: "404 Not Found"}).own(playlist.ClearFailed{Item: "harbour"})},
		},
		"command": {
			{"play", newTale(t).do(adds("sunrise")).do(playlist.Play{})},
			{"pause", begun(t).do(playlist.Pause{})},
			{"toggle", begun(t).do(playlist.Pause{}).do(playlist.Toggle{})},
			{"stop", begun(t).do(playlist.Stop{})},
			{"next", begun(t).do(playlist.Next{Expect: "sunrise"})},
			{"next after the last item", begun(t).do(playlist.Jump{Item: "rain"}).do(playlist.Next{})},
			{"previous", begun(t).do(playlist.Previous{})},
			{"jump", begun(t).do(playlist.Jump{Item: "rain"})},
			{"seek to a position", begun(t).do(playlist.Seek{Position: new(int64(61000)), Expect: "sunrise"})},
			{"seek before the beginning", begun(t).do(playlist.Seek{Delta: new(int64(-90000))})},
			{"volume", begun(t).do(playlist.SetVolume{Volume: 30})},
			{"volume above 0 when muted", begun(t).do(playlist.SetMuted{Muted: true}).do(playlist.SetVolume{Volume: 30})},
			{"volume 0", begun(t).do(playlist.SetVolume{Volume: 0})},
			{"mute", begun(t).do(playlist.SetMuted{Muted: true})},
			{"unmute", begun(t).do(playlist.SetMuted{Muted: true}).do(playlist.SetMuted{})},
			{"rate", begun(t).do(playlist.SetRate{Rate: 1.25})},
			{"repeat", begun(t).do(playlist.SetRepeat{Mode: playlist.RepeatAll})},
			{"shuffle", begun(t).do(playlist.SetShuffle{On: true})},
			{"shuffle off", begun(t).do(playlist.SetShuffle{On: true}).do(playlist.SetShuffle{})},
			{"captions", begun(t).do(playlist.SetCaptions{Language: "de"})},
			{"no captions", begun(t).do(playlist.SetCaptions{Language: "de"}).do(playlist.SetCaptions{})},
			{"screens", begun(t).do(playlist.SetScreens{Players: []string{vectorScreen}})},
			{"all screens", begun(t).do(playlist.SetScreens{Players: []string{vectorScreen}}).do(playlist.SetScreens{})},
			{"fallback", begun(t).do(playlist.SetFallback{Source: jazz})},
			{"no fallback, while it plays", gap(t).do(playlist.SetFallback{})},
			{"the fallback has nothing to play", gap(t).own(playlist.Finish{Item: "gap"}).own(playlist.FailFallback{From: jazz, Reason: "there is nothing in it"})},
			{"advance, as the item ended", begun(t).own(playlist.Finish{Item: "sunrise"})},
			{"hold, as the last player left", begun(t).own(playlist.Hold{Since: vectorStart + 35000})},
			{"start, of several players half a second ahead", newTale(t).do(adds("sunrise")).do(playlist.Play{}).own(playlist.Start{Lead: 500})},
		},
	}
}

// The vectors of the sequenced events are what the rules make: the state before,
// the event as it goes over the wire, and the state after.
func TestEventVectors(t *testing.T) {
	for kind, list := range tales(t) {
		want := []byte("[\n")
		for i, one := range list {
			told := emptied(one.event, one.prior.Items)
			if string(told.Kind) != kind {
				t.Errorf("%s/%s is told as %s", kind, one.name, told.Kind)
			}
			frame, err := encodeEvent(told)
			if err != nil {
				t.Fatalf("%s/%s: %v", kind, one.name, err)
			}
			if i > 0 {
				want = append(want, ",\n"...)
			}
			want = fmt.Appendf(want, "  {\n    \"name\": %q,\n    \"state\": %s,\n    \"event\": %s,\n    \"next\": %s\n  }",
				one.name, wire(t, &one.prior), frame, wire(t, &one.state))
		}
		want = append(want, "\n]\n"...)
		file := vectorDir + "state-" + kind + ".json"
		if *updateVectors {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the rules make:\ngot  %s\nwant %s", file, got, want)
		}
	}
}

// wire is a state as clients see it.
func wire(t *testing.T, s *playlist.State) json.RawMessage {
	t.Helper()
	frame, err := protocol.EncodeState(wireState(vectorSession, s))
	if err != nil {
		t.Fatal(err)
	}
	return json.RawMessage(frame)
}
