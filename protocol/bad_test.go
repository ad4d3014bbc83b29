package protocol_test

import (
	"testing"

	"remoted/protocol"
	"remoted/protocol/protocoltest"
)

// Every message of the table with each field missing, of each wrong type and out
// of range is refused with the code and the name of the field.
func TestDecodeRefusesWhatTheTablesRefuse(t *testing.T) {
	bad := protocoltest.BadMessages()
	if len(bad) < 400 {
		t.Errorf("got %d bad messages, want at least 400", len(bad))
	}
	broken := map[string]bool{}
	for _, b := range bad {
		broken[b.Event+" "+b.Field] = true
		m, err := protocol.Decode(b.Frame, true)
		if err == nil || err.Code != b.Code || err.Field != b.Field || m.ID != protocoltest.ID {
			t.Errorf("%.200s: got %v for id %q, want %s of field %q for id %s", b.Frame, err, m.ID, b.Code, b.Field, protocoltest.ID)
		}
	}
	for _, r := range protocol.Requests {
		for _, f := range r.Fields {
			if f.Name != "place" && !broken[r.Event+" "+f.Name] { // before excludes it; a vector breaks it
				t.Errorf("%s of %s was never broken", f.Name, r.Event)
			}
		}
	}
}

// The messages that are broken are good before.
func TestDecodeTakesGoodMessages(t *testing.T) {
	for _, g := range protocoltest.GoodMessages() {
		if m, err := protocol.Decode(g.Frame, true); err != nil || m.Event != g.Event {
			t.Errorf("%s: got %s, %v; want %s", g.Frame, m.Event, err, g.Event)
		}
	}
}
