package spec

import (
	"encoding/json"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"remoted/protocol"
)

// Schemas returns the JSON Schema (2020-12) of every message as a whole frame, and
// of a state. Their names are "client-add", "server-add", …, "state". Each stands
// by itself.
//
// The ones of what clients send accept exactly what [protocol.Decode] accepts, but
// for the size of a frame. The ones of what the server sends leave room for fields
// of later versions.
func Schemas() map[string]*jsonschema.Schema {
	out := make(map[string]*jsonschema.Schema)
	for _, r := range protocol.Requests {
		out["client-"+r.Event] = whole(requestSchema(r), r.Event+", from a client: "+r.Doc)
	}
	for _, m := range protocol.Messages {
		out["server-"+m.Event] = whole(messageSchema(m), m.Event+", from the server: "+m.Doc)
	}
	out["state"] = whole(refTo("State"), "a session as clients see it")
	return out
}

// whole makes a schema a document: with its dialect and the types it refers to.
func whole(s *jsonschema.Schema, title string) *jsonschema.Schema {
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	s.Title = title
	s.Defs = make(map[string]*jsonschema.Schema)
	define(s, s.Defs)
	if len(s.Defs) == 0 {
		s.Defs = nil
	}
	return s
}

const defs = "#/$defs/"

func refTo(name string) *jsonschema.Schema { return &jsonschema.Schema{Ref: defs + name} }

// define adds the types that s refers to.
func define(s *jsonschema.Schema, to map[string]*jsonschema.Schema) {
	if s == nil {
		return
	}
	if name, ok := cutRef(s.Ref); ok && to[name] == nil {
		to[name] = typeSchema(name)
		define(to[name], to)
	}
	define(s.Items, to)
	define(s.Then, to)
	for _, sub := range slices.Concat(s.AllOf, s.AnyOf, s.OneOf) {
		define(sub, to)
	}
	for _, sub := range s.Properties {
		define(sub, to)
	}
}

func cutRef(ref string) (string, bool) {
	if len(ref) <= len(defs) {
		return "", false
	}
	return ref[len(defs):], true
}

func typeSchema(name string) *jsonschema.Schema {
	if name == "SequencedEvent" {
		return sequencedSchema()
	}
	all := types()
	t := all[slices.IndexFunc(all, func(t namedType) bool { return t.name == name })]
	s := objectSchema(t.fields)
	s.Description = t.doc
	return s
}

// sequencedSchema is any sequenced event; its own schema says more.
func sequencedSchema() *jsonschema.Schema {
	var events []any
	for _, m := range protocol.Messages {
		if m.Sequenced {
			events = append(events, m.Event)
		}
	}
	return objectOf(append([]property{
		{"event", &jsonschema.Schema{Type: "string", Enum: events}, true},
		{"data", &jsonschema.Schema{Type: "object"}, true},
	}, sequence()...)...)
}

// property is a field of an object.
type property struct {
	name     string
	schema   *jsonschema.Schema
	required bool
}

func objectOf(properties ...property) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: make(map[string]*jsonschema.Schema)}
	for _, p := range properties {
		s.Properties[p.name] = p.schema
		s.PropertyOrder = append(s.PropertyOrder, p.name)
		if p.required {
			s.Required = append(s.Required, p.name)
		}
	}
	return s
}

func objectSchema(fields []field) *jsonschema.Schema {
	properties := make([]property, len(fields))
	for i, f := range fields {
		properties[i] = property{f.name, f.schema(), f.required}
	}
	return objectOf(properties...)
}

// Patterns of strings. A UUID's format is only a hint to a validator, so its
// pattern stands beside it.
const (
	uuidPattern  = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
	tokenPattern = "^[!-~]+$"
	idPattern    = "^[ -~]+$"
	anyPattern   = `\S`
)

func (f field) schema() *jsonschema.Schema {
	s := f.plain()
	if !f.null && !f.absent {
		return s
	}
	if s.Ref != "" {
		return &jsonschema.Schema{Description: s.Description, AnyOf: []*jsonschema.Schema{{Ref: s.Ref}, {Type: "null"}}}
	}
	s.Types, s.Type = []string{s.Type, "null"}, ""
	if s.Enum != nil {
		s.Enum = append(s.Enum, nil)
	}
	return s
}

// plain is the schema of a value that is not null.
func (f field) plain() *jsonschema.Schema {
	if f.ref != "" {
		s := refTo(f.ref)
		s.Description = f.doc
		return s
	}
	s := &jsonschema.Schema{Type: string(f.typ), Description: f.doc, Minimum: f.low, Maximum: f.high}
	for _, v := range f.enum {
		s.Enum = append(s.Enum, v)
	}
	switch f.typ {
	case protocol.String:
		s.MinLength, s.MaxLength = length(f.minLen), length(f.maxLen)
		switch f.format {
		case protocol.UUID:
			s.Format, s.Pattern = "uuid", uuidPattern
		case protocol.Token:
			s.Pattern = tokenPattern
		case protocol.Filled:
			s.Pattern = anyPattern
		}
	case protocol.Array:
		s.Items = f.items.plain()
		s.MinItems, s.MaxItems = length(f.minLen), length(f.maxLen)
	}
	return s
}

func length(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func constant(v any) *jsonschema.Schema { return &jsonschema.Schema{Const: &v} }

// Schema encodes a schema as its file holds it.
func encodeSchema(s *jsonschema.Schema) ([]byte, error) {
	b, err := json.MarshalIndent(s, "", "  ")
	return append(b, '\n'), err
}
