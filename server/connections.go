package server

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"remoted/protocol"
)

// maxConnections of a server, all sessions together: some 12 KB each.
const maxConnections = 100_000

// slots is over how many seconds the looks at connections are spread.
const slots = int(protocol.PingInterval / time.Second)

// connections holds all connections. One goroutine looks at each of them once in
// every PingInterval: whoever was silent since the last look is asked for a sign
// of life, and whoever did not answer by the next one is gone.
type connections struct {
	logger  *slog.Logger
	metrics *metrics
	stop    chan struct{}
	ticking sync.WaitGroup

	mu    sync.Mutex
	count int // with those that are being upgraded
	next  int // slot of the next connection
	slot  [slots]map[*connection]bool
	of    map[*connection]int // its slot
	empty chan struct{}       // closed when there is none any more, once waited for
	ended bool                // all are closed, and whatever still comes
}

func newConnections(logger *slog.Logger, m *metrics) *connections {
	c := &connections{logger: logger, metrics: m, stop: make(chan struct{}), of: make(map[*connection]int)}
	for i := range c.slot {
		c.slot[i] = make(map[*connection]bool)
	}
	c.ticking.Go(c.tick)
	return c
}

// reserve counts a connection that is about to be, unless there are too many.
func (c *connections) reserve() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.count >= maxConnections {
		return false
	}
	c.count++
	return true
}

func (c *connections) free() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.count--
}

func (c *connections) add(conn *connection) {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := c.next
	c.next = (c.next + 1) % slots
	c.slot[i][conn] = false
	c.of[conn] = i
	c.metrics.conns.Inc()
	if c.ended { // it was being upgraded when the others were closed
		go conn.Close(protocol.CloseRestart)
	}
}

func (c *connections) remove(conn *connection) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.slot[c.of[conn]], conn)
	delete(c.of, conn)
	c.count--
	c.metrics.conns.Dec()
	if len(c.of) == 0 && c.empty != nil {
		close(c.empty)
		c.empty = nil
	}
}

func (c *connections) tick() {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for i := 0; ; i = (i + 1) % slots {
		select {
		case <-c.stop:
			return
		case now := <-ticker.C:
			c.look(i, now)
		}
	}
}

// look asks the silent connections of a slot, and closes those asked in vain.
func (c *connections) look(i int, now time.Time) {
	ask, err := protocol.Encode(protocol.Envelope{Event: protocol.EventPing}, protocol.PingData{T0: now.UnixMilli()})
	if err != nil {
		c.logger.Error("encode", "event", protocol.EventPing, "err", err)
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for conn, asked := range c.slot[i] {
		if heard := conn.heard.Swap(false); !heard && asked {
			go conn.Close(protocol.CloseSilent)
			continue
		}
		conn.out.send(opPing, nil)
		conn.Send(ask)
		c.slot[i][conn] = true
	}
}

// close ends all connections that are still there, and waits until they are gone.
func (c *connections) close(ctx context.Context) error {
	close(c.stop)
	c.ticking.Wait()
	c.mu.Lock()
	c.ended = true
	gone := make(chan struct{})
	if len(c.of) == 0 {
		close(gone)
	} else {
		c.empty = gone
	}
	for conn := range c.of {
		go conn.Close(protocol.CloseRestart)
	}
	c.mu.Unlock()
	select {
	case <-gone:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("close connections: %w", ctx.Err())
	}
}
