package client_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"remoted/client"
	"remoted/protocol"
)

func TestSendIsSeenWhenItReturns(t *testing.T) {
	s := startServer(t)
	made := s.create()
	c := dial(t, s.link(made.Session), client.Options{Name: "Ann"})
	for i := range 20 {
		seq := add(t, c, fmt.Sprint(i))
		if got := c.State(); got.Seq < seq || len(got.State.Items) != i+1 {
			t.Fatalf("after add %d as seq %d: got seq %d and %d items", i, seq, got.Seq, len(got.State.Items))
		}
	}
	if got := c.State().State.Items[0].AddedBy; got.Name != "Ann" || got.Client != c.ID() {
		t.Errorf("added by %+v, want Ann, %s", got, c.ID())
	}
	s.same(c)
}

func TestDoReturnsTheEvent(t *testing.T) {
	s := startServer(t)
	c := dial(t, s.link(s.create().Session), client.Options{})
	r, err := c.Do(soon(t), "add", adding("a", "b"))
	check(t, err)
	if r.Seq != 1 || r.Event == nil || r.Event.Name != "add" || r.Event.By != c.ID() || len(r.Event.State.Items) != 2 {
		t.Errorf("add: got %+v", r)
	}
	r, err = c.Do(soon(t), "command", protocol.Command{Name: "pause"})
	check(t, err)
	if r.Seq != 1 || r.Event != nil {
		t.Errorf("a pause that changes nothing: got %+v, want seq 1 and no event", r)
	}
}

func TestRefusals(t *testing.T) {
	s := startServer(t)
	c := dial(t, s.link(s.create().Session), client.Options{})
	add(t, c, "a")
	for _, tt := range []struct {
		event string
		data  any
		code  protocol.Code
		field string
	}{
		{"remove", protocol.Remove{Items: []string{"nothing"}}, protocol.ItemNotFound, "items[0]"},
		{"command", protocol.Command{Name: "volume", Volume: 101}, protocol.Invalid, "volume"},
		{"command", protocol.Command{Name: "next", Expect: "nothing"}, protocol.Stale, "expect"},
		{"command", map[string]any{"name": "seek"}, protocol.BadMessage, "position"},
		{"upload", protocol.Upload{Mode: "replace", Base: 99, Items: []protocol.NewItem{}}, protocol.Stale, "base"},
		{"add", protocol.Add{Items: []protocol.NewItem{{URL: strings.Repeat("x", protocol.MaxMessage)}}}, protocol.LimitReached, ""},
	} {
		_, err := c.Send(soon(t), tt.event, tt.data)
		var refusal *client.Error
		if !errors.As(err, &refusal) || refusal.Code != tt.code || refusal.Field != tt.field || refusal.Message == "" {
			t.Errorf("%s %+v: got %v, want %s at %q", tt.event, tt.data, err, tt.code, tt.field)
		}
		if tt.code == protocol.Stale && refusal != nil && refusal.Seq != 1 {
			t.Errorf("%s: got seq %d with it, want 1", tt.event, refusal.Seq)
		}
	}
	for _, event := range []string{"register", "sync", "ping", "report", ""} {
		if _, err := c.Send(soon(t), event, nil); err == nil {
			t.Errorf("%q as a request: got no error", event)
		}
	}
	s.same(c)
}

func TestUploadMoveClearUndo(t *testing.T) {
	s := startServer(t)
	c := dial(t, s.link(s.create().Session), client.Options{})
	send(t, c, "upload", protocol.Upload{Mode: "seed", Items: adding("a", "b", "c").Items})
	ids := c.State().State.Items
	send(t, c, "move", protocol.Move{Items: []string{ids[0].ID}})
	if got := titles(c); !slices.Equal(got, []string{"b", "c", "a"}) {
		t.Errorf("after move: got %q", got)
	}
	send(t, c, "command", protocol.Command{Name: "jump", Item: ids[1].ID})
	send(t, c, "clear", protocol.Clear{KeepCurrent: true})
	if got := titles(c); !slices.Equal(got, []string{"b"}) {
		t.Errorf("after clear: got %q", got)
	}
	send(t, c, "undo", nil)
	if got := titles(c); !slices.Equal(got, []string{"b", "c", "a"}) {
		t.Errorf("after undo: got %q", got)
	}
	send(t, c, "upload", protocol.Upload{Mode: "replace", Base: c.State().Seq, Items: []protocol.NewItem{}})
	if got := titles(c); got != nil {
		t.Errorf("after a replace by nothing: got %q", got)
	}
	s.same(c)
}

// TestMoreThanTheServerTakes sends faster than the server's limit and sees nothing
// of it.
func TestMoreThanTheServerTakes(t *testing.T) {
	s := startServer(t)
	c := dial(t, s.link(s.create().Session), client.Options{})
	const senders, each = 50, 24 // 1200 in all, more than a burst
	ctx := soon(t)
	var work sync.WaitGroup
	for i := range senders {
		work.Go(func() {
			for j := range each {
				if _, err := c.Send(ctx, "command", protocol.Command{Name: "volume", Volume: (i + j) % 100}); err != nil {
					t.Errorf("sender %d: %v", i, err)
				}
			}
		})
	}
	work.Wait()
	s.same(c)
}

func TestSendAfterClose(t *testing.T) {
	s := startServer(t)
	c := dial(t, s.link(s.create().Session), client.Options{})
	check(t, c.Close())
	check(t, c.Close())
	if _, err := c.Send(soon(t), "undo", nil); !errors.Is(err, client.ErrClosed) {
		t.Errorf("got %v, want %v", err, client.ErrClosed)
	}
	if err := c.Report(protocol.Report{}); !errors.Is(err, client.ErrClosed) {
		t.Errorf("report: got %v, want %v", err, client.ErrClosed)
	}
	if err := c.Err(); !errors.Is(err, client.ErrClosed) {
		t.Errorf("Err: got %v, want %v", err, client.ErrClosed)
	}
	stream := c.Events()
	waitFor(t, stream, "the state", kind(client.KindState))
	if _, err := stream.Next(soon(t)); !errors.Is(err, client.ErrClosed) {
		t.Errorf("Next: got %v, want %v", err, client.ErrClosed)
	}
}

// TestSendOffline waits for a connection, as long as its context lets it.
func TestSendOffline(t *testing.T) {
	s := startServer(t)
	c := dial(t, s.link(s.create().Session), client.Options{MinBackoff: 1, MaxBackoff: 1e7})
	stream := c.Events()
	defer stream.Close()
	s.stop()
	waitFor(t, stream, "the loss", kind(client.KindOffline))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := c.Send(ctx, "add", adding("never")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	if err := c.Report(protocol.Report{}); !errors.Is(err, client.ErrOffline) {
		t.Errorf("report: got %v, want %v", err, client.ErrOffline)
	}
	sent := make(chan error, 1)
	go func() {
		_, err := c.Send(soon(t), "add", adding("later"))
		sent <- err
	}()
	s.start()
	check(t, <-sent)
	if got := titles(c); !slices.Equal(got, []string{"later"}) {
		t.Errorf("got %q, want only what was not called off", got)
	}
}
