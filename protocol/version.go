package protocol

// Version is the protocol version that register names.
const Version = 1

// VersionInfo is a line of the protocol's history.
type VersionInfo struct {
	Version int
	Date    string // of its release, as in 2006-01-02
	What    string
}

// Versions is the history, oldest first. A version counts up only when clients of
// the one before would go wrong: fields, events, codes and providers may be added
// at any time.
var Versions = []VersionInfo{
	{1, "2026-11-22", "the first"},
}
