package session

import (
	"context"
	"errors"
	"fmt"

	"remoted/listfile"
	"remoted/playlist"
	"remoted/protocol"
)

// ImportRequest is a list that comes from a file, or was saved.
type ImportRequest struct {
	List   listfile.List
	Mode   string // seed, append or replace, as with an upload
	Base   uint64 // the seq that replace rests on
	Client string // id of the member that brings it; empty: nobody who is in the session
}

// Imported is what became of an import.
type Imported struct {
	Seq     uint64        // of the session, when the list was in
	Items   int           // that came into the list
	Refused []RefusedItem // that cannot be played
}

// RefusedItem is an item of a list that is left out.
type RefusedItem struct {
	Index int    // in the list that was asked for
	Why   string // for people
}

// bring asks a session to take in a list whose items are resolved.
type bring struct {
	upload playlist.Upload
	state  *listfile.State // what else the list holds; nil: nothing
	client string
	reply  chan<- brought
}

type brought struct {
	seq     uint64
	items   int
	refusal *protocol.Error
}

// Import takes a list in as one upload, which is durable on return and can be taken
// back in one step. What cannot be played is left out and told. Into an empty
// session comes all that the list holds: who added an item and when, then the
// settings, and the current item, paused where it was. Otherwise the items are
// added by the client that brings them.
//
// The error is [ErrNotFound], [ErrClosed], that of the context, or a
// [*protocol.Error].
func (r *Registry) Import(ctx context.Context, id string, req ImportRequest) (Imported, error) {
	upload, refused := resolveAll(req, resolverFor(r.config.Resolver, id))
	if len(upload.Items) == 0 && (len(req.List.Items) > 0 || req.List.State == nil) {
		return Imported{Refused: refused}, protocol.Errorf(protocol.Unsupported, "", "there is nothing in this list that can be played")
	}
	reply := make(chan brought, 1)
	if err := r.post(ctx, id, request{bring: &bring{upload, req.List.State, req.Client, reply}}); err != nil {
		return Imported{}, err
	}
	select {
	case b := <-reply:
		if b.refusal != nil {
			return Imported{}, b.refusal
		}
		return Imported{b.seq, b.items, refused}, nil
	case <-ctx.Done():
		return Imported{}, ctx.Err()
	}
}

// resolveAll makes an upload of what can be played.
func resolveAll(req ImportRequest, r Resolver) (playlist.Upload, []RefusedItem) {
	up := playlist.Upload{Mode: playlist.UploadMode(req.Mode), Base: req.Base}
	var refused []RefusedItem
	for i, it := range req.List.Items {
		media, err := r.Resolve(it.URL)
		if err != nil {
			refused = append(refused, RefusedItem{i, fmt.Sprint(err)})
			continue
		}
		if s := req.List.State; s != nil && s.Current == i {
			up.Resume = &playlist.Resume{Index: len(up.Items), Position: s.Position}
		}
		it.Start = startOf(r, it.URL, media, it.Start, it.End)
		up.Items = append(up.Items, broughtItem(it, hinted(media, it, r)))
	}
	return up, refused
}

// broughtItem is an item with what it had before. Moments outside of the media, as
// it is known here, are left out.
func broughtItem(it listfile.Item, m playlist.Media) playlist.NewItem {
	start, end := it.Within(m.Duration)
	n := playlist.NewItem{ID: newItemID(), Media: m, Start: start, End: end}
	if k := it.Kept; k != nil {
		n.Origin = &playlist.Origin{By: playlist.Author{Client: k.Client, Name: k.Name}, At: k.AddedAt, Failed: cut(k.Failed, playlist.MaxReason)}
	}
	return n
}

// hinted is media with what a list says of it, until more is known.
func hinted(m playlist.Media, it listfile.Item, r Resolver) playlist.Media {
	if it.Kept != nil {
		m = recalled(m, *it.Kept, r)
	}
	if it.Title != "" {
		m.Title = it.Title
	}
	if m.Duration == 0 {
		m.Duration = it.Duration
	}
	if it.Thumbnail != "" && m.Provider != "library" {
		m.Thumbnail = it.Thumbnail
	}
	return m
}

// onWeb are the providers between which a look at an address decides.
var onWeb = map[string]bool{"file": true, "hls": true, "dash": true, "page": true, "picture": true}

// recalled is media as a session knew it after a look: the stream behind an
// address, the video behind a page. A file may say anything: what it names must be
// something that the resolver would play as well.
func recalled(m playlist.Media, k listfile.Kept, r Resolver) playlist.Media {
	if !onWeb[m.Provider] || k.Ref == "" {
		return m
	}
	behind, err := r.Resolve(k.Ref)
	if err != nil || behind.Provider != k.Provider && !(onWeb[behind.Provider] && onWeb[k.Provider]) {
		return m
	}
	m.Provider, m.Ref = k.Provider, behind.Ref
	return m
}

// takeIn decides what a list brings, and stores it as a whole.
func (s *Session) takeIn(b *bring) brought {
	if refusal := s.unfit(); refusal != nil {
		return brought{refusal: refusal}
	}
	by, refusal := s.member(b.client)
	if refusal != nil {
		return brought{refusal: refusal}
	}
	whole := s.state.Empty()
	if !whole {
		b.forget()
	}
	items := len(b.upload.Items)
	switch err := s.decide(playlist.Command{By: by, Do: b.upload}); {
	case errors.Is(err, playlist.ErrNoChange):
		items = 0
	case err != nil:
		return brought{refusal: s.refuseList(err)}
	}
	if whole && b.state != nil {
		s.restore(by, *b.state)
	}
	if !s.flush() {
		return brought{refusal: protocol.Errorf(protocol.Unavailable, "", "this could not be stored just now")}
	}
	return brought{seq: s.state.Seq, items: items}
}

// member is the author of what a client brings that is in the session.
func (s *Session) member(client string) (playlist.Author, *protocol.Error) {
	if client == "" {
		return playlist.Author{}, nil
	}
	c := s.clients[client]
	if c == nil {
		return playlist.Author{}, protocol.Errorf(protocol.Forbidden, "client", "this client is not in the session")
	}
	return c.author(), nil
}

// forget makes a list one that somebody adds now.
func (b *bring) forget() {
	b.state, b.upload.Resume = nil, nil
	for i := range b.upload.Items {
		b.upload.Items[i].Origin = nil
	}
}

func (s *Session) refuseList(err error) *protocol.Error {
	e := wireError(err, s.group.next.Seq)
	if e.Code == protocol.Internal {
		s.logger.Error("import", "code", e.Code, "err", err)
	}
	return e
}

// restore brings the settings back that a list was saved with.
func (s *Session) restore(by playlist.Author, st listfile.State) {
	for _, do := range []playlist.Action{
		playlist.SetVolume{Volume: st.Volume},
		playlist.SetMuted{Muted: st.Muted},
		playlist.SetRate{Rate: st.Rate},
		playlist.SetRepeat{Mode: playlist.Repeat(st.Repeat)},
		playlist.SetCaptions{Language: st.Captions},
		playlist.SetShuffle{On: st.Shuffle},
	} {
		if err := s.decide(playlist.Command{By: by, Do: do}); err != nil && !errors.Is(err, playlist.ErrNoChange) {
			s.logger.Warn("import", "command", do, "err", err)
		}
	}
}
