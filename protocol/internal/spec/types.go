package spec

import (
	"reflect"
	"slices"

	"remoted/protocol"
)

// namedType is an object that has a name in the schemas and in JavaScript.
type namedType struct {
	name   string
	doc    string
	fields []field
}

// serverTypes are the objects in what the server sends, apart from whole messages.
var serverTypes = []struct {
	name, doc string
	value     any
}{
	{"State", "A session as clients see it.", protocol.State{}},
	{"Item", "One entry of the playlist; the same media may be in the list twice.", protocol.Item{}},
	{"Media", "What an item plays.", protocol.Media{}},
	{"AddedBy", "The client that added an item.", protocol.AddedBy{}},
	{"Playback", "What plays and where it is: `position` at the time `at`.", protocol.Playback{}},
	{"PlayerReport", "What everybody hears of a player: its last report, and when it came.", protocol.PlayerState{}},
	{"Fallback", "What plays while nothing is queued: a saved list, or a folder of the library.", protocol.Fallback{}},
	{"ClientInfo", "A client of the session.", protocol.ClientInfo{}},
}

func serverTypeOf(t reflect.Type) namedType {
	for _, s := range serverTypes {
		if reflect.TypeOf(s.value) == t {
			return namedType{s.name, s.doc, structFields(t)}
		}
	}
	panic("the type " + t.String() + " has no name")
}

// requestTypeOf names the objects inside of what clients send, by their fields.
func requestTypeOf(f protocol.Field) namedType {
	t := namedType{fields: requestFields(f.Fields)}
	switch {
	case slices.ContainsFunc(f.Fields, func(sub protocol.Field) bool { return sub.Name == "url" }):
		t.name, t.doc = "NewItem", "An item that shall be added."
	case slices.ContainsFunc(f.Fields, func(sub protocol.Field) bool { return sub.Name == "epoch" }):
		t.name, t.doc = "Resume", "What a client has already: every event up to `seq`, of the log `epoch`."
	case slices.ContainsFunc(f.Fields, func(sub protocol.Field) bool { return sub.Name == "folder" }):
		t.name, t.doc = "Source", "What shall play while nothing is queued: `list` or `folder`."
	default:
		panic("the object " + f.Name + " has no name")
	}
	return t
}

// refusal is the error of an `error`.
var refusal = namedType{"Refusal", "Why a request is refused.", []field{
	{name: "code", typ: protocol.String, required: true, enum: codes(), doc: "what a program goes by"},
	{name: "message", typ: protocol.String, required: true, doc: "what a person may read"},
	{name: "field", typ: protocol.String, doc: "the field that is wrong, as in items[0].url"},
	{name: "seq", typ: protocol.Integer, low: new(0.0), doc: "the current seq, with stale"},
	{name: "retryAfter", typ: protocol.Integer, low: new(0.0), doc: "ms to wait, with rate_limited"},
}}

func codes() []string {
	out := make([]string, len(protocol.Codes))
	for i, c := range protocol.Codes {
		out[i] = string(c.Code)
	}
	return out
}

// types are all named types, in the order in which they are shown.
func types() []namedType {
	var out []namedType
	for _, s := range serverTypes {
		out = append(out, serverTypeOf(reflect.TypeOf(s.value)))
	}
	for _, f := range allRequestFields() {
		if f.Items != nil && f.Items.Type == protocol.Object {
			f = *f.Items
		}
		if f.Type != protocol.Object {
			continue
		}
		t := requestTypeOf(f)
		if !slices.ContainsFunc(out, func(o namedType) bool { return o.name == t.name }) {
			out = append(out, t)
		}
	}
	return append(out, refusal)
}

// allRequestFields are the fields of all requests, those of commands included.
func allRequestFields() []protocol.Field {
	var out []protocol.Field
	for _, r := range protocol.Requests {
		out = append(out, r.Fields...)
	}
	for _, c := range protocol.Commands {
		out = append(out, c.Fields...)
	}
	return out
}

// requestData are the fields of a request's data. Those of a command are the ones
// of all commands: the name says which count.
func requestData(r protocol.Request) []field {
	fields := requestFields(r.Fields)
	if r.Event != protocol.EventCommand {
		return fields
	}
	for _, c := range protocol.Commands {
		for _, f := range requestFields(c.Fields) {
			if !slices.ContainsFunc(fields, func(o field) bool { return o.name == f.name }) {
				f.required = false
				fields = append(fields, f)
			}
		}
	}
	return fields
}

func messageData(m protocol.ServerMessage) []field {
	return structFields(reflect.TypeOf(m.Data))
}
