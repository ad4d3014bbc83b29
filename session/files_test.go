package session

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"remoted/protocol"
)

// ownFiles are the files that the session says it needs.
func (r *room) ownFiles() string {
	r.t.Helper()
	urls, err := r.registry.OwnFiles(r.t.Context(), r.created.Session)
	if err != nil {
		r.t.Fatal(err)
	}
	return strings.Join(slices.Sorted(maps.Keys(urls)), " ")
}

// A file is needed as long as its item is there, may be brought back, or stands among
// what was played.
func TestOwnFiles(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		want := func(when, files string) {
			t.Helper()
			if got := r.ownFiles(); got != files {
				t.Errorf("%s: got %q, want %q", when, got, files)
			}
		}
		remote := r.join(protocol.Remote)
		want("an empty session", "")
		ids := remote.add("/uploads/s/1/a.png", "https://example.com/b.mp4", "/uploads/s/2/b.png")
		want("added", "/uploads/s/1/a.png /uploads/s/2/b.png")
		remote.must("remove", fmt.Sprintf(`{"items":[%q]}`, ids[2]))
		want("removed, and can be taken back", "/uploads/s/1/a.png /uploads/s/2/b.png")
		for range 50 {
			remote.add("https://example.com/c.mp4")
		}
		want("removed for good", "/uploads/s/1/a.png")
		remote.command("play,\"item\":\"" + ids[0] + "\"")
		remote.command("next")
		remote.must("clear", "{}")
		for range 50 {
			remote.add("https://example.com/c.mp4")
		}
		want("played", "/uploads/s/1/a.png")
		r.crash()
		want("after a restart", "/uploads/s/1/a.png")
		if _, err := r.registry.OwnFiles(t.Context(), "0190c1a2-7f3e-4c4d-8a55-0123456789ab"); !errors.Is(err, ErrNotFound) {
			t.Errorf("no such session: got %v, want %v", err, ErrNotFound)
		}
	})
}
