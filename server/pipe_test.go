package server

import (
	"context"
	"fmt"
	"net"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/gorilla/websocket"
)

// pipes is a listener whose connections are pipes in memory: in a synctest
// bubble, time passes only when everybody waits, and a network never does.
type pipes struct {
	incoming chan net.Conn
	closed   chan struct{}
	once     sync.Once
}

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe.localhost" }

func (p *pipes) Addr() net.Addr { return pipeAddr{} }

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.incoming:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

// local is the server's end of a pipe. The other end is on this machine.
type local struct{ net.Conn }

func (local) RemoteAddr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)} }

func (p *pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	near, far := net.Pipe()
	select {
	case p.incoming <- local{far}:
		return near, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// overPipes makes a service listen in memory.
func overPipes(s *service) {
	var now *pipes
	s.listen = func() (net.Listener, error) {
		now = &pipes{incoming: make(chan net.Conn), closed: make(chan struct{})}
		return now, nil
	}
	s.dialTo = func(ctx context.Context, network, address string) (net.Conn, error) {
		return now.dial(ctx, network, address)
	}
}

// inBubble runs a test of a service in simulated time: what the server does after so
// many seconds, or allows so often a minute, it does whatever the machine does.
func inBubble(t *testing.T, test func(t *testing.T, s *service), change ...func(*service)) {
	t.Helper()
	if _, err := embedded(); err != nil { // once for all bubbles
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) { test(t, newService(t, append(change, overPipes)...)) })
}

// stalled is a client that registers and reads nothing any more. The test owns
// the connection.
func (s *service) stalled(session, role string) *websocket.Conn {
	s.t.Helper()
	d := websocket.Dialer{NetDialContext: s.dialTo}
	ws, _, err := d.DialContext(s.t.Context(), "ws://"+s.address+"/ws", nil)
	if err != nil {
		s.t.Fatal(err)
	}
	register := fmt.Appendf(nil, `{"event":"register","id":"1","data":{"protocol":1,"session":%q,"role":%q}}`, session, role)
	if err := ws.WriteMessage(websocket.TextMessage, register); err != nil {
		s.t.Fatal(err)
	}
	if _, _, err := ws.ReadMessage(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { ws.Close() })
	return ws
}
