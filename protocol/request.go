package protocol

// What a client sends, decoded. Optional values are zero when absent.
type (
	// Register joins a session; it is the first message of a connection.
	Register struct {
		Protocol int64   `json:"protocol"`
		Session  string  `json:"session"` // UUID, lower case
		Role     Role    `json:"role"`
		Name     string  `json:"name,omitempty"`
		Client   string  `json:"client,omitempty"` // UUID when returning, or empty
		Key      string  `json:"key,omitempty"`
		Resume   *Resume `json:"resume,omitempty"`
	}
	// Resume says which events a client has: all up to Seq, of the log Epoch.
	Resume struct {
		Epoch string `json:"epoch"`
		Seq   uint64 `json:"seq"`
	}
	// Sync asks for the playlist, or for what came after From.
	Sync struct{ From *Resume }
	// Upload brings a whole list.
	Upload struct {
		Mode  string
		Base  uint64
		Items []NewItem
	}
	// NewItem is an item to be added.
	NewItem struct {
		URL   string `json:"url"`
		Title string `json:"title,omitempty"`
		Start int64  `json:"start,omitempty"` // ms
		End   int64  `json:"end,omitempty"`   // ms; 0 is none
	}
	// Add puts items in the list.
	Add struct {
		Items  []NewItem `json:"items"`
		Place  string    `json:"place,omitempty"`
		Before string    `json:"before,omitempty"`
	}
	// Remove takes items out of the list.
	Remove struct {
		Items []string `json:"items"`
	}
	// Move puts items in front of Before, or at the end when that is empty.
	Move struct {
		Items  []string
		Before string
	}
	// Clear removes everything, or all but the current item.
	Clear struct{ KeepCurrent bool }
	// Undo takes the last change of the list back.
	Undo struct{}
	// Command steers the player; Name says which fields count.
	Command struct {
		Name     string
		Expect   string
		Item     string
		Position *int64
		Delta    *int64
		Volume   int
		Rate     float64
		Mode     string
		On       bool
		Language string
		Players  []string // nil: all
		Source   Fallback // without a list and a folder: none
	}
	// Report says what a player sees.
	Report struct {
		Item     string       `json:"item"`
		Status   PlayerStatus `json:"status"`
		Position int64        `json:"position"`           // ms
		Duration int64        `json:"duration,omitempty"` // ms
		Reason   string       `json:"reason,omitempty"`
		Can      []string     `json:"can,omitempty"`
		Captions []string     `json:"captions,omitempty"`
		Labels   []string     `json:"captionLabels,omitempty"`
		Drift    *int64       `json:"drift,omitempty"` // ms
		Trim     *int64       `json:"trim,omitempty"`  // per cent
		Muted    *bool        `json:"muted,omitempty"`
		Delay    *int64       `json:"delay,omitempty"` // ms
	}
	// Ping asks for the time.
	Ping struct {
		T0 int64 `json:"t0"`
	}
	// Pong answers a ping of the server's with its T0.
	Pong struct {
		T0 int64 `json:"t0"`
	}
)

// Role is what a client is in a session.
type Role string

// The roles.
const (
	Player Role = "player" // a page that plays
	Remote Role = "remote" // a page that steers
)

// PlayerStatus is the condition of a player.
type PlayerStatus string

// The conditions that a player reports.
const (
	Loading   PlayerStatus = "loading"
	Ready     PlayerStatus = "ready" // has the item loaded and could play
	Playing   PlayerStatus = "playing"
	Paused    PlayerStatus = "paused"
	Buffering PlayerStatus = "buffering"
	Ended     PlayerStatus = "ended"
	Failed    PlayerStatus = "failed"
	Blocked   PlayerStatus = "blocked" // the browser wants a tap before it plays
)

// Names of the events that clients send.
const (
	EventRegister = "register"
	EventSync     = "sync"
	EventUpload   = "upload"
	EventAdd      = "add"
	EventRemove   = "remove"
	EventMove     = "move"
	EventClear    = "clear"
	EventUndo     = "undo"
	EventCommand  = "command"
	EventReport   = "report"
	EventPing     = "ping"
	EventPong     = "pong"
)
