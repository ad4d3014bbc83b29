package protocol_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"remoted/protocol"
	"remoted/protocol/internal/spec"
)

func readVectors(tb testing.TB) spec.Vectors {
	tb.Helper()
	v, err := spec.ReadVectors("testdata/vectors")
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

// input is the frame of a vector of a client's message.
func input(v spec.Vector) []byte {
	if v.Request != nil {
		return v.Request
	}
	return []byte(v.Frame)
}

// eachRequest calls f for every vector of a client's message.
func eachRequest(tb testing.TB, f func(where, event string, v spec.Vector)) {
	tb.Helper()
	all := readVectors(tb)
	for _, file := range slices.Sorted(maps.Keys(all)) {
		if event, ok := strings.CutPrefix(file, "client-"); ok {
			for _, v := range all[file] {
				f(file+"/"+v.Name, event, v)
			}
		}
	}
}

// What clients send is decoded as the vectors say, or refused as they say.
func TestRequestVectors(t *testing.T) {
	good, bad := map[string]int{}, map[string]int{}
	eachRequest(t, func(where, event string, v spec.Vector) {
		m, err := protocol.Decode(input(v), true)
		if v.Error != nil {
			bad[event]++
			if err == nil || string(err.Code) != v.Error.Code || err.Field != v.Error.Field {
				t.Errorf("%s: got %v, want %s of field %q", where, err, v.Error.Code, v.Error.Field)
			}
			return
		}
		good[event]++
		if err != nil {
			t.Errorf("%s: got %v, want no error", where, err)
			return
		}
		if m.Event != event {
			t.Errorf("%s: got the event %s, want %s", where, m.Event, event)
		}
		if got, want := encode(t, m.Data), canonical(t, v.Decoded); got != want {
			t.Errorf("%s: got %s, want %s", where, got, want)
		}
	})
	for _, r := range protocol.Requests {
		if good[r.Event] == 0 || bad[r.Event] == 0 {
			t.Errorf("%s has %d good and %d bad vectors, want some of both", r.Event, good[r.Event], bad[r.Event])
		}
	}
}

// A request that is encoded and decoded again is the same.
func TestRequestsSurviveEncoding(t *testing.T) {
	eachRequest(t, func(where, event string, v spec.Vector) {
		if v.Error != nil {
			return
		}
		m, refusal := protocol.Decode(input(v), true)
		if refusal != nil {
			t.Errorf("%s: %v", where, refusal)
			return
		}
		frame, err := protocol.Encode(protocol.Envelope{Event: m.Event, ID: m.ID}, m.Data)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			return
		}
		again, refusal := protocol.Decode(frame, true)
		if refusal != nil {
			t.Errorf("%s: %s: %v", where, frame, refusal)
		} else if diff := cmp.Diff(m, again); diff != "" {
			t.Errorf("%s changed in %s (-before +after):\n%s", where, frame, diff)
		}
	})
}

// Every command has a vector.
func TestVectorsHaveEveryCommand(t *testing.T) {
	seen := map[string]bool{}
	all := readVectors(t)
	for _, file := range []string{"client-command", "state-command"} {
		for _, v := range all[file] {
			var frame struct{ Data struct{ Name string } }
			if raw := cmpOr(v.Request, v.Event); v.Error == nil && json.Unmarshal(raw, &frame) == nil {
				seen[file+" "+frame.Data.Name] = true
			}
		}
	}
	for _, c := range protocol.Commands {
		for _, file := range []string{"client-command", "state-command"} {
			if !seen[file+" "+c.Name] {
				t.Errorf("%s.json has no vector of %s", file, c.Name)
			}
		}
	}
	for _, c := range protocol.OwnCommands {
		if !seen["state-command "+c.Name] {
			t.Errorf("state-command.json has no vector of %s", c.Name)
		}
	}
}

func cmpOr(a, b json.RawMessage) json.RawMessage {
	if a != nil {
		return a
	}
	return b
}

// A worked example holds: what clients send is well formed, and every state that
// is told is the one that the events before it lead to.
func TestTranscript(t *testing.T) {
	list := readVectors(t)["transcript"]
	if len(list) < 10 {
		t.Fatalf("the transcript has %d messages, want at least 10", len(list))
	}
	registered := map[string]bool{}
	for _, v := range list {
		if v.To != "server" {
			continue
		}
		m, err := protocol.Decode(v.Message, registered[v.From])
		if err != nil {
			t.Errorf("%s: %v", v.Name, err)
		}
		registered[v.From] = registered[v.From] || m.Event == protocol.EventRegister
	}
}

// Data of the server's messages keeps its bytes when it is read into its type and
// written again: there is no field in a vector that the type does not know.
func TestMessageVectorsFitTheirTypes(t *testing.T) {
	all := readVectors(t)
	for _, m := range protocol.Messages {
		list := all["server-"+m.Event]
		if m.Sequenced {
			list = all["state-"+m.Event]
		}
		if len(list) == 0 {
			t.Errorf("%s has no vector", m.Event)
		}
		for _, v := range list {
			var frame struct{ Data json.RawMessage }
			if err := json.Unmarshal(cmpOr(v.Message, v.Event), &frame); err != nil {
				t.Fatalf("%s: %v", v.Name, err)
			}
			if m.Data == nil {
				continue
			}
			var known map[string]json.RawMessage
			if err := json.Unmarshal(frame.Data, &known); err != nil {
				t.Errorf("%s/%s: %v", m.Event, v.Name, err)
			}
			for name := range known {
				if !hasField(reflect.TypeOf(m.Data), name) {
					t.Errorf("%s/%s has a field %s, which its type has not", m.Event, v.Name, name)
				}
			}
		}
	}
}

func hasField(t reflect.Type, name string) bool {
	for f := range t.Fields() {
		if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); tag == name {
			return true
		}
	}
	return false
}

func encode(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return canonical(t, b)
}

// canonical is JSON with its names in order.
func canonical(t *testing.T, raw []byte) string {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// schemaPath is where the schema of a message is.
func schemaPath(name string) string { return filepath.Join(root, spec.SchemaDir, name+".json") }
