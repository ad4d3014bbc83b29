package playlist

import (
	"errors"
	"fmt"
)

// Code is a refusal's stable name; it is the protocol's error code, too.
type Code string

// The codes with which Decide refuses.
const (
	CodeInvalid      Code = "invalid"
	CodeItemNotFound Code = "item_not_found"
	CodeStale        Code = "stale"
	CodeLimitReached Code = "limit_reached"
)

// Error is a refused command. Field names the part of the request that was
// wrong, as in "items[0]"; it may be empty.
type Error struct {
	Code    Code
	Field   string
	Message string
}

func (e *Error) Error() string {
	if e.Field == "" {
		return fmt.Sprintf("%s: %s", e.Code, e.Message)
	}
	return fmt.Sprintf("%s: %s: %s", e.Code, e.Field, e.Message)
}

// ErrNoChange is what Decide returns for a command that changes nothing.
var ErrNoChange = errors.New("nothing to change")

func invalid(field, format string, args ...any) error {
	return &Error{CodeInvalid, field, fmt.Sprintf(format, args...)}
}

func notFound(field string, id ItemID) error {
	return &Error{CodeItemNotFound, field, fmt.Sprintf("no item %q in the list", id)}
}

func stale(field, format string, args ...any) error {
	return &Error{CodeStale, field, fmt.Sprintf(format, args...)}
}

func limitReached(field, format string, args ...any) error {
	return &Error{CodeLimitReached, field, fmt.Sprintf(format, args...)}
}
