package protocol_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"remoted/protocol"
)

// FuzzRequestsSurviveEncoding decodes, encodes and decodes again: what was taken
// once is taken again, and is the same.
func FuzzRequestsSurviveEncoding(f *testing.F) {
	all := readVectors(f)
	for _, file := range slices.Sorted(maps.Keys(all)) {
		for _, v := range all[file] {
			f.Add(input(v))
		}
	}
	f.Fuzz(func(t *testing.T, frame []byte) {
		m, refusal := protocol.Decode(frame, true)
		if refusal != nil {
			return
		}
		encoded, err := protocol.Encode(protocol.Envelope{Event: m.Event, ID: m.ID}, m.Data)
		if err != nil {
			t.Fatalf("%+v: %v", m, err)
		}
		again, refusal := protocol.Decode(encoded, true)
		if refusal != nil {
			t.Fatalf("%q became %s, which is refused: %v", frame, encoded, refusal)
		}
		if diff := cmp.Diff(m, again); diff != "" {
			t.Errorf("%q changed in %s (-before +after):\n%s", frame, encoded, diff)
		}
	})
}
