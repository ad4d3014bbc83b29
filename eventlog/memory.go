package eventlog

import (
	"context"
	"slices"
	"sync"
)

// Memory is a Log that lives in this process and ends with it: for tests, and
// for running without a data directory. Make one with NewMemory.
type Memory struct {
	mu       sync.RWMutex
	closed   bool
	sessions map[string]*memorySession
}

// memorySession is what Memory keeps of one session. records[i] has the
// sequence dropped+i+1.
type memorySession struct {
	meta    []byte
	touched int64
	dropped uint64
	records [][]byte
	snap    *Snapshot
}

var _ Log = (*Memory)(nil)

// NewMemory returns an empty log.
func NewMemory() *Memory { return &Memory{sessions: make(map[string]*memorySession)} }

// last is the sequence of the newest record, 0 if there never was one.
func (s *memorySession) last() uint64 { return s.dropped + uint64(len(s.records)) }

// check refuses a call that may not start. The caller holds mu.
func (m *Memory) check(ctx context.Context) error {
	if m.closed {
		return ErrClosed
	}
	return ctx.Err()
}

// find returns the session of that name. The caller holds mu.
func (m *Memory) find(ctx context.Context, session string) (*memorySession, error) {
	if err := m.check(ctx); err != nil {
		return nil, err
	}
	if _, err := ParseSession(session); err != nil {
		return nil, err
	}
	s := m.sessions[session]
	if s == nil {
		return nil, ErrNotFound
	}
	return s, nil
}

// Append implements Log.
func (m *Memory) Append(ctx context.Context, session string, expect uint64, group [][]byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, err := m.find(ctx, session)
	if err != nil {
		return err
	}
	if err := CheckGroup(group); err != nil {
		return err
	}
	if actual := s.last(); actual != expect {
		return &ConflictError{Expected: expect, Actual: actual}
	}
	for _, data := range group {
		s.records = append(s.records, slices.Clone(data))
	}
	return nil
}

// Read implements Log.
func (m *Memory) Read(ctx context.Context, session string, after uint64, limit int) ([]Record, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	s, err := m.find(ctx, session)
	if err != nil {
		return nil, err
	}
	if after < s.dropped {
		return nil, ErrCompacted
	}
	var records []Record
	for seq := after; seq < s.last() && len(records) < limit; seq++ {
		data := slices.Clone(s.records[seq-s.dropped])
		records = append(records, Record{Seq: seq + 1, Data: data})
	}
	return records, nil
}

// Snapshot implements Log.
func (m *Memory) Snapshot(ctx context.Context, session string) (snap Snapshot, ok bool, err error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	s, err := m.find(ctx, session)
	if err != nil || s.snap == nil {
		return Snapshot{}, false, err
	}
	return Snapshot{Seq: s.snap.Seq, Data: slices.Clone(s.snap.Data)}, true, nil
}

// PutSnapshot implements Log. It drops all records that snap replaces.
func (m *Memory) PutSnapshot(ctx context.Context, session string, snap Snapshot) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, err := m.find(ctx, session)
	if err != nil {
		return err
	}
	switch err := CheckSnapshot(snap); {
	case err != nil:
		return err
	case snap.Seq > s.last():
		return ErrBeyondEnd
	case snap.Seq < s.dropped:
		return nil
	}
	s.records = slices.Clone(s.records[snap.Seq-s.dropped:])
	s.dropped = snap.Seq
	s.snap = &Snapshot{Seq: snap.Seq, Data: slices.Clone(snap.Data)}
	return nil
}

// Close implements Log.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return ErrClosed
	}
	m.closed, m.sessions = true, nil
	return nil
}
