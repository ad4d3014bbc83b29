package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"remoted/protocol"
)

// syncing is a sync that is under way: until it is answered, events are worth
// nothing, because the answer holds them all.
type syncing struct {
	id    string
	since time.Time
}

// handle takes in a message. An error says that the connection leads nowhere: the
// whole state is needed. The caller holds mu.
func (c *Client) handle(m message) error {
	if c.sync.id != "" && time.Since(c.sync.since) > syncTimeout {
		return errors.New("the events that are missing do not come")
	}
	switch m.Event {
	case protocol.EventPing:
		return c.pong(m)
	case protocol.EventAck:
		c.accepted(m.ID, m.Seq, nil)
	case protocol.EventError:
		return c.refused(m)
	case protocol.EventDownload:
		return c.downloaded(m)
	case protocol.EventPresence, protocol.EventPlayers, protocol.EventGoodbye:
		c.told(m)
	default:
		return c.sequenced(m, false)
	}
	return nil
}

func (c *Client) pong(m message) error {
	frame, err := protocol.Encode(protocol.Envelope{Event: protocol.EventPong, ID: m.ID}, m.Data)
	if err != nil {
		return fmt.Errorf("pong: %w", err)
	}
	c.conn.send(frame)
	return nil
}

// told takes in what is not sequenced.
func (c *Client) told(m message) {
	switch m.Event {
	case protocol.EventPresence:
		c.presence = m.Data
	case protocol.EventPlayers:
		c.players = m.Data
	case protocol.EventGoodbye:
		var d protocol.Goodbye
		if json.Unmarshal(m.Data, &d) == nil {
			c.retry = &d.RetryAfter
		}
	}
	c.emit(Event{Kind: KindMessage, Name: m.Event, ID: m.ID, Data: m.Data})
}

// sequenced takes in an event, or asks for what is missing before it.
func (c *Client) sequenced(m message, replayed bool) error {
	switch {
	case m.Seq == 0:
		return nil // a message that this version does not know
	case m.Seq <= c.seq:
	case c.sync.id != "":
	case m.Seq > c.seq+1:
		if err := c.ask(); err != nil {
			return err
		}
	default:
		state, err := apply(c.state, m.Data)
		if err != nil {
			return err
		}
		c.state, c.seq = state, m.Seq
		e := Event{Kind: KindEvent, Name: m.Event, At: m.At, By: m.By, ID: m.ID, Data: m.Data, Replayed: replayed}
		c.emit(e)
		e.Seq, e.State = c.seq, c.state
		if m.By == c.id {
			c.accepted(m.ID, m.Seq, &e)
		}
		c.release()
		return nil
	}
	if m.By == c.id {
		c.accepted(m.ID, m.Seq, nil)
	}
	return nil
}

// ask has the server send what came after the last event that is here.
func (c *Client) ask() error {
	id := c.nextID()
	frame, err := protocol.Encode(protocol.Envelope{Event: protocol.EventSync, ID: id}, protocol.Resume{Epoch: c.epoch, Seq: c.seq})
	if err != nil {
		return fmt.Errorf("sync: %w", err)
	}
	c.sync = syncing{id, time.Now()}
	c.conn.send(frame)
	return nil
}

// downloaded takes in the answer to a sync.
func (c *Client) downloaded(m message) error {
	if m.ID != c.sync.id {
		return nil
	}
	c.sync = syncing{}
	var b base
	if err := json.Unmarshal(m.Data, &b); err != nil {
		return fmt.Errorf("download: %w", err)
	}
	c.takeOver(b, m.Seq)
	if c.seq != m.Seq {
		return errors.New("events are missing")
	}
	return nil
}

// takeOver takes in a state, or the events that were missed. When they do not lead
// to seq, it asks once more.
func (c *Client) takeOver(b base, seq uint64) {
	if b.State != nil {
		c.state, c.seq = *b.State, seq
		c.emit(Event{Kind: KindState})
	}
	for _, m := range b.Events {
		if c.sequenced(m, true) != nil {
			break
		}
	}
	if c.seq != seq && c.sync.id == "" {
		_ = c.ask() // a resume can be encoded
	}
	c.release()
}

// refused takes in the refusal of a request.
func (c *Client) refused(m message) error {
	switch {
	case m.Error == nil:
	case m.ID != "" && m.ID == c.sync.id:
		return m.Error
	case c.pending[m.ID] != nil:
		c.settle(c.pending[m.ID], reply{err: m.Error})
	}
	return nil
}
