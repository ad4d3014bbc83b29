package protocol

// Names of the events that only the server sends.
const (
	EventRegistered = "registered"
	EventDownload   = "download"
	EventUpdate     = "update"
	EventPlayers    = "players"
	EventPresence   = "presence"
	EventAck        = "ack"
	EventError      = "error"
	EventGoodbye    = "goodbye"
)

// The data of the sequenced events. What each does to a state is readable from
// its fields alone; see "State" in docs/protocol.md.
type (
	// AddData inserts items at an index.
	AddData struct {
		Items    []Item    `json:"items"`
		Index    int       `json:"index"`
		Playback *Playback `json:"playback,omitempty"`
	}
	// RemoveData removes the items of those ids.
	RemoveData struct {
		Items    []string  `json:"items"`
		Playback *Playback `json:"playback,omitempty"`
	}
	// MoveData moves items in front of Before, or to the end.
	MoveData struct {
		Items    []string  `json:"items"`
		Before   Text      `json:"before"`
		Playback *Playback `json:"playback,omitempty"`
	}
	// UploadData inserts items at an index, or makes them the whole list.
	UploadData struct {
		Mode     string    `json:"mode"`
		Items    []Item    `json:"items"`
		Index    *int      `json:"index,omitempty"`
		Playback *Playback `json:"playback,omitempty"`
	}
	// UpdateData changes an item: its media, or why it failed.
	UpdateData struct {
		Item   string `json:"item"`
		Media  *Media `json:"media,omitempty"`
		Failed *Text  `json:"failed,omitempty"` // null: it plays after all
	}
	// CommandData carries what was asked and what it changed.
	CommandData struct {
		Name     string    `json:"name"`
		Expect   string    `json:"expect,omitempty"`
		Item     string    `json:"item,omitempty"`
		Position *int64    `json:"position,omitempty"`
		Delta    *int64    `json:"delta,omitempty"`
		Rate     float64   `json:"rate,omitempty"`
		Mode     string    `json:"mode,omitempty"`
		On       *bool     `json:"on,omitempty"`
		Language *Text     `json:"language,omitempty"`
		Playback *Playback `json:"playback,omitempty"`
		Volume   *int      `json:"volume,omitempty"`
		Muted    *bool     `json:"muted,omitempty"`
		Repeat   string    `json:"repeat,omitempty"`
		Shuffle  *bool     `json:"shuffle,omitempty"`
		Captions *Text     `json:"captions,omitempty"`
	}
)

// Data of the messages that are not sequenced.
type (
	// Registered answers a register: with State, or with Events when every event
	// after the one that the client had is still at hand.
	Registered struct {
		Session    string  `json:"session"`
		Client     string  `json:"client"`
		Role       Role    `json:"role"`
		Epoch      string  `json:"epoch"`
		ServerTime int64   `json:"serverTime"`      // Unix ms
		State      Frame   `json:"state,omitempty"` // an encoded State
		Events     []Frame `json:"events,omitzero"`
	}
	// Download answers a sync.
	Download struct {
		State  Frame   `json:"state,omitempty"` // an encoded State
		Events []Frame `json:"events,omitzero"`
	}
	// Players is what every player reported last.
	Players struct {
		Players []PlayerState `json:"players"`
	}
	// PlayerState is a player's last report and when it came.
	PlayerState struct {
		Client   string       `json:"client"`
		Status   PlayerStatus `json:"status"`
		Item     Text         `json:"item"`
		Position int64        `json:"position"`           // ms
		At       int64        `json:"at"`                 // Unix ms at which it was there
		Duration int64        `json:"duration,omitempty"` // ms
		Reason   string       `json:"reason,omitempty"`
		Can      []string     `json:"can,omitempty"`
	}
	// Presence is who is in the session.
	Presence struct {
		Clients []ClientInfo `json:"clients"`
	}
	// ClientInfo is a client of the session.
	ClientInfo struct {
		Client string `json:"client"`
		Role   Role   `json:"role"`
		Name   string `json:"name,omitempty"`
	}
	// PongData answers a client's ping.
	PongData struct {
		T0 int64 `json:"t0"` // as it came
		T1 int64 `json:"t1"` // Unix ms
	}
	// PingData asks a client for a sign of life.
	PingData struct {
		T0 int64 `json:"t0"` // Unix ms
	}
	// Goodbye announces a close.
	Goodbye struct {
		Reason     string `json:"reason"`
		RetryAfter int64  `json:"retryAfter"` // ms after which to come back
	}
)
