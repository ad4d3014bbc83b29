package client_test

import (
	"context"
	"errors"
	"testing"

	"remoted/client"
	"remoted/protocol"
)

// quick are options of a client that comes back at once.
func quick(name string) client.Options {
	return client.Options{Name: name, MinBackoff: 1e6, MaxBackoff: 2e7}
}

func TestServerRestarts(t *testing.T) {
	s := startServer(t)
	c := dial(t, s.link(s.create().Session), quick("Ann"))
	stream := c.Events()
	defer stream.Close()
	add(t, c, "a")
	id := c.ID()
	s.stop()
	e := waitFor(t, stream, "the loss", kind(client.KindOffline))
	if e.Err == nil || len(e.State.Items) != 1 {
		t.Errorf("offline: got %+v, want a reason, and the state", e)
	}
	s.start()
	waitFor(t, stream, "the return", kind(client.KindOnline))
	add(t, c, "b")
	if c.ID() != id {
		t.Errorf("came back as %s, want %s", c.ID(), id)
	}
	s.same(c)
}

func TestReplacedClientStaysAway(t *testing.T) {
	s := startServer(t)
	link := s.link(s.create().Session)
	c := dial(t, link, quick("Ann"))
	again := dial(t, link, client.Options{Client: c.ID()})
	select {
	case <-c.Done():
	case <-soon(t).Done():
		t.Fatal("the first client goes on")
	}
	var stop *client.StopError
	if err := c.Err(); !errors.As(err, &stop) || stop.Code != protocol.CloseReplaced || stop.Reason == "" {
		t.Errorf("got %v, want close code %d", err, protocol.CloseReplaced)
	}
	if _, err := c.Send(soon(t), "undo", nil); !errors.As(err, &stop) {
		t.Errorf("send: got %v, want the same", err)
	}
	add(t, again, "a")
	if again.Err() != nil || again.ID() != c.ID() {
		t.Errorf("second client: got error %v and id %s, want none and %s", again.Err(), again.ID(), c.ID())
	}
}

func TestDialRefused(t *testing.T) {
	s := startServer(t)
	made := s.create()
	const nobody = "127.0.0.1:1" // unlike a port that was free a moment ago, nobody takes it meanwhile
	for _, tt := range []struct {
		name, target string
		options      client.Options
		code         protocol.Code
	}{
		{"no such session", s.link("0d9f8a52-5c2e-4d8f-9a52-0123456789ab"), client.Options{}, protocol.SessionNotFound},
		{"no such code", "222222", client.Options{Server: s.address}, protocol.NotFound},
		{"a bad name", s.link(made.Session), client.Options{Name: string(make([]byte, 99))}, protocol.Invalid},
		{"a bad role", s.link(made.Session), client.Options{Role: "king"}, protocol.Invalid},
		{"nobody there", "http://" + nobody + "/s/" + made.Session, client.Options{}, ""},
		{"nobody there to ask for a code", "222222", client.Options{Server: nobody}, ""},
		{"not a link", "http://" + s.address + "/nowhere", client.Options{}, ""},
	} {
		_, err := client.Dial(soon(t), tt.target, tt.options)
		var refusal *client.Error
		switch {
		case err == nil:
			t.Errorf("%s: got no error", tt.name)
		case errors.As(err, &refusal) != (tt.code != "") || refusal != nil && refusal.Code != tt.code:
			t.Errorf("%s: got %v, want code %q", tt.name, err, tt.code)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := client.Dial(ctx, s.link(made.Session), client.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("dial with an ended context: got %v, want %v", err, context.Canceled)
	}
}

func TestSessionGoneForGood(t *testing.T) {
	s := startServer(t)
	made := s.create()
	c := dial(t, s.link(made.Session), quick("Ann"))
	s.stop()
	check(t, s.log.Delete(soon(t), made.Session))
	s.start()
	<-c.Done()
	var refusal *client.Error
	if err := c.Err(); !errors.As(err, &refusal) || refusal.Code != protocol.SessionNotFound {
		t.Errorf("got %v, want %s", err, protocol.SessionNotFound)
	}
}
