package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"time"

	"remoted/client"
	"remoted/protocol"
)

func prepareWatch(fs *flag.FlagSet) parser {
	asJSON := fs.Bool("json", false, "print each message as JSON, in one line")
	return func([]string) (action, error) {
		return func(ctx context.Context, t *terminal) error { return watch(ctx, t, *asJSON) }, nil
	}
}

// watch prints what happens until ctx ends, or the session does.
func watch(ctx context.Context, t *terminal, asJSON bool) error {
	stream := t.Events()
	defer stream.Close()
	w := watcher{terminal: t, people: make(people), conditions: make(map[string]string)}
	w.people.update(t.Presence())
	for e, err := range stream.All(ctx) {
		switch {
		case errors.Is(err, context.Canceled):
			return nil // as the person wished
		case err != nil:
			return err
		case asJSON:
			err = printEvent(t, e)
		default:
			err = w.print(e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// printEvent prints a message as it came, and the others in the same form.
func printEvent(t *terminal, e client.Event) error {
	out := struct {
		Event string          `json:"event"`
		Seq   uint64          `json:"seq,omitempty"`
		At    int64           `json:"at,omitempty"`
		By    string          `json:"by,omitempty"`
		ID    string          `json:"id,omitempty"`
		Data  json.RawMessage `json:"data,omitempty"`
	}{e.Name, e.Seq, e.At, e.By, e.ID, e.Data}
	switch e.Kind {
	case client.KindState:
		state, err := json.Marshal(e.State)
		if err != nil {
			return err
		}
		out.Event, out.Data = "state", state
	case client.KindOnline:
		out.Event = "online"
	case client.KindOffline:
		out.Event = "offline"
	}
	return printJSON(t.out, out)
}

// watcher turns events into lines.
type watcher struct {
	*terminal
	people     people
	state      protocol.State    // before the event
	conditions map[string]string // of the players
}

// nameWidth is that of the column of names.
const nameWidth = 12

func (w *watcher) print(e client.Event) error {
	before := w.state
	w.state = e.State
	switch e.Kind {
	case client.KindState:
		return w.line(w.Now(), "", status(e.State, w.Now()))
	case client.KindOnline:
		return w.line(w.Now(), "", "connected again")
	case client.KindOffline:
		return w.line(w.Now(), "", "the connection is lost, trying again")
	case client.KindMessage:
		return w.message(e)
	}
	return w.line(time.UnixMilli(e.At), w.people.name(e.By), describe(e, before))
}

func (w *watcher) line(at time.Time, who, what string) error {
	_, err := fmt.Fprintf(w.out, "%s  %-*s  %s\n", at.Format(time.TimeOnly), nameWidth, fit(plain(who), nameWidth), what)
	return err
}

// message prints who came and went, and what players say of themselves.
func (w *watcher) message(e client.Event) error {
	switch e.Name {
	case protocol.EventPresence:
		return w.presence(e.Data)
	case protocol.EventPlayers:
		return w.players(e.Data)
	case protocol.EventGoodbye:
		return w.line(w.Now(), "", "the server says goodbye")
	}
	return nil
}

func (w *watcher) presence(data json.RawMessage) error {
	var p protocol.Presence
	if json.Unmarshal(data, &p) != nil {
		return nil // of a later version
	}
	came, went := w.people.update(p.Clients)
	for _, c := range came {
		if err := w.line(w.Now(), called(c), "joined as a "+plain(string(c.Role))); err != nil {
			return err
		}
	}
	for _, c := range went {
		if err := w.line(w.Now(), called(c), "left"); err != nil {
			return err
		}
	}
	return nil
}

// players prints a player's condition when it is another one; its position is
// reported too often.
func (w *watcher) players(data json.RawMessage) error {
	var p protocol.Players
	if json.Unmarshal(data, &p) != nil {
		return nil // of a later version
	}
	now := make(map[string]string, len(p.Players))
	for _, player := range p.Players {
		text := string(player.Status)
		if player.Reason != "" {
			text += ": " + player.Reason
		}
		now[player.Client] = text
		if player.Item == "" || w.conditions[player.Client] == text {
			continue
		}
		if err := w.line(w.Now(), w.people.name(player.Client), "reports "+plain(text)); err != nil {
			return err
		}
	}
	w.conditions = now
	return nil
}
