package protocol

import (
	"bytes"
	"encoding/json"
	"io"
	"unicode/utf8"
)

// Message is a decoded message of a client.
type Message struct {
	Event string
	ID    string // empty when the message needs none and has none
	Data  any    // Register, Sync, Add, …
}

// Decode reads one text frame. Unless registered, it stops at the envelope of
// anything but a register, with [NotRegistered].
//
// On an error the message still holds the id, if that much could be read, so that
// the answer can name it.
func Decode(frame []byte, registered bool) (Message, *Error) {
	if len(frame) > MaxUpload {
		return Message{}, Errorf(LimitReached, "", "a message has at most %d bytes", MaxUpload)
	}
	o, err := parse(frame)
	if err != nil {
		return Message{}, err
	}
	var m Message
	r, err := m.envelope(o)
	if err != nil {
		return m, err
	}
	if len(frame) > MaxMessage && r.Event != EventUpload {
		return m, Errorf(LimitReached, "", "a message has at most %d bytes, an upload %d", MaxMessage, MaxUpload)
	}
	if !registered && r.Event != EventRegister {
		return m, Errorf(NotRegistered, "", "register comes first")
	}
	m.Data, err = r.data(o)
	return m, err
}

// parse reads a frame as one JSON object.
func parse(frame []byte) (object, *Error) {
	if !utf8.Valid(frame) {
		return nil, Errorf(BadMessage, "", "this is not UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(frame))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, Errorf(BadMessage, "", "this is not JSON")
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, Errorf(BadMessage, "", "this is more than one JSON value")
	}
	o, ok := v.(map[string]any)
	if !ok {
		return nil, Errorf(BadMessage, "", "a message is a JSON object")
	}
	return o, nil
}

var (
	eventField = Field{Name: "event", Type: String, Required: true}
	idField    = Field{Name: "id", Type: String, MinLen: 1, MaxLen: MaxID, Format: Token}
)

// envelope reads the id, so that every answer can name it, and finds the event.
func (m *Message) envelope(o object) (*Request, *Error) {
	id, hasID := o["id"]
	hasID = hasID && id != nil
	var idErr *Error
	if hasID {
		if idErr = checkID(id); idErr == nil {
			m.ID = id.(string)
		}
	}
	if err := checkFields("", []Field{eventField}, o); err != nil {
		return nil, err
	}
	m.Event = o.text("event")
	r := requests[m.Event]
	switch {
	case r == nil:
		return nil, Errorf(BadMessage, "event", "there is no such event")
	case idErr != nil:
		return nil, idErr
	case !hasID && !r.NoID:
		return nil, Errorf(BadMessage, "id", "this is missing")
	}
	return r, nil
}

// checkID takes spaces, too: they are printable.
func checkID(v any) *Error {
	f := idField
	f.Format = AnyText
	if err := f.check("id", v); err != nil {
		return err
	}
	for _, r := range v.(string) {
		if r < ' ' || r > '~' {
			return Errorf(Invalid, "id", "this has other characters than printable ASCII")
		}
	}
	return nil
}

// data checks a message's data against the table and makes the request of it.
func (r *Request) data(o object) (any, *Error) {
	v := o["data"]
	if v == nil {
		if r.NoData {
			return r.make(nil), nil
		}
		return nil, Errorf(BadMessage, "data", "this is missing")
	}
	d, ok := v.(map[string]any)
	if !ok {
		return nil, Errorf(BadMessage, "data", "this must be an object")
	}
	if err := checkFields("", r.Fields, d); err != nil {
		return nil, err
	}
	if err := r.checkMore(d); err != nil {
		return nil, err
	}
	return r.make(d), nil
}

// checkMore checks what depends on more than one field.
func (r *Request) checkMore(o object) *Error {
	switch r.Event {
	case EventCommand:
		return checkCommand(o)
	case EventAdd:
		if o.has("before") && o.has("place") {
			return Errorf(Invalid, "before", "this excludes place")
		}
	case EventUpload:
		if o.text("mode") == "replace" && !o.has("base") {
			return Errorf(BadMessage, "base", "this is missing")
		}
	}
	return nil
}

func checkCommand(o object) *Error {
	name := o.text("name")
	if err := checkFields("", commands[name].Fields, o); err != nil {
		return err
	}
	switch {
	case name == "seek":
		return either(o, "", "position", "delta")
	case name == "fallback" && o.has("source"):
		return either(o.object("source"), "source.", "list", "folder")
	}
	return nil
}

// either checks that one of two fields is there; path is the object's, with a dot.
func either(o object, path, one, other string) *Error {
	switch {
	case !o.has(one) && !o.has(other):
		return Errorf(BadMessage, path+one, "this is missing, and so is %s", other)
	case o.has(one) && o.has(other):
		return Errorf(Invalid, path+other, "this excludes %s", one)
	}
	return nil
}

var (
	requests = map[string]*Request{}
	commands = map[string]*CommandInfo{}
)

func init() {
	for i := range Requests {
		requests[Requests[i].Event] = &Requests[i]
	}
	for i := range Commands {
		commands[Commands[i].Name] = &Commands[i]
	}
}
