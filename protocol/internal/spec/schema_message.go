package spec

import (
	"github.com/google/jsonschema-go/jsonschema"

	"remoted/protocol"
)

// requestSchema is the frame of a request.
func requestSchema(r protocol.Request) *jsonschema.Schema {
	id := &jsonschema.Schema{
		Type: "string", MinLength: length(1), MaxLength: length(protocol.MaxID), Pattern: idPattern,
		Description: "the client's own, unique among what it sends",
	}
	data := objectSchema(requestFields(r.Fields))
	data.AllOf = conditions(r)
	if r.NoID {
		id.Types, id.Type = []string{id.Type, "null"}, ""
	}
	if r.NoData {
		data.Types, data.Type = []string{data.Type, "null"}, ""
	}
	return objectOf(
		property{"event", constant(r.Event), true},
		property{"id", id, !r.NoID},
		property{"data", data, !r.NoData},
	)
}

// conditions are what depends on more than one field of a request's data.
func conditions(r protocol.Request) []*jsonschema.Schema {
	switch r.Event {
	case protocol.EventAdd:
		return []*jsonschema.Schema{{Not: given("before", "place")}}
	case protocol.EventUpload:
		return []*jsonschema.Schema{{If: with("mode", "replace"), Then: given("base")}}
	case protocol.EventCommand:
		return commandConditions()
	}
	return nil
}

func commandConditions() []*jsonschema.Schema {
	var out []*jsonschema.Schema
	for _, c := range protocol.Commands {
		if len(c.Fields) == 0 {
			continue
		}
		then := objectSchema(requestFields(c.Fields))
		then.Type, then.Description = "", c.Doc
		switch c.Name {
		case "seek":
			then.OneOf = []*jsonschema.Schema{given("position"), given("delta")}
		case "fallback":
			one := &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "null"}, {OneOf: []*jsonschema.Schema{given("list"), given("folder")}}}}
			then.AllOf = []*jsonschema.Schema{objectOfAny(property{"source", one, true})}
		}
		out = append(out, &jsonschema.Schema{If: with("name", c.Name), Then: then})
	}
	return out
}

// with is an object in which a field has that value.
func with(name string, value any) *jsonschema.Schema {
	return objectOfAny(property{name, constant(value), true})
}

// given is an object in which fields are there, and not null.
func given(names ...string) *jsonschema.Schema {
	properties := make([]property, len(names))
	for i, name := range names {
		properties[i] = property{name, &jsonschema.Schema{Not: &jsonschema.Schema{Type: "null"}}, true}
	}
	return objectOfAny(properties...)
}

func objectOfAny(properties ...property) *jsonschema.Schema {
	s := objectOf(properties...)
	s.Type = ""
	return s
}

// messageSchema is the frame of a message of the server.
func messageSchema(m protocol.ServerMessage) *jsonschema.Schema {
	properties := []property{{"event", constant(m.Event), true}}
	switch {
	case m.Sequenced:
		properties = append(properties, sequence()...)
	case m.Answer:
		properties = append(properties, property{"id", &jsonschema.Schema{Type: "string", Description: "the request's"}, m.Event != protocol.EventError})
	}
	if m.Seq {
		properties = append(properties, property{"seq", &jsonschema.Schema{Type: "integer", Minimum: new(0.0)}, true})
	}
	if m.Event == protocol.EventError {
		properties = append(properties, property{"error", refTo(refusal.name), true})
	}
	if m.Data != nil {
		data := objectSchema(messageData(m))
		if m.Seq {
			data.OneOf = []*jsonschema.Schema{given("state"), given("events")}
		}
		properties = append(properties, property{"data", data, true})
	}
	return objectOf(properties...)
}

// sequence is what every sequenced event has.
func sequence() []property {
	return []property{
		{"seq", &jsonschema.Schema{Type: "integer", Minimum: new(1.0), Description: "the event's number in the session"}, true},
		{"at", &jsonschema.Schema{Type: "integer", Description: "Unix ms"}, true},
		{"by", &jsonschema.Schema{Type: "string", Format: "uuid", Description: "the client that asked for it"}, false},
		{"id", &jsonschema.Schema{Type: "string", Description: "its request's"}, false},
	}
}
