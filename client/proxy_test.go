package client_test

import (
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"sync"
	"testing"
)

// chaos is a TCP proxy that cuts every connection after a random number of bytes,
// in either direction: in the middle of a frame as well as between two.
type chaos struct {
	t        *testing.T
	listener net.Listener
	target   string
	most     int  // bytes of a connection
	downOnly bool // cut only what the server says

	mu    sync.Mutex
	calm  bool // no cuts
	cuts  int
	lines map[net.Conn]bool
	work  sync.WaitGroup
}

func startChaos(t *testing.T, target string, most int, downOnly bool) *chaos {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	c := &chaos{t: t, listener: l, target: target, most: most, downOnly: downOnly, calm: true, lines: make(map[net.Conn]bool)}
	c.work.Go(c.serve)
	t.Cleanup(func() {
		l.Close()
		c.cutAll()
		c.work.Wait()
	})
	return c
}

func (c *chaos) link(session string) string {
	return "http://" + c.listener.Addr().String() + "/s/" + session
}

func (c *chaos) setCalm(calm bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calm = calm
}

func (c *chaos) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.cuts
}

// cutAll cuts the connections that are there.
func (c *chaos) cutAll() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for line := range c.lines {
		line.Close()
	}
}

func (c *chaos) serve() {
	for {
		near, err := c.listener.Accept()
		if err != nil {
			if !errors.Is(err, net.ErrClosed) {
				c.t.Error(err)
			}
			return
		}
		far, err := net.Dial("tcp", c.target)
		if err != nil {
			near.Close()
			continue
		}
		c.mu.Lock()
		c.lines[near] = true
		c.mu.Unlock()
		var once sync.Once
		cut := func() {
			once.Do(func() {
				near.Close()
				far.Close()
				c.mu.Lock()
				defer c.mu.Unlock()
				delete(c.lines, near)
			})
		}
		c.work.Go(func() { defer cut(); c.pump(far, near, c.downOnly) })
		c.work.Go(func() { defer cut(); c.pump(near, far, false) })
	}
}

// pump copies until the connection has had its bytes.
func (c *chaos) pump(to io.Writer, from io.Reader, spared bool) {
	left := rand.IntN(c.most)
	if rand.IntN(4) == 0 {
		left *= 20 // whoever missed much gets it in one message, and has to, some time
	}
	buf := make([]byte, 512)
	for {
		n, err := from.Read(buf)
		c.mu.Lock()
		over := !c.calm && !spared && n > left
		if over {
			n = left
			c.cuts++
		}
		c.mu.Unlock()
		if _, writeErr := to.Write(buf[:n]); writeErr != nil || err != nil || over {
			return
		}
		left = max(0, left-n)
	}
}
