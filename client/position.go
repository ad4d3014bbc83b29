package client

import (
	"time"

	"remoted/protocol"
)

// Position is where playback is at a point of the server's time, which is
// [Client.Now], in the media. A start that is still to come stands at its position
// until then; the end of the item is not looked at.
func Position(p protocol.Playback, now time.Time) time.Duration {
	at := time.Duration(p.Position) * time.Millisecond
	if p.Status != "playing" || p.Held {
		return at
	}
	since := max(0, now.Sub(time.UnixMilli(p.At)))
	return at + time.Duration(float64(since)*p.Rate)
}

// Current is the current item of a state, or nil.
func Current(s protocol.State) *protocol.Item {
	for i := range s.Items {
		if s.Items[i].ID == string(s.Playback.Item) {
			return &s.Items[i]
		}
	}
	return nil
}
