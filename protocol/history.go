package protocol

// Played is an entry of a session's history, as GET
// /api/sessions/{session}/history tells it.
type Played struct {
	Item Item  `json:"item"` // as it was when it played; it may have left the list
	At   int64 `json:"at"`   // Unix ms at which it began
}
