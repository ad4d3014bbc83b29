package client

import (
	"context"
	"math/rand/v2"
	"time"
)

// run follows the session until the end, over as many connections as it takes.
func (c *Client) run(conn *conn) {
	defer close(c.done)
	for attempt := 0; ; {
		began := time.Now()
		err := lossOf(c.follow(conn))
		conn.close()
		if time.Since(began) >= stableAfter {
			attempt = 0
		}
		wait, on := c.lost(err)
		if !on {
			return
		}
		if conn = c.reconnect(&attempt, wait); conn == nil {
			return
		}
	}
}

// follow reads until the connection is lost.
func (c *Client) follow(conn *conn) error {
	for {
		m, err := receive(conn)
		if err != nil {
			return err
		}
		if err := c.locked(func() error { return c.handle(m) }); err != nil {
			c.forget()
			return err
		}
	}
}

// reconnect tries until there is a connection, or returns nil when it is no use.
func (c *Client) reconnect(attempt *int, wait time.Duration) *conn {
	for {
		if wait == 0 {
			wait = c.backoff(*attempt)
		}
		*attempt++
		if pause(c.life, wait) != nil {
			c.finish(ErrClosed)
			return nil
		}
		conn, first, err := c.connect(c.life)
		if err == nil {
			err = c.enter(conn, first)
		}
		if err == nil {
			return conn
		}
		if final(err) {
			c.finish(err)
			return nil
		}
		wait = 0
		if refusal, ok := refusalOf(err); ok {
			wait = retryAfter(refusal.RetryAfter)
		}
	}
}

// backoff is how long to wait before a try: any time up to a ceiling that doubles,
// so that a room full of clients does not come back in step ("full jitter").
func (c *Client) backoff(attempt int) time.Duration {
	ceiling := c.options.MaxBackoff
	if attempt < 20 { // beyond that the ceiling is reached with any sensible start
		ceiling = min(ceiling, c.options.MinBackoff<<attempt)
	}
	return 1 + rand.N(ceiling)
}

// lost notes that the connection is gone, and returns how long the server asked
// to stay away, and whether to come back at all.
func (c *Client) lost(err error) (time.Duration, bool) {
	var wait time.Duration
	on := !final(err)
	_ = c.locked(func() error {
		c.conn, c.sync = nil, syncing{}
		if c.retry != nil {
			wait = retryAfter(*c.retry)
			c.retry = nil
		}
		on = on && c.err == nil
		if on {
			c.emit(Event{Kind: KindOffline, Err: err})
		}
		return nil // nothing to fail
	})
	if !on {
		c.finish(err)
	}
	return wait, on
}

// finish ends everything that waits.
func (c *Client) finish(err error) {
	c.end()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil {
		c.err = err
	}
	c.ended = true
	for id, r := range c.pending {
		delete(c.pending, id)
		r.answer(reply{err: c.err})
	}
	for s := range c.streams {
		s.end(c.err)
	}
	clear(c.streams)
}

// pause waits, or returns why not.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
