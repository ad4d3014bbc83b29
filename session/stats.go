package session

import (
	"sync/atomic"
	"time"

	"remoted/protocol"
)

// Stats counts what goes on in all sessions. The figures are read one by one and
// may be a moment apart.
type Stats struct {
	Players, Remotes atomic.Int64 // connected now
	Live             atomic.Int64 // sessions in memory
	Events           atomic.Int64 // stored since the start
	Appends          atomic.Int64 // groups stored since the start
	AppendTime       atomic.Int64 // nanoseconds that those took
	Deliveries       atomic.Int64 // events handed to connections since the start
}

func (s *Stats) joined(role protocol.Role, n int64) {
	if role == protocol.Player {
		s.Players.Add(n)
	} else {
		s.Remotes.Add(n)
	}
}

func (s *Stats) stored(events int, took time.Duration) {
	s.Events.Add(int64(events))
	s.Appends.Add(1)
	s.AppendTime.Add(int64(took))
}

func (s *Stats) sent(n int) { s.Deliveries.Add(int64(n)) }
