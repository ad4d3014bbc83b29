package protocol

// ServerMessage is a row of the table of what the server sends.
type ServerMessage struct {
	Event string
	Doc   string
	// Sequenced says that it is a fact that the session stored: it has a seq and a
	// time and, unless the session caused it by itself, a client and its id.
	Sequenced bool
	// Seq says that it names the session's seq though it is none itself.
	Seq bool
	// Answer says that it answers one request, whose id it has.
	Answer bool
	// Data is a value of the type of its data; nil: it has none.
	Data any
}

// Messages is the table of everything that the server may send.
var Messages = []ServerMessage{
	{Event: EventRegistered, Doc: "answers `register`", Seq: true, Answer: true, Data: Registered{}},
	{Event: EventDownload, Doc: "answers `sync`", Seq: true, Answer: true, Data: Download{}},
	{Event: EventAdd, Doc: "items came into the list", Sequenced: true, Data: AddData{}},
	{Event: EventRemove, Doc: "items left the list", Sequenced: true, Data: RemoveData{}},
	{Event: EventMove, Doc: "items stand elsewhere in the list", Sequenced: true, Data: MoveData{}},
	{Event: EventUpload, Doc: "a whole list came", Sequenced: true, Data: UploadData{}},
	{Event: EventUpdate, Doc: "more is known of an item", Sequenced: true, Data: UpdateData{}},
	{Event: EventCommand, Doc: "the playback or a setting changed", Sequenced: true, Data: CommandData{}},
	{Event: EventPlayers, Doc: "what every player reported last", Data: Players{}},
	{Event: EventPresence, Doc: "who is in the session", Data: Presence{}},
	{Event: EventPing, Doc: "asks for a sign of life", Data: PingData{}},
	{Event: EventPong, Doc: "answers `ping`", Answer: true, Data: PongData{}},
	{Event: EventAck, Doc: "the request changed nothing, or was accepted before", Seq: true, Answer: true},
	{Event: EventError, Doc: "the request is refused", Answer: true},
	{Event: EventGoodbye, Doc: "the server closes the connection next", Data: Goodbye{}},
}

// OwnCommands are the names of `command` events that the session causes by itself;
// no client can send them.
var OwnCommands = []CommandInfo{
	{Name: "advance", Doc: "the item came to its end or failed, and the session went on"},
	{Name: "hold", Doc: "nobody can play just now: the position stands still"},
	{Name: "start", Doc: "the players have the item loaded: they start together, at `at`"},
}
