package session

import (
	"log/slog"
	"sync/atomic"
	"time"

	"remoted/eventlog"
	"remoted/playlist"
	"remoted/protocol"
)

// Session is one room: a playlist, and the clients that share it.
type Session struct {
	mailbox

	// Static.
	id       string
	meta     meta
	log      eventlog.Log
	resolver Resolver
	stats    *Stats
	logger   *slog.Logger
	lookups  *lookups
	openings *openings
	fallback Fallback // nil: none

	// Owned by the loop.
	loaded  bool
	broken  error          // why the session cannot be loaded or went down; it stays so
	state   playlist.State // as it is stored and shown
	window  window
	replay  replay
	encoded encodedState
	group   group
	clients map[string]*Client // by client id
	order   []*Client          // in the order of joining, as presence lists them

	tellPresence, tellPlayers bool // after the batch

	pace     pace
	feed     feed
	alarm    *time.Timer // posts a tick
	touched  time.Time
	snapshot uint64 // seq of the last one stored
	tried    uint64 // seq at which the last one was tried

	// Written by the loop, read by the registry.
	occupants atomic.Int64
	emptied   atomic.Int64 // Unix ms at which the last client left
}

func newSession(id string, m meta, c *Config, stats *Stats) *Session {
	s := &Session{
		id:       id,
		meta:     m,
		log:      c.Log,
		resolver: resolverFor(c.Resolver, id),
		stats:    stats,
		logger:   c.Logger.With("session", id),
		clients:  make(map[string]*Client),
		fallback: c.Fallback,
	}
	s.mailbox.run = s.handle
	s.lookups = newLookups(id, c.Resolver, s.logger, func(f found) { s.post(request{found: &f}) })
	s.openings = newOpenings(id, c.Resolver, s.logger, func(o opened) { s.post(request{opened: &o}) })
	s.emptied.Store(time.Now().UnixMilli())
	return s
}

// handle is the loop's body: all that waited, in order.
func (s *Session) handle(batch []request) {
	left := batch
	defer func() {
		if p := recover(); p != nil {
			s.breakDown(p, left)
		}
	}()
	if !s.loaded && s.broken == nil {
		s.load()
	}
	for ; len(left) > 0; left = left[1:] {
		s.serve(left[0])
	}
	s.flush()
	s.settle()
	s.tell()
	if s.state.Seq-max(s.snapshot, s.tried) >= snapshotEvery {
		if err := s.save(); err != nil {
			s.logger.Warn("snapshot", "seq", s.state.Seq, "err", err)
		}
	}
}

// settle does what is due until nothing more follows from it: a failed item that
// is passed over brings another one, whose players are waited for.
func (s *Session) settle() {
	const steps = 4 // more than one thing can bring about
	for range steps {
		s.regulate()
		if len(s.group.records) == 0 {
			return
		}
		if !s.flush() {
			s.retryLater()
			return
		}
	}
}

func (s *Session) serve(r request) {
	if r.message.Data != nil {
		s.receive(r.from, r.message)
		return
	}
	if r.found != nil {
		s.learn(r.found)
		return
	}
	if r.opened != nil {
		s.unfold(r.opened)
		return
	}
	if r.filler != nil {
		s.fill(r.filler)
		return
	}
	s.flush() // what follows must see what came before, and see it stored
	switch {
	case r.join != nil:
		r.join.reply <- s.enter(r.join)
	case r.leave:
		s.drop(r.from)
	case r.view != nil:
		r.view <- s.look()
	case r.files != nil:
		r.files <- s.ownFiles()
	case r.bring != nil:
		r.bring.reply <- s.takeIn(r.bring)
	case r.stop != nil:
		s.shut()
		close(r.stop)
	}
}

// receive handles a client's message.
func (s *Session) receive(c *Client, m protocol.Message) {
	if s.clients[c.id] != c {
		return // it was replaced, and closed
	}
	if len(s.group.entries) >= maxGroup || s.group.bytes >= maxGroupBytes {
		s.flush()
	}
	switch d := m.Data.(type) {
	case protocol.Sync:
		s.flush()
		s.download(c, m.ID, d.From)
	case protocol.Report:
		s.receiveReport(c, m.ID, d)
	case protocol.Pong:
		s.receivePong(c, d)
	default:
		s.command(c, m)
	}
}

// command decides a client's request and adds what comes of it to the group.
func (s *Session) command(c *Client, m protocol.Message) {
	if refusal := s.unfit(); refusal != nil {
		s.group.answer(c, protocol.EncodeError(m.ID, refusal))
		return
	}
	if seq, ok := s.group.seq(&s.window, c.id, m.ID); ok {
		s.group.answer(c, protocol.EncodeAck(m.ID, seq))
		return
	}
	do, refusal := s.action(m)
	if refusal != nil {
		s.group.answer(c, protocol.EncodeError(m.ID, refusal))
		return
	}
	err := s.decide(playlist.Command{By: c.author(), ID: m.ID, Do: do})
	switch {
	case err == nil:
		s.tryAgain(do)
	case err == playlist.ErrNoChange:
		s.group.answer(c, protocol.EncodeAck(m.ID, s.group.next.Seq))
	default:
		e := wireError(err, s.group.next.Seq)
		if e.Code == protocol.Internal {
			s.logger.Error("decide", "client", c.id, "event", m.Event, "code", e.Code, "err", err)
		}
		s.group.answer(c, protocol.EncodeError(m.ID, e))
	}
}

// action is what a message asks for. An address that brings its reader down costs who
// sent it an error.
func (s *Session) action(m protocol.Message) (do playlist.Action, refusal *protocol.Error) {
	err := outside(s.logger, func() error {
		do, refusal = action(m, s.resolver)
		return nil
	})
	if err != nil {
		return nil, wireError(err, 0)
	}
	return do, refusal
}

// unfit says why the session can do nothing at the moment.
func (s *Session) unfit() *protocol.Error {
	switch {
	case s.broken != nil:
		return protocol.Errorf(protocol.SessionNotFound, "", "this session ended, it cannot be read any more")
	case !s.loaded:
		return protocol.Errorf(protocol.Unavailable, "", "this session cannot be read just now")
	}
	return nil
}

// own decides a command of the session's own; what changes nothing is fine.
func (s *Session) own(do playlist.Action) {
	if s.unfit() != nil {
		return
	}
	if err := s.decide(playlist.Command{Do: do}); err != nil && err != playlist.ErrNoChange {
		s.logger.Warn("own command", "command", do, "err", err)
	}
}

// look returns the state for those who are not clients.
func (s *Session) look() view {
	if refusal := s.unfit(); refusal != nil {
		return view{err: refusal}
	}
	state, err := s.encodeState()
	return view{View: View{
		Epoch:   s.meta.Epoch,
		Seq:     s.state.Seq,
		State:   state,
		History: wireHistory(s.state.History),
	}, err: err}
}

// encodedState is a state's encoding, kept while the state is the same: many ask
// for it when a server starts.
type encodedState struct {
	seq   uint64
	frame protocol.Frame
}
