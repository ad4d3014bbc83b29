package client_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"sync"
	"testing"

	"remoted/client"
	"remoted/protocol"
	"remoted/session"
)

// TestAwayForLong has a client ask for something, lose the connection before the
// answer, and come back when so much happened that it gets the state only.
func TestAwayForLong(t *testing.T) {
	for _, tt := range []struct {
		name   string
		done   bool // the request reached the server
		events int  // meanwhile
		err    error
		items  int
	}{
		{"not done", false, 1100, nil, 1},
		{"done, and the session remembers", true, 1100, nil, 1},
		{"not done, and the session cannot know", false, client.RememberedRequests + 100, client.ErrUncertain, 0},
		{"done, and the session cannot know", true, client.RememberedRequests + 100, client.ErrUncertain, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := startServer(t)
			made := s.create()
			proxy := startChaos(t, s.address, 1, tt.done)
			back := make(chan struct{})
			o := quick("away")
			o.NetDial = stayAway(back)
			c := dial(t, proxy.link(made.Session), o)
			stream := c.Events()
			defer stream.Close()
			waitFor(t, stream, "its own presence", func(client.Event) bool { return len(c.Presence()) == 1 })
			proxy.setCalm(false) // the next bytes are the last
			sent := make(chan error, 1)
			replies := make(chan client.Reply, 1)
			go func() {
				r, err := c.Do(soon(t), "add", adding("a"))
				replies <- r
				sent <- err
			}()
			waitFor(t, stream, "the loss", kind(client.KindOffline))
			busy(t, s, made.Session, tt.events)
			if got := len(s.list(made.Session)); (got == 1) != tt.done {
				t.Fatalf("the server has %d items, want the request done: %v", got, tt.done)
			}
			proxy.setCalm(true)
			close(back)
			r, err := <-replies, <-sent
			if !errors.Is(err, tt.err) || r.Event != nil && tt.done {
				t.Errorf("got %+v and error %v, want error %v", r, err, tt.err)
			}
			if tt.done && tt.err == nil && r.Seq != 1 {
				t.Errorf("got seq %d, want 1, the first one", r.Seq)
			}
			s.same(c)
			if got := len(c.State().State.Items); got != tt.items {
				t.Errorf("got %d items, want %d", got, tt.items)
			}
		})
	}
}

func TestRememberedRequests(t *testing.T) {
	if client.RememberedRequests > session.WindowSize {
		t.Errorf("the client counts on %d requests, a session remembers %d", client.RememberedRequests, session.WindowSize)
	}
}

// stayAway connects once, and then not until back is closed.
func stayAway(back <-chan struct{}) func(context.Context, string, string) (net.Conn, error) {
	first := true
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		if !first {
			select {
			case <-back:
			case <-ctx.Done():
			}
		}
		first = false
		return new(net.Dialer).DialContext(ctx, network, address)
	}
}

// busy has that many events happen in a session.
func busy(t *testing.T, s *testServer, id string, events int) {
	t.Helper()
	const others = 5 // each below what a server takes of one at once
	ctx := soon(t)
	var work sync.WaitGroup
	for range others {
		bob := dial(t, s.link(id), client.Options{})
		work.Go(func() {
			for done := 0; done < events/others; {
				r, err := bob.Do(ctx, "command", protocol.Command{Name: "volume", Volume: rand.IntN(100)})
				if err != nil {
					t.Error(err)
					return
				}
				if r.Event != nil {
					done++
				}
			}
		})
	}
	work.Wait()
}
