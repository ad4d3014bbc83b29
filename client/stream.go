package client

import (
	"context"
	"iter"
	"sync"
)

// Stream hands out a client's events, in order. One goroutine at a time reads it.
type Stream struct {
	client *Client
	wake   chan struct{} // holds one: there is something to look at

	mu    sync.Mutex
	queue []Event
	err   error // what comes after the queue
}

// Events returns a stream of what happens from now on. Its first event is of
// [KindState], the state that the others go on from. Close it when it is no longer
// read: up to 4,096 events wait for the reader, then it ends with [ErrOverflow].
func (c *Client) Events() *Stream {
	s := &Stream{client: c, wake: make(chan struct{}, 1)}
	c.mu.Lock()
	defer c.mu.Unlock()
	s.push(Event{Kind: KindState, Seq: c.seq, State: c.state})
	if c.ended {
		s.end(c.err)
		return s
	}
	c.streams[s] = true
	return s
}

// Next waits for the next event. After the last one it returns why there are no
// more, as [Client.Err] does, or [ErrOverflow].
func (s *Stream) Next(ctx context.Context) (Event, error) {
	for {
		if e, ok, err := s.take(); ok || err != nil {
			return e, err
		}
		select {
		case <-s.wake:
		case <-ctx.Done():
			return Event{}, ctx.Err()
		}
	}
}

// All iterates over the events until ctx ends or there are no more; the last pair
// holds the error that says which.
func (s *Stream) All(ctx context.Context) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		for {
			e, err := s.Next(ctx)
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// Close ends the stream.
func (s *Stream) Close() {
	s.client.mu.Lock()
	defer s.client.mu.Unlock()
	delete(s.client.streams, s)
	s.end(ErrClosed)
}

func (s *Stream) take() (Event, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) == 0 {
		return Event{}, false, s.err
	}
	e := s.queue[0]
	s.queue[0] = Event{} // let its state go
	s.queue = s.queue[1:]
	return e, true, nil
}

// push adds an event, and reports whether the stream goes on.
func (s *Stream) push(e Event) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) >= maxStream && s.err == nil {
		s.err = ErrOverflow
	}
	if s.err == nil {
		s.queue = append(s.queue, e)
	}
	s.signal()
	return s.err == nil
}

func (s *Stream) end(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
	s.signal()
}

func (s *Stream) signal() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}
