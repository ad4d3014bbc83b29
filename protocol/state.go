package protocol

import "encoding/json"

// State is a session as clients see it.
type State struct {
	Session  string   `json:"session"`
	Items    []Item   `json:"items"`
	Playback Playback `json:"playback"`
	Volume   int      `json:"volume"`
	Muted    bool     `json:"muted"`
	Repeat   string   `json:"repeat"`
	Shuffle  bool     `json:"shuffle"`
	Captions Text     `json:"captions"`
}

// Item is an entry of the playlist.
type Item struct {
	ID      string  `json:"id"`
	Media   Media   `json:"media"`
	AddedBy AddedBy `json:"addedBy"`
	AddedAt int64   `json:"addedAt"` // Unix ms
	Start   int64   `json:"start,omitempty"`
	End     int64   `json:"end,omitempty"`
	Failed  string  `json:"failed,omitempty"`
}

// Media is what an item plays.
type Media struct {
	Provider  string `json:"provider"`
	Ref       string `json:"ref"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Duration  int64  `json:"duration,omitempty"` // ms; absent: not known
	Thumbnail string `json:"thumbnail,omitempty"`
}

// AddedBy is the client that added an item.
type AddedBy struct {
	Client string `json:"client"`
	Name   string `json:"name,omitempty"`
}

// Playback is what plays and where it is: position at the time at.
type Playback struct {
	Status   string  `json:"status"` // idle, playing, paused, ended
	Item     Text    `json:"item"`
	Position int64   `json:"position"` // ms into the media
	At       int64   `json:"at"`       // Unix ms
	Rate     float64 `json:"rate"`
	Held     bool    `json:"held"` // shall play, and waits
}

// Text is a string that is null on the wire when it is empty.
type Text string

// MarshalJSON implements [json.Marshaler].
func (t Text) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(t))
}
