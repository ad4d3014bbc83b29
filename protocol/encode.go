package protocol

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// Frame is an encoded message: what goes into one text frame. Frames are shared
// by all who receive them, and never changed.
type Frame []byte

// MarshalJSON puts a frame into another one as it is.
func (f Frame) MarshalJSON() ([]byte, error) { return f, nil }

// Envelope is what goes around a message's data. Zero values are left out, but the
// seq of an answer that tells the state.
type Envelope struct {
	Event string
	Seq   uint64
	At    int64  // Unix ms
	By    string // the client that caused a sequenced event
	ID    string // of the request
}

// Encode makes the frame of a message, a server's or a client's. Data is one of this package's types.
func Encode(e Envelope, data any) (Frame, error) {
	body, err := encodeData(data)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", e.Event, err)
	}
	b := e.open(make([]byte, 0, len(body)+192))
	b = append(b, `,"data":`...)
	b = append(b, body...)
	return append(b, '}'), nil
}

// EncodeAck makes the answer to a request that changed nothing, or that was
// accepted before as seq.
func EncodeAck(id string, seq uint64) Frame {
	b := Envelope{Event: EventAck, ID: id}.open(nil)
	b = append(b, `,"seq":`...)
	b = strconv.AppendUint(b, seq, 10)
	return append(b, '}')
}

// EncodeError makes the answer to a refused request.
func EncodeError(id string, e *Error) Frame {
	body, err := json.Marshal(e)
	if err != nil { // an Error holds strings and numbers only
		panic(err)
	}
	b := Envelope{Event: EventError, ID: id}.open(nil)
	b = append(b, `,"error":`...)
	b = append(b, body...)
	return append(b, '}')
}

// open appends the envelope without its closing brace.
func (e Envelope) open(b []byte) []byte {
	b = append(b, `{"event":`...)
	b = appendString(b, e.Event)
	if e.Seq > 0 || e.namesSeq() {
		b = append(b, `,"seq":`...)
		b = strconv.AppendUint(b, e.Seq, 10)
	}
	if e.At > 0 {
		b = append(b, `,"at":`...)
		b = strconv.AppendInt(b, e.At, 10)
	}
	if e.By != "" {
		b = append(b, `,"by":`...)
		b = appendString(b, e.By)
	}
	if e.ID != "" {
		b = append(b, `,"id":`...)
		b = appendString(b, e.ID)
	}
	return b
}

// namesSeq reports whether the message tells where the session is, which may be
// at its very beginning.
func (e Envelope) namesSeq() bool {
	return e.Event == EventRegistered || e.Event == EventDownload
}

// appendString appends a JSON string. Names and ids are printable ASCII.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := range len(s) {
		if s[i] == '"' || s[i] == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, '"')
}

// EncodeState makes the encoding of a state that a [Registered] or a [Download]
// holds.
func EncodeState(s State) (Frame, error) {
	b, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("encode state: %w", err)
	}
	return b, nil
}

// encodeData is json.Marshal, but for what holds frames: they are encoded already,
// and a thousand of them are copied and not read again.
func encodeData(data any) ([]byte, error) {
	switch d := data.(type) {
	case Registered:
		state, events := d.State, d.Events
		d.State, d.Events = nil, nil
		return withFrames(d, state, events)
	case Download:
		return withFrames(Download{}, d.State, d.Events)
	}
	return json.Marshal(data)
}

// withFrames encodes an object that is not empty of frames: a state, or events.
func withFrames(object any, state Frame, events []Frame) ([]byte, error) {
	body, err := json.Marshal(object)
	if err != nil {
		return nil, err
	}
	size := len(body) + len(state) + 16
	for _, f := range events {
		size += len(f) + 1
	}
	b := append(make([]byte, 0, size), body[:len(body)-1]...)
	if len(b) > 1 {
		b = append(b, ',')
	}
	if state != nil {
		b = append(append(b, `"state":`...), state...)
		return append(b, '}'), nil
	}
	b = append(b, `"events":[`...)
	for i, f := range events {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, f...)
	}
	return append(b, "]}"...), nil
}
