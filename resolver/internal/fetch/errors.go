package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
)

// Kind tells errors apart.
type Kind string

// The kinds of error.
const (
	BadAddress  Kind = "bad_address"     // no http or https address
	Private     Kind = "private_address" // not on the public internet
	TooSlow     Kind = "too_slow"
	TooLarge    Kind = "too_large"
	Redirects   Kind = "too_many_redirects"
	WrongType   Kind = "wrong_type" // of content
	Refused     Kind = "refused"    // an HTTP status that is no success
	Unreachable Kind = "unreachable"
	Malformed   Kind = "malformed" // the content is not what its type says
)

// Error says why there is no answer. Its text is a sentence for people, without
// anything that the other side wrote.
type Error struct {
	Kind    Kind
	Message string
	Status  int   // the HTTP status, if Kind is Refused
	Cause   error // for the log; may be nil
}

func (e *Error) Error() string { return e.Message }
func (e *Error) Unwrap() error { return e.Cause }

// Temporary reports whether asking again in a minute may help.
func (e *Error) Temporary() bool {
	switch e.Kind {
	case TooSlow, Unreachable:
		return true
	case Refused:
		return e.Status >= 500 || e.Status == http.StatusTooManyRequests || e.Status == http.StatusRequestTimeout
	}
	return false
}

// IsKind reports whether err is an [*Error] of that kind.
func IsKind(err error, k Kind) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.Kind == k
}

// Status returns the HTTP status with which a server refused, else 0.
func Status(err error) int {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Status
	}
	return 0
}

func fail(k Kind, message string, cause error) *Error {
	return &Error{Kind: k, Message: message, Cause: cause}
}

func refused(status int) *Error {
	message := fmt.Sprintf("the site answered with an error (%d)", status)
	switch status {
	case http.StatusNotFound, http.StatusGone:
		message = "there is nothing at this address"
	case http.StatusUnauthorized, http.StatusForbidden:
		message = "the site does not show this to everyone"
	}
	return &Error{Kind: Refused, Message: message, Status: status}
}

// Malform returns the error for content that is not what its type says.
func Malform(cause error) error {
	return fail(Malformed, "the site sent something that makes no sense", cause)
}

// TooSlowError returns the error for a time that is up.
func TooSlowError(cause error) error {
	return fail(TooSlow, "the site took too long to answer", cause)
}

// TooLargeError returns the error for an answer beyond [MaxBody].
func TooLargeError() error {
	return fail(TooLarge, fmt.Sprintf("the site sent more than %d MB", MaxBody>>20), nil)
}

// classify turns what went wrong on the way into an [*Error].
func classify(err error) error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	var timeout net.Error
	if errors.Is(err, context.DeadlineExceeded) || errors.As(err, &timeout) && timeout.Timeout() {
		return TooSlowError(err)
	}
	return fail(Unreachable, "the site could not be reached", err)
}
