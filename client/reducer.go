package client

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"remoted/protocol"
)

// change is what an event's data says of the state, whatever the event's name: see
// "State" in docs/protocol.md.
type change struct {
	Items    json.RawMessage           `json:"items"` // items, or their ids
	Index    *int                      `json:"index"`
	Before   nullable                  `json:"before"`
	Item     string                    `json:"item"`
	Media    *protocol.Media           `json:"media"`
	Failed   nullable                  `json:"failed"`
	Playback *protocol.Playback        `json:"playback"`
	Volume   *int                      `json:"volume"`
	Muted    *bool                     `json:"muted"`
	Repeat   *string                   `json:"repeat"`
	Shuffle  *bool                     `json:"shuffle"`
	Captions nullable                  `json:"captions"`
	Screens  whole[[]string]           `json:"screens"`
	Fallback whole[*protocol.Fallback] `json:"fallback"`
}

// whole is a value for which null has a meaning: none.
type whole[T any] struct {
	given bool
	value T
}

// UnmarshalJSON implements [json.Unmarshaler]; it is not called for an absent field.
func (w *whole[T]) UnmarshalJSON(b []byte) error {
	w.given = true
	return json.Unmarshal(b, &w.value)
}

// nullable is a text for which null has a meaning: the empty one.
type nullable struct {
	given bool
	text  string
}

// UnmarshalJSON implements [json.Unmarshaler]; it is not called for an absent field.
func (n *nullable) UnmarshalJSON(b []byte) error {
	n.given = true
	return json.Unmarshal(b, &n.text) // null leaves the text empty
}

// apply returns the state after an event with that data. It changes nothing of s,
// so that states can be handed out. An error says that the data cannot be read.
func apply(s protocol.State, data json.RawMessage) (protocol.State, error) {
	var c change
	if len(data) > 0 {
		if err := json.Unmarshal(data, &c); err != nil {
			return s, fmt.Errorf("data of an event: %w", err)
		}
	}
	items, err := c.list(s.Items)
	if err != nil {
		return s, err
	}
	s.Items = c.oneItem(items)
	set(&s.Playback, c.Playback)
	set(&s.Volume, c.Volume)
	set(&s.Muted, c.Muted)
	set(&s.Repeat, c.Repeat)
	set(&s.Shuffle, c.Shuffle)
	if c.Captions.given {
		s.Captions = protocol.Text(c.Captions.text)
	}
	if c.Screens.given {
		s.Screens = c.Screens.value
	}
	if c.Fallback.given {
		s.Fallback = c.Fallback.value
	}
	return s, nil
}

func set[T any](field *T, value *T) {
	if value != nil {
		*field = *value
	}
}

// list returns the list after what the data says of it.
func (c *change) list(old []protocol.Item) ([]protocol.Item, error) {
	if c.Items == nil || bytes.Equal(c.Items, []byte("null")) {
		return old, nil
	}
	// An empty list of ids would change nothing, and what changes nothing is no
	// event: so an empty list is one of items.
	var items []protocol.Item
	var ids []string
	err := json.Unmarshal(c.Items, &ids)
	if err != nil || len(ids) == 0 {
		ids = nil
		err = json.Unmarshal(c.Items, &items)
	}
	switch {
	case err != nil:
		return old, fmt.Errorf("items of an event: %w", err)
	case ids != nil && c.Before.given:
		return move(old, ids, c.Before.text), nil
	case ids != nil:
		kept, _ := part(old, ids)
		return kept, nil
	case c.Index != nil:
		at := min(max(0, *c.Index), len(old))
		return slices.Concat(old[:at], items, old[at:]), nil
	}
	return items, nil
}

// move puts the items, in the order given, in front of another; at the end when
// that one is not there.
func move(old []protocol.Item, ids []string, before string) []protocol.Item {
	kept, taken := part(old, ids)
	at := slices.IndexFunc(kept, func(it protocol.Item) bool { return it.ID == before })
	if at < 0 {
		at = len(kept)
	}
	return slices.Insert(kept, at, taken...)
}

// part divides a list into the items that ids do not name, and those that they do,
// in the order of ids.
func part(list []protocol.Item, ids []string) (kept, taken []protocol.Item) {
	place := make(map[string]int, len(ids)) // in the list, of the items named
	for _, id := range ids {
		place[id] = -1
	}
	kept = make([]protocol.Item, 0, len(list))
	for i, it := range list {
		if _, named := place[it.ID]; named {
			place[it.ID] = i
		} else {
			kept = append(kept, it)
		}
	}
	for _, id := range ids {
		if i := place[id]; i >= 0 {
			taken = append(taken, list[i])
			place[id] = -1
		}
	}
	return kept, taken
}

// oneItem returns the list with the item changed that the data names.
func (c *change) oneItem(list []protocol.Item) []protocol.Item {
	if c.Media == nil && !c.Failed.given {
		return list
	}
	i := slices.IndexFunc(list, func(it protocol.Item) bool { return it.ID == c.Item })
	if i < 0 {
		return list
	}
	list = slices.Clone(list)
	set(&list[i].Media, c.Media)
	if c.Failed.given {
		list[i].Failed = c.Failed.text
	}
	return list
}
