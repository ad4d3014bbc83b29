package session

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"remoted/protocol"
)

// join asks a session to take a client in.
type join struct {
	id       string // of the register request
	register protocol.Register
	conn     Conn
	reply    chan<- joined
}

// joined is the answer to a join: a client, or why not.
type joined struct {
	client  *Client
	refusal *protocol.Error
}

// enter takes a client in and sends it what it needs to follow.
func (s *Session) enter(j *join) joined {
	if refusal := s.unfit(); refusal != nil {
		return joined{refusal: refusal}
	}
	r := j.register
	c := &Client{session: s, conn: j.conn, id: r.Client, role: r.Role, name: r.Name}
	if c.id == "" {
		c.id = uuid.NewString()
	}
	old := s.clients[c.id]
	if old == nil && len(s.clients) >= MaxClients {
		return joined{refusal: protocol.Errorf(protocol.LimitReached, "", "a session holds at most %d clients", MaxClients)}
	}
	frame, err := s.registered(c, j)
	if err != nil {
		s.logger.Error("register", "client", c.id, "err", err)
		return joined{refusal: protocol.Errorf(protocol.Internal, "", "something went wrong on the server")}
	}
	if old != nil {
		s.remove(old)
		old.conn.Close(protocol.CloseReplaced)
	}
	s.clients[c.id] = c
	s.order = append(s.order, c)
	s.occupants.Store(int64(len(s.order)))
	s.stats.joined(c.role, +1)
	c.conn.Send(frame)
	s.greet(c)
	s.logger.Info("client joined", "client", c.id, "role", c.role, "seq", s.state.Seq)
	return joined{client: c}
}

// greet sends what is not part of the state.
func (s *Session) greet(c *Client) {
	s.tellPresence = true
	if c.role == protocol.Player {
		s.tellPlayers = true
		s.ping(c)
		return
	}
	if frame := s.encode(protocol.EventPlayers, s.players()); frame != nil {
		c.conn.Send(frame)
	}
}

// registered encodes the answer to a register: the events that the client missed
// when all are at hand, else the state.
func (s *Session) registered(c *Client, j *join) (protocol.Frame, error) {
	d := protocol.Registered{
		Session:    s.id,
		Client:     c.id,
		Role:       c.role,
		Epoch:      s.meta.Epoch,
		ServerTime: time.Now().UnixMilli(),
	}
	var err error
	d.State, d.Events, err = s.since(j.register.Resume)
	if err != nil {
		return nil, err
	}
	return protocol.Encode(protocol.Envelope{Event: protocol.EventRegistered, ID: j.id, Seq: s.state.Seq}, d)
}

// since returns what came after a client's last event, or the whole state.
func (s *Session) since(from *protocol.Resume) (protocol.Frame, []protocol.Frame, error) {
	if from != nil && from.Epoch == s.meta.Epoch {
		if events, ok := s.replay.after(from.Seq, s.state.Seq); ok {
			return nil, events, nil
		}
	}
	state, err := s.encodeState()
	return state, nil, err
}

// download answers a sync.
func (s *Session) download(c *Client, id string, from *protocol.Resume) {
	state, events, err := s.since(from)
	var frame protocol.Frame
	if err == nil {
		d := protocol.Download{State: state, Events: events}
		frame, err = protocol.Encode(protocol.Envelope{Event: protocol.EventDownload, ID: id, Seq: s.state.Seq}, d)
	}
	if err != nil {
		s.logger.Error("sync", "client", c.id, "err", err)
		c.refuse(id, protocol.Errorf(protocol.Internal, "", "something went wrong on the server"))
		return
	}
	c.conn.Send(frame)
}

// drop takes a client out whose connection is gone.
func (s *Session) drop(c *Client) {
	if s.clients[c.id] == c {
		s.remove(c)
		s.logger.Info("client left", "client", c.id, "role", c.role, "seq", s.state.Seq)
	}
}

func (s *Session) remove(c *Client) {
	delete(s.clients, c.id)
	s.order = slices.DeleteFunc(s.order, func(o *Client) bool { return o == c })
	s.stats.joined(c.role, -1)
	s.tellPresence = true
	s.tellPlayers = s.tellPlayers || c.role == protocol.Player
	s.occupants.Store(int64(len(s.order)))
	s.emptied.Store(time.Now().UnixMilli())
	s.touch()
}

// closeAll ends every connection with a code.
func (s *Session) closeAll(code protocol.Close) {
	for _, c := range s.order {
		c.conn.Close(code)
	}
}

// tell sends what is not sequenced, once for all that changed in a batch.
func (s *Session) tell() {
	if s.tellPresence {
		s.broadcast(protocol.EventPresence, s.presence())
	}
	if s.tellPlayers {
		s.broadcast(protocol.EventPlayers, s.players())
	}
	s.tellPresence, s.tellPlayers = false, false
}

func (s *Session) broadcast(event string, data any) {
	if frame := s.encode(event, data); frame != nil {
		for _, c := range s.order {
			c.conn.Send(frame)
		}
	}
}

// encode makes the frame of a message that is not sequenced, or logs why not.
func (s *Session) encode(event string, data any) protocol.Frame {
	frame, err := protocol.Encode(protocol.Envelope{Event: event}, data)
	if err != nil {
		s.logger.Error("encode", "event", event, "err", err)
	}
	return frame
}

func (s *Session) presence() protocol.Presence {
	p := protocol.Presence{Clients: make([]protocol.ClientInfo, len(s.order))}
	for i, c := range s.order {
		p.Clients[i] = protocol.ClientInfo{Client: c.id, Role: c.role, Name: c.name}
	}
	return p
}

func (s *Session) encodeState() (protocol.Frame, error) {
	if s.encoded.frame == nil || s.encoded.seq != s.state.Seq {
		frame, err := protocol.EncodeState(wireState(s.id, &s.state))
		if err != nil {
			return nil, err
		}
		s.encoded = encodedState{s.state.Seq, frame}
	}
	return s.encoded.frame, nil
}
