package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"remoted/playlist"
	"remoted/protocol"
)

// songs is a fallback of n songs, which come in turn.
type songs struct {
	n    int
	slow time.Duration

	mu   sync.Mutex
	err  error
	came int
	told [][]string // the recent ones, as it was told
}

func (f *songs) Next(ctx context.Context, _ string, source playlist.FallbackSource, recent []string) (playlist.NewItem, error) {
	f.mu.Lock()
	err := f.err
	ref := fmt.Sprintf("%s-%d", source.Key, f.came%f.n)
	f.told = append(f.told, recent)
	if err == nil {
		f.came++
	}
	f.mu.Unlock()
	select {
	case <-time.After(f.slow):
	case <-ctx.Done():
		return playlist.NewItem{}, ctx.Err()
	}
	m := playlist.Media{Provider: "library", Ref: ref, URL: "/media/" + ref, Title: ref, Duration: 60_000}
	return playlist.NewItem{Media: m}, err
}

func (f *songs) fails(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.err = err
}

func (f *songs) asked() [][]string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.told)
}

// withSongs runs a test in a room that has a fallback, a remote and a player.
func withSongs(t *testing.T, f *songs, test func(r *room, remote, player *peer)) {
	t.Helper()
	inRoom(t, func(t *testing.T, r *room) {
		r.fallback = f
		r.close()
		r.open()
		test(r, r.join(protocol.Remote), r.join(protocol.Player))
	})
}

const jazzFolder = `{"name":"fallback","source":{"folder":"jazz","name":"Jazz"}}`

// wantSong fails the test unless a song of the fallback is current and the only
// one in the list; it returns its id.
func (r *room) wantSong(when, ref, status string) string {
	r.t.Helper()
	s := r.now()
	var found []protocol.Item
	for _, it := range s.Items {
		if it.Fallback {
			found = append(found, it)
		}
	}
	if len(found) != 1 || found[0].Media.Ref != ref || found[0].ID != string(s.Playback.Item) || s.Playback.Status != status {
		r.t.Fatalf("%s: got %+v and %+v from the fallback, want %s %s", when, s.Playback, found, ref, status)
	}
	if by := found[0].AddedBy; by.Client != "" || by.Name != "Jazz" {
		r.t.Errorf("%s: added by %+v, want nobody but Jazz", when, by)
	}
	return found[0].ID
}

// The whole of it: it plays when nothing is queued, gives way, and comes back.
func TestFallbackPlaysUnderTheQueue(t *testing.T) {
	withSongs(t, &songs{n: 9}, func(r *room, remote, player *peer) {
		remote.must("command", jazzFolder)
		song := r.wantSong("nothing is queued", "jazz-0", "playing")
		own := remote.events()[len(remote.events())-1]
		if own.Event != "add" || own.By != "" || own.ID != "" {
			r.t.Errorf("got %v, want an add of the session's own", own)
		}
		player.report(song, "ready", 0)
		remote.wantPlayback("it is loaded", "playing", false)
		player.report(song, "ended", time.Minute)
		r.wantSong("one after the other", "jazz-1", "playing")

		mine := remote.add("mine")[0]
		s := r.now()
		if len(s.Items) != 1 || string(s.Playback.Item) != mine || s.Playback.Status != "playing" {
			r.t.Fatalf("after somebody added something: got %+v, want it to play, and nothing else in the list", s)
		}
		player.report(mine, "ready", 0)
		player.report(mine, "ended", time.Minute)
		r.wantSong("it came to its end", "jazz-2", "playing")

		remote.command("next")
		song = r.wantSong("next", "jazz-3", "playing")
		remote.command("pause")
		pass(time.Hour)
		if got := r.wantSong("somebody paused it an hour ago", "jazz-3", "paused"); got != song {
			r.t.Errorf("got another song, want the one that was paused")
		}
		remote.must("command", `{"name":"fallback","source":null}`)
		if s := r.now(); len(s.Items) != 1 || s.Playback.Item != "" || s.Fallback != nil {
			r.t.Errorf("without a fallback: got %+v, want what was queued and nothing chosen", s)
		}
	})
}

// A person who stops wants silence; what waits to be played comes first; and
// without a player nothing is taken.
func TestFallbackKnowsItsPlace(t *testing.T) {
	f := &songs{n: 9}
	withSongs(t, f, func(r *room, remote, player *peer) {
		untouched := func(when string) {
			pass(time.Minute)
			if n := len(f.asked()); n != 0 {
				r.t.Fatalf("%s: it was asked %d times, want none", when, n)
			}
		}
		item := remote.add("mine")[0]
		remote.must("command", jazzFolder)
		untouched("while something waits to be played")
		remote.command("play")
		player.report(item, "playing", 0)
		remote.command("stop")
		untouched("after a stop")
		player.leave()
		remote.command("next")
		untouched("without a player")
		remote.must("remove", fmt.Sprintf(`{"items":[%q]}`, item))
		r.join(protocol.Player)
		r.wantSong("a player came", "jazz-0", "playing")
	})
}

// It is told what came, and from the beginning when all did; and not at all of
// another source.
func TestFallbackIsToldWhatCame(t *testing.T) {
	f := &songs{n: 2}
	withSongs(t, f, func(r *room, remote, player *peer) {
		remote.must("command", jazzFolder)
		for range 3 {
			remote.command("next")
		}
		remote.must("command", `{"name":"fallback","source":{"list":"Dinner"}}`)
		s := r.now()
		want := [][]string{{}, {"jazz-0"}, {"jazz-0", "jazz-1"}, {"jazz-0"}, {}}
		if got := f.asked(); !slices.EqualFunc(got, want, slices.Equal) {
			r.t.Errorf("it was told %q, want %q", got, want)
		}
		if s.Fallback.List != "Dinner" || len(s.Items) != 1 || s.Items[0].AddedBy.Name != "Dinner" {
			r.t.Errorf("got %+v, want a song of the list", s)
		}
	})
}

// An answer that comes too late changes nothing.
func TestFallbackAnswersLate(t *testing.T) {
	withSongs(t, &songs{n: 9, slow: time.Second}, func(r *room, remote, player *peer) {
		remote.must("command", jazzFolder)
		remote.add("mine")
		remote.command("play")
		remote.must("command", `{"name":"fallback","source":{"folder":"blues","name":"Jazz"}}`)
		pass(time.Minute)
		if s := r.now(); len(s.Items) != 1 || s.Items[0].Fallback {
			r.t.Fatalf("got %+v, want what was queued meanwhile", s.Items)
		}
		remote.command("next")
		pass(2 * time.Second)
		r.wantSong("the other source", "blues-1", "playing")
	})
}

// A source without anything is tried for a while, then it is said.
func TestFallbackIsEmpty(t *testing.T) {
	f := &songs{n: 9, err: errors.New("there is no such folder")}
	withSongs(t, f, func(r *room, remote, player *peer) {
		remote.must("command", jazzFolder)
		pass(time.Hour)
		if n := len(f.asked()); n != maxFallbackFailures {
			r.t.Errorf("it was asked %d times in an hour, want %d", n, maxFallbackFailures)
		}
		if s := r.now(); s.Fallback == nil || s.Fallback.Failed == "" {
			r.t.Fatalf("got %+v, want a reason", s.Fallback)
		}
		f.fails(nil)
		remote.must("command", jazzFolder)
		r.wantSong("it is there, and was set again", "jazz-0", "playing")
	})
}

// One that cannot be played is passed over; after some in a row it is over.
func TestFallbackFails(t *testing.T) {
	withSongs(t, &songs{n: 99}, func(r *room, remote, player *peer) {
		remote.must("command", jazzFolder)
		fail := func(times int) {
			for range times {
				player.report(string(remote.playback().Item), "failed", 0)
				pass(skipAfter)
			}
		}
		fail(maxFallbackFailures - 1)
		song := r.wantSong("some failed", fmt.Sprintf("jazz-%d", maxFallbackFailures-1), "playing")
		player.report(song, "playing", fallbackWorks)
		fail(maxFallbackFailures - 1)
		r.wantSong("one played, and as many failed", fmt.Sprintf("jazz-%d", 2*maxFallbackFailures-2), "playing")
		fail(1)
		pass(time.Hour)
		s := r.now()
		if s.Fallback.Failed == "" || len(s.Items) != 0 || s.Playback.Status != "idle" {
			r.t.Errorf("after %d in a row: got %+v, want an empty list and a reason", maxFallbackFailures, s)
		}
	})
}

// It goes on after a restart with what played, and then with the source, of which it
// knows what came.
func TestFallbackAfterARestart(t *testing.T) {
	f := &songs{n: 9}
	withSongs(t, f, func(r *room, remote, player *peer) {
		remote.must("command", jazzFolder)
		song := r.wantSong("nothing is queued", "jazz-0", "playing")
		r.crash()
		pass(time.Minute)
		back := r.join(protocol.Player, returning(player))
		if got := r.wantSong("after a restart", "jazz-0", "playing"); got != song {
			r.t.Errorf("got another song, want the one that played")
		}
		back.report(song, "ended", time.Minute)
		r.wantSong("and then", "jazz-1", "playing")
		if got := f.asked(); !slices.Equal(got[len(got)-1], []string{"jazz-0"}) {
			r.t.Errorf("it was told %q, want what came before the restart", got)
		}
	})
}

// Without anything to take music from the session says so at once.
func TestNoFallback(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote := r.join(protocol.Remote)
		r.join(protocol.Player)
		remote.must("command", jazzFolder)
		pass(time.Second)
		last := remote.events()[len(remote.events())-1]
		var d struct {
			Name     string
			Source   *json.RawMessage
			Fallback protocol.Fallback
		}
		unmarshal(t, last.Data, &d)
		if d.Name != "fallback" || last.By != "" || d.Source != nil || d.Fallback.Failed == "" {
			t.Errorf("got %v, want the fallback's failure", last)
		}
	})
}
