package client

import (
	"errors"
	"fmt"
	"time"

	"github.com/gorilla/websocket"

	"remoted/protocol"
)

// Error is a refusal of the server's. Find it with [errors.As]; its Code is one of
// the table in docs/protocol.md, its Field names what of the request was wrong.
type Error = protocol.Error

var (
	// ErrClosed says that the client was closed.
	ErrClosed = errors.New("the client is closed")
	// ErrOffline says that there is no connection at the moment.
	ErrOffline = errors.New("there is no connection at the moment")
	// ErrBusy says that more waits to be sent than a server takes.
	ErrBusy = errors.New("too much waits to be sent")
	// ErrUncertain says that a request may have been done: so much happened while
	// the client was away that the session cannot tell.
	ErrUncertain = errors.New("the connection was lost, and whether this was done is not known")
	// ErrOverflow says that the reader of a [Stream] was too slow.
	ErrOverflow = errors.New("too many events wait to be read")
)

// StopError says that the server closed the connection and does not want this
// client back.
type StopError struct {
	Code   protocol.Close // 4500–4999
	Reason string
}

func (e *StopError) Error() string {
	if e.Reason == "" {
		return fmt.Sprintf("the server ended the connection (%d)", e.Code)
	}
	return fmt.Sprintf("the server ended the connection: %s (%d)", e.Reason, e.Code)
}

// The close codes that mean: stay away.
const (
	stopMin = 4500
	stopMax = 4999
)

// refusedError is a register that was refused.
type refusedError struct{ refusal *Error }

func (e *refusedError) Error() string { return "register: " + e.refusal.Error() }
func (e *refusedError) Unwrap() error { return e.refusal }

// lossOf turns the error that ended a connection into what it means.
func lossOf(err error) error {
	c, ok := errors.AsType[*websocket.CloseError](err)
	if ok && c.Code >= stopMin && c.Code <= stopMax {
		return &StopError{Code: protocol.Close(c.Code), Reason: c.Text}
	}
	return fmt.Errorf("connection lost: %w", err)
}

// final reports whether trying again is of no use.
func final(err error) bool {
	if _, ok := errors.AsType[*StopError](err); ok {
		return true
	}
	r, ok := errors.AsType[*refusedError](err)
	// A full session has room again when somebody leaves, this client's own former
	// connection perhaps.
	return ok && r.refusal.Code != protocol.LimitReached && !retryable(r.refusal.Code)
}

// retryable reports whether the same request may be sent again.
func retryable(code protocol.Code) bool {
	for _, info := range protocol.Codes {
		if info.Code == code {
			return info.Retry
		}
	}
	return false
}

// retryAfter is the pause that a refusal asks for, bounded; 0: none.
func retryAfter(ms int64) time.Duration {
	return min(max(0, time.Duration(min(ms, maxRetryAfter.Milliseconds()))*time.Millisecond), maxRetryAfter)
}
