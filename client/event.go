package client

import (
	"encoding/json"

	"remoted/protocol"
)

// Kind says what an [Event] is.
type Kind int

// The kinds of events.
const (
	// KindEvent is a sequenced event: a fact.
	KindEvent Kind = iota + 1
	// KindState says that the state is another one and no events lead to it: at the
	// beginning of a [Stream], and when a client was away for too long.
	KindState
	// KindMessage is a message that is not sequenced: presence, players, goodbye.
	KindMessage
	// KindOnline and KindOffline say that the connection came back, or was lost.
	KindOnline
	KindOffline
)

// Event is something that happened.
type Event struct {
	Kind Kind
	// Name, At, By, ID and Data are the message's, as in docs/protocol.md; empty for
	// the kinds that are not messages.
	Name string
	At   int64 // Unix ms of the server's clock
	By   string
	ID   string
	Data json.RawMessage
	// Replayed says that it happened while the client was away.
	Replayed bool
	// Seq and State are the session's after the event. State is shared: it must not
	// be changed, and the client does not change it either.
	Seq   uint64
	State protocol.State
	// Err says why the client is offline.
	Err error
}

// message is what comes from the server.
type message struct {
	Event string          `json:"event"`
	Seq   uint64          `json:"seq"`
	At    int64           `json:"at"`
	By    string          `json:"by"`
	ID    string          `json:"id"`
	Data  json.RawMessage `json:"data"`
	Error *Error          `json:"error"`
}

// base is the data of registered and of download: a state, or the events that
// lead from the client's to the present one.
type base struct {
	Client     string          `json:"client"`
	Epoch      string          `json:"epoch"`
	ServerTime int64           `json:"serverTime"` // Unix ms
	State      *protocol.State `json:"state"`
	Events     []message       `json:"events"`
}
