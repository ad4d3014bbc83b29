package client

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"remoted/protocol"
)

// Reply says what became of a request.
type Reply struct {
	// Seq is that of the event that the request led to; or, when it changed nothing,
	// the session's.
	Seq uint64
	// Event is the event that it led to. It is nil when the request changed nothing,
	// and when the connection was lost so long that only the state came back.
	Event *Event
}

// reply is an answer to a request.
type reply struct {
	Reply
	err error
}

// request is one that waits for its answer.
type request struct {
	// Static.
	id     string
	number uint64 // in the order in which requests came
	frame  protocol.Frame
	done   chan reply // holds one

	// Guarded by the client's mu.
	sent  bool  // and not refused since
	early reply // the answer, for an event that is not here yet
}

func (r *request) answer(a reply) { r.done <- a }

// Send asks the session for something and returns when it is stored, or changed
// nothing. The event is "add", "remove", "move", "clear", "undo", "upload" or
// "command"; data is one of the types of package protocol, such as protocol.Add, or
// anything else that encodes to JSON, nil for none.
//
// It waits while there is no connection, and sends a request again that is refused
// for the moment only. When ctx ends first, the request may still be done. Errors:
// [*Error], [ErrUncertain], ctx's, and those of [Client.Err].
func (c *Client) Send(ctx context.Context, event string, data any) (uint64, error) {
	r, err := c.Do(ctx, event, data)
	return r.Seq, err
}

// Do is [Client.Send] that also returns the event.
func (c *Client) Do(ctx context.Context, event string, data any) (Reply, error) {
	r, err := c.request(event, data)
	if err != nil {
		return Reply{}, err
	}
	select {
	case c.slots <- struct{}{}:
		defer func() { <-c.slots }()
	case <-ctx.Done():
		return Reply{}, fmt.Errorf("%s: %w", event, ctx.Err())
	}
	for try := 1; ; try++ {
		a := c.once(ctx, r)
		refusal, ok := refusalOf(a.err)
		if !ok || !retryable(refusal.Code) || try == maxTries {
			return a.Reply, a.err
		}
		wait := cmp.Or(retryAfter(refusal.RetryAfter), c.backoff(try))
		if err := pause(ctx, wait); err != nil {
			return Reply{}, fmt.Errorf("%s: %w", event, errors.Join(err, a.err))
		}
	}
}

// request makes one, within the limits that would cost it the connection.
func (c *Client) request(event string, data any) (*request, error) {
	most := protocol.MaxMessage
	switch event {
	case protocol.EventAdd, protocol.EventRemove, protocol.EventMove, protocol.EventClear, protocol.EventUndo, protocol.EventCommand:
	case protocol.EventUpload:
		most = protocol.MaxUpload
	default:
		return nil, fmt.Errorf("%q is not a request that is answered with an event", event)
	}
	c.mu.Lock()
	id := c.nextID()
	number := c.count
	c.mu.Unlock()
	frame, err := protocol.Encode(protocol.Envelope{Event: event, ID: id}, data)
	if err != nil {
		return nil, err
	}
	if len(frame) > most {
		return nil, protocol.Errorf(protocol.LimitReached, "", "this message has %d bytes, at most %d are possible", len(frame), most)
	}
	return &request{id: id, number: number, frame: frame, done: make(chan reply, 1)}, nil
}

// once sends a request and waits for an answer, whichever it is.
func (c *Client) once(ctx context.Context, r *request) reply {
	c.mu.Lock()
	if c.err != nil {
		defer c.mu.Unlock()
		return reply{err: c.err}
	}
	c.pending[r.id], r.sent = r, false
	if c.conn != nil {
		c.transmit(r)
	}
	c.mu.Unlock()
	select {
	case a := <-r.done:
		return a
	case <-ctx.Done():
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.pending[r.id] == nil { // the answer came at this moment
		return <-r.done
	}
	c.drop(r)
	return reply{err: fmt.Errorf("no answer: %w", ctx.Err())}
}

func (c *Client) transmit(r *request) {
	r.sent = true
	c.conn.send(r.frame)
}

// resend sends what waits once more, after a connection was lost. With stateOnly
// the client got no events but a state, after those up to before.
func (c *Client) resend(stateOnly bool, before uint64) {
	waiting := slices.SortedFunc(maps.Values(c.pending), func(a, b *request) int { return cmp.Compare(a.number, b.number) })
	for _, r := range waiting {
		switch {
		case r.early.Seq > 0:
			c.settle(r, r.early)
		case r.sent && stateOnly && c.seq > before+RememberedRequests:
			c.settle(r, reply{err: ErrUncertain})
		default:
			c.transmit(r)
		}
	}
}

// accepted takes in that a request was accepted as seq, or changed nothing. Its
// sender is told when the state here is that far, too.
func (c *Client) accepted(id string, seq uint64, e *Event) {
	r := c.pending[id]
	if r == nil {
		return
	}
	a := reply{Reply: Reply{seq, e}}
	if seq <= c.seq {
		c.settle(r, a)
		return
	}
	if r.early.Seq == 0 {
		c.early++
	}
	r.early = a
}

// release answers the requests whose events have come.
func (c *Client) release() {
	if c.early == 0 {
		return
	}
	for _, r := range c.pending {
		if r.early.Seq > 0 && r.early.Seq <= c.seq {
			c.settle(r, r.early)
		}
	}
}

func (c *Client) settle(r *request, a reply) {
	c.drop(r)
	r.answer(a)
}

func (c *Client) drop(r *request) {
	delete(c.pending, r.id)
	if r.early.Seq > 0 {
		c.early--
		r.early = reply{}
	}
}

// refusalOf is the server's refusal in an error.
func refusalOf(err error) (*Error, bool) { return errors.AsType[*Error](err) }

// Report tells what this player sees. It is not kept while there is no connection,
// because an old report is worth nothing: [ErrOffline]. [ErrBusy] when too many
// wait to be sent.
func (c *Client) Report(r protocol.Report) error {
	frame, err := protocol.Encode(protocol.Envelope{Event: protocol.EventReport}, r)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.err != nil:
		return c.err
	case c.conn == nil:
		return ErrOffline
	case c.conn.waiting() >= maxPending:
		return ErrBusy
	}
	c.conn.send(frame)
	return nil
}
