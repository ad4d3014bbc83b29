package playlist

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// One state in keepEvery is kept, and one replayed history in snapshotEvery is
// compared and goes on from its encoding; encoding every state of every history
// took most of the tests' time.
const (
	keepEvery     = 6
	snapshotEvery = 8
)

// Random commands keep the invariants, and replaying the encoded events from any
// snapshot on gives the state that was live.
func TestReplayEqualsLive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		live, replay := New(), New()
		compare := func() {
			if diff := differ(&live, &replay); diff != "" {
				t.Fatalf("the replay differs (-live +replay):\n%s", diff)
			}
		}
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			next, e, ok := anyStep(t, live)
			if !ok {
				continue
			}
			var stored Event
			roundTrip(t, e, &stored)
			live, replay = next, Apply(replay, stored)
			if rapid.IntRange(1, snapshotEvery).Draw(t, "snapshot") == 1 {
				compare()
				var from State
				roundTrip(t, replay, &from)
				replay = from
			}
		}
		compare()
	})
}

func roundTrip(t *rapid.T, from, to any) {
	if err := json.Unmarshal(encoded(t, from), to); err != nil {
		t.Fatal(err)
	}
}

func encoded(t *rapid.T, v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A state is a value: whatever is decided on it and happens after it, for as long
// as somebody holds it, it encodes to the same bytes.
func TestStatesStayAsTheyAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type kept struct {
			state State
			bytes string
		}
		var states []kept
		s := New()
		for i := range rapid.IntRange(1, 60).Draw(t, "steps") {
			if i%keepEvery == 0 {
				states = append(states, kept{s, string(encoded(t, s))})
			}
			if len(states) > 1 && rapid.IntRange(0, 9).Draw(t, "branch") == 0 {
				// Two futures of one state share what they did not change.
				anyStep(t, states[len(states)-2].state)
			}
			s, _, _ = anyStep(t, s)
		}
		for _, k := range states {
			if got := string(encoded(t, k.state)); got != k.bytes {
				t.Fatalf("state %d changed:\ngot  %s\nwant %s", k.state.Seq, got, k.bytes)
			}
		}
	})
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
		if left := people(s.Items); len(left) != 0 {
			t.Fatalf("%q are left, want nothing that somebody queued", names(left))
		}
	})
}
