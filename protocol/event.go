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
		Items    []Item    `json:"items" doc:"the new items"`
		Index    int       `json:"index" min:"0" doc:"where the first of them stands now"`
		Playback *Playback `json:"playback,omitempty" doc:"the new playback, if it changed"`
	}
	// RemoveData removes the items of those ids.
	RemoveData struct {
		Items    []string  `json:"items" format:"token" doc:"ids of the items that are gone"`
		LeftOut  int       `json:"leftOut,omitempty" doc:"of a list that was opened, and whose item goes: how many items it has beyond those that came"`
		Playback *Playback `json:"playback,omitempty" doc:"the new playback, if it changed"`
	}
	// MoveData moves items in front of Before, or to the end.
	MoveData struct {
		Items    []string  `json:"items" format:"token" doc:"ids of the items, in their new order"`
		Before   Text      `json:"before" format:"token" doc:"the item in front of which they stand now; null: at the end"`
		Playback *Playback `json:"playback,omitempty" doc:"the new playback, if it changed"`
	}
	// UploadData inserts items at an index, or makes them the whole list.
	UploadData struct {
		Mode     string    `json:"mode" enum:"seed,append,replace" doc:"as it was asked for; replace when it takes something back"`
		Items    []Item    `json:"items" doc:"the new items"`
		Index    *int      `json:"index,omitempty" min:"0" doc:"where the first of them stands now; absent: they are the whole list"`
		Playback *Playback `json:"playback,omitempty" doc:"the new playback, if it changed"`
	}
	// UpdateData changes an item: its media, or why it failed.
	UpdateData struct {
		Item   string `json:"item" format:"token" doc:"the item that changed"`
		Media  *Media `json:"media,omitempty" doc:"what is known of its media now, whole"`
		Failed *Text  `json:"failed,omitempty" doc:"why a player could not play it; null: it plays after all"`
	}
	// CommandData carries what was asked and what it changed.
	CommandData struct {
		Name     string    `json:"name" enum:"command" doc:"the command"`
		Expect   string    `json:"expect,omitempty" format:"token" doc:"as it was asked"`
		Item     string    `json:"item,omitempty" format:"token" doc:"as it was asked"`
		Position *int64    `json:"position,omitempty" doc:"as it was asked"`
		Delta    *int64    `json:"delta,omitempty" doc:"as it was asked"`
		Rate     float64   `json:"rate,omitempty" min:"0.25" max:"2" doc:"as it was asked"`
		Mode     string    `json:"mode,omitempty" enum:"none,one,all" doc:"as it was asked"`
		On       *bool     `json:"on,omitempty" doc:"as it was asked"`
		Language *Text     `json:"language,omitempty" doc:"as it was asked"`
		Players  *IDs      `json:"players,omitempty" format:"uuid" null:"yes" doc:"as it was asked"`
		Source   *Fallback `json:"source,omitempty" null:"yes" doc:"as it was asked"`
		Playback *Playback `json:"playback,omitempty" doc:"the new playback, if it changed"`
		Volume   *int      `json:"volume,omitempty" min:"0" max:"100" doc:"the new volume, if it changed"`
		Muted    *bool     `json:"muted,omitempty" doc:"whether it is silent now, if that changed"`
		Repeat   string    `json:"repeat,omitempty" enum:"none,one,all" doc:"the new mode, if it changed"`
		Shuffle  *bool     `json:"shuffle,omitempty" doc:"whether the order is shuffled now, if that changed"`
		Captions *Text     `json:"captions,omitempty" doc:"the new language or null, if it changed"`
		Screens  *IDs      `json:"screens,omitempty" format:"uuid" null:"yes" doc:"the players that play now or null for all, if that changed"`
		Fallback *Fallback `json:"fallback,omitempty" null:"yes" doc:"what plays now while nothing is queued or null, if that changed"`
	}
)

// Data of the messages that are not sequenced.
type (
	// Registered answers a register: with State, or with Events when every event
	// after the one that the client had is still at hand.
	Registered struct {
		Session    string  `json:"session" format:"uuid" doc:"the session"`
		Client     string  `json:"client" format:"uuid" doc:"this client's id, for when it returns"`
		Role       Role    `json:"role" enum:"player,remote" doc:"as it was asked for"`
		Epoch      string  `json:"epoch" format:"uuid" doc:"the log that seq counts in"`
		ServerTime int64   `json:"serverTime" doc:"Unix ms"`
		State      Frame   `json:"state,omitempty" ref:"State" doc:"the whole state; this or events"`
		Events     []Frame `json:"events,omitzero" ref:"SequencedEvent" doc:"every event that the client missed, in order; this or state"`
	}
	// Download answers a sync.
	Download struct {
		State  Frame   `json:"state,omitempty" ref:"State" doc:"the whole state; this or events"`
		Events []Frame `json:"events,omitzero" ref:"SequencedEvent" doc:"every event that the client missed, in order; this or state"`
	}
	// Players is what every player reported last.
	Players struct {
		Players []PlayerState `json:"players" doc:"all players, in the order of their joining"`
	}
	// PlayerState is a player's last report and when it came.
	PlayerState struct {
		Client   string       `json:"client" format:"uuid" doc:"the player"`
		Status   PlayerStatus `json:"status" enum:"loading,ready,playing,paused,buffering,ended,failed,blocked" doc:"its condition"`
		Item     Text         `json:"item" format:"token" doc:"the item it is about; null before the first report"`
		Position int64        `json:"position" min:"0" doc:"ms into the media"`
		At       int64        `json:"at" doc:"Unix ms at which it was there; 0 before the first report"`
		Duration int64        `json:"duration,omitempty" min:"0" doc:"ms of the media, once known"`
		Reason   string       `json:"reason,omitempty" doc:"why, with failed"`
		Can      []string     `json:"can,omitempty" enum:"seek,rate,volume,captions" doc:"what it can do with this item"`
		Captions []string     `json:"captions,omitempty" format:"token" doc:"the languages of the captions that this item has, as tags (BCP 47)"`
		Labels   []string     `json:"captionLabels,omitempty" doc:"what people call each of captions, in that order; empty where its language says it all"`
		Drift    *int64       `json:"drift,omitempty" doc:"ms by which it was ahead of its place"`
		Trim     *int64       `json:"trim,omitempty" min:"0" max:"100" doc:"per cent of the session's volume at which it plays"`
		Muted    *bool        `json:"muted,omitempty" doc:"whether it is silent by a setting of its own"`
		Delay    *int64       `json:"delay,omitempty" doc:"ms by which its sound comes out late, and which it makes good"`
	}
	// Presence is who is in the session.
	Presence struct {
		Clients []ClientInfo `json:"clients" doc:"everybody, in the order of their joining"`
	}
	// ClientInfo is a client of the session.
	ClientInfo struct {
		Client string `json:"client" format:"uuid" doc:"its id"`
		Role   Role   `json:"role" enum:"player,remote" doc:"what it is"`
		Name   string `json:"name,omitempty" doc:"what to call its user"`
	}
	// PongData answers a client's ping.
	PongData struct {
		T0 int64 `json:"t0" doc:"as it came"`
		T1 int64 `json:"t1" doc:"the server's clock, in Unix ms"`
	}
	// PingData asks a client for a sign of life.
	PingData struct {
		T0 int64 `json:"t0" doc:"the server's clock, in Unix ms; a pong brings it back"`
	}
	// Goodbye announces a close.
	Goodbye struct {
		Reason     string `json:"reason" doc:"why: restart"`
		RetryAfter int64  `json:"retryAfter" min:"0" doc:"ms after which to come back"`
	}
)
