package protocol

import "encoding/json"

// The requests' encodings: what [Decode] makes of an encoded request is the
// request again. Their fields are the ones of [Requests]; those that need more
// than a tag stand here.

// MarshalJSON implements [json.Marshaler].
func (s Sync) MarshalJSON() ([]byte, error) { return json.Marshal(s.From) }

// MarshalJSON implements [json.Marshaler].
func (u Upload) MarshalJSON() ([]byte, error) {
	out := struct {
		Mode  string    `json:"mode"`
		Base  *uint64   `json:"base,omitempty"`
		Items []NewItem `json:"items"`
	}{Mode: u.Mode, Items: u.Items}
	if u.Mode == "replace" || u.Base != 0 {
		out.Base = &u.Base
	}
	return json.Marshal(out)
}

// MarshalJSON implements [json.Marshaler].
func (m Move) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Items  []string `json:"items"`
		Before Text     `json:"before"`
	}{m.Items, Text(m.Before)})
}

// MarshalJSON implements [json.Marshaler].
func (c Clear) MarshalJSON() ([]byte, error) {
	if c.KeepCurrent {
		return []byte(`{"keep":"current"}`), nil
	}
	return []byte(`{}`), nil
}

// MarshalJSON implements [json.Marshaler]. It writes the fields that the command
// of that name has, and no others.
func (c Command) MarshalJSON() ([]byte, error) {
	out := struct {
		Name     string    `json:"name"`
		Item     string    `json:"item,omitempty"`
		Position *int64    `json:"position,omitempty"`
		Delta    *int64    `json:"delta,omitempty"`
		Volume   *int      `json:"volume,omitempty"`
		Rate     float64   `json:"rate,omitempty"`
		Mode     string    `json:"mode,omitempty"`
		On       *bool     `json:"on,omitempty"`
		Language *Text     `json:"language,omitempty"`
		Players  *IDs      `json:"players,omitempty"`
		Source   *Fallback `json:"source,omitempty"`
		Expect   string    `json:"expect,omitempty"`
	}{Name: c.Name}
	switch c.Name {
	case "next", "previous":
		out.Expect = c.Expect
	case "jump":
		out.Item = c.Item
	case "seek":
		out.Position, out.Delta, out.Expect = c.Position, c.Delta, c.Expect
	case "volume":
		out.Volume = &c.Volume
	case "rate":
		out.Rate = c.Rate
	case "repeat":
		out.Mode = c.Mode
	case "shuffle":
		out.On = &c.On
	case "captions":
		out.Language = (*Text)(&c.Language)
	case "screens":
		out.Players = (*IDs)(&c.Players)
	case "fallback":
		out.Source = &c.Source
	}
	return json.Marshal(out)
}
