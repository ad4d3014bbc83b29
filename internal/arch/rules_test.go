package arch

// A package may import these packages of the project, and what lies in its own
// folder. Who is not listed may import none: a new package needs a row and a
// reason.
var directions = map[string]struct {
	imports []string
	reason  string
}{
	"playlist": {nil, "the rules are a leaf: they know no wire, no log and no clock"},
	"protocol": {nil, "the wire is a leaf: session/wire.go alone translates between it and the rules"},
	"eventlog": {nil, "a log stores bytes and does not know what they mean"},
	"listfile": {nil, "a file becomes a list of addresses; what these play is for others to say"},
	"library":  {[]string{"library/ffmpeg"}, "a folder of files is of use without sessions"},
	"upload":   {[]string{"internal/durable"}, "files of sessions lie on a disk; what they are worth is asked of who wires it"},
	"web":      {nil, "pages are files"},

	"liststore":        {[]string{"listfile", "internal/durable"}, "a saved list is a file of our own format"},
	"internal/durable": {nil, "writes one file, whoever it is for"},

	"internal/reasons":       {nil, "a table of sentences; who says them does not know it"},
	"internal/reasons/write": {[]string{"internal/reasons"}, "writes the table for pages and readers"},

	"library/ffmpeg":        {nil, "knows two programs and nothing of folders"},
	"eventlog/logtest":      {[]string{"eventlog"}, "the contract test knows the contract only"},
	"eventlog/pebblelog":    {[]string{"eventlog"}, "a log implements the contract and knows nobody who uses it"},
	"eventlog/jetstreamlog": {[]string{"eventlog"}, "a log implements the contract and knows nobody who uses it"},
	"protocol/protocoltest": {[]string{"protocol"}, "helps those who test the wire"},

	"resolver":             {[]string{"playlist", "listfile"}, "an address becomes a playlist.Media, and a list at an address is read as one from a phone is"},
	"resolver/pebblecache": {nil, "what was found is bytes to it"},
	"client":               {[]string{"protocol"}, "a client knows the wire and nothing of the server"},
	"session":              {[]string{"playlist", "protocol", "eventlog", "listfile"}, "a session joins the leaves; resolvers and connections come in as interfaces"},
	"server":               {[]string{"session", "protocol", "library", "listfile", "liststore", "upload", "web", "internal/reasons"}, "HTTP knows no rule: it goes through session"},
	"cmd/remoted": {[]string{
		"client", "eventlog", "eventlog/pebblelog", "eventlog/jetstreamlog",
		"library", "library/ffmpeg", "listfile", "liststore", "playlist", "protocol", "resolver", "resolver/pebblecache", "server", "session", "upload",
	}, "wires all of it"},
}

// These imports are for these packages only.
var only = []struct {
	path   string // and what lies below it
	in     []string
	reason string
}{
	{"github.com/labstack/echo", []string{"server"}, "so that the move to its next version stays mechanical"},
	{"github.com/gorilla/websocket", []string{"server", "client"}, "the two ends of a connection, and nobody between them"},
	{"github.com/prometheus", []string{"server"}, "others count with atomics, and know no exposition format"},
	{"github.com/cockroachdb/pebble", []string{"eventlog/pebblelog", "resolver/pebblecache"}, "another store must stay possible, and another cache: both are behind an interface"},
	{"github.com/nats-io", []string{"eventlog/jetstreamlog"}, "another store must stay possible"},
	{"github.com/fsnotify/fsnotify", []string{"library"}, "nothing else looks at folders"},
	{"os/exec", []string{"library/ffmpeg"}, "other programs are run in one place, which bounds them"},
	{"rsc.io/qr", []string{"server"}, "a QR code is a form of a link, and links are the server's"},
	{"testing", []string{"eventlog/logtest", "protocol/protocoltest"}, "a program does not hold its tests"},
	{"remoted/cmd", nil, "a program is not a library"},
}

// These packages may not import these.
var never = []struct {
	in     string
	paths  []string
	reason string
}{
	{"playlist", []string{"time", "math/rand", "crypto/rand", "log", "os", "net", "context", "io", "sync"},
		"same state and event, same next state: time and chance come in with the command, and nothing goes out"},
	{"protocol", []string{"math/rand", "crypto/rand", "log", "os", "net", "context", "sync"},
		"decoding depends on the frame alone"},
	{"session", []string{"net", "os"}, "a connection is an interface, a store is a log"},
	{"eventlog", []string{"net", "os", "time"}, "the contract and the log in memory touch nothing outside"},
	{"listfile", []string{"net/http", "os", "sync", "time", "log"}, "a file's content alone decides what is read of it"},
	{"library", []string{"net/http/httputil", "os/exec"}, "files are read, never sent on; library/ffmpeg runs programs"},
}
