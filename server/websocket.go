package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"
	"golang.org/x/time/rate"

	"remoted/protocol"
	"remoted/session"
)

const (
	// handshakeTimeout bounds the upgrade.
	handshakeTimeout = 5 * time.Second
	// closeTimeout is how long a client may take to answer a close.
	closeTimeout = 5 * time.Second
	// joinTimeout bounds how long a session may take to be brought into memory.
	joinTimeout = 10 * time.Second
	// readBuffer, in bytes, holds a usual message. Naming a size also lets the
	// buffer of the HTTP request go.
	readBuffer = 1024
	// keptBuffer is the largest read buffer that is kept for the next message.
	keptBuffer = 64 << 10
)

var upgrader = websocket.Upgrader{
	HandshakeTimeout: handshakeTimeout,
	ReadBufferSize:   readBuffer,
	WriteBufferPool:  &sync.Pool{},
	CheckOrigin:      func(*http.Request) bool { return true }, // sameOrigin did
	Error: func(w http.ResponseWriter, r *http.Request, status int, reason error) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		fmt.Fprintf(w, `{"error":{"code":%q,"message":%q}}`, protocol.BadMessage, "this address speaks WebSocket only")
	},
}

// webSocket upgrades a request, and returns: the connection goes on by itself.
func (s *Server) webSocket(c echo.Context) error {
	if s.stopping.Load() {
		return protocol.Errorf(protocol.Unavailable, "", "the server stops")
	}
	if !s.conns.reserve() {
		return protocol.Errorf(protocol.LimitReached, "", "the server holds at most %d connections", maxConnections)
	}
	ws, err := upgrader.Upgrade(c.Response(), c.Request(), nil)
	if err != nil {
		s.conns.free()
		s.logger.Debug("upgrade", "err", err)
		return nil // it was answered
	}
	c.Response().Status = http.StatusSwitchingProtocols
	conn := newConnection(s, ws, c.RealIP())
	s.conns.add(conn)
	go conn.run()
	return nil
}

// connection is one client's WebSocket.
type connection struct {
	// Static.
	ws       *websocket.Conn
	out      *outbox
	sessions *session.Registry
	conns    *connections
	metrics  *metrics
	logger   *slog.Logger
	began    time.Time

	// Owned by the reader.
	client   *session.Client
	allow    *rate.Limiter
	refusals int // bad messages in a row

	heard  atomic.Bool  // something came since the last look
	closed atomic.Int64 // the code with which we ended it
}

func newConnection(s *Server, ws *websocket.Conn, address string) *connection {
	c := &connection{
		ws:       ws,
		sessions: s.sessions,
		conns:    s.conns,
		metrics:  s.metrics,
		logger:   s.logger.With("address", address),
		began:    time.Now(),
		allow:    rate.NewLimiter(protocol.MessageRate, protocol.MessageBurst),
	}
	c.out = &outbox{conn: ws.NetConn(), slow: func() { c.Close(protocol.CloseSlow) }}
	c.heard.Store(true)
	ws.SetReadLimit(protocol.MaxUpload)
	ws.SetPingHandler(func(data string) error {
		c.heard.Store(true)
		c.out.send(opPong, []byte(data))
		return nil
	})
	ws.SetPongHandler(func(string) error {
		c.heard.Store(true)
		return nil
	})
	ws.SetCloseHandler(func(code int, _ string) error {
		if code == websocket.CloseNoStatusReceived {
			code = websocket.CloseNormalClosure
		}
		c.out.end(closeFrame(code, ""))
		return nil
	})
	return c
}

// Send queues a frame for the client.
func (c *connection) Send(f protocol.Frame) { c.out.send(opText, f) }

// Close ends the connection: after what is queued, or at once when the client
// does not read anyway.
func (c *connection) Close(code protocol.Close) {
	if !c.closed.CompareAndSwap(0, int64(code)) {
		return
	}
	frame := closeFrame(int(code), code.Reason())
	if code == protocol.CloseSlow || code == protocol.CloseSilent {
		c.out.cut(frame)
	} else {
		c.out.end(frame)
	}
	// The client answers with a close of its own, or is cut off.
	time.AfterFunc(closeTimeout, func() { c.ws.NetConn().Close() })
}

// run reads until the connection ends, and cleans up.
func (c *connection) run() {
	_ = c.ws.SetReadDeadline(c.began.Add(protocol.RegisterTimeout)) // fails only once closed
	err := c.read()
	if c.client == nil && timedOut(err) {
		c.Close(protocol.CloseNoRegister)
	}
	if c.client != nil {
		c.client.Leave()
	}
	c.out.wait()
	c.ws.NetConn().Close()
	c.conns.remove(c)
	c.logEnd(err)
}

func (c *connection) read() error {
	var buf bytes.Buffer
	for {
		kind, r, err := c.ws.NextReader()
		if err != nil {
			return err
		}
		buf.Reset()
		if _, err := io.Copy(&buf, r); err != nil {
			return err
		}
		c.heard.Store(true)
		if c.closed.Load() == 0 {
			c.receive(kind, buf.Bytes())
		}
		if buf.Cap() > keptBuffer {
			buf = bytes.Buffer{}
		}
	}
}

// receive handles one frame. Whatever is wrong with it costs an error only.
func (c *connection) receive(kind int, frame []byte) {
	m, refusal := c.decode(kind, frame)
	if refusal == nil {
		c.refusals = 0
		refusal = c.handle(m)
	}
	if refusal == nil {
		c.metrics.messages.WithLabelValues("accepted").Inc()
		return
	}
	c.metrics.messages.WithLabelValues(string(refusal.Code)).Inc()
	c.Send(protocol.EncodeError(m.ID, refusal))
	if c.refusals++; c.refusals >= protocol.MaxRefusals {
		c.Close(protocol.CloseTooMany)
	}
}

func (c *connection) decode(kind int, frame []byte) (protocol.Message, *protocol.Error) {
	if now := time.Now(); !c.allow.AllowN(now, 1) {
		m, _ := protocol.Decode(frame, c.client != nil) // for its id
		e := protocol.Errorf(protocol.RateLimited, "", "at most %d messages a second", protocol.MessageRate)
		e.RetryAfter = 1 + int64(1000*(1-c.allow.TokensAt(now))/protocol.MessageRate)
		return m, e
	}
	if kind != websocket.TextMessage {
		return protocol.Message{}, protocol.Errorf(protocol.BadMessage, "", "a message is a text frame")
	}
	return protocol.Decode(frame, c.client != nil)
}

// handle does what needs no session, and posts the rest to it.
func (c *connection) handle(m protocol.Message) *protocol.Error {
	switch d := m.Data.(type) {
	case protocol.Register:
		return c.register(m.ID, d)
	case protocol.Ping:
		return c.pong(m.ID, d)
	}
	c.client.Handle(m)
	return nil
}

func (c *connection) register(id string, r protocol.Register) *protocol.Error {
	switch {
	case c.client != nil:
		return protocol.Errorf(protocol.BadMessage, "event", "this connection is registered already")
	case r.Protocol != protocol.Version:
		return protocol.Errorf(protocol.Unsupported, "protocol", "this server speaks version %d", protocol.Version)
	}
	ctx, cancel := context.WithTimeout(context.Background(), joinTimeout)
	defer cancel()
	client, refusal := c.sessions.Join(ctx, id, r, c)
	if refusal != nil {
		return refusal
	}
	c.client = client
	c.logger = c.logger.With("session", r.Session, "client", client.ID(), "role", r.Role)
	_ = c.ws.SetReadDeadline(time.Time{}) // fails only once closed
	return nil
}

func (c *connection) pong(id string, p protocol.Ping) *protocol.Error {
	frame, err := protocol.Encode(protocol.Envelope{Event: protocol.EventPong, ID: id},
		protocol.PongData{T0: p.T0, T1: time.Now().UnixMilli()})
	if err != nil {
		return protocol.Errorf(protocol.Internal, "", "something went wrong on the server")
	}
	c.Send(frame)
	return nil
}

// logEnd writes the one line about a connection: why it ended.
func (c *connection) logEnd(err error) {
	code := int(c.closed.Load())
	why := "closed by the server"
	if code == 0 {
		code, why = peerCode(err)
	}
	c.metrics.closes.WithLabelValues(codeLabel(code)).Inc()
	c.logger.Info("connection ended", "code", code, "why", why, "seconds", int(time.Since(c.began).Seconds()))
}

// timedOut reports whether reading ended because of a deadline. The library hides
// the error behind it.
func timedOut(err error) bool {
	e, ok := errors.AsType[net.Error](err)
	return ok && e.Timeout()
}

func peerCode(err error) (int, string) {
	if e, ok := errors.AsType[*websocket.CloseError](err); ok {
		return e.Code, "closed by the client"
	}
	if errors.Is(err, websocket.ErrReadLimit) {
		return websocket.CloseMessageTooBig, "message too big"
	}
	if _, ok := errors.AsType[net.Error](err); ok || errors.Is(err, io.EOF) || errors.Is(err, io.ErrClosedPipe) {
		return websocket.CloseAbnormalClosure, "connection lost"
	}
	return websocket.CloseProtocolError, err.Error()
}

// codeLabel keeps the number of labels bounded: a client may send any code.
func codeLabel(code int) string {
	for _, c := range protocol.Closes {
		if int(c.Code) == code {
			return fmt.Sprint(code)
		}
	}
	if code >= websocket.CloseNormalClosure && code <= websocket.CloseTLSHandshake {
		return fmt.Sprint(code)
	}
	return "other"
}
