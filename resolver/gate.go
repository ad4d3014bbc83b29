package resolver

import (
	"context"
	"sync"
)

const (
	// perSession is how many look-ups of one session run at a time. Each asks one
	// thing after the other, so these are its outside requests as well.
	perSession = 4

	// perServer bounds those of all sessions together: 64 answers of 2 MiB.
	perServer = 64
)

type sessionKey struct{}

// WithSession returns a context whose look-ups count for that session. Without,
// they count for one session that all share.
func WithSession(ctx context.Context, session string) context.Context {
	return context.WithValue(ctx, sessionKey{}, session)
}

// gate lets look-ups through, so many at a time.
type gate struct {
	all chan struct{}

	mu       sync.Mutex
	sessions map[string]*seats // those in use
}

type seats struct {
	taken chan struct{}
	users int // who have or want one
}

func newGate() *gate {
	return &gate{all: make(chan struct{}, perServer), sessions: map[string]*seats{}}
}

// enter waits for a turn, or for ctx to end. Who got one calls leave.
func (g *gate) enter(ctx context.Context) (leave func(), err error) {
	session, _ := ctx.Value(sessionKey{}).(string)
	s := g.join(session)
	select {
	case s.taken <- struct{}{}:
	case <-ctx.Done():
		g.part(session)
		return nil, ctx.Err()
	}
	select {
	case g.all <- struct{}{}:
	case <-ctx.Done():
		<-s.taken
		g.part(session)
		return nil, ctx.Err()
	}
	return func() {
		<-g.all
		<-s.taken
		g.part(session)
	}, nil
}

func (g *gate) join(session string) *seats {
	g.mu.Lock()
	defer g.mu.Unlock()
	s := g.sessions[session]
	if s == nil {
		s = &seats{taken: make(chan struct{}, perSession)}
		g.sessions[session] = s
	}
	s.users++
	return s
}

func (g *gate) part(session string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	s := g.sessions[session]
	if s.users--; s.users == 0 {
		delete(g.sessions, session)
	}
}
