package server

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"remoted/protocol"
)

// badCase is data that must be refused, and how.
type badCase struct {
	what  string
	data  any // nil: none
	code  string
	field string
}

// anyJSON is a value of every JSON type, by the protocol's name of the type.
var anyJSON = map[protocol.Type]any{
	protocol.String: "x", protocol.Number: 1.0, protocol.Bool: true,
	protocol.Object: object{}, protocol.Array: []any{},
}

// sample is a value that f takes: required fields only.
func sample(f *protocol.Field) any {
	switch f.Type {
	case protocol.String:
		if len(f.Enum) > 0 {
			return f.Enum[0]
		}
		if f.Format == protocol.UUID {
			return noUUID
		}
		return "x"
	case protocol.Integer, protocol.Number:
		return max(1, f.Min)
	case protocol.Bool:
		return true
	case protocol.Object:
		return sampleObject(f.Fields)
	}
	return slices.Repeat([]any{sample(f.Items)}, max(1, f.MinLen))
}

func sampleObject(fields []protocol.Field) object {
	o := object{}
	for i := range fields {
		if fields[i].Required {
			o[fields[i].Name] = sample(&fields[i])
		}
	}
	return o
}

// badValues are values that f must refuse; field is relative to it.
func badValues(f *protocol.Field) []badCase {
	var out []badCase
	add := func(what string, v any, code string) { out = append(out, badCase{what, v, code, ""}) }
	for typ, v := range anyJSON {
		if typ != f.Type && (typ != protocol.Number || f.Type != protocol.Integer) {
			add("of type "+string(typ), v, "bad_message")
		}
	}
	switch f.Type {
	case protocol.String:
		out = append(out, badStrings(f)...)
	case protocol.Integer, protocol.Number:
		low, high := f.Min, f.Max
		if low == 0 && high == 0 {
			low, high = -protocol.MaxSafe, protocol.MaxSafe
		}
		step := 1.0
		if f.Type == protocol.Integer {
			add("a fraction", 1.5, "bad_message")
		} else {
			step = 0.001
		}
		add("too small", math.Min(low-step, math.Nextafter(low, math.Inf(-1))), "invalid")
		add("too large", math.Max(high+step, math.Nextafter(high, math.Inf(1))), "invalid")
		add("far too large", 1e300, "invalid")
	case protocol.Array:
		entry := sample(f.Items)
		if f.MinLen > 0 {
			add("too short", []any{}, "invalid")
		}
		add("too long", slices.Repeat([]any{entry}, f.MaxLen+1), "invalid")
		for _, b := range append(badValues(f.Items), badCase{"null", nil, "bad_message", ""}) {
			out = append(out, badCase{"an entry " + b.what, []any{entry, b.data}, b.code, "[1]" + b.field})
		}
	case protocol.Object:
		for _, b := range badObjects(f.Fields) {
			b.field = "." + b.field
			out = append(out, b)
		}
	}
	return out
}

func badStrings(f *protocol.Field) []badCase {
	var out []badCase
	add := func(what, v string) { out = append(out, badCase{what, v, "invalid", ""}) }
	switch {
	case len(f.Enum) > 0:
		add("unknown", "nonsense")
		add("in capitals", strings.ToUpper(f.Enum[0]))
		add("empty", "")
	case f.Format == protocol.UUID:
		add("no UUID", "nonsense")
		add("another form of UUID", "{"+noUUID+"}")
		add("empty", "")
	case f.Format == protocol.Token:
		add("with a space", "a b")
		add("not ASCII", "é")
	}
	if f.MinLen > 0 {
		add("too short", strings.Repeat("x", f.MinLen-1))
	}
	if f.MaxLen > 0 {
		add("too long", strings.Repeat("x", f.MaxLen+1))
	}
	return out
}

// badObjects are objects of those fields with one of them missing or wrong.
func badObjects(fields []protocol.Field) []badCase {
	var out []badCase
	for i := range fields {
		f := &fields[i]
		cases := badValues(f)
		if f.Required && !f.Nullable {
			cases = append(cases, badCase{"null", nil, "bad_message", ""})
		}
		for _, b := range cases {
			o := sampleObject(fields)
			o[f.Name] = b.data
			out = append(out, badCase{f.Name + " " + b.what, o, b.code, f.Name + b.field})
		}
		if f.Required {
			o := sampleObject(fields)
			delete(o, f.Name)
			out = append(out, badCase{f.Name + " missing", o, "bad_message", f.Name})
		}
	}
	return out
}

// badData are the cases of a request's data as a whole.
func badData(r *protocol.Request) []badCase {
	var out []badCase
	for typ, v := range anyJSON {
		if typ != protocol.Object {
			out = append(out, badCase{"data of type " + string(typ), v, "bad_message", "data"})
		}
	}
	if !r.NoData {
		out = append(out, badCase{"no data", nil, "bad_message", "data"})
	}
	out = append(out, badObjects(r.Fields)...)
	if r.Event != protocol.EventCommand {
		return out
	}
	for _, info := range protocol.Commands {
		for _, b := range badObjects(info.Fields) {
			b.what = info.Name + ": " + b.what
			b.data.(object)["name"] = info.Name
			out = append(out, b)
		}
	}
	return append(out,
		badCase{"seek to nowhere", object{"name": "seek"}, "bad_message", "position"},
		badCase{"seek in two ways", object{"name": "seek", "position": 1, "delta": 1}, "invalid", "delta"})
}

// contract.md, "WebSocket": "an unknown event, a wrong type or a value out of
// range is refused with an error that names the field. One bad message costs its
// sender an error, never anybody else anything." And "A missing field, a wrong
// type or a fraction is bad_message; an unknown value or one out of range is
// invalid; both name the field." Generated from the table of all messages.
func TestBadInput(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		ann, ben := s.pair()
		player := s.join(ann.session, "player")
		ann.add("https://example.com/a")
		senders := make(map[string]*client)
		for _, r := range protocol.Requests {
			switch r.Event {
			case protocol.EventRegister:
				senders[r.Event] = s.dial()
			case protocol.EventReport:
				senders[r.Event] = player
			default:
				senders[r.Event] = s.join(ann.session, "remote")
			}
		}
		ben.await("everybody is there", presenceOf(2+len(protocol.Requests)-1))
		ben.ask("ping", `{"t0":1}`)
		before, heard := s.view(ann.session), len(ben.all())

		total := 0
		for i := range protocol.Requests {
			r := &protocol.Requests[i]
			c := senders[r.Event]
			for _, b := range badData(r) {
				data := ""
				if b.data != nil {
					data = text(b.data)
				}
				c.refused(r.Event, data, b.code, b.field)
				total++
			}
			total += badEnvelopes(c, r)
			c.alive("bad " + r.Event)
		}
		if total < 400 {
			t.Errorf("got %d cases, want some hundred: the table was not walked", total)
		}
		if after := s.view(ann.session); text(after.State) != text(before.State) || after.Seq != before.Seq {
			t.Errorf("the state changed:\nfrom %d %s\nto   %d %s", before.Seq, text(before.State), after.Seq, text(after.State))
		}
		ben.ask("ping", `{"t0":1}`)
		for _, m := range ben.all()[heard:] {
			if m.Event != "pong" && m.Event != "ping" {
				t.Errorf("another client was sent %s, want nothing", m.raw)
			}
		}
	})
}

// badEnvelopes sends a good request with a bad id, and returns how many.
func badEnvelopes(c *client, r *protocol.Request) int {
	c.t.Helper()
	good := fmt.Sprintf(`"event":%q,"data":%s`, r.Event, text(sampleObject(r.Fields)))
	cases := map[string]string{
		`{` + good + `,"id":7}`:                                 "bad_message",
		`{` + good + `,"id":["x"]}`:                             "bad_message",
		`{` + good + `,"id":""}`:                                "invalid",
		`{` + good + `,"id":"é"}`:                               "invalid",
		`{` + good + `,"id":"a\tb"}`:                            "invalid",
		`{` + good + `,"id":"` + strings.Repeat("x", 65) + `"}`: "invalid",
	}
	if !r.NoID {
		cases[`{`+good+`}`] = "bad_message"
		cases[`{`+good+`,"id":null}`] = "bad_message"
	}
	for frame, code := range cases {
		c.skip()
		c.write(frame)
		if m := c.awaitEvent("error"); m.Error.Code != code || m.Error.Field != "id" || m.ID != "" {
			c.t.Errorf("%.200s: got %s, want %s, field id", frame, m.raw, code)
		}
	}
	return len(cases)
}

// contract.md, "bad_message: not JSON, not an object, no known event", before and
// after register; the connection stays open, and the id is named where it can be.
func TestGarbage(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		fresh, ann := s.dial(), s.join(id, "remote")
		tests := []struct{ frame, field, id string }{
			{``, "", ""},
			{` `, "", ""},
			{`hello`, "", ""},
			{`{`, "", ""},
			{`[]`, "", ""},
			{`null`, "", ""},
			{`42`, "", ""},
			{`"add"`, "", ""},
			{`{} {}`, "", ""},
			{`{"event":"undo","id":"1",}`, "", ""},
			{"{\"event\":\"undo\",\"id\":\"\xff\"}", "", ""},
			{"\x00", "", ""},
			{strings.Repeat("[", 50_000), "", ""},
			{`{}`, "event", ""},
			{`{"id":"7"}`, "event", "7"},
			{`{"event":null,"id":"7"}`, "event", "7"},
			{`{"event":["add"],"id":"7"}`, "event", "7"},
			{`{"event":"","id":"7"}`, "event", "7"},
			{`{"event":"dance","id":"7"}`, "event", "7"},
			{`{"event":"registered","id":"7"}`, "event", "7"},
			{`{"event":"update","id":"7","data":{}}`, "event", "7"},
			{`{"event":"__proto__","id":"7"}`, "event", "7"},
		}
		for _, c := range []*client{fresh, ann} {
			for _, tt := range tests {
				c.skip()
				c.write(tt.frame)
				m := c.awaitEvent("error")
				if m.Error.Code != "bad_message" || m.Error.Field != tt.field || m.ID != tt.id {
					t.Errorf("%.60q: got %s, want bad_message, field %q, id %q", tt.frame, m.raw, tt.field, tt.id)
				}
			}
			c.alive("garbage")
		}
		if m := fresh.register(id, "remote"); m.Event != "registered" {
			t.Errorf("register after garbage: got %s, want registered", m.raw)
		}
	})
}

// "Unknown fields are ignored."
func TestUnknownFields(t *testing.T) {
	_, ann, _ := pair(t)
	ann.skip()
	ann.write(`{"event":"add","id":"u","new":{"deep":[1,2]},"seq":99,"by":"somebody","data":{"items":[{"url":"https://example.com/a","id":"mine","failed":"no"}],"index":7,"playback":{}}}`)
	m := ann.await("the event", func(m message) bool { return m.ID == "u" })
	it := m.Data["items"].([]any)[0].(object)
	if m.Event != "add" || *m.Seq != 1 || m.By != ann.id || it["id"] == "mine" || it["failed"] != nil || m.Data["index"] != 0.0 || m.Data["playback"] != nil {
		t.Errorf("got %s, want what was asked without the unknown fields", m.raw)
	}
}

// "id is the client's own (1 to 64 printable ASCII characters)".
func TestIDs(t *testing.T) {
	_, ann, _ := pair(t)
	for _, id := range []string{"a", strings.Repeat("~", 64), ` !"#\`, "a b"} {
		ann.skip()
		ann.write(fmt.Sprintf(`{"event":"ping","id":%s,"data":{"t0":1}}`, strconv.Quote(id)))
		if m := ann.await("an answer", func(m message) bool { return m.Event == "pong" || m.Event == "error" }); m.ID != id {
			t.Errorf("id %q: got %s, want a pong with it", id, m.raw)
		}
	}
}

// "Limits: message in 64 KiB (upload: 1 MiB)"; "Oversize, binary or ill-encoded
// frames get an error, or a close code below 4500 (1007, 1009 included)".
func TestFrames(t *testing.T) {
	s, ann, ben := pair(t)
	padded := func(event, data string, size int) string {
		frame := fmt.Sprintf(`{"event":%q,"id":"p","data":%s,"pad":"`, event, data)
		return frame + strings.Repeat("x", size-len(frame)-2) + `"}`
	}
	upload := with(addData("https://example.com/a"), `"mode":"append"`)
	tests := []struct {
		name, frame string
		ok          bool
	}{
		{"message of 64 KiB", padded("add", addData("https://example.com/a"), protocol.MaxMessage), true},
		{"message of 64 KiB and a byte", padded("add", addData("https://example.com/a"), protocol.MaxMessage+1), false},
		{"upload of 1 MiB", padded("upload", upload, protocol.MaxUpload), true},
	}
	for _, tt := range tests {
		c := s.join(ann.session, "remote") // of its own: all have the same id
		c.write(tt.frame)
		m := c.await(tt.name, func(m message) bool { return m.ID == "p" })
		if ok := m.Error == nil; ok != tt.ok || !ok && m.Error.Code != "limit_reached" {
			t.Errorf("%s: got %.200s, want accepted %v or limit_reached", tt.name, m.raw, tt.ok)
		}
	}
	ann.skip()
	if err := ann.ws.WriteMessage(2, []byte(`{"event":"undo","id":"1"}`)); err != nil {
		t.Fatal(err)
	}
	if m := ann.awaitEvent("error"); m.Error.Code != "bad_message" {
		t.Errorf("binary frame: got %s, want bad_message", m.raw)
	}
	ann.alive("a binary frame")
	for name, size := range map[string]int{"a byte over 1 MiB": protocol.MaxUpload + 1, "8 MiB": 8 << 20} {
		c := s.join(ann.session, "remote")
		_ = c.ws.WriteMessage(1, []byte(padded("upload", upload, size))) // may fail: it is closed meanwhile
		if code := c.awaitClose(); code != 1009 {
			t.Errorf("%s: got close %d, want 1009", name, code)
		}
	}
	ben.alive("what the others did")
	agree(t, ann, ben)
}
