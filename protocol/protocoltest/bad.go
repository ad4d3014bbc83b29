package protocoltest

import (
	"strings"

	"remoted/protocol"
)

// Bad is a message with one thing wrong, and how it must be refused.
type Bad struct {
	Event string
	Frame []byte
	Code  protocol.Code
	Field string
}

// BadMessages makes, of every good message, one for each field that is missing, one
// for each wrong type, and some out of range.
func BadMessages() []Bad {
	var out []Bad
	for _, g := range GoodMessages() {
		b := breaker{good: g, find: func(data map[string]any) map[string]any { return data }}
		b.fields(g.fields)
		out = append(out, b.out...)
	}
	return out
}

// breaker breaks the fields of one object in a message's data.
type breaker struct {
	good Good
	path string                              // of the object, with its dot
	find func(map[string]any) map[string]any // the object in the data
	out  []Bad
}

func (b *breaker) fields(fields []protocol.Field) {
	for _, f := range fields {
		if b.find(b.good.decoded())[f.Name] == nil {
			continue // it excludes one that is there
		}
		b.field(f)
		switch {
		case f.Type == protocol.Object:
			b.inside(f.Fields, f.Name+".", func(o map[string]any) any { return o[f.Name] })
		case f.Type == protocol.Array && f.Items.Type == protocol.Object:
			b.inside(f.Items.Fields, f.Name+"[0].", func(o map[string]any) any { return o[f.Name].([]any)[0] })
		}
	}
}

// inside breaks the fields of an object within this one.
func (b *breaker) inside(fields []protocol.Field, path string, child func(map[string]any) any) {
	sub := breaker{
		good: b.good,
		path: b.path + path,
		find: func(data map[string]any) map[string]any { return child(b.find(data)).(map[string]any) },
	}
	sub.fields(fields)
	b.out = append(b.out, sub.out...)
}

func (b *breaker) field(f protocol.Field) {
	if f.Required {
		b.add(f.Name, protocol.BadMessage, func(o map[string]any) { delete(o, f.Name) })
	}
	for _, v := range wrongTypes(f) {
		b.add(f.Name, protocol.BadMessage, func(o map[string]any) { o[f.Name] = v })
	}
	for _, v := range outOfRange(f) {
		b.add(f.Name, protocol.Invalid, func(o map[string]any) { o[f.Name] = v })
	}
	if f.Type != protocol.Array {
		return
	}
	for _, v := range append(wrongTypes(*f.Items), nil) {
		b.add(f.Name+"[0]", protocol.BadMessage, func(o map[string]any) { o[f.Name] = []any{v} })
	}
	for _, v := range outOfRange(*f.Items) {
		b.add(f.Name+"[0]", protocol.Invalid, func(o map[string]any) { o[f.Name] = []any{v} })
	}
}

func (b *breaker) add(field string, code protocol.Code, change func(o map[string]any)) {
	data := b.good.decoded()
	change(b.find(data))
	b.out = append(b.out, Bad{b.good.Event, frame(b.good.Event, data), code, b.path + field})
}

// wrongTypes are values of all other JSON types; null only where it means nothing.
func wrongTypes(f protocol.Field) []any {
	var out []any
	for _, v := range []struct {
		of    protocol.Type
		value any
	}{
		{protocol.String, "x"}, {protocol.Number, 1}, {protocol.Bool, true},
		{protocol.Object, map[string]any{}}, {protocol.Array, []any{}},
	} {
		switch {
		case f.Type == protocol.Integer && v.of == protocol.Number:
			out = append(out, 1.5)
		case f.Type != v.of:
			out = append(out, v.value)
		}
	}
	if f.Required && !f.Nullable {
		out = append(out, nil)
	}
	return out
}

// outOfRange are values of the right type that the field does not take.
func outOfRange(f protocol.Field) []any {
	switch f.Type {
	case protocol.String:
		return badTexts(f)
	case protocol.Integer, protocol.Number:
		low, high := f.Min, f.Max
		if low == 0 && high == 0 {
			low, high = -protocol.MaxSafe, protocol.MaxSafe
		}
		return []any{low - 1, high + 1, -1e300, 1e300}
	case protocol.Array:
		var out []any
		if f.MinLen > 0 {
			out = append(out, []any{})
		}
		if f.MaxLen <= protocol.MaxAdd { // longer ones would not fit into a message
			out = append(out, make([]any, f.MaxLen+1))
		}
		return out
	}
	return nil
}

func badTexts(f protocol.Field) []any {
	var out []any
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
	return out
}
