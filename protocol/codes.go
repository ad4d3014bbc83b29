package protocol

import (
	"encoding/json"
	"fmt"
)

// Code is the stable name of a refusal. Codes are promises; the texts beside
// them are for people.
type Code string

// The error codes.
const (
	BadMessage      Code = "bad_message"
	Invalid         Code = "invalid"
	NotRegistered   Code = "not_registered"
	SessionNotFound Code = "session_not_found"
	ItemNotFound    Code = "item_not_found"
	Stale           Code = "stale"
	Forbidden       Code = "forbidden"
	LimitReached    Code = "limit_reached"
	RateLimited     Code = "rate_limited"
	Unsupported     Code = "unsupported"
	Unavailable     Code = "unavailable"
	Internal        Code = "internal"
	NotFound        Code = "not_found" // HTTP only
)

// CodeInfo describes an error code.
type CodeInfo struct {
	Code  Code
	When  string
	Retry bool // the same request may be sent again, with the same id
}

// Codes is the table of all error codes.
var Codes = []CodeInfo{
	{BadMessage, "not JSON, not an object, no known event, a missing field, a wrong type or a fraction; `field` says which", false},
	{Invalid, "a value that is unknown or out of range; `field` says which", false},
	{NotRegistered, "anything but `register` before it", false},
	{SessionNotFound, "there is no such session, or it ended", false},
	{ItemNotFound, "there is no such item in the list", false},
	{Stale, "`base` or `expect` no longer holds, or an undo no longer fits; `seq` is the current one", false},
	{Forbidden, "this client may not do that", false},
	{LimitReached, "a named limit; `message` says which", false},
	{RateLimited, "too fast; `retryAfter` says for how many milliseconds to wait", true},
	{Unsupported, "a protocol version or media that the service cannot play", false},
	{Unavailable, "not stored just now", true},
	{Internal, "a fault of the server's", true},
	{NotFound, "no such page, file or code (HTTP only)", false},
}

// Close is a WebSocket close code: 4000–4499 mean reconnect, 4500–4999 do not.
type Close int

// The close codes.
const (
	CloseRestart     Close = 4000
	CloseSlow        Close = 4001
	CloseSilent      Close = 4002
	CloseUnavailable Close = 4003
	CloseReplaced    Close = 4500
	CloseEnded       Close = 4501
	CloseNoRegister  Close = 4502
	CloseTooMany     Close = 4503
)

// CloseInfo describes a close code.
type CloseInfo struct {
	Code Close
	Name string // in programs
	When string
}

// Closes is the table of all close codes of our own.
var Closes = []CloseInfo{
	{CloseRestart, "RESTART", "the server stops or restarts"},
	{CloseSlow, "SLOW", "this client read too slowly to follow"},
	{CloseSilent, "SILENT", "this client gave no sign of life"},
	{CloseUnavailable, "UNAVAILABLE", "the session cannot go on just now"},
	{CloseReplaced, "REPLACED", "this client registered again on another connection"},
	{CloseEnded, "ENDED", "the session ended"},
	{CloseNoRegister, "NO_REGISTER", "no register in time"},
	{CloseTooMany, "TOO_MANY", "one refused message after the other"},
}

// Reason is the text that goes with a close code.
func (c Close) Reason() string {
	for _, info := range Closes {
		if info.Code == c {
			return info.When
		}
	}
	return ""
}

// Error is a refusal, as it goes over the wire.
type Error struct {
	Code       Code   `json:"code"`
	Message    string `json:"message"`
	Field      string `json:"field,omitempty"`
	Seq        uint64 `json:"seq,omitempty"`        // the session's, with Stale
	RetryAfter int64  `json:"retryAfter,omitempty"` // milliseconds, with RateLimited
}

// MarshalJSON names the seq of what is stale, also at a session's beginning.
func (e Error) MarshalJSON() ([]byte, error) {
	type plain Error
	if e.Code != Stale {
		return json.Marshal(plain(e))
	}
	return json.Marshal(struct {
		plain
		Seq uint64 `json:"seq"`
	}{plain(e), e.Seq})
}

func (e *Error) Error() string {
	if e.Field == "" {
		return fmt.Sprintf("%s: %s", e.Code, e.Message)
	}
	return fmt.Sprintf("%s: %s: %s", e.Code, e.Field, e.Message)
}

// Errorf makes a refusal.
func Errorf(code Code, field, format string, args ...any) *Error {
	return &Error{Code: code, Field: field, Message: fmt.Sprintf(format, args...)}
}
