package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"remoted/eventlog"
	"remoted/playlist"
	"remoted/protocol"
)

// stored is a snapshot's content. Version grows when its shape changes in a way
// that an older program could not read.
type stored struct {
	Version int            `json:"v"`
	State   playlist.State `json:"state"`
	Window  []accepted     `json:"window,omitempty"`
}

const snapshotVersion = 1

// readPage is how many records are read at a time.
const readPage = 512

// load rebuilds the session from the log: the first time, or after the log could
// not say what it stored. Events that clients have not seen are sent to them.
func (s *Session) load() {
	ctx, cancel := context.WithTimeout(context.Background(), storeTimeout)
	defer cancel()
	if err := s.rebuild(ctx); err != nil {
		if !corrupt(err) {
			s.logger.Error("load session", "err", err) // it is tried again with the next request
			return
		}
		s.broken = fmt.Errorf("load session: %w", err)
		s.logger.Error("session ends", "err", s.broken)
		s.closeAll(protocol.CloseEnded)
		return
	}
	s.loaded = true
	s.group.next = s.state
	s.resumeLists()
	s.afterRestart(ctx)
}

var errCorrupt = errors.New("corrupt log")

func corrupt(err error) bool {
	return errors.Is(err, errCorrupt) || errors.Is(err, eventlog.ErrNotFound)
}

func (s *Session) rebuild(ctx context.Context) error {
	if s.state.Repeat == "" { // not a state yet
		if err := s.loadSnapshot(ctx); err != nil {
			return err
		}
	}
	for {
		page, err := s.log.Read(ctx, s.id, s.state.Seq, readPage)
		if err != nil {
			return err
		}
		for _, r := range page {
			if err := s.replayRecord(r); err != nil {
				return err
			}
		}
		if len(page) < readPage {
			return nil
		}
	}
}

func (s *Session) loadSnapshot(ctx context.Context) error {
	snap, ok, err := s.log.Snapshot(ctx, s.id)
	if err != nil {
		return err // the state stays unknown, so that the snapshot is read again
	}
	if !ok {
		s.state = playlist.New()
		return nil
	}
	var in stored
	if err := json.Unmarshal(snap.Data, &in); err != nil {
		return fmt.Errorf("%w: snapshot at %d: %w", errCorrupt, snap.Seq, err)
	}
	if in.Version != snapshotVersion || in.State.Seq != snap.Seq {
		return fmt.Errorf("%w: snapshot at %d has version %d and seq %d", errCorrupt, snap.Seq, in.Version, in.State.Seq)
	}
	if err := in.State.Check(); err != nil {
		return fmt.Errorf("%w: snapshot at %d: %w", errCorrupt, snap.Seq, err)
	}
	s.state, s.snapshot = in.State, snap.Seq
	for _, a := range in.Window {
		s.window.add(a.Client, a.ID, a.Seq)
	}
	return nil
}

func (s *Session) replayRecord(r eventlog.Record) error {
	var e playlist.Event
	if err := json.Unmarshal(r.Data, &e); err != nil {
		return fmt.Errorf("%w: event %d: %w", errCorrupt, r.Seq, err)
	}
	if r.Seq != s.state.Seq+1 || e.Seq != r.Seq {
		return fmt.Errorf("%w: event %d stands after %d", errCorrupt, r.Seq, s.state.Seq)
	}
	s.publish(e)
	return nil
}

// afterRestart finds out until when the session was played. The pages went on by
// themselves if the server was not away for long.
func (s *Session) afterRestart(ctx context.Context) {
	p := s.state.Playback
	if p.Status != playlist.Playing || p.Held || len(s.order) > 0 {
		return
	}
	alive := time.UnixMilli(s.state.At)
	if info, err := s.log.Info(ctx, s.id); err == nil && info.Touched > s.state.At {
		alive = time.UnixMilli(info.Touched)
	}
	s.pace.gone, s.pace.grace = alive, 0
	if away := time.Since(alive); away < restartWithin {
		s.pace.grace = away + restartGrace
	}
}

func (s *Session) touch() {
	s.touched = time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), storeTimeout)
	defer cancel()
	if err := s.log.Touch(ctx, s.id, s.touched.UnixMilli()); err != nil {
		s.logger.Warn("touch session", "err", err)
	}
}

// save stores a snapshot of the present state.
func (s *Session) save() error {
	if s.state.Seq == s.snapshot || s.broken != nil || !s.loaded {
		return nil
	}
	s.tried = s.state.Seq
	data, err := json.Marshal(stored{snapshotVersion, s.state, s.window.entries()})
	if err != nil {
		return fmt.Errorf("encode snapshot: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), storeTimeout)
	defer cancel()
	if err := s.log.PutSnapshot(ctx, s.id, eventlog.Snapshot{Seq: s.state.Seq, Data: data}); err != nil {
		return fmt.Errorf("store snapshot: %w", err)
	}
	s.snapshot = s.state.Seq
	return nil
}

// shut says goodbye to the clients, each with its own time to come back, and
// leaves the session ready for the next start.
func (s *Session) shut() {
	spread := min(time.Duration(len(s.order))*goodbyeStep, goodbyeMax)
	for _, c := range s.order {
		wait := goodbyeMin + rand.N(spread+1)
		if frame := s.encode(protocol.EventGoodbye, protocol.Goodbye{Reason: "restart", RetryAfter: wait.Milliseconds()}); frame != nil {
			c.conn.Send(frame)
		}
		c.conn.Close(protocol.CloseRestart)
	}
	if len(s.order) > 0 {
		s.touch()
	}
	if err := s.save(); err != nil {
		s.logger.Warn("last snapshot", "err", err)
	}
	s.rest()
}

// rest stops what would wake the session.
func (s *Session) rest() {
	if s.alarm != nil {
		s.alarm.Stop()
	}
	s.lookups.cancel()
	s.openings.cancel()
}

// How long clients are asked to wait before they come back after a restart: the
// more of them, the longer the time over which they are spread.
const (
	goodbyeMin  = 250 * time.Millisecond
	goodbyeStep = 10 * time.Millisecond
	goodbyeMax  = 20 * time.Second
)
