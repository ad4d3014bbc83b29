package playlist

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// maxFuzzedActions bounds the history before a fuzzed event: enough for a list
// with a current item, a play order and steps to undo, and quick to run.
const maxFuzzedActions = 32

// FuzzApply applies arbitrary events, decoded as they would be from a log, to a
// state that arbitrary commands led to. Nothing may panic or break an invariant:
// not the event, and no command after it.
func FuzzApply(f *testing.F) {
	files, err := filepath.Glob("testdata/events/*.json")
	if err != nil || len(files) == 0 {
		f.Fatalf("frozen events: got %v, %v, want some", files, err)
	}
	for i, name := range files {
		event, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte{}, event)
		f.Add([]byte{0, 6, 15, byte(i)}, event)
	}
	f.Add([]byte{0, 15}, []byte(`{"by":"ann","kind":"add","list":{"op":"insert","items":[null]}}`))
	f.Add([]byte{0, 0}, []byte(`{"kind":"move","list":{"op":"move","ids":["a1","a1","?"],"before":"a1"}}`))

	f.Fuzz(func(t *testing.T, actions, event []byte) {
		var e Event
		if json.Unmarshal(event, &e) != nil {
			return
		}
		s := New()
		for _, b := range actions[:min(len(actions), maxFuzzedActions)] {
			s = act(t, s, alphabet(&s)[int(b)%alphabetSize])
		}
		s = Apply(s, e)
		mustCheck(t, &s, "the fuzzed event")
		for _, a := range alphabet(&s) {
			act(t, s, a)
		}
		s = Apply(s, e) // the same fact again, on the state it made
		mustCheck(t, &s, "the fuzzed event, twice")
	})
}
