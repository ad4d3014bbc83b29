package protocol

// What a client sends, decoded. Optional values are zero when absent.
type (
	// Register joins a session; it is the first message of a connection.
	Register struct {
		Protocol int64
		Session  string // UUID, lower case
		Role     Role
		Name     string
		Client   string // UUID when returning, or empty
		Key      string
		Resume   *Resume
	}
	// Resume says which events a client has: all up to Seq, of the log Epoch.
	Resume struct {
		Epoch string
		Seq   uint64
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
		URL, Title string
		Start, End int64 // milliseconds; an End of 0 is none
	}
	// Add puts items in the list.
	Add struct {
		Items  []NewItem
		Place  string
		Before string
	}
	// Remove takes items out of the list.
	Remove struct{ Items []string }
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
	}
	// Report says what a player sees.
	Report struct {
		Item     string
		Status   PlayerStatus
		Position int64
		Duration int64
		Reason   string
		Can      []string
	}
	// Ping asks for the time.
	Ping struct{ T0 int64 }
	// Pong answers a ping of the server's with its T0.
	Pong struct{ T0 int64 }
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
