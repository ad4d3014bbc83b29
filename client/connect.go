package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"time"

	"remoted/protocol"
)

// connect makes a connection and registers on it. The answer is still to be taken
// over, by enter.
func (c *Client) connect(ctx context.Context) (*conn, message, error) {
	ctx, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()
	// The handshake and the reads know nothing of ctx: its end closes the line.
	release := func() bool { return true }
	netDial := func(dialing context.Context, network, address string) (net.Conn, error) {
		line, err := c.options.NetDial(dialing, network, address)
		if err == nil {
			release = context.AfterFunc(ctx, func() { line.Close() })
		}
		return line, err
	}
	ws, resp, err := c.options.dialer(netDial).DialContext(ctx, c.address.webSocket(), nil)
	if err != nil {
		release()
		if resp != nil {
			err = fmt.Errorf("%w (%s)", err, resp.Status)
		}
		return nil, message{}, orEnd(ctx, err)
	}
	ws.SetReadLimit(maxFrame)
	conn := newConn(ws)
	first, err := c.register(conn)
	if !release() && err == nil {
		err = net.ErrClosed
	}
	if err != nil {
		conn.close()
		return nil, message{}, orEnd(ctx, err)
	}
	return conn, first, nil
}

// orEnd names the end of ctx as the reason when it is one.
func orEnd(ctx context.Context, err error) error {
	if ctx.Err() != nil && !final(err) {
		return errors.Join(ctx.Err(), err)
	}
	return err
}

// register sends the register and reads its answer.
func (c *Client) register(conn *conn) (message, error) {
	id, frame, err := c.registration()
	if err != nil {
		return message{}, err
	}
	conn.send(frame)
	for {
		m, err := receive(conn)
		switch {
		case err != nil:
			return message{}, lossOf(err)
		case m.Event == protocol.EventRegistered && m.ID == id:
			return m, nil
		case m.Event == protocol.EventError && m.Error != nil:
			return message{}, &refusedError{m.Error}
		}
	}
}

func (c *Client) registration() (string, protocol.Frame, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	r := protocol.Register{
		Protocol: protocol.Version, Session: c.address.Session,
		Role: c.options.Role, Name: c.options.Name, Key: c.options.Key, Client: c.id,
	}
	if c.epoch != "" {
		r.Resume = &protocol.Resume{Epoch: c.epoch, Seq: c.seq}
	}
	id := c.nextID()
	frame, err := protocol.Encode(protocol.Envelope{Event: protocol.EventRegister, ID: id}, r)
	return id, frame, err
}

// receive reads one message.
func receive(conn *conn) (message, error) {
	frame, err := conn.read()
	if err != nil {
		return message{}, err
	}
	var m message
	if err := json.Unmarshal(frame, &m); err != nil {
		return message{}, fmt.Errorf("the server's message: %w", err)
	}
	return m, nil
}

// enter takes over what a register was answered with, and sends what waits. On an
// error the connection is closed.
func (c *Client) enter(conn *conn, first message) error {
	err := c.locked(func() error {
		var b base
		if err := json.Unmarshal(first.Data, &b); err != nil {
			return fmt.Errorf("registered: %w", err)
		}
		again := c.epoch != ""
		before, same := c.seq, c.epoch == b.Epoch
		c.id, c.epoch, c.sync = b.Client, b.Epoch, syncing{}
		c.offset = time.Until(time.UnixMilli(b.ServerTime)).Round(time.Millisecond)
		c.conn = conn
		if c.err != nil { // closed in the meantime
			conn.bye()
			return nil
		}
		if again {
			c.emit(Event{Kind: KindOnline})
		}
		c.takeOver(b, first.Seq)
		c.resend(same && b.State != nil, before)
		return nil
	})
	if err != nil {
		c.forget()
		conn.close()
	}
	return err
}

// forget has the whole state sent with the next register.
func (c *Client) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.epoch = ""
}
