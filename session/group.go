package session

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"remoted/eventlog"
	"remoted/playlist"
	"remoted/protocol"
)

// group is what was decided and is not yet stored.
type group struct {
	next    playlist.State // the state that the events lead to
	records [][]byte
	bytes   int // of the records
	entries []entry
}

// entry is an event, or an answer that waits for the events before it.
type entry struct {
	event  *playlist.Event
	to     *Client
	answer protocol.Frame
}

func (g *group) answer(c *Client, f protocol.Frame) {
	g.entries = append(g.entries, entry{to: c, answer: f})
}

// seq returns the seq with which a request was accepted, stored or not.
func (g *group) seq(w *window, client, id string) (uint64, bool) {
	for _, e := range g.entries {
		if e.event != nil && e.event.By == client && e.event.ID == id {
			return e.event.Seq, true
		}
	}
	return w.seq(client, id)
}

// decide adds the event that a command amounts to, or returns why there is none.
func (s *Session) decide(c playlist.Command) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("decide %T: %v\n%s", c.Do, p, debug.Stack())
		}
	}()
	c.At = time.Now().UnixMilli()
	c.Seed = seed()
	c.Players, c.Ready = s.audience()
	e, err := playlist.Decide(s.group.next, c)
	if err != nil {
		return err
	}
	record, err := encodeRecord(e)
	if err != nil {
		return fmt.Errorf("encode event: %w", err)
	}
	if len(record) > eventlog.MaxRecordBytes {
		return &playlist.Error{Code: playlist.CodeLimitReached, Message: "this is more than can be stored at once"}
	}
	next := playlist.Apply(s.group.next, e)
	s.group.next = next
	s.group.records = append(s.group.records, record)
	s.group.bytes += len(record)
	s.group.entries = append(s.group.entries, entry{event: &e})
	return nil
}

// encodeRecord encodes an event for the log. Addresses are full of ampersands,
// which only HTML needs escaped: they would grow to six times their size.
func encodeRecord(e playlist.Event) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func seed() uint64 {
	var b [8]byte
	rand.Read(b[:]) // never fails: crypto/rand ends the process instead
	return binary.LittleEndian.Uint64(b[:])
}

// flush makes the group durable and tells everybody; or, if that fails, tells
// those who asked that it is not, and returns false.
func (s *Session) flush() bool {
	g := s.group
	s.group = group{next: g.next}
	if len(g.records) > 0 {
		began := time.Now()
		if err := s.append(g.records); err != nil {
			s.logger.Error("append events", "seq", s.state.Seq, "events", len(g.records), "err", err)
			s.giveUp(g)
			return false
		}
		s.stats.stored(len(g.records), time.Since(began))
	}
	for _, e := range g.entries {
		if e.event != nil {
			s.publish(*e.event)
			s.lookUp(e.event)
			s.openLists(e.event)
		} else {
			e.to.conn.Send(e.answer)
		}
	}
	s.group.next = s.state
	return true
}

// append stores records after the current event. When the log cannot say whether
// it did, its tail is read again: an answer must be true.
func (s *Session) append(records [][]byte) error {
	ctx, cancel := context.WithTimeout(context.Background(), storeTimeout)
	defer cancel()
	err := s.log.Append(ctx, s.id, s.state.Seq, records)
	if errors.Is(err, eventlog.ErrConflict) {
		s.loaded = false // somebody else wrote; their events come first
	}
	if err == nil || notStored(err) {
		return err
	}
	tail, readErr := s.log.Read(ctx, s.id, s.state.Seq, len(records))
	if readErr != nil {
		s.loaded = false // whatever is stored is found before the next request
		return errors.Join(err, readErr)
	}
	if len(tail) != len(records) {
		return err
	}
	for i, r := range tail {
		if !bytes.Equal(r.Data, records[i]) {
			return err
		}
	}
	return nil
}

// notStored reports whether an error of Append means that nothing was stored.
func notStored(err error) bool {
	return errors.Is(err, eventlog.ErrConflict) || errors.Is(err, eventlog.ErrNotFound) ||
		errors.Is(err, eventlog.ErrTooLarge) || errors.Is(err, eventlog.ErrClosed) ||
		errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled)
}

// giveUp takes back what was decided and could not be stored.
func (s *Session) giveUp(g group) {
	s.group.next = s.state
	for _, e := range g.entries {
		switch {
		case e.event == nil: // it rested on events that are not
			e.to.conn.Close(protocol.CloseUnavailable)
		case e.event.ID != "":
			if c := s.clients[e.event.By]; c != nil {
				c.refuse(e.event.ID, protocol.Errorf(protocol.Unavailable, "", "this could not be stored just now"))
			}
		default:
			s.lostList(e.event)
		}
	}
}

// publish applies a stored event and sends it to everybody.
func (s *Session) publish(e playlist.Event) {
	frame, err := encodeEvent(emptied(e, s.state.Items))
	before := s.state.Playback.Item
	s.state = playlist.Apply(s.state, e)
	s.window.add(e.By, e.ID, e.Seq)
	s.forget(e, before)
	if err != nil { // a state that cannot be told is a fault of ours; nobody may miss it silently
		s.logger.Error("encode event", "seq", e.Seq, "err", err)
		s.replay = replay{}
		s.closeAll(protocol.CloseUnavailable)
		return
	}
	s.replay.add(e.Seq, frame)
	for _, c := range s.order {
		c.conn.Send(frame)
	}
	s.stats.sent(len(s.order))
}
