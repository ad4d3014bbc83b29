package session

import (
	"time"

	"remoted/playlist"
	"remoted/protocol"
)

// Conn is a client's connection. Both methods return at once.
type Conn interface {
	// Send queues a frame.
	Send(protocol.Frame)
	// Close sends what is queued, then closes with that code.
	Close(protocol.Close)
}

// Client is a registered connection's place in a session.
type Client struct {
	// Static.
	session *Session
	conn    Conn
	id      string // UUID
	role    protocol.Role
	name    string

	// Owned by the session's loop.
	report *protocol.Report // the last one, of a player
	seenAt int64            // Unix ms of that report
	again  bool             // played the current item since its own end started it again
	rtt    time.Duration    // of the last ping
}

// ID is the client's UUID.
func (c *Client) ID() string { return c.id }

// Handle posts a decoded message to the session. The answer, if there is one,
// goes to the client's connection.
func (c *Client) Handle(m protocol.Message) {
	if !c.session.post(request{from: c, message: m}) {
		c.refuse(m.ID, protocol.Errorf(protocol.Unavailable, "", "the session is busy"))
	}
}

// Leave ends the client's membership; its connection is gone.
func (c *Client) Leave() { c.session.post(request{from: c, leave: true}) }

func (c *Client) refuse(id string, err *protocol.Error) {
	c.conn.Send(protocol.EncodeError(id, err))
}

func (c *Client) author() playlist.Author {
	return playlist.Author{Client: c.id, Name: c.name}
}

// loaded reports whether the client could play the item at once.
func (c *Client) loaded(item playlist.ItemID) bool {
	if c.report == nil || c.report.Item != string(item) {
		return false
	}
	switch c.report.Status {
	case protocol.Ready, protocol.Playing, protocol.Paused, protocol.Buffering:
		return true
	}
	return false
}

// is reports whether the client's last report of the item was that status.
func (c *Client) is(status protocol.PlayerStatus, item playlist.ItemID) bool {
	return c.report != nil && c.report.Item == string(item) && c.report.Status == status
}
