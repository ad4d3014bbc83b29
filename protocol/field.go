package protocol

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
)

// Type is a field's JSON type; Integer is a number without a fraction.
type Type string

// The types of fields.
const (
	String  Type = "string"
	Integer Type = "integer"
	Number  Type = "number"
	Bool    Type = "boolean"
	Object  Type = "object"
	Array   Type = "array"
)

// Format narrows what a string may be.
type Format string

// The formats of strings.
const (
	AnyText Format = ""
	UUID    Format = "uuid"
	Token   Format = "token"  // one or more printable ASCII characters without spaces
	Filled  Format = "filled" // not blank
)

// Field is one row of the table of what clients may send.
type Field struct {
	Name     string
	Type     Type
	Required bool
	Nullable bool // null has a meaning of its own, and is not "absent"
	Doc      string

	Enum     []string // the values of a string
	Format   Format
	Min, Max float64 // bounds of a number; both 0: -MaxSafe to MaxSafe
	MinLen   int     // characters of a string, entries of an array
	MaxLen   int
	Fields   []Field // of an object
	Items    *Field  // of an array
}

// check tells what is wrong with the value of f, which stands at path.
func (f *Field) check(path string, v any) *Error {
	switch f.Type {
	case String:
		return f.checkString(path, v)
	case Integer, Number:
		return f.checkNumber(path, v)
	case Bool:
		if _, ok := v.(bool); !ok {
			return f.wrongType(path)
		}
	case Object:
		o, ok := v.(map[string]any)
		if !ok {
			return f.wrongType(path)
		}
		return checkFields(path, f.Fields, o)
	case Array:
		return f.checkArray(path, v)
	}
	return nil
}

func (f *Field) wrongType(path string) *Error {
	article := "a"
	if strings.ContainsRune("aeiou", rune(f.Type[0])) {
		article = "an"
	}
	return Errorf(BadMessage, path, "this must be %s %s", article, f.Type)
}

// checkFields checks the fields of an object in the order of the table.
func checkFields(path string, fields []Field, o map[string]any) *Error {
	for i := range fields {
		f := &fields[i]
		at := f.Name
		if path != "" {
			at = path + "." + f.Name
		}
		v, ok := o[f.Name]
		if ok && v == nil && (f.Nullable || !f.Required) {
			continue
		}
		if !ok {
			if f.Required {
				return Errorf(BadMessage, at, "this is missing")
			}
			continue
		}
		if err := f.check(at, v); err != nil {
			return err
		}
	}
	return nil
}

func (f *Field) checkString(path string, v any) *Error {
	s, ok := v.(string)
	if !ok {
		return f.wrongType(path)
	}
	if n := utf8.RuneCountInString(s); n < f.MinLen || f.MaxLen > 0 && n > f.MaxLen {
		return Errorf(Invalid, path, "this has %d characters, not %d to %d", n, f.MinLen, f.MaxLen)
	}
	if len(f.Enum) > 0 && !slices.Contains(f.Enum, s) {
		return Errorf(Invalid, path, "this is none of %s", strings.Join(f.Enum, ", "))
	}
	switch f.Format {
	case UUID:
		if len(s) != len(uuid.UUID{}.String()) || uuid.Validate(s) != nil {
			return Errorf(Invalid, path, "this is not a UUID in text form")
		}
	case Filled:
		if strings.TrimSpace(s) == "" {
			return Errorf(Invalid, path, "this is blank")
		}
	case Token:
		if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) {
			return Errorf(Invalid, path, "this has other characters than printable ASCII")
		}
	}
	return nil
}

func (f *Field) checkNumber(path string, v any) *Error {
	n, ok := v.(json.Number)
	if !ok {
		return f.wrongType(path)
	}
	x, err := strconv.ParseFloat(string(n), 64)
	if f.Type == Integer && (err == nil && x != math.Trunc(x)) {
		return Errorf(BadMessage, path, "this must be a whole number")
	}
	low, high := f.bounds()
	if err != nil || x < low || x > high {
		return Errorf(Invalid, path, "this is not between %s and %s", plain(low), plain(high))
	}
	return nil
}

func (f *Field) bounds() (low, high float64) {
	if f.Min == 0 && f.Max == 0 {
		return -MaxSafe, MaxSafe
	}
	return f.Min, f.Max
}

func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func (f *Field) checkArray(path string, v any) *Error {
	list, ok := v.([]any)
	if !ok {
		return f.wrongType(path)
	}
	if len(list) < f.MinLen || len(list) > f.MaxLen {
		return Errorf(Invalid, path, "this has %d entries, not %d to %d", len(list), f.MinLen, f.MaxLen)
	}
	for i, v := range list {
		if err := f.Items.check(fmt.Sprintf("%s[%d]", path, i), v); err != nil {
			return err
		}
	}
	return nil
}

// object reads the values of a checked object. Absent and null are zero.
type object map[string]any

func (o object) has(name string) bool { return o[name] != nil }

func (o object) text(name string) string {
	s, _ := o[name].(string)
	return s
}

func (o object) bool(name string) bool {
	b, _ := o[name].(bool)
	return b
}

func (o object) int(name string) int64 {
	x := o.number(name)
	return int64(x)
}

func (o object) number(name string) float64 {
	n, _ := o[name].(json.Number)
	x, _ := strconv.ParseFloat(string(n), 64)
	return x
}

// intPtr is nil for an absent value.
func (o object) intPtr(name string) *int64 {
	if !o.has(name) {
		return nil
	}
	n := o.int(name)
	return &n
}

// boolPtr is nil for an absent value.
func (o object) boolPtr(name string) *bool {
	if !o.has(name) {
		return nil
	}
	b := o.bool(name)
	return &b
}

func (o object) object(name string) object {
	sub, _ := o[name].(map[string]any)
	return sub
}

func (o object) objects(name string) []object {
	list, _ := o[name].([]any)
	out := make([]object, len(list))
	for i, v := range list {
		out[i], _ = v.(map[string]any)
	}
	return out
}

func (o object) texts(name string) []string {
	list, _ := o[name].([]any)
	out := make([]string, len(list))
	for i, v := range list {
		out[i], _ = v.(string)
	}
	return out
}
