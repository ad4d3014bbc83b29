package client_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"testing"
	"time"

	"remoted/client"
	"remoted/protocol"
)

func TestEventsOfOthers(t *testing.T) {
	s := startServer(t)
	made := s.create()
	ann := dial(t, s.link(made.Session), client.Options{Name: "Ann"})
	bob := dial(t, s.link(made.Session), client.Options{Name: "Bob"})
	stream := bob.Events()
	defer stream.Close()
	first, err := stream.Next(soon(t))
	check(t, err)
	if first.Kind != client.KindState || first.Seq != 0 || first.State.Volume != 100 {
		t.Errorf("first event: got %+v, want the state", first)
	}
	add(t, ann, "a")
	send(t, ann, "command", protocol.Command{Name: "volume", Volume: 7})
	for i, want := range []string{"add", "command"} {
		e := waitFor(t, stream, want, kind(client.KindEvent))
		if e.Name != want || e.Seq != uint64(i+1) || e.By != ann.ID() || e.At == 0 || len(e.Data) == 0 || e.Replayed || len(e.State.Items) != 1 {
			t.Errorf("event %d: got %+v, want %s of Ann's", i+1, e, want)
		}
	}
	s.same(ann)
	s.same(bob)
}

func TestPresenceAndPlayers(t *testing.T) {
	s := startServer(t)
	made := s.create()
	link := "http://" + s.address + "/j/" + made.Code
	ann := dial(t, link, client.Options{Name: "Ann"})
	stream := ann.Events()
	defer stream.Close()
	screen := dial(t, s.link(made.Session)+"?as=player", client.Options{Name: "TV"})
	waitFor(t, stream, "the player's presence", func(client.Event) bool { return len(ann.Presence()) == 2 })
	if got := ann.Presence()[1]; got.Client != screen.ID() || got.Role != protocol.Player || got.Name != "TV" {
		t.Errorf("got %+v, want the player", got)
	}
	add(t, ann, "a")
	item := ann.State().State.Items[0].ID
	waitSeq(t, screen, ann.State().Seq)
	check(t, screen.Report(protocol.Report{Item: item, Status: protocol.Ready, Position: 5, Duration: 9000, Can: []string{"seek"}}))
	// What a report brings about is an event without a sender.
	e := waitFor(t, stream, "the duration", func(e client.Event) bool { return e.Name == "update" })
	if e.By != "" || e.State.Items[0].Media.Duration != 9000 {
		t.Errorf("got %+v, want the duration in the list", e)
	}
	waitFor(t, stream, "its report", func(client.Event) bool {
		p := ann.Players()
		return len(p) == 1 && p[0].Status == protocol.Ready && p[0].Position == 5 && string(p[0].Item) == item
	})
	screen.Close()
	waitFor(t, stream, "its leaving", func(client.Event) bool { return len(ann.Presence()) == 1 })
}

func TestStreamOfASlowReaderEnds(t *testing.T) {
	s := startServer(t)
	made := s.create()
	ann := dial(t, s.link(made.Session), client.Options{})
	slow := ann.Events()
	// Presence fills it fastest: one message a join and one a leave.
	for {
		bob, err := client.Dial(soon(t), s.link(made.Session), client.Options{})
		check(t, err)
		for range 300 {
			if _, err := bob.Send(soon(t), "command", protocol.Command{Name: "volume", Volume: int(bob.State().Seq % 100)}); err != nil {
				t.Fatal(err)
			}
		}
		bob.Close()
		if bob.State().Seq > 4100 {
			break
		}
	}
	waitSeq(t, ann, 4100)
	n := 0
	for _, err := range slow.All(soon(t)) {
		if err != nil {
			if !errors.Is(err, client.ErrOverflow) || n != 4096 {
				t.Errorf("after %d events: got %v, want %v after 4096", n, err, client.ErrOverflow)
			}
			break
		}
		n++
	}
	s.same(ann)
}

func TestStreamEnds(t *testing.T) {
	s := startServer(t)
	c := dial(t, s.link(s.create().Session), client.Options{})
	stream := c.Events()
	waitFor(t, stream, "the state", kind(client.KindState))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for {
		if _, err := stream.Next(ctx); err != nil { // what is there comes first
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v, want %v", err, context.Canceled)
			}
			break
		}
	}
	stream.Close()
	for _, err := range stream.All(soon(t)) {
		if err != nil && !errors.Is(err, client.ErrClosed) {
			t.Errorf("got %v, want %v", err, client.ErrClosed)
		}
	}
}

// TestIdleClientsCostOneGoroutine is what makes thousands of clients possible.
func TestIdleClientsCostOneGoroutine(t *testing.T) {
	s := startServer(t)
	made := s.create()
	const clients = 40
	before := runtime.NumGoroutine()
	for i := range clients {
		dial(t, s.link(made.Session), client.Options{Name: fmt.Sprint(i)})
	}
	// The server has one for each, too; what still sends ends soon.
	const most = 2*clients + 10
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) { // nothing tells of the end of a goroutine
		got := runtime.NumGoroutine() - before
		if got <= most {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d clients: got %d goroutines, want at most %d", clients, got, most)
		}
	}
}

func TestPosition(t *testing.T) {
	now := time.UnixMilli(20_000)
	for _, tt := range []struct {
		playback protocol.Playback
		want     time.Duration
	}{
		{protocol.Playback{Status: "playing", Position: 1000, At: 18_000, Rate: 1}, 3 * time.Second},
		{protocol.Playback{Status: "playing", Position: 1000, At: 18_000, Rate: 1.5}, 4 * time.Second},
		{protocol.Playback{Status: "playing", Position: 1000, At: 21_000, Rate: 1}, time.Second},
		{protocol.Playback{Status: "playing", Position: 1000, At: 18_000, Rate: 1, Held: true}, time.Second},
		{protocol.Playback{Status: "paused", Position: 1000, At: 18_000, Rate: 1}, time.Second},
	} {
		if got := client.Position(tt.playback, now); got != tt.want {
			t.Errorf("%+v: got %v, want %v", tt.playback, got, tt.want)
		}
	}
}
