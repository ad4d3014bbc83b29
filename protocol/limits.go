package protocol

import "time"

// What the server takes from one client and one session. The table in
// docs/protocol.md is made from [Limits].
const (
	MaxMessage = 64 << 10 // bytes of a message
	MaxUpload  = 1 << 20  // bytes of an upload, and of any frame

	MaxItems    = 5000 // items in a session
	MaxAdd      = 100  // items in an add
	MaxTitle    = 300  // characters
	MaxURL      = 2048 // characters
	MaxName     = 40   // characters of a client's name
	MaxID       = 64   // printable ASCII characters of a request's id
	MaxItemID   = 64   // characters
	MaxReason   = 200  // characters of a report's reason; the rules count bytes and the session cuts
	MaxKey      = 200  // characters of a secret
	MaxLanguage = 35   // characters of a language tag (BCP 47's longest in use)
	MaxCan      = 16   // abilities in a report
	MaxCaptions = 64   // languages of captions in a report
	MaxLabel    = 100  // characters of what captions are called
	MaxScreens  = 100  // players in a choice of screens
	MaxSource   = 1024 // characters of a fallback's list or folder, and of its name

	MaxVolumeTrim = 100        // per cent of the session's volume
	MaxDelay      = 2000       // ms by which a player's sound may come out late; no amplifier takes longer
	MaxDrift      = 86_400_000 // ms that a player may be from its place: a day, as long as media lasts

	MaxSafe = 1<<53 - 1 // the largest integer that every JSON reader keeps exact

	// PreviousRestarts is how far into an item, in ms, `previous` still leads to the
	// one before.
	PreviousRestarts = 3000

	MaxVolume = 100
	MinRate   = 0.25
	MaxRate   = 2

	// RegisterTimeout is how long a connection may take to register.
	RegisterTimeout = 10 * time.Second
	// PingInterval is how often the server asks every client for a sign of life.
	PingInterval = 25 * time.Second
	// PongTimeout is how long a client has to give one: until it would be asked
	// again. So a client that is gone is known to be within a minute.
	PongTimeout = PingInterval
	// A client may send Burst messages at once, and Rate a second in the long run.
	MessageRate  = 200
	MessageBurst = 1000
	// MaxRefusals in a row, each a bad_message, and the connection is closed: such a
	// client does not speak this protocol.
	MaxRefusals = 1000
)

// Limit describes one of the limits.
type Limit struct {
	Key   string // its name in programs; empty: of no use to them
	Name  string
	Value int64
	Unit  string
	Over  string // what happens beyond it
}

// Limits is the table of the limits that a client can run into.
var Limits = []Limit{
	{"MESSAGE_BYTES", "message", MaxMessage, "bytes", "`limit_reached`"},
	{"UPLOAD_BYTES", "upload, and any frame", MaxUpload, "bytes", "close code 1009"},
	{"SESSION_ITEMS", "items in a session", MaxItems, "", "`limit_reached`"},
	{"ADD_ITEMS", "items in an `add`", MaxAdd, "", "`invalid`"},
	{"TITLE_CHARS", "title", MaxTitle, "characters", "`invalid`"},
	{"URL_CHARS", "url", MaxURL, "characters", "`invalid`"},
	{"NAME_CHARS", "name of a client", MaxName, "characters", "`invalid`"},
	{"ID_CHARS", "id of a request", MaxID, "printable ASCII characters", "`invalid`"},
	{"ITEM_ID_CHARS", "item id", MaxItemID, "characters", "`invalid`"},
	{"REASON_CHARS", "reason in a report", MaxReason, "characters", "`invalid`"},
	{"KEY_CHARS", "key", MaxKey, "characters", "`invalid`"},
	{"LANGUAGE_CHARS", "language", MaxLanguage, "characters", "`invalid`"},
	{"LABEL_CHARS", "what captions are called", MaxLabel, "characters", "`invalid`"},
	{"CAPTIONS", "captions in a report", MaxCaptions, "", "`invalid`"},
	{"SCREENS", "players in a choice of screens", MaxScreens, "", "`invalid`"},
	{"SOURCE_CHARS", "list, folder and name of a fallback", MaxSource, "characters", "`invalid`"},
	{"", "messages of a client at once", MessageBurst, "", "`rate_limited`"},
	{"", "messages of a client in the long run", MessageRate, "a second", "`rate_limited`"},
	{"", "bad messages in a row", MaxRefusals, "", "close code 4503"},
	{"", "time to register", RegisterTimeout.Milliseconds(), "ms", "close code 4502"},
	{"", "time between the server's requests for a sign of life", PingInterval.Milliseconds(), "ms", "`ping`"},
	{"", "time to answer one", PongTimeout.Milliseconds(), "ms", "close code 4002"},
}
