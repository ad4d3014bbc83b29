package client

import (
	"context"
	"net"
	"net/http"
	"time"

	"github.com/gorilla/websocket"

	"remoted/protocol"
)

// Options are a client's. The zero value is a nameless remote.
type Options struct {
	// Server is the address of the server, for a target that is a bare code or UUID.
	Server string
	// Role is what the client is; empty: what the link says, else a remote.
	Role protocol.Role
	// Name is what others see; up to protocol.MaxName characters.
	Name string
	// Client is the id with which to come back; empty: a new one, see [Client.ID].
	Client string
	// Key is the owner's or a link's secret.
	Key string

	// MinBackoff and MaxBackoff are the ceilings of the first and of every later
	// pause before a lost connection is tried again; 0: the defaults.
	MinBackoff, MaxBackoff time.Duration

	// OnEvent is called for every event, in order, by the goroutine that reads:
	// while it runs nothing else arrives. It must not call [Client.Close] and not
	// wait for a [Client.Send]. It spares a program with very many clients the
	// queue and the goroutine that a [Stream] needs.
	OnEvent func(Event)

	// NetDial connects; nil: as usual. A load test names its own source addresses.
	NetDial func(ctx context.Context, network, address string) (net.Conn, error)
}

func (o *Options) setDefaults(a Address) {
	if o.Role == "" {
		o.Role = a.Role
	}
	if o.Role == "" {
		o.Role = protocol.Remote
	}
	if o.MinBackoff <= 0 {
		o.MinBackoff = DefaultMinBackoff
	}
	if o.MaxBackoff <= 0 {
		o.MaxBackoff = DefaultMaxBackoff
	}
	if o.NetDial == nil {
		o.NetDial = new(net.Dialer).DialContext
	}
}

// transport is for a single request: no connection is kept.
func (o *Options) transport() *http.Transport {
	return &http.Transport{
		Proxy: http.ProxyFromEnvironment, DialContext: o.NetDial,
		DisableKeepAlives: true, TLSHandshakeTimeout: connectTimeout,
	}
}

func (o *Options) dialer(netDial func(context.Context, string, string) (net.Conn, error)) *websocket.Dialer {
	return &websocket.Dialer{
		Proxy: http.ProxyFromEnvironment, NetDialContext: netDial, HandshakeTimeout: connectTimeout,
		ReadBufferSize: readBuffer, WriteBufferPool: writeBuffers,
	}
}
