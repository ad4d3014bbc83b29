package eventlog

import (
	"context"
	"maps"
	"slices"
)

// Create implements Log.
func (m *Memory) Create(ctx context.Context, session string, meta []byte, at int64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.check(ctx); err != nil {
		return err
	}
	if _, err := ParseSession(session); err != nil {
		return err
	}
	if err := CheckMeta(meta); err != nil {
		return err
	}
	if m.sessions[session] != nil {
		return ErrExists
	}
	m.sessions[session] = &memorySession{meta: slices.Clone(meta), touched: at}
	return nil
}

// Info implements Log.
func (m *Memory) Info(ctx context.Context, session string) (Info, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	s, err := m.find(ctx, session)
	if err != nil {
		return Info{}, err
	}
	return s.info(session), nil
}

func (s *memorySession) info(session string) Info {
	return Info{Session: session, Meta: slices.Clone(s.meta), Touched: s.touched}
}

// Touch implements Log.
func (m *Memory) Touch(ctx context.Context, session string, at int64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, err := m.find(ctx, session)
	if err != nil {
		return err
	}
	s.touched = max(s.touched, at)
	return nil
}

// List implements Log. It sorts all names at each call, which is fine for the
// numbers that fit in memory.
func (m *Memory) List(ctx context.Context, after string, limit int) ([]Info, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if err := m.check(ctx); err != nil {
		return nil, err
	}
	if err := checkAfter(after); err != nil {
		return nil, err
	}
	var infos []Info
	for _, session := range slices.Sorted(maps.Keys(m.sessions)) {
		if session > after && len(infos) < limit {
			infos = append(infos, m.sessions[session].info(session))
		}
	}
	return infos, nil
}

func checkAfter(after string) error {
	if after == "" {
		return nil
	}
	_, err := ParseSession(after)
	return err
}

// Delete implements Log.
func (m *Memory) Delete(ctx context.Context, session string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, err := m.find(ctx, session); err != nil {
		return err
	}
	delete(m.sessions, session)
	return nil
}
