package spec

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"remoted/protocol"
)

// The functions in this file say in words what a field may hold.

// typeName is the type as a person reads it.
func (f field) typeName() string {
	name := string(f.typ)
	switch {
	case f.ref != "":
		name = f.ref
	case f.typ == protocol.Array:
		name = "array of " + f.items.typeName()
	case f.format == protocol.UUID:
		name = "UUID"
	}
	if f.null {
		name += " or null"
	}
	return name
}

// valueRange says which values there are.
func (f field) valueRange() string {
	switch {
	case f.typ == protocol.Array:
		return f.arrayRange()
	case len(f.enum) > 0:
		return "`" + strings.Join(f.enum, "`, `") + "`"
	case f.typ == protocol.String && f.maxLen > 0:
		unit := "characters"
		if f.format == protocol.Token {
			unit += ", printable ASCII without spaces"
		}
		return fmt.Sprintf("%d–%s %s", f.minLen, thousands(float64(f.maxLen)), unit)
	case f.low != nil || f.high != nil:
		return numberRange(f.low, f.high)
	}
	return ""
}

func (f field) arrayRange() string {
	inner := f.items.valueRange()
	if f.maxLen == 0 {
		return inner
	}
	own := fmt.Sprintf("%d–%s entries", f.minLen, thousands(float64(f.maxLen)))
	if inner == "" {
		return own
	}
	return own + ": " + inner
}

func numberRange(low, high *float64) string {
	switch {
	case low == nil:
		return "up to " + thousands(*high)
	case high == nil:
		return "from " + thousands(*low)
	case *low == -*high:
		return "±" + thousands(*high)
	}
	return thousands(*low) + "–" + thousands(*high)
}

// thousands writes a number as people read it.
func thousands(x float64) string {
	if x == protocol.MaxSafe {
		return "2^53 − 1"
	}
	whole, rest := math.Modf(x)
	s := strconv.FormatFloat(whole, 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	if rest != 0 {
		s += strings.TrimPrefix(strconv.FormatFloat(rest, 'f', -1, 64), "0")
	}
	return s
}
