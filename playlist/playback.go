package playlist

// Status is what a session wants, not what a player manages to do: buffering is
// a condition that players report.
type Status string

// The statuses of a playback.
const (
	Idle    Status = "idle"    // nothing chosen, or stopped
	Playing Status = "playing" // shall play; see Playback.Held
	Paused  Status = "paused"
	Ended   Status = "ended" // the list came to its end; the last item stays current
)

// Repeat says what follows an item that came to its end.
type Repeat string

// The repeat modes.
const (
	RepeatNone Repeat = "none"
	RepeatOne  Repeat = "one"
	RepeatAll  Repeat = "all"
)

// Valid reports whether r is one of the modes.
func (r Repeat) Valid() bool { return r == RepeatNone || r == RepeatOne || r == RepeatAll }

// Bounds of the values that a playback and a session hold.
const (
	MinRate   = 0.25
	MaxRate   = 2.0
	MaxVolume = 100 // per cent
)

// Playback is what plays and where it is. Positions are milliseconds into the
// media; At is the moment, in Unix milliseconds of the server's clock, at which
// Position was true.
type Playback struct {
	Status   Status  `json:"status"`
	Item     ItemID  `json:"item,omitempty"` // empty when nothing is chosen
	Position int64   `json:"position"`
	At       int64   `json:"at"`
	Rate     float64 `json:"rate"`
	Held     bool    `json:"held,omitempty"` // shall play, and waits
}

// PositionAt returns the position at the time now (Unix milliseconds). It stands
// still unless the playback is playing and not held, and before At.
func (p Playback) PositionAt(now int64) int64 {
	if p.Status != Playing || p.Held || now <= p.At {
		return p.Position
	}
	return p.Position + int64(float64(now-p.At)*p.Rate)
}

// rebased returns p with the position it has at the time now.
func (p Playback) rebased(now int64, it *Item) Playback {
	p.Position, p.At = it.clamp(p.PositionAt(now)), now
	return p
}

// same reports whether two playbacks mean the same from the time now on.
func (p Playback) same(q Playback, now int64) bool {
	p.Position, q.Position = p.PositionAt(now), q.PositionAt(now)
	p.At, q.At = 0, 0
	return p == q
}
