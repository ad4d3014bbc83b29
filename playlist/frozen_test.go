package playlist

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// frozenDir holds one file for each kind of event and name of a command. A file
// that is there is never edited: a new form of an event gets a file of its own.
const frozenDir = "testdata/events"

// freezing is how a frozen event came about: do, after before.
type freezing struct {
	file   string
	before []Action
	do     Action
}

func (f freezing) event(t *testing.T) Event {
	t.Helper()
	s, at := New(), int64(1_763_791_234_000)
	for _, a := range append(f.before, f.do) {
		at += 1500
		c := Command{At: at, By: Author{"5b0c6f1e-9d7a-4c52-8f0e-0d3a8c1e7a11", "Ann"}, ID: "17",
			Seed: 0xfeed, Players: 1, Ready: true, Do: a}
		switch a.(type) {
		case Finish, MarkFailed, ClearFailed, Skip, UpdateMedia, Unfold, Unfolded, Hold, Start, PlayFallback, DropFallback, FailFallback:
			c.By, c.ID = Author{}, ""
		}
		e, err := Decide(s, c)
		if err != nil {
			t.Fatalf("%s: %T: %v", f.file, a, err)
		}
		if s = Apply(s, e); s.Seq == uint64(len(f.before)+1) {
			return e
		}
	}
	panic("unreachable: the last action returns")
}

// TestFrozenEvents reads every frozen event, applies it to several states, and
// writes it as it was read.
func TestFrozenEvents(t *testing.T) {
	if *update {
		freeze(t)
	}
	for _, name := range frozenFiles(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var e Event
			if err := strictly(want, &e); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(indented(t, e))); diff != "" {
				t.Errorf("encoded again it differs (-frozen +now):\n%s", diff)
			}
			s := New()
			for _, a := range alphabet(&s) {
				s = act(t, s, a)
				next := Apply(s, e)
				mustCheck(t, &next, "the frozen event")
			}
		})
	}
}

// TestFrozenEventsAreDecidedStill notices when a command comes to mean another
// event than it did. That may be wanted: then the event gets another file.
func TestFrozenEventsAreDecidedStill(t *testing.T) {
	for _, f := range freezings() {
		want, err := os.ReadFile(filepath.Join(frozenDir, f.file+".json"))
		if err != nil {
			t.Errorf("no frozen event: %v; -update writes it", err)
			continue
		}
		if diff := cmp.Diff(string(want), string(indented(t, f.event(t)))); diff != "" {
			t.Errorf("%s is decided differently (-frozen +now):\n%s", f.file, diff)
		}
	}
}

func freeze(t *testing.T) {
	for _, f := range freezings() {
		name := filepath.Join(frozenDir, f.file+".json")
		if _, err := os.Stat(name); err == nil {
			continue
		}
		if err := os.WriteFile(name, indented(t, f.event(t)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func frozenFiles(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob(frozenDir + "/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("frozen events: got %v, %v, want some", names, err)
	}
	return names
}

func indented(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(b, '\n')
}

// strictly decodes one event and refuses fields that no event has.
func strictly(b []byte, e *Event) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	return d.Decode(e)
}

// freezings is the list of what is frozen.
func freezings() []freezing {
	ms := func(n int64) *int64 { return &n }
	film := func(id ItemID) NewItem {
		return NewItem{ID: id, Start: 1000, End: 60_000, Media: Media{
			Provider: "youtube", Ref: "dQw4w9WgXcQ", URL: "https://youtu.be/dQw4w9WgXcQ",
			Title: "Film " + strings.ToUpper(string(id)), Duration: 212_000, Thumbnail: "https://i.example/t.jpg"}}
	}
	three := Add{Items: []NewItem{film("a"), film("b"), film("c")}}
	two := []NewItem{film("x"), film("y")}
	album := film("l")
	album.Media.Provider, album.Media.Duration = ProviderList, 0
	open := Unfold{List: "l", Items: two}
	opening := []Action{Add{Items: []NewItem{album}, Place: PlaceNow}, open}
	list, playing := []Action{three}, []Action{three, Play{}}
	jazz := FallbackSource{Kind: SourceFolder, Key: "jazz", Name: "Jazz"}
	gap := []Action{SetFallback{jazz}, PlayFallback{From: jazz, Item: film("f")}}
	atEnd := func(more ...Action) []Action { return append([]Action{three, Jump{"c"}}, more...) }
	return []freezing{
		{"add", nil, three},
		{"add-next", playing, Add{Items: two, Place: PlaceNext}},
		{"add-now", playing, Add{Items: two, Place: PlaceNow}},
		{"remove", list, Remove{[]ItemID{"c", "a"}}},
		{"remove-current", playing, Remove{[]ItemID{"a"}}},
		{"move", list, Move{Items: []ItemID{"c", "b"}, Before: "a"}},
		{"move-to-end", list, Move{Items: []ItemID{"a"}}},
		{"clear", playing, Clear{}},
		{"upload-seed", nil, Upload{Mode: UploadSeed, Items: two}},
		{"upload-append", list, Upload{Mode: UploadAppend, Items: two}},
		{"upload-replace", playing, Upload{Mode: UploadReplace, Base: 2, Items: two}},
		{"undo-add", list, Undo{}},
		{"undo-remove", append(playing, Remove{[]ItemID{"a"}}), Undo{}},
		{"undo-remove-failed", append(list, MarkFailed{"a", "no"}, Remove{[]ItemID{"a"}}), Undo{}},
		{"undo-move", append(list, Move{Items: []ItemID{"a"}}), Undo{}},
		{"undo-scattered", append(list, Remove{[]ItemID{"c", "a"}}), Undo{}},
		{"update-media", list, UpdateMedia{"a", Media{Provider: "file", Ref: "r", URL: "https://a.example/r", Title: "R", Duration: 5, Thumbnail: "https://a.example/r.jpg"}}},
		{"update-failed", list, MarkFailed{"a", "no longer available"}},
		{"update-cleared", append(list, MarkFailed{"a", "no"}), ClearFailed{"a"}},
		{"command-play", list, Play{}},
		{"command-pause", playing, Pause{}},
		{"command-toggle", playing, Toggle{}},
		{"command-stop", playing, Stop{}},
		{"command-next", playing, Next{Expect: "a"}},
		{"command-next-ended", atEnd(), Next{}},
		{"command-previous", atEnd(), Previous{Expect: "c"}},
		{"command-jump", list, Jump{"b"}},
		{"command-seek", playing, Seek{Position: ms(30_000), Expect: "a"}},
		{"command-seek-delta", playing, Seek{Delta: ms(500)}},
		{"command-volume", list, SetVolume{0}},
		{"command-volume-unmutes", append(list, SetMuted{true}), SetVolume{30}},
		{"command-mute", list, SetMuted{true}},
		{"command-unmute", append(list, SetMuted{true}), SetMuted{false}},
		{"command-rate", playing, SetRate{1.25}},
		{"command-repeat", list, SetRepeat{RepeatAll}},
		{"command-shuffle", playing, SetShuffle{true}},
		{"command-shuffle-off", append(playing, SetShuffle{true}), SetShuffle{false}},
		{"command-captions", list, SetCaptions{"de"}},
		{"command-captions-none", append(list, SetCaptions{"de"}), SetCaptions{}},
		{"command-advance", playing, Finish{Item: "a"}},
		{"command-advance-looped", append(playing, SetRepeat{RepeatOne}), Finish{Item: "a"}},
		{"command-advance-skips", append(playing, MarkFailed{"a", "no"}), Skip{"a"}},
		{"command-advance-ended", atEnd(), Finish{Item: "c"}},
		{"command-round", []Action{Add{Items: two}, SetRepeat{RepeatAll}, SetShuffle{true}, Play{}, Next{}}, Next{}},
		{"command-hold", append(playing, Start{}), Hold{Since: 1_763_791_238_000}},
		{"add-unfold", opening[:1], open},
		{"remove-unfolded", opening, Unfolded{List: "l"}},
		{"remove-shortened", opening, Unfolded{List: "l", LeftOut: 300}},
		{"undo-remove-list", append(opening, Remove{[]ItemID{"l"}}), Undo{}},
		{"command-start", playing, Start{Lead: 500}},
		{"command-screens", list, SetScreens{[]string{"5b0c6f1e-9d7a-4c52-8f0e-0d3a8c1e7a11"}}},
		{"command-screens-all", append(list, SetScreens{[]string{"tv"}}), SetScreens{}},
		{"command-fallback", list, SetFallback{jazz}},
		{"command-fallback-none", gap, SetFallback{}},
		{"command-fallback-failed", gap, FailFallback{From: jazz, Reason: "it is empty"}},
		{"add-fallback", gap[:1], gap[1]},
		{"add-gives-way", gap, three},
		{"remove-fallback", append(gap, three), DropFallback{}},
	}
}
