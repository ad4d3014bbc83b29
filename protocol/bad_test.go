package protocol_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"

	"remoted/protocol"
)

// bad is a message with one thing wrong.
type bad struct {
	event string
	frame json.RawMessage
	code  protocol.Code
	field string
}

// badMessages makes, of a good message of every kind, one for each field that is
// missing, one for each wrong type, and some out of range. It goes by the tables.
func badMessages(t *testing.T) []bad {
	var out []bad
	for _, g := range goodMessages(t) {
		out = append(out, breakFields(g, g.fields, "", func(data map[string]any) map[string]any { return data })...)
	}
	if len(out) < 300 {
		t.Fatalf("got %d bad messages, want at least 300", len(out))
	}
	return out
}

// good is a message with every field in it, each in range.
type good struct {
	event  string
	data   string
	fields []protocol.Field
}

func goodMessages(t *testing.T) []good {
	data := map[string]string{
		"register": `{"protocol":1,"session":"` + session + `","role":"remote","name":"Ann","client":"` + session + `","key":"k","resume":{"epoch":"` + session + `","seq":4}}`,
		"sync":     `{"epoch":"` + session + `","seq":4}`,
		"upload":   `{"mode":"replace","base":4,"items":[{"url":"u","title":"t","start":1,"end":2}]}`,
		"add":      `{"items":[{"url":"u","title":"t","start":1,"end":2}],"before":"i"}`,
		"remove":   `{"items":["i"]}`,
		"move":     `{"items":["i"],"before":"j"}`,
		"clear":    `{"keep":"current"}`,
		"undo":     `{}`,
		"command":  `{"name":"play"}`,
		"report":   `{"item":"i","status":"failed","position":1,"duration":2,"reason":"r","can":["seek"]}`,
		"ping":     `{"t0":1}`,
		"pong":     `{"t0":1}`,
	}
	arguments := map[string]string{
		"next": `"expect":"i"`, "previous": `"expect":"i"`, "jump": `"item":"i"`, "seek": `"position":1,"expect":"i"`,
		"volume": `"volume":1`, "rate": `"rate":1`, "repeat": `"mode":"all"`, "shuffle": `"on":true`, "captions": `"language":"de"`,
	}
	var out []good
	for _, r := range protocol.Requests {
		if data[r.Event] == "" {
			t.Errorf("there is no good %s", r.Event)
		}
		out = append(out, good{r.Event, data[r.Event], r.Fields})
	}
	for _, c := range protocol.Commands {
		if len(c.Fields) > 0 {
			out = append(out, good{"command", fmt.Sprintf(`{"name":%q,%s}`, c.Name, arguments[c.Name]), c.Fields})
		}
	}
	for _, g := range out {
		if _, err := protocol.Decode(g.frame(t, nil), true); err != nil {
			t.Errorf("%s: %v", g.data, err)
		}
	}
	return out
}

const session = "0190c1a2-7f3e-7c4d-8a55-0123456789ab"

// frame is the message, with what change does to its data.
func (g good) frame(t *testing.T, change func(data map[string]any)) json.RawMessage {
	var data map[string]any
	if err := json.Unmarshal([]byte(g.data), &data); err != nil {
		t.Fatalf("%s: %v", g.data, err)
	}
	if change != nil {
		change(data)
	}
	b, err := json.Marshal(map[string]any{"event": g.event, "id": "1", "data": data})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// breakFields breaks each of the fields of the object that in finds in the data.
func breakFields(g good, fields []protocol.Field, path string, in func(data map[string]any) map[string]any) []bad {
	var out []bad
	add := func(f protocol.Field, code protocol.Code, at string, change func(o map[string]any)) {
		var data map[string]any
		if json.Unmarshal([]byte(g.data), &data) != nil || in(data)[f.Name] == nil && !f.Required {
			return // this one is not in the good message
		}
		change(in(data))
		b, err := json.Marshal(map[string]any{"event": g.event, "id": "1", "data": data})
		if err != nil {
			panic(err)
		}
		out = append(out, bad{g.event, b, code, at})
	}
	for _, f := range fields {
		at := path + f.Name
		if f.Required {
			add(f, protocol.BadMessage, at, func(o map[string]any) { delete(o, f.Name) })
		}
		for _, v := range wrongTypes(f) {
			add(f, protocol.BadMessage, at, func(o map[string]any) { o[f.Name] = v })
		}
		for _, v := range outOfRange(f) {
			add(f, protocol.Invalid, at, func(o map[string]any) { o[f.Name] = v })
		}
		switch {
		case f.Type == protocol.Object:
			out = append(out, breakFields(g, f.Fields, at+".", func(data map[string]any) map[string]any { return child(in(data)[f.Name]) })...)
		case f.Type == protocol.Array && f.Items.Type == protocol.Object:
			out = append(out, breakFields(g, f.Items.Fields, at+"[0].", func(data map[string]any) map[string]any { return child(in(data)[f.Name].([]any)[0]) })...)
		}
		if f.Type == protocol.Array {
			for _, v := range append(wrongTypes(*f.Items), nil) {
				add(f, protocol.BadMessage, at+"[0]", func(o map[string]any) { o[f.Name] = []any{v} })
			}
			for _, v := range outOfRange(*f.Items) {
				add(f, protocol.Invalid, at+"[0]", func(o map[string]any) { o[f.Name] = []any{v} })
			}
		}
	}
	return out
}

func child(v any) map[string]any { return v.(map[string]any) }

// wrongTypes are values of all other JSON types; null only where it means nothing.
func wrongTypes(f protocol.Field) []any {
	values := map[protocol.Type]any{
		protocol.String: "x", protocol.Number: 1, protocol.Bool: true, protocol.Object: map[string]any{}, protocol.Array: []any{},
	}
	delete(values, f.Type)
	if f.Type == protocol.Integer {
		values[protocol.Number] = 1.5
	}
	var out []any
	for v := range maps.Values(values) {
		out = append(out, v)
	}
	if f.Required && !f.Nullable {
		out = append(out, nil)
	}
	return out
}

// outOfRange are values of the right type that the field does not take.
func outOfRange(f protocol.Field) []any {
	var out []any
	switch f.Type {
	case protocol.String:
		if f.MinLen > 0 {
			out = append(out, "")
		}
		if f.MaxLen > 0 {
			out = append(out, strings.Repeat("x", f.MaxLen+1))
		}
		if len(f.Enum) > 0 {
			out = append(out, "", "x", strings.ToUpper(f.Enum[0]), f.Enum[0]+" ")
		}
		switch f.Format {
		case protocol.UUID, protocol.Token:
			out = append(out, "a b", "é", "\n")
		case protocol.Filled:
			out = append(out, " ", "\t\n")
		}
	case protocol.Integer, protocol.Number:
		low, high := f.Min, f.Max
		if low == 0 && high == 0 {
			low, high = -protocol.MaxSafe, protocol.MaxSafe
		}
		out = append(out, low-1, high+1, -1e300, 1e300)
	case protocol.Array:
		if f.MinLen > 0 {
			out = append(out, []any{})
		}
		if f.MaxLen <= protocol.MaxAdd { // longer ones would not fit into a message
			out = append(out, make([]any, f.MaxLen+1))
		}
	}
	return out
}

// Every message of the table with each field missing, of each wrong type and out
// of range is refused with the code and the name of the field.
func TestDecodeRefusesWhatTheTablesRefuse(t *testing.T) {
	for _, b := range badMessages(t) {
		m, err := protocol.Decode(b.frame, true)
		if err == nil || err.Code != b.code || err.Field != b.field || m.ID != "1" {
			t.Errorf("%.200s: got %v for id %q, want %s of field %q for id 1", b.frame, err, m.ID, b.code, b.field)
		}
	}
}
