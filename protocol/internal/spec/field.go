package spec

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"remoted/protocol"
)

// field is a field of a message, whoever sends it.
type field struct {
	name     string
	typ      protocol.Type // empty with ref
	ref      string        // name of the type that it is
	required bool
	null     bool // null has a meaning
	absent   bool // null is the same as absent

	doc            string
	enum           []string
	format         protocol.Format
	low, high      *float64
	minLen, maxLen int
	items          *field
}

// requestField makes a field of one that clients send. Objects are named types.
func requestField(f protocol.Field) field {
	out := field{
		name: f.Name, typ: f.Type, required: f.Required, null: f.Nullable, absent: !f.Required && !f.Nullable,
		doc: f.Doc, enum: f.Enum, format: f.Format, minLen: f.MinLen, maxLen: f.MaxLen,
	}
	switch f.Type {
	case protocol.Integer, protocol.Number:
		out.low, out.high = &f.Min, &f.Max
		if f.Min == 0 && f.Max == 0 {
			out.low, out.high = new(float64(-protocol.MaxSafe)), new(float64(protocol.MaxSafe))
		}
	case protocol.Array:
		items := requestField(*f.Items)
		items.absent = false // an entry is never left out
		out.items = &items
	case protocol.Object:
		out.typ, out.ref = "", requestTypeOf(f).name
	}
	return out
}

func requestFields(in []protocol.Field) []field {
	out := make([]field, len(in))
	for i, f := range in {
		out[i] = requestField(f)
	}
	return out
}

// structFields makes fields of a struct that the server sends, from its tags.
func structFields(t reflect.Type) []field {
	out := make([]field, t.NumField())
	for i := range out {
		out[i] = structField(t.Field(i))
	}
	return out
}

var textType = reflect.TypeFor[protocol.Text]()

func structField(sf reflect.StructField) field {
	name, options, _ := strings.Cut(sf.Tag.Get("json"), ",")
	f := field{
		name:     name,
		doc:      sf.Tag.Get("doc"),
		required: !strings.Contains(options, "omit"),
		format:   protocol.Format(sf.Tag.Get("format")),
		low:      bound(sf, "min"),
		high:     bound(sf, "max"),
	}
	if list := sf.Tag.Get("enum"); list == "command" {
		f.enum = allCommands()
	} else if list != "" {
		f.enum = strings.Split(list, ",")
	}
	f.setType(sf, sf.Type)
	f.null = f.null || sf.Tag.Get("null") == "yes"
	return f
}

// setType takes over what the Go type says.
func (f *field) setType(sf reflect.StructField, t reflect.Type) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if ref := sf.Tag.Get("ref"); ref != "" && t == reflect.TypeFor[protocol.Frame]() {
		f.ref = ref
		return
	}
	switch t.Kind() {
	case reflect.String:
		f.typ, f.null = protocol.String, t == textType
	case reflect.Int, reflect.Int64, reflect.Uint64:
		f.typ = protocol.Integer
	case reflect.Float64:
		f.typ = protocol.Number
	case reflect.Bool:
		f.typ = protocol.Bool
	case reflect.Struct:
		f.ref = serverTypeOf(t).name
	case reflect.Slice:
		items := field{enum: f.enum, format: f.format}
		items.setType(sf, t.Elem())
		f.typ, f.items, f.enum, f.format = protocol.Array, &items, nil, ""
	default:
		panic(fmt.Sprintf("field %s has the type %s, which nobody foresaw", sf.Name, t))
	}
}

func bound(sf reflect.StructField, tag string) *float64 {
	text := sf.Tag.Get(tag)
	if text == "" {
		return nil
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(fmt.Sprintf("field %s: %s: %v", sf.Name, tag, err))
	}
	return &x
}

// allCommands are the names of those that clients send and of the session's own.
func allCommands() []string {
	var names []string
	for _, table := range [][]protocol.CommandInfo{protocol.Commands, protocol.OwnCommands} {
		for _, c := range table {
			names = append(names, c.Name)
		}
	}
	return names
}
