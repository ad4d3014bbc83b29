package protocol

import "encoding/json"

// The types in this file and in event.go are read by package spec as well, which
// makes the tables, schemas and JavaScript types of them. Its tags: doc says what
// a field means, enum names the values of a string, format is a [Format], min and
// max bound a number, and ref names what a [Frame] holds.

// State is a session as clients see it.
type State struct {
	Session  string   `json:"session" format:"uuid" doc:"the session"`
	Items    []Item   `json:"items" doc:"the list, in its order"`
	Playback Playback `json:"playback" doc:"what plays, and where it is"`
	Volume   int      `json:"volume" min:"0" max:"100" doc:"per cent"`
	Muted    bool     `json:"muted" doc:"silent, whatever the volume"`
	Repeat   string   `json:"repeat" enum:"none,one,all" doc:"what follows the end of an item or of the list"`
	Shuffle  bool     `json:"shuffle" doc:"whether the play order is another than the list's"`
	Captions Text     `json:"captions" doc:"a language tag (BCP 47), or null for none"`

	Screens  []string  `json:"screens,omitempty" format:"uuid" doc:"the players that play, by their client ids; absent: all of them"`
	Fallback *Fallback `json:"fallback,omitempty" doc:"what plays while nothing is queued; absent: nothing"`
}

// Item is an entry of the playlist.
type Item struct {
	ID      string  `json:"id" format:"token" doc:"names this entry: opaque, unique in the session"`
	Media   Media   `json:"media" doc:"what it plays"`
	AddedBy AddedBy `json:"addedBy" doc:"who added it"`
	AddedAt int64   `json:"addedAt" min:"0" doc:"when, in Unix ms"`
	Start   int64   `json:"start,omitempty" min:"0" doc:"ms into the media at which it begins; absent: 0"`
	End     int64   `json:"end,omitempty" min:"1" doc:"ms into the media at which it ends; absent: at the media's end"`
	Failed  string  `json:"failed,omitempty" doc:"why a player could not play it"`

	Fallback bool `json:"fallback,omitempty" doc:"true: nobody queued it, it comes from the fallback; then addedBy names that and no client"`
}

// Media is what an item plays.
type Media struct {
	Provider  string `json:"provider" doc:"who has it, such as \"library\", \"file\" or \"youtube\""`
	Ref       string `json:"ref" doc:"the provider's own name for it"`
	URL       string `json:"url" doc:"its address; with the provider \"library\" a path on this server"`
	Title     string `json:"title" doc:"plain text"`
	Duration  int64  `json:"duration,omitempty" min:"0" doc:"ms; absent: not known"`
	Thumbnail string `json:"thumbnail,omitempty" doc:"address of a picture"`
}

// AddedBy is the client that added an item.
type AddedBy struct {
	Client string `json:"client" doc:"its id"`
	Name   string `json:"name,omitempty" doc:"the name it had then"`
}

// Playback is what plays and where it is: position at the time at.
type Playback struct {
	Status   string  `json:"status" enum:"idle,playing,paused,ended" doc:"what shall be, not what a player manages"`
	Item     Text    `json:"item" format:"token" doc:"the current item, or null when nothing is chosen"`
	Position int64   `json:"position" min:"0" doc:"ms into the media, at the time at"`
	At       int64   `json:"at" doc:"Unix ms; with a start of several players it lies ahead"`
	Rate     float64 `json:"rate" min:"0.25" max:"2" doc:"times the normal speed"`
	Held     bool    `json:"held" doc:"shall play, and waits: the position stands still"`
}

// Fallback is what plays while nothing is queued: a saved list, or a folder of the
// library. On the wire it is null when it is neither.
type Fallback struct {
	List   string  `json:"list,omitempty" doc:"name of a saved list"`
	Folder *string `json:"folder,omitempty" doc:"key of a folder of the library; the empty one is all of it"`
	Name   string  `json:"name,omitempty" doc:"what to call it"`
	Failed string  `json:"failed,omitempty" doc:"why nothing more is taken from it, until it is set again"`
}

// MarshalJSON implements [json.Marshaler].
func (f Fallback) MarshalJSON() ([]byte, error) {
	if f.List == "" && f.Folder == nil {
		return []byte("null"), nil
	}
	type plain Fallback // without this method
	return json.Marshal(plain(f))
}

// IDs are ids that are null on the wire when there are none.
type IDs []string

// MarshalJSON implements [json.Marshaler].
func (ids IDs) MarshalJSON() ([]byte, error) {
	if len(ids) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal([]string(ids))
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
