package pebblelog

import (
	"sync"

	"github.com/google/uuid"
)

const (
	// stripeCount is the number of locks that all sessions share: enough that
	// two busy sessions seldom meet, on more cores than a server has. A power
	// of two below 256, because one byte of the UUID picks the stripe.
	stripeCount = 128
	// stripeCacheSize is the number of sessions per stripe whose last sequence
	// is kept in memory. With 128 stripes that is 16,384 sessions and about
	// 1 MB; any other costs a look-up at its next append.
	stripeCacheSize = 128
)

// stripe guards the writes of the sessions that fall on it. It is held while a
// batch is checked and queued, not while the disk is waited for.
type stripe struct {
	sync.Mutex
	last map[uuid.UUID]uint64 // last sequence of sessions known to exist
}

// stripes are the locks of all sessions.
type stripes [stripeCount]stripe

// lock locks and returns the stripe of a session. The last byte of a UUID is
// random in every version that sessions use.
func (s *stripes) lock(id uuid.UUID) *stripe {
	st := &s[id[15]%stripeCount]
	st.Lock()
	return st
}

// remember notes the last sequence of a session, in place of any other session
// when the stripe is full: map order is random, which evicts well enough.
func (st *stripe) remember(id uuid.UUID, last uint64) {
	if st.last == nil {
		st.last = make(map[uuid.UUID]uint64)
	}
	if _, known := st.last[id]; !known && len(st.last) >= stripeCacheSize {
		for other := range st.last {
			delete(st.last, other)
			break
		}
	}
	st.last[id] = last
}

// forget drops a session that was deleted.
func (st *stripe) forget(id uuid.UUID) { delete(st.last, id) }
