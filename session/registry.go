package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"

	"remoted/eventlog"
	"remoted/protocol"
)

// ErrNotFound says that there is no such session, or that it ended.
var ErrNotFound = errors.New("no such session")

// ErrTooMany says that the server holds [MaxSessions].
var ErrTooMany = errors.New("the server holds as many sessions as it can")

// ErrClosed says that the registry is closed because the server stops.
var ErrClosed = errors.New("the server stops")

// Config is what a registry needs.
type Config struct {
	Log      eventlog.Log
	Resolver Resolver
	Logger   *slog.Logger
	TTL      time.Duration // how long a session is kept that nobody visits; 0: [DefaultTTL]

	// Fallback finds what plays while nothing is queued. nil: nothing is found.
	Fallback Fallback

	// OnEnd is told when a session has ended for good: what others keep of it goes,
	// too. It is called from one goroutine, which it may hold up. nil: nobody.
	OnEnd func(session string)
}

// Registry holds all sessions of a server: those in memory, and the names of
// those that are only stored.
type Registry struct {
	config Config
	stats  Stats

	mu       sync.Mutex
	sessions map[string]*record // by session id
	codes    map[string]string  // join code to session id
	closed   bool

	stop context.CancelFunc
	work sync.WaitGroup
}

// record is a session that exists, in memory or not.
type record struct {
	code string
	live *Session // nil: stored only
}

// Open reads the names of the stored sessions and starts the housekeeping, which
// [Registry.Close] ends.
func Open(ctx context.Context, c Config) (*Registry, error) {
	if c.TTL == 0 {
		c.TTL = DefaultTTL
	}
	if c.OnEnd == nil {
		c.OnEnd = func(string) {}
	}
	r := &Registry{config: c, sessions: make(map[string]*record), codes: make(map[string]string)}
	err := r.eachStored(ctx, func(info eventlog.Info) {
		m, err := decodeMeta(info.Meta)
		if err != nil {
			c.Logger.Error("session left out", "session", info.Session, "err", err)
			return
		}
		r.sessions[info.Session] = &record{code: m.Code}
		r.codes[m.Code] = info.Session
	})
	if err != nil {
		return nil, fmt.Errorf("list sessions: %w", err)
	}
	housekeeping, stop := context.WithCancel(context.Background())
	r.stop = stop
	r.work.Go(func() { r.keepHouse(housekeeping) })
	return r, nil
}

// eachStored calls f for every stored session.
func (r *Registry) eachStored(ctx context.Context, f func(eventlog.Info)) error {
	const page = 1000
	for after := ""; ; {
		infos, err := r.config.Log.List(ctx, after, page)
		if err != nil {
			return err
		}
		for _, info := range infos {
			f(info)
			after = info.Session
		}
		if len(infos) < page {
			return nil
		}
	}
}

// Created is a new session.
type Created struct {
	Session string // UUID
	Code    string // join code
	Owner   string // the secret that grants administration; only its hash is kept
}

// Create makes a session. It is durable on return. [ErrTooMany].
func (r *Registry) Create(ctx context.Context) (Created, error) {
	id, err := uuid.NewRandom()
	if err != nil {
		return Created{}, err
	}
	code, err := r.reserve(id.String())
	if err != nil {
		return Created{}, err
	}
	now := time.Now()
	m, owner := newMeta(code, now)
	data, err := json.Marshal(m)
	if err == nil {
		err = r.config.Log.Create(ctx, id.String(), data, now.UnixMilli())
	}
	if err != nil {
		r.release(id.String())
		return Created{}, fmt.Errorf("create session: %w", err)
	}
	return Created{Session: id.String(), Code: code, Owner: owner}, nil
}

// reserve enters a session under a code that is not in use.
func (r *Registry) reserve(id string) (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.sessions) >= MaxSessions {
		return "", ErrTooMany
	}
	code := newCode()
	for r.codes[code] != "" {
		code = newCode()
	}
	r.sessions[id] = &record{code: code}
	r.codes[code] = id
	return code, nil
}

func (r *Registry) release(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if rec := r.sessions[id]; rec != nil {
		delete(r.codes, rec.code)
		delete(r.sessions, id)
	}
}

// Code returns a session's join code. [ErrNotFound].
func (r *Registry) Code(id string) (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if rec := r.sessions[id]; rec != nil {
		return rec.code, nil
	}
	return "", ErrNotFound
}

// ByCode returns the session of a join code, as typed. [ErrNotFound].
func (r *Registry) ByCode(typed string) (string, error) {
	code, ok := NormalizeCode(typed)
	r.mu.Lock()
	defer r.mu.Unlock()
	if id := r.codes[code]; ok && id != "" {
		return id, nil
	}
	return "", ErrNotFound
}

// Stats returns the figures of all sessions.
func (r *Registry) Stats() *Stats { return &r.stats }

// Sessions is how many sessions exist.
func (r *Registry) Sessions() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.sessions)
}

// View is a session as those see it who are not in it.
type View struct {
	Epoch   string
	Seq     uint64
	State   protocol.Frame    // an encoded [protocol.State]
	History []protocol.Played // the last items that played, newest first
}

type view struct {
	View
	err error
}

// View returns a session's state. [ErrNotFound].
func (r *Registry) View(ctx context.Context, id string) (View, error) {
	reply := make(chan view, 1)
	if err := r.post(ctx, id, request{view: reply}); err != nil {
		return View{}, err
	}
	select {
	case v := <-reply:
		return v.View, v.err
	case <-ctx.Done():
		return View{}, ctx.Err()
	}
}

// Join takes a client into the session that its register request names, and has
// it answered on conn, or returns why not.
func (r *Registry) Join(ctx context.Context, id string, reg protocol.Register, conn Conn) (*Client, *protocol.Error) {
	reply := make(chan joined, 1)
	err := r.post(ctx, reg.Session, request{join: &join{id: id, register: reg, conn: conn, reply: reply}})
	switch {
	case errors.Is(err, ErrNotFound):
		return nil, protocol.Errorf(protocol.SessionNotFound, "session", "there is no such session, or it ended")
	case err != nil:
		if err != ErrClosed {
			r.config.Logger.Error("join", "session", reg.Session, "err", err)
		}
		return nil, protocol.Errorf(protocol.Unavailable, "", "the session cannot be reached just now")
	}
	j := <-reply // the loop answers every join
	return j.client, j.refusal
}

// post hands a request to a session, which is brought into memory for it.
func (r *Registry) post(ctx context.Context, id string, req request) error {
	for {
		s, err := r.session(ctx, id)
		if err != nil {
			return err
		}
		if s.post(req) {
			return nil
		}
		// It leaves the memory at this moment; the next one takes its place.
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Millisecond):
		}
	}
}

// session returns a session that is in memory. The lock is not held while the log is
// asked: a disk that hesitates holds up those who ask for this session only.
func (r *Registry) session(ctx context.Context, id string) (*Session, error) {
	if s, err := r.wake(id, nil); s != nil || err != nil {
		return s, err
	}
	info, err := r.config.Log.Info(ctx, id)
	if errors.Is(err, eventlog.ErrNotFound) {
		return nil, ErrNotFound // it is being made
	}
	if err != nil {
		return nil, err
	}
	m, err := decodeMeta(info.Meta)
	if err != nil {
		return nil, err
	}
	return r.wake(id, &m)
}

// wake returns a session that is in memory; or else, if its meta is given, brings it
// there.
func (r *Registry) wake(id string, m *meta) (*Session, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	rec := r.sessions[id]
	switch {
	case r.closed:
		return nil, ErrClosed
	case rec == nil:
		return nil, ErrNotFound
	case rec.live != nil:
		return rec.live, nil
	case m == nil:
		return nil, nil
	}
	rec.live = newSession(id, *m, &r.config, &r.stats)
	r.stats.Live.Add(1)
	return rec.live, nil
}

// Close says goodbye to all clients, ends every session's work, and waits for it,
// at most until ctx ends. The log stays open.
func (r *Registry) Close(ctx context.Context) error {
	r.stop()
	r.mu.Lock()
	r.closed = true
	var live []*Session
	for _, rec := range r.sessions {
		if rec.live != nil {
			live = append(live, rec.live)
		}
	}
	r.mu.Unlock()
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.work.Wait()
		stopAll(live)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("close sessions: %w", ctx.Err())
	}
}

func stopAll(live []*Session) {
	stopped := make([]chan struct{}, 0, len(live))
	for _, s := range live {
		c := make(chan struct{})
		if s.post(request{stop: c}) {
			stopped = append(stopped, c)
		}
	}
	for _, c := range stopped {
		<-c
	}
	for _, s := range live {
		s.lookups.stop()
		s.openings.stop()
		s.mailbox.close()
	}
}
