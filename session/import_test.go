package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"remoted/listfile"
	"remoted/playlist"
	"remoted/protocol"
)

// bring imports a list, and waits until everybody was told.
func (r *room) bring(req ImportRequest) (Imported, error) {
	r.t.Helper()
	got, err := r.registry.Import(context.Background(), r.created.Session, req)
	synctest.Wait()
	return got, err
}

// code is that of a refusal, or empty.
func code(err error) protocol.Code {
	if e, ok := errors.AsType[*protocol.Error](err); ok {
		return e.Code
	}
	return ""
}

func listOf(addresses ...string) listfile.List {
	var l listfile.List
	for _, a := range addresses {
		l.Items = append(l.Items, listfile.Item{URL: a, Title: "title of " + a, Duration: 5000})
	}
	return l
}

// now is the session's state as the API shows it.
func (r *room) now() protocol.State {
	r.t.Helper()
	v, err := r.registry.View(context.Background(), r.created.Session)
	if err != nil {
		r.t.Fatal(err)
	}
	var s protocol.State
	if err := json.Unmarshal(v.State, &s); err != nil {
		r.t.Fatal(err)
	}
	return s
}

func titles(s protocol.State) []string {
	out := []string{}
	for _, it := range s.Items {
		out = append(out, it.Media.Title)
	}
	return out
}

// An import is one event, by the client that brought it or by nobody, and one step
// to take back.
func TestImport(t *testing.T) {
	for _, client := range []bool{true, false} {
		inRoom(t, func(t *testing.T, r *room) {
			remote := r.join(protocol.Remote, func(g *protocol.Register) { g.Name = "Ann" })
			remote.add("x")
			by := ""
			if client {
				by = remote.client.ID()
			}
			list := listOf("a", "unsupported", "b", "no-address")
			list.Items[0].Kept = &listfile.Kept{Name: "Ben", AddedAt: 5, Failed: "gone"}
			list.State = &listfile.State{Volume: 1, Repeat: "all", Rate: 1}
			got, err := r.bring(ImportRequest{List: list, Mode: "append", Client: by})
			want := Imported{Seq: 2, Items: 2, Refused: []RefusedItem{{1, "this cannot be played: unsupported operation"}, {3, "this is no address"}}}
			if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("got %+v, %v; want %+v", got, err, want)
			}
			events := remote.events()
			e := events[len(events)-1]
			if len(events) != 2 || e.Event != "upload" || e.By != by || e.ID != "" {
				t.Fatalf("got %v, want one upload by %q", events, by)
			}
			s := r.now()
			if !slices.Equal(titles(s), []string{"x", "title of a", "title of b"}) || s.Volume != 100 {
				t.Errorf("got %q and the volume %d", titles(s), s.Volume)
			}
			if it := s.Items[1]; it.AddedBy.Client != by || it.Failed != "" || it.AddedAt < 1000 || it.Media.Duration != 5000 {
				t.Errorf("got %+v, want an item that was added now by %q", it, by)
			}
			remote.must("undo", "")
			if got := titles(r.now()); !slices.Equal(got, []string{"x"}) {
				t.Errorf("after undo: %q", got)
			}
		})
	}
}

// Into an empty session comes all that a list holds, after a restart as well.
func TestImportRestores(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		list := listOf("a", "unsupported", "b")
		list.Items[0].Kept = &listfile.Kept{Client: "c1", Name: "Ben", AddedAt: 5, Failed: "gone"}
		list.State = &listfile.State{Volume: 40, Muted: true, Repeat: "one", Shuffle: true, Captions: "de", Rate: 1.5, Current: 2, Position: 1234}
		if _, err := r.bring(ImportRequest{List: list, Mode: "append"}); err != nil {
			t.Fatal(err)
		}
		check := func(when string) {
			t.Helper()
			s := r.now()
			p := s.Playback
			if p.Status != "paused" || string(p.Item) != s.Items[1].ID || p.Position != 1234 || p.Rate != 1.5 {
				t.Errorf("%s: playback %+v", when, p)
			}
			if s.Volume != 40 || !s.Muted || s.Repeat != "one" || !s.Shuffle || s.Captions != "de" {
				t.Errorf("%s: settings %+v", when, s)
			}
			if it := s.Items[0]; it.AddedBy != (protocol.AddedBy{Client: "c1", Name: "Ben"}) || it.AddedAt != 5 || it.Failed != "gone" {
				t.Errorf("%s: item %+v", when, it)
			}
		}
		check("at once")
		r.crash()
		check("after a crash")
	})
}

func TestImportModes(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote := r.join(protocol.Remote)
		if got, err := r.bring(ImportRequest{List: listOf("a"), Mode: "seed"}); err != nil || got.Items != 1 {
			t.Fatalf("seed: %+v, %v", got, err)
		}
		if got, err := r.bring(ImportRequest{List: listOf("b"), Mode: "seed"}); err != nil || got.Items != 0 || got.Seq != 1 {
			t.Errorf("seed of a list that is there: %+v, %v; want nothing to change", got, err)
		}
		if _, err := r.bring(ImportRequest{List: listOf("b"), Mode: "replace", Base: 0}); code(err) != protocol.Stale {
			t.Errorf("replace: %v, want stale", err)
		}
		if got, err := r.bring(ImportRequest{List: listOf("b", "c"), Mode: "replace", Base: 1}); err != nil || got.Items != 2 {
			t.Errorf("replace: %+v, %v", got, err)
		}
		remote.must("undo", "")
		if got := titles(r.now()); !slices.Equal(got, []string{"title of a"}) {
			t.Errorf("after undo: %q", got)
		}
		for _, tt := range []struct {
			what string
			req  ImportRequest
			want protocol.Code
		}{
			{"nothing that plays", ImportRequest{List: listOf("unsupported"), Mode: "append"}, protocol.Unsupported},
			{"nothing at all", ImportRequest{Mode: "replace", Base: 3}, protocol.Unsupported},
			{"a stranger", ImportRequest{List: listOf("b"), Mode: "append", Client: "stranger"}, protocol.Forbidden},
			{"no mode", ImportRequest{List: listOf("b")}, protocol.Invalid},
			{"too much", ImportRequest{List: listOf(make([]string, playlist.MaxItems)...), Mode: "append"}, protocol.LimitReached},
		} {
			if _, err := r.bring(tt.req); code(err) != tt.want {
				t.Errorf("%s: got %v, want %s", tt.what, err, tt.want)
			}
		}
		if s := r.now(); len(s.Items) != 1 {
			t.Errorf("%d items, want the list as it was", len(s.Items))
		}
		if _, err := r.registry.Import(context.Background(), "00000000-0000-4000-8000-000000000000", ImportRequest{List: listOf("b"), Mode: "append"}); !errors.Is(err, ErrNotFound) {
			t.Errorf("no session: got %v", err)
		}
	})
}

// What could not be stored is not in the list, and is not said to be.
func TestImportNotStored(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote := r.join(protocol.Remote)
		r.log.set(func(l *faultyLog) { l.append = failsUnstored })
		list := listOf("a")
		list.State = &listfile.State{Volume: 1, Repeat: "all", Rate: 1, Current: -1}
		if _, err := r.bring(ImportRequest{List: list, Mode: "append", Client: remote.client.ID()}); code(err) != protocol.Unavailable {
			t.Errorf("got %v, want unavailable", err)
		}
		r.log.set(func(l *faultyLog) { l.append = nil })
		if s := r.now(); len(s.Items) != 0 || s.Volume != 100 {
			t.Errorf("got %d items, volume %d", len(s.Items), s.Volume)
		}
		for _, m := range remote.since(0) {
			if m.Error != nil {
				t.Errorf("got %v; who asked over HTTP is answered there", m)
			}
		}
	})
}

// What a session knew of an address is believed where the resolver would play it.
func TestRecalled(t *testing.T) {
	file := playlist.Media{Provider: "file", Ref: "https://x.example/p", URL: "https://x.example/p"}
	for _, tt := range []struct {
		kept listfile.Kept
		want playlist.Media
	}{
		{listfile.Kept{Provider: "hls", Ref: "https://x.example/s.m3u8"}, playlist.Media{Provider: "hls", Ref: "https://x.example/s.m3u8", URL: file.URL}},
		{listfile.Kept{Provider: "youtube", Ref: "https://x.example/s"}, file},
		{listfile.Kept{Provider: "file", Ref: "unsupported"}, file},
		{listfile.Kept{Provider: "file"}, file},
	} {
		if got := recalled(file, tt.kept, anyAddress{}); got != tt.want {
			t.Errorf("%+v: got %+v, want %+v", tt.kept, got, tt.want)
		}
	}
	video := playlist.Media{Provider: "youtube", Ref: "abcdefghijk"}
	if got := recalled(video, listfile.Kept{Provider: "file", Ref: "https://x.example/a"}, anyAddress{}); got != video {
		t.Errorf("got %+v, want what the address says", got)
	}
}

// mine resolves the addresses that begin with the session that it is for.
type mine struct {
	anyAddress
	session string
}

func (m mine) For(session string) Resolver { m.session = session; return m }

func (m mine) Resolve(address string) (playlist.Media, error) {
	if !strings.HasPrefix(address, m.session) {
		return playlist.Media{}, errors.New("this is another session's")
	}
	return m.anyAddress.Resolve(address)
}

// A list brings nothing that could not be added by itself.
func TestImportResolvesInTheSession(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		r.close()
		r.resolver = mine{}
		r.open()
		here := r.created.Session + "/a"
		got, err := r.bring(ImportRequest{Mode: "append", List: listOf(here, "elsewhere/b")})
		if err != nil || got.Items != 1 || len(got.Refused) != 1 || got.Refused[0].Index != 1 {
			t.Fatalf("got %+v, %v; want one of the two refused", got, err)
		}
		if s := r.now(); len(s.Items) != 1 || s.Items[0].Media.URL != here {
			t.Errorf("got %+v", s.Items)
		}
	})
}
