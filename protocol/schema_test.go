package protocol_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"remoted/protocol"
	"remoted/protocol/internal/spec"
	"remoted/protocol/protocoltest"
)

// schemas are the ones that are in the files, ready to validate.
func schemas(t *testing.T) func(name string) *jsonschema.Resolved {
	resolved := map[string]*jsonschema.Resolved{}
	return func(name string) *jsonschema.Resolved {
		t.Helper()
		if resolved[name] != nil {
			return resolved[name]
		}
		b, err := os.ReadFile(schemaPath(name))
		if err != nil {
			t.Fatal(err)
		}
		var s jsonschema.Schema
		if err := json.Unmarshal(b, &s); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if resolved[name], err = s.Resolve(nil); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return resolved[name]
	}
}

func instance(t *testing.T, raw json.RawMessage) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	return v
}

// The schemas of what clients send take what Decode takes and refuse what it
// refuses.
func TestSchemasAgreeWithDecode(t *testing.T) {
	schema := schemas(t)
	eachRequest(t, func(where, event string, v spec.Vector) {
		if event == "envelope" {
			for _, r := range protocol.Requests {
				if json.Valid(input(v)) && schema("client-"+r.Event).Validate(instance(t, input(v))) == nil {
					t.Errorf("%s: the schema of %s takes it", where, r.Event)
				}
			}
			return
		}
		err := schema("client-" + event).Validate(instance(t, v.Request))
		if good := v.Error == nil; good != (err == nil) {
			t.Errorf("%s: the schema says %v, want good %v", where, err, good)
		}
	})
	for _, b := range protocoltest.BadMessages() {
		if err := schema("client-" + b.Event).Validate(instance(t, b.Frame)); err == nil {
			t.Errorf("the schema of %s takes %.200s, of which %s is %s", b.Event, b.Frame, b.Field, b.Code)
		}
	}
	for _, g := range protocoltest.GoodMessages() {
		if err := schema("client-" + g.Event).Validate(instance(t, g.Frame)); err != nil {
			t.Errorf("the schema of %s does not take %s: %v", g.Event, g.Frame, err)
		}
	}
}

// Every message that the server sends fits its schema, and no other one.
func TestSchemasTakeTheServersMessages(t *testing.T) {
	schema := schemas(t)
	all := readVectors(t)
	check := func(where string, raw json.RawMessage) {
		var frame struct{ Event string }
		if err := json.Unmarshal(raw, &frame); err != nil {
			t.Fatalf("%s: %v", where, err)
		}
		for _, m := range protocol.Messages {
			err := schema("server-" + m.Event).Validate(instance(t, raw))
			if fits := m.Event == frame.Event; fits != (err == nil) {
				t.Errorf("%s: the schema of %s says %v, want fits %v", where, m.Event, err, fits)
			}
		}
	}
	states := 0
	for file, list := range all {
		for _, v := range list {
			for _, state := range []json.RawMessage{v.State, v.Next} {
				if state == nil {
					continue
				}
				states++
				if err := schema("state").Validate(instance(t, state)); err != nil {
					t.Errorf("%s/%s: a state: %v", file, v.Name, err)
				}
			}
			if raw := cmpOr(v.Message, v.Event); raw != nil && v.To != "server" {
				check(file+"/"+v.Name, raw)
			}
		}
	}
	if states < 40 {
		t.Errorf("got %d states in the vectors, want at least 40", states)
	}
}

// A server's message that lacks a field does not fit.
func TestSchemasMissWhatIsMissing(t *testing.T) {
	schema := schemas(t)
	all := readVectors(t)
	for _, m := range protocol.Messages {
		file := "server-" + m.Event
		if m.Sequenced {
			file = "state-" + m.Event
		}
		for _, v := range all[file] {
			frame := instance(t, cmpOr(v.Message, v.Event)).(map[string]any)
			for name, value := range frame {
				if optional := name == "by" || name == "id" && (m.Sequenced || m.Event == protocol.EventError); optional {
					continue
				}
				delete(frame, name)
				if schema("server-"+m.Event).Validate(frame) == nil {
					t.Errorf("%s/%s fits without %s", m.Event, v.Name, name)
				}
				frame[name] = value
			}
		}
	}
	if !slices.ContainsFunc(protocol.Messages, func(m protocol.ServerMessage) bool { return m.Sequenced }) {
		t.Error("nothing is sequenced")
	}
}
