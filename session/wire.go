package session

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"

	"remoted/playlist"
	"remoted/protocol"
)

// Resolver tells what an address plays, at once and without asking anybody: what
// takes longer comes later, as an update. An error that is [errors.ErrUnsupported]
// says that the address is fine but the service cannot play it; any other, that it
// is no address.
type Resolver interface {
	Resolve(address string) (playlist.Media, error)
}

// Scoped is a [Resolver] that knows addresses of a session's own as well, such as
// those of files that its people brought.
type Scoped interface {
	For(session string) Resolver
}

// Timed is a [Resolver] that also reads from an address where it begins, as in
// youtu.be/…?t=90: in milliseconds, 0 where it says nothing.
type Timed interface {
	Start(address string) int64
}

// startOf is where an item begins: as it was asked for, else as its address says,
// if that is within what is played of it.
func startOf(r Resolver, address string, m playlist.Media, asked, end int64) int64 {
	t, ok := r.(Timed)
	if asked != 0 || !ok {
		return asked
	}
	start := t.Start(address)
	if end > 0 && start >= end || m.Duration > 0 && start >= m.Duration {
		return 0
	}
	return start
}

// resolverFor is the resolver of one session.
func resolverFor(r Resolver, session string) Resolver {
	if s, ok := r.(Scoped); ok {
		return s.For(session)
	}
	return r
}

// action turns a client's request into what it does.
func action(m protocol.Message, r Resolver) (playlist.Action, *protocol.Error) {
	switch d := m.Data.(type) {
	case protocol.Add:
		items, err := newItems(d.Items, r)
		return playlist.Add{Items: items, Place: playlist.Place(d.Place), Before: playlist.ItemID(d.Before)}, err
	case protocol.Remove:
		return playlist.Remove{Items: itemIDs(d.Items)}, nil
	case protocol.Move:
		return playlist.Move{Items: itemIDs(d.Items), Before: playlist.ItemID(d.Before)}, nil
	case protocol.Clear:
		return playlist.Clear{KeepCurrent: d.KeepCurrent}, nil
	case protocol.Undo:
		return playlist.Undo{}, nil
	case protocol.Upload:
		items, err := newItems(d.Items, r)
		return playlist.Upload{Mode: playlist.UploadMode(d.Mode), Base: d.Base, Items: items}, err
	case protocol.Command:
		return command(d), nil
	}
	return nil, protocol.Errorf(protocol.BadMessage, "event", "%s is not a request", m.Event)
}

func command(c protocol.Command) playlist.Action {
	expect := playlist.ItemID(c.Expect)
	switch c.Name {
	case "play":
		return playlist.Play{}
	case "pause":
		return playlist.Pause{}
	case "toggle":
		return playlist.Toggle{}
	case "stop":
		return playlist.Stop{}
	case "next":
		return playlist.Next{Expect: expect}
	case "previous":
		return playlist.Previous{Expect: expect}
	case "jump":
		return playlist.Jump{Item: playlist.ItemID(c.Item)}
	case "seek":
		return playlist.Seek{Position: c.Position, Delta: c.Delta, Expect: expect}
	case "volume":
		return playlist.SetVolume{Volume: c.Volume}
	case "mute":
		return playlist.SetMuted{Muted: true}
	case "unmute":
		return playlist.SetMuted{Muted: false}
	case "rate":
		return playlist.SetRate{Rate: c.Rate}
	case "repeat":
		return playlist.SetRepeat{Mode: playlist.Repeat(c.Mode)}
	case "shuffle":
		return playlist.SetShuffle{On: c.On}
	case "captions":
		return playlist.SetCaptions{Language: c.Language}
	case "screens":
		return playlist.SetScreens{Players: c.Players}
	case "fallback":
		return playlist.SetFallback{Source: source(c.Source)}
	}
	panic("command " + c.Name + " is in the protocol's table but not here")
}

// source is a fallback as the rules have it.
func source(f protocol.Fallback) playlist.FallbackSource {
	switch {
	case f.List != "":
		return playlist.FallbackSource{Kind: playlist.SourceList, Key: f.List, Name: cmp.Or(f.Name, f.List)}
	case f.Folder != nil:
		return playlist.FallbackSource{Kind: playlist.SourceFolder, Key: *f.Folder, Name: f.Name}
	}
	return playlist.FallbackSource{}
}

// wireFallback is nil for nil, and encodes as null for the source of no kind.
func wireFallback(f *playlist.FallbackSource) *protocol.Fallback {
	if f == nil {
		return nil
	}
	out := &protocol.Fallback{Name: f.Name, Failed: f.Failed}
	switch f.Kind {
	case playlist.SourceList:
		out.List = f.Key
	case playlist.SourceFolder:
		out.Folder = &f.Key
	}
	return out
}

func newItems(in []protocol.NewItem, r Resolver) ([]playlist.NewItem, *protocol.Error) {
	out := make([]playlist.NewItem, len(in))
	for i, it := range in {
		media, err := r.Resolve(it.URL)
		if err != nil {
			code := protocol.Invalid
			if errors.Is(err, errors.ErrUnsupported) {
				code = protocol.Unsupported
			}
			return nil, protocol.Errorf(code, fmt.Sprintf("items[%d].url", i), "%v", err)
		}
		if it.Title != "" {
			media.Title = it.Title
		}
		out[i] = playlist.NewItem{ID: newItemID(), Media: media, Start: startOf(r, it.URL, media, it.Start, it.End), End: it.End}
	}
	return out, nil
}

// newItemID returns 50 random bits: unused in a session of any length.
func newItemID() playlist.ItemID {
	return playlist.ItemID(strings.ToLower(rand.Text()[:10]))
}

func itemIDs(in []string) []playlist.ItemID {
	out := make([]playlist.ItemID, len(in))
	for i, id := range in {
		out[i] = playlist.ItemID(id)
	}
	return out
}

// wireError turns a refusal of the rules into one of the protocol; anything else
// is a fault of ours, without its details.
func wireError(err error, seq uint64) *protocol.Error {
	refusal, ok := errors.AsType[*playlist.Error](err)
	if !ok {
		return protocol.Errorf(protocol.Internal, "", "something went wrong on the server")
	}
	e := protocol.Errorf(protocol.Code(refusal.Code), refusal.Field, "%s", refusal.Message)
	if e.Code == protocol.Stale {
		e.Seq = seq
	}
	return e
}

// wireState is the state as clients see it.
func wireState(id string, s *playlist.State) protocol.State {
	return protocol.State{
		Session:  id,
		Items:    wireItems(s.Items),
		Playback: *wirePlayback(&s.Playback),
		Volume:   s.Volume,
		Muted:    s.Muted,
		Repeat:   string(s.Repeat),
		Shuffle:  s.Shuffle,
		Captions: protocol.Text(s.Captions),
		Screens:  s.Screens,
		Fallback: wireFallback(s.Fallback),
	}
}

func wireItems(in []*playlist.Item) []protocol.Item {
	out := make([]protocol.Item, len(in))
	for i, it := range in {
		out[i] = protocol.Item{
			ID:      string(it.ID),
			Media:   protocol.Media(it.Media),
			AddedBy: protocol.AddedBy(it.AddedBy),
			AddedAt: it.AddedAt,
			Start:   it.Start,
			End:     it.End,
			Failed:  it.Failed,

			Fallback: it.Fallback,
		}
	}
	return out
}

// wireHistory is the history as people look at it: newest first.
func wireHistory(in []playlist.Played) []protocol.Played {
	out := make([]protocol.Played, len(in))
	for i, p := range in {
		items := wireItems([]*playlist.Item{p.Item})
		out[len(in)-1-i] = protocol.Played{Item: items[0], At: p.At}
	}
	return out
}

func wirePlayback(p *playlist.Playback) *protocol.Playback {
	if p == nil {
		return nil
	}
	return &protocol.Playback{
		Status:   string(p.Status),
		Item:     protocol.Text(p.Item),
		Position: p.Position,
		At:       p.At,
		Rate:     p.Rate,
		Held:     p.Held,
	}
}

// encodeEvent makes the frame of a sequenced event.
func encodeEvent(e playlist.Event) (protocol.Frame, error) {
	envelope := protocol.Envelope{Event: string(e.Kind), Seq: e.Seq, At: e.At, By: e.By, ID: e.ID}
	return protocol.Encode(envelope, eventData(e))
}

// emptied makes a removal of an event that leaves nothing of a list: clients read
// what an event does from its data, and an empty list of items says nothing.
func emptied(e playlist.Event, list []*playlist.Item) playlist.Event {
	if e.List == nil || e.List.Op != playlist.OpReplace || len(e.List.Items) > 0 {
		return e
	}
	ids := make([]playlist.ItemID, len(list))
	for i, it := range list {
		ids[i] = it.ID
	}
	e.Kind, e.Name = playlist.KindRemove, ""
	e.List = &playlist.ListChange{Op: playlist.OpRemove, IDs: ids}
	return e
}

func eventData(e playlist.Event) any {
	playback := wirePlayback(e.Playback)
	switch l := e.List; {
	case l != nil && e.Kind == playlist.KindUpload:
		d := protocol.UploadData{Mode: e.Name, Items: wireItems(l.Items), Playback: playback}
		if l.Op == playlist.OpInsert {
			d.Index = &l.Index
		}
		return d
	case l != nil && l.Op == playlist.OpInsert:
		return protocol.AddData{Items: wireItems(l.Items), Index: l.Index, Playback: playback}
	case l != nil && l.Op == playlist.OpRemove:
		return protocol.RemoveData{Items: texts(l.IDs), LeftOut: e.LeftOut, Playback: playback}
	case l != nil && l.Op == playlist.OpMove:
		return protocol.MoveData{Items: texts(l.IDs), Before: protocol.Text(l.Before), Playback: playback}
	case e.Item != nil:
		d := protocol.UpdateData{Item: string(e.Item.ID), Failed: (*protocol.Text)(e.Item.Failed)}
		if e.Item.Media != nil {
			media := protocol.Media(*e.Item.Media)
			d.Media = &media
		}
		return d
	}
	return commandData(e, playback)
}

func commandData(e playlist.Event, playback *protocol.Playback) protocol.CommandData {
	d := protocol.CommandData{
		Name:     e.Name,
		Playback: playback,
		Volume:   e.Volume,
		Muted:    e.Muted,
		Shuffle:  e.Shuffle,
		On:       e.Shuffle,
		Captions: (*protocol.Text)(e.Captions),
		Language: (*protocol.Text)(e.Captions),
	}
	if e.Screens != nil {
		d.Screens = (*protocol.IDs)(&e.Screens.Players)
		d.Players = d.Screens
	}
	if d.Fallback = wireFallback(e.Fallback); e.By != "" {
		d.Source = d.Fallback
	}
	if e.Repeat != nil {
		d.Repeat, d.Mode = string(*e.Repeat), string(*e.Repeat)
	}
	if a := e.Args; a != nil {
		d.Expect, d.Item, d.Position, d.Delta, d.Rate = string(a.Expect), string(a.Item), a.Position, a.Delta, a.Rate
	}
	return d
}

func texts(ids []playlist.ItemID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
