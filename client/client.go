package client

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"remoted/protocol"
)

// Client is a member of a session.
type Client struct {
	// Static.
	options Options
	address Address
	prefix  string        // of request ids: unlike any other run's under the same client id
	slots   chan struct{} // one for each request that waits for its answer
	life    context.Context
	end     context.CancelFunc // starts the end
	done    chan struct{}      // closed when all is over

	mu      sync.Mutex
	id      string
	conn    *conn // nil: offline
	epoch   string
	seq     uint64
	state   protocol.State // never changed, only replaced
	offset  time.Duration  // the server's clock minus ours
	pending map[string]*request
	count   uint64  // of ids given out
	early   int     // pending requests that are answered, for events still to come
	sync    syncing // what was asked for to fill a gap
	retry   *int64  // ms, of a goodbye
	streams map[*Stream]bool
	calls   []Event // for OnEvent, once mu is free

	presence json.RawMessage // the last ones, read only when asked for:
	players  json.RawMessage // with many clients they are long, and come often

	ended bool
	err   error // why it ended, or is about to
}

// Dial joins the session that target names, see [ParseAddress]. It returns when
// the state has arrived, or with the first error: a refusal is an [*Error]. From
// then on the client comes back by itself; ctx is for Dial only.
func Dial(ctx context.Context, target string, o Options) (*Client, error) {
	address, err := ParseAddress(target, o.Server)
	if err != nil {
		return nil, err
	}
	o.setDefaults(address)
	if err := address.find(ctx, o.transport()); err != nil {
		return nil, err
	}
	c := &Client{
		options: o,
		address: address,
		prefix:  rand.Text()[:10],
		slots:   make(chan struct{}, maxPending),
		done:    make(chan struct{}),
		id:      o.Client,
		pending: make(map[string]*request),
		streams: make(map[*Stream]bool),
	}
	c.life, c.end = context.WithCancel(context.Background())
	conn, first, err := c.connect(ctx)
	if err != nil {
		c.end()
		return nil, fmt.Errorf("join session %s: %w", address.Session, err)
	}
	if err := c.enter(conn, first); err != nil {
		c.end()
		return nil, fmt.Errorf("join session %s: %w", address.Session, err)
	}
	go c.run(conn)
	return c, nil
}

// Close leaves the session and waits until nothing of the client is left. Requests
// that wait return [ErrClosed].
func (c *Client) Close() error {
	c.mu.Lock()
	if c.err == nil {
		c.err = ErrClosed
	}
	conn := c.conn
	c.mu.Unlock()
	c.end()
	if conn != nil {
		conn.bye()
	}
	<-c.done
	return nil
}

// Done is closed when the client has ended: see [Client.Err].
func (c *Client) Done() <-chan struct{} { return c.done }

// Err is nil while the client goes on; then [ErrClosed], a [*StopError], or an
// [*Error] with which the server refused to take it back.
func (c *Client) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.ended {
		return nil
	}
	return c.err
}

// Snapshot is a state and where it stands in the session's log.
type Snapshot struct {
	Epoch string
	Seq   uint64
	State protocol.State // shared: not to be changed
}

// State is the session's state, as far as it is known here.
func (c *Client) State() Snapshot {
	c.mu.Lock()
	defer c.mu.Unlock()
	return Snapshot{c.epoch, c.seq, c.state}
}

// ID is the client's id in the session, for [Options.Client] and an event's By.
func (c *Client) ID() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.id
}

// Session is the session's id.
func (c *Client) Session() string { return c.address.Session }

// Online reports whether there is a connection.
func (c *Client) Online() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.conn != nil
}

// Presence is who was in the session when the server last said so.
func (c *Client) Presence() []protocol.ClientInfo {
	var d struct {
		Clients []protocol.ClientInfo `json:"clients"`
	}
	c.mu.Lock()
	data := c.presence
	c.mu.Unlock()
	_ = json.Unmarshal(data, &d) // what cannot be read is nobody
	return d.Clients
}

// Players is what the players saw when the server last said so.
func (c *Client) Players() []protocol.PlayerState {
	var d struct {
		Players []protocol.PlayerState `json:"players"`
	}
	c.mu.Lock()
	data := c.players
	c.mu.Unlock()
	_ = json.Unmarshal(data, &d) // what cannot be read is nothing
	return d.Players
}

// Now is the server's time, off by the way of one message at most.
func (c *Client) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.offset)
}

// nextID returns a new id for a request. The caller holds mu.
func (c *Client) nextID() string {
	c.count++
	return fmt.Sprintf("%s-%d", c.prefix, c.count)
}

// locked runs f under the lock, and then tells OnEvent what it emitted. Only the
// goroutine that reads uses it, so that events keep their order.
func (c *Client) locked(f func() error) error {
	c.mu.Lock()
	err := f()
	calls := c.calls
	c.calls = nil
	c.mu.Unlock()
	for _, e := range calls {
		c.options.OnEvent(e)
	}
	return err
}

// emit hands an event to all who want to know. The caller holds mu.
func (c *Client) emit(e Event) {
	e.Seq, e.State = c.seq, c.state
	for s := range c.streams {
		if !s.push(e) {
			delete(c.streams, s)
		}
	}
	if c.options.OnEvent != nil {
		c.calls = append(c.calls, e)
	}
}
