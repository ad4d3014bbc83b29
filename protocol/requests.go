package protocol

// Request is a row of the table of what clients send.
type Request struct {
	Event  string
	Doc    string
	Fields []Field // of data
	// NoID says that the message needs no id, and has no answer without one.
	NoID bool
	// NoData says that data may be absent or null.
	NoData bool

	make func(object) any
}

// Requests is the table of everything that a client may send.
var Requests = []Request{
	{
		Event: EventRegister, Doc: "join a session; the first message of a connection", make: makeRegister,
		Fields: []Field{
			{Name: "protocol", Type: Integer, Required: true, Doc: "the protocol's version"},
			{Name: "session", Type: String, Format: UUID, Required: true, Doc: "the session to join"},
			{Name: "role", Type: String, Enum: []string{string(Player), string(Remote)}, Required: true, Doc: "what this client is"},
			{Name: "name", Type: String, MaxLen: MaxName, Doc: "what to call its user"},
			{Name: "client", Type: String, Format: UUID, Doc: "the client's id, when it returns"},
			{Name: "key", Type: String, MaxLen: MaxKey, Doc: "the secret of the owner or of a link"},
			{Name: "resume", Type: Object, Fields: resumeFields, Doc: "what the client has already"},
		},
	},
	{
		Event: EventSync, Doc: "ask for the whole playlist, or for what came after an event", NoData: true, make: makeSync,
		Fields: resumeFields,
	},
	{
		Event: EventUpload, Doc: "bring a whole list", make: makeUpload,
		Fields: []Field{
			{Name: "mode", Type: String, Enum: []string{"seed", "append", "replace"}, Required: true, Doc: "`seed` takes effect on an empty list only, `replace` needs `base`"},
			{Name: "base", Type: Integer, Min: 0, Max: MaxSafe, Doc: "the current `seq`, for `replace`"},
			{Name: "items", Type: Array, Required: true, MaxLen: maxUploadItems, Items: &newItem, Doc: "the list"},
		},
	},
	{
		Event: EventAdd, Doc: "put items in the list", make: makeAdd,
		Fields: []Field{
			{Name: "items", Type: Array, Required: true, MinLen: 1, MaxLen: MaxAdd, Items: &newItem, Doc: "what to add"},
			{Name: "place", Type: String, Enum: []string{"end", "next", "now"}, Doc: "where; `end` when absent"},
			{Name: "before", Type: String, Format: Token, MinLen: 1, MaxLen: MaxItemID, Doc: "the item in front of which; excludes `place`"},
		},
	},
	{
		Event: EventRemove, Doc: "take items out of the list", make: func(o object) any { return Remove{o.texts("items")} },
		Fields: []Field{itemIDs},
	},
	{
		Event: EventMove, Doc: "put items elsewhere in the list, in the order given", make: makeMove,
		Fields: []Field{
			itemIDs,
			{Name: "before", Type: String, Format: Token, MinLen: 1, MaxLen: MaxItemID, Required: true, Nullable: true, Doc: "the item in front of which; null: at the end"},
		},
	},
	{
		Event: EventClear, Doc: "remove everything", NoData: true, make: func(o object) any { return Clear{o.has("keep")} },
		Fields: []Field{{Name: "keep", Type: String, Enum: []string{"current"}, Doc: "leave the current item"}},
	},
	{
		Event: EventUndo, Doc: "take the last change of the list back", NoData: true, make: func(object) any { return Undo{} },
	},
	{
		Event: EventCommand, Doc: "steer the player", make: makeCommand,
		Fields: []Field{{Name: "name", Type: String, Enum: commandNames(), Required: true, Doc: "which command"}},
	},
	{
		Event: EventReport, Doc: "what a player sees; players only", NoID: true, make: makeReport,
		Fields: []Field{
			itemID("item", "the item it is about", true),
			{Name: "status", Type: String, Required: true, Doc: "the player's condition", Enum: []string{
				string(Loading), string(Ready), string(Playing), string(Paused), string(Buffering), string(Ended), string(Failed), string(Blocked),
			}},
			{Name: "position", Type: Integer, Min: 0, Max: MaxSafe, Required: true, Doc: "ms into the media"},
			{Name: "duration", Type: Integer, Min: 0, Max: MaxSafe, Doc: "ms of the media, once known"},
			{Name: "reason", Type: String, MaxLen: MaxReason, Doc: "why, with `failed`"},
			{Name: "can", Type: Array, MaxLen: MaxCan, Doc: "what the player can do with this item", Items: &Field{
				Type: String, Enum: []string{"seek", "rate", "volume", "captions"},
			}},
			{Name: "captions", Type: Array, MaxLen: MaxCaptions, Doc: "the languages of the captions that this item has, as tags (BCP 47)", Items: &Field{
				Type: String, Format: Token, MinLen: 1, MaxLen: MaxLanguage,
			}},
			{Name: "captionLabels", Type: Array, MaxLen: MaxCaptions, Doc: "what people call each of captions, in that order; empty where its language says it all", Items: &Field{
				Type: String, MaxLen: MaxLabel,
			}},
			{Name: "drift", Type: Integer, Min: -MaxDrift, Max: MaxDrift, Doc: "ms by which it is ahead of its place, as well as it knows"},
			{Name: "trim", Type: Integer, Min: 0, Max: MaxVolumeTrim, Doc: "per cent of the session's volume at which it plays"},
			{Name: "muted", Type: Bool, Doc: "whether it is silent by a setting of its own"},
			{Name: "delay", Type: Integer, Min: -MaxDelay, Max: MaxDelay, Doc: "ms by which its sound comes out late, and which it makes good"},
		},
	},
	{
		Event: EventPing, Doc: "ask for the server's time", make: func(o object) any { return Ping{o.int("t0")} },
		Fields: []Field{{Name: "t0", Type: Integer, Required: true, Doc: "comes back as it is"}},
	},
	{
		Event: EventPong, Doc: "answer the server's `ping`, with its data", NoID: true, NoData: true, make: func(o object) any { return Pong{o.int("t0")} },
		Fields: []Field{{Name: "t0", Type: Integer, Doc: "as it came"}},
	},
}

// CommandInfo is a row of the table of commands.
type CommandInfo struct {
	Name   string
	Doc    string
	Fields []Field
}

var expect = itemID("expect", "the item seen as current; refused as `stale` when it no longer is", false)

// Commands is the table of the player commands.
var Commands = []CommandInfo{
	{"play", "go on; with nothing chosen, start the first item", nil},
	{"pause", "stand still", nil},
	{"toggle", "pause or go on", nil},
	{"stop", "not playing, at the item's start; the item stays current", nil},
	{"next", "play the following item", []Field{expect}},
	{"previous", "play the item before, or this one from its start after 3 s", []Field{expect}},
	{"jump", "play that item", []Field{itemID("item", "which", true)}},
	{"seek", "go to a position, clamped to the item", []Field{
		{Name: "position", Type: Integer, Doc: "ms into the media; this or `delta`"},
		{Name: "delta", Type: Integer, Doc: "ms from where it is"},
		expect,
	}},
	{"volume", "set the volume; above 0 it also unmutes", []Field{
		{Name: "volume", Type: Integer, Min: 0, Max: MaxVolume, Required: true, Doc: "per cent"},
	}},
	{"mute", "mute", nil},
	{"unmute", "unmute", nil},
	{"rate", "set the speed", []Field{
		{Name: "rate", Type: Number, Min: MinRate, Max: MaxRate, Required: true, Doc: "times the normal speed"},
	}},
	{"repeat", "what follows the end of an item or of the list", []Field{
		{Name: "mode", Type: String, Enum: []string{"none", "one", "all"}, Required: true, Doc: "what to repeat"},
	}},
	{"shuffle", "shuffle the play order; the list keeps its own", []Field{
		{Name: "on", Type: Bool, Required: true, Doc: "on or off"},
	}},
	{"captions", "choose captions", []Field{
		{Name: "language", Type: String, Format: Token, MinLen: 1, MaxLen: MaxLanguage, Required: true, Nullable: true, Doc: "a language tag (BCP 47), or null for none"},
	}},
	{"screens", "choose the players that play; the others are silent", []Field{
		{Name: "players", Type: Array, MinLen: 1, MaxLen: MaxScreens, Required: true, Nullable: true, Doc: "their client ids, or null for all of them",
			Items: &Field{Type: String, Format: UUID}},
	}},
	{"fallback", "choose what plays while nothing is queued", []Field{
		{Name: "source", Type: Object, Required: true, Nullable: true, Fields: sourceFields, Doc: "a saved list or a folder of the library, or null for nothing"},
	}},
}

// maxUploadItems bounds the array of an upload; more than a session holds, so
// that too long a list is refused by the rules, as one.
const maxUploadItems = 2 * MaxItems

var resumeFields = []Field{
	{Name: "epoch", Type: String, Format: UUID, Required: true, Doc: "the log that `seq` counts in"},
	{Name: "seq", Type: Integer, Min: 0, Max: MaxSafe, Required: true, Doc: "the last event that the client has"},
}

// sourceFields are of a fallback: a list or a folder, one of them.
var sourceFields = []Field{
	{Name: "list", Type: String, Format: Filled, MinLen: 1, MaxLen: MaxSource, Doc: "name of a saved list; this or `folder`"},
	{Name: "folder", Type: String, MaxLen: MaxSource, Doc: "key of a folder of the library; the empty one is all of it"},
	{Name: "name", Type: String, MaxLen: MaxSource, Doc: "what to call it"},
}

var newItem = Field{Type: Object, Fields: []Field{
	{Name: "url", Type: String, Format: Filled, MinLen: 1, MaxLen: MaxURL, Required: true, Doc: "a web address, a YouTube link or id, a file of the library"},
	{Name: "title", Type: String, MaxLen: MaxTitle, Doc: "what to show until more is known"},
	{Name: "start", Type: Integer, Min: 0, Max: MaxSafe, Doc: "ms into the media at which it begins"},
	{Name: "end", Type: Integer, Min: 1, Max: MaxSafe, Doc: "ms into the media at which it ends"},
}}

var itemIDs = Field{
	Name: "items", Type: Array, Required: true, MinLen: 1, MaxLen: MaxItems, Doc: "their ids",
	Items: &Field{Type: String, Format: Token, MinLen: 1, MaxLen: MaxItemID},
}

func itemID(name, doc string, required bool) Field {
	return Field{Name: name, Type: String, Format: Token, MinLen: 1, MaxLen: MaxItemID, Required: required, Doc: doc}
}

func commandNames() []string {
	names := make([]string, len(Commands))
	for i, c := range Commands {
		names[i] = c.Name
	}
	return names
}
