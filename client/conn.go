package client

import (
	"bytes"
	"context"
	"io"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"
)

// writeBuffers are shared by all clients: one is needed only while it is written.
var writeBuffers = &sync.Pool{}

// conn is one connection. Frames are sent in order, by a goroutine that runs only
// while there are some; nobody waits for it but close.
type conn struct {
	// Static.
	ws    *websocket.Conn
	allow *rate.Limiter
	ctx   context.Context // ends with the connection
	stop  context.CancelFunc

	// Owned by the reader.
	buf bytes.Buffer

	mu     sync.Mutex
	queue  [][]byte
	busy   bool // a goroutine drains
	closed bool
	cut    *time.Timer // ends a close that is not answered
	work   sync.WaitGroup
}

func newConn(ws *websocket.Conn) *conn {
	c := &conn{ws: ws, allow: rate.NewLimiter(messageRate, messageBurst)}
	c.ctx, c.stop = context.WithCancel(context.Background())
	return c
}

// read returns the next text frame. It is good until the next call.
func (c *conn) read() ([]byte, error) {
	for {
		if err := c.ws.SetReadDeadline(time.Now().Add(silence)); err != nil {
			return nil, err
		}
		kind, r, err := c.ws.NextReader()
		if err != nil {
			return nil, err
		}
		if c.buf.Cap() > keptBuffer {
			c.buf = bytes.Buffer{}
		}
		c.buf.Reset()
		if _, err := io.Copy(&c.buf, r); err != nil {
			return nil, err
		}
		if kind == websocket.TextMessage {
			return c.buf.Bytes(), nil
		}
	}
}

// send queues a frame, which must not change any more.
func (c *conn) send(frame []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.closed:
		return
	case len(c.queue) >= maxOutbox:
		c.ws.NetConn().Close() // the reader notices
		return
	}
	c.queue = append(c.queue, frame)
	if !c.busy {
		c.busy = true
		c.work.Go(c.drain)
	}
}

// waiting is how many frames are still to be sent.
func (c *conn) waiting() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.queue)
}

func (c *conn) drain() {
	for frame := c.next(); frame != nil; frame = c.next() {
		if c.write(frame) != nil {
			c.ws.NetConn().Close() // the reader notices
			c.mu.Lock()
			c.queue, c.closed, c.busy = nil, true, false
			c.mu.Unlock()
			return
		}
	}
}

func (c *conn) write(frame []byte) error {
	if err := c.allow.Wait(c.ctx); err != nil {
		return err
	}
	if err := c.ws.SetWriteDeadline(time.Now().Add(writeTimeout)); err != nil {
		return err
	}
	return c.ws.WriteMessage(websocket.TextMessage, frame)
}

// next takes a frame from the queue, or ends the drain.
func (c *conn) next() []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.queue) == 0 || c.closed {
		c.queue, c.busy = nil, false
		return nil
	}
	frame := c.queue[0]
	c.queue = c.queue[1:]
	return frame
}

// bye tells the server that this is the end. The reader then reads its answer, or
// gives up waiting for it.
func (c *conn) bye() {
	text := websocket.FormatCloseMessage(websocket.CloseNormalClosure, "")
	c.mu.Lock()
	if !c.closed && c.cut == nil {
		c.cut = time.AfterFunc(closeTimeout, func() { c.ws.NetConn().Close() })
	}
	c.mu.Unlock()
	if c.ws.WriteControl(websocket.CloseMessage, text, time.Now().Add(closeTimeout)) != nil {
		c.ws.NetConn().Close()
	}
}

// close lets go of the connection and waits for what still writes to it.
func (c *conn) close() {
	c.mu.Lock()
	c.closed = true
	if c.cut != nil {
		c.cut.Stop()
	}
	c.mu.Unlock()
	c.stop()
	c.ws.Close()
	c.work.Wait()
}
