package session

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"remoted/protocol"
)

// Group start, as docs/architecture.md describes it: whatever was chosen is held
// until the players have it loaded.
func TestGroupStart(t *testing.T) {
	tests := []struct {
		name    string
		players int
		reports []string      // status by player at once; empty: says nothing
		held    time.Duration // for so long
		lead    time.Duration // then it starts so far ahead
	}{
		{"one player that is ready", 1, []string{"ready"}, 0, 0},
		{"one player that is silent", 1, []string{""}, startTimeout, 0},
		{"one player that is loading", 1, []string{"loading"}, loadTimeout, 0},
		{"all players ready", 2, []string{"ready", "ready"}, 0, minLead},
		{"a slow player is left behind", 2, []string{"ready", "loading"}, startTimeout, minLead},
		{"a silent player is left behind", 2, []string{"ready", ""}, startTimeout, minLead},
		{"a blocked player does not count", 2, []string{"ready", "blocked"}, 0, 0},
		{"nobody can play yet, all are loading", 2, []string{"loading", "loading"}, loadTimeout, minLead},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inRoom(t, func(t *testing.T, r *room) {
				remote := r.join(protocol.Remote)
				var players []*peer
				for range tt.players {
					players = append(players, r.join(protocol.Player))
				}
				item := remote.add("a")[0]
				remote.command("play")
				remote.wantPlayback("after play", "playing", true)
				for i, status := range tt.reports {
					if status != "" {
						players[i].report(item, status, 0)
					}
				}
				if tt.held > 0 {
					pass(tt.held - time.Millisecond)
					remote.wantPlayback("just before the time is up", "playing", true)
					pass(time.Millisecond)
				}
				remote.wantPlayback("then", "playing", false)
				if got := time.Duration(remote.playback().At-time.Now().UnixMilli()) * time.Millisecond; got != tt.lead {
					t.Errorf("lead: got %v, want %v", got, tt.lead)
				}
				if last := remote.events()[len(remote.events())-1]; last.By != "" || last.ID != "" {
					t.Errorf("start: got by %q id %q, want none", last.By, last.ID)
				}
			})
		})
	}
}

func TestGroupStartWaitsForTheSecondPlayer(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		a, b := r.join(protocol.Player), r.join(protocol.Player)
		item := a.add("a")[0]
		a.command("play")
		a.report(item, "ready", 0)
		pass(2 * time.Second)
		a.wantPlayback("one of two is ready", "playing", true)
		b.report(item, "ready", 0)
		a.wantPlayback("both are ready", "playing", false)
	})
}

// The lead is twice the worst round trip, within bounds.
func TestLead(t *testing.T) {
	for trip, want := range map[time.Duration]time.Duration{
		10 * time.Millisecond:  minLead,
		400 * time.Millisecond: 800 * time.Millisecond,
		5 * time.Second:        maxLead,
	} {
		inRoom(t, func(t *testing.T, r *room) {
			a, b := r.join(protocol.Player), r.join(protocol.Player)
			b.post("pong", fmt.Sprintf(`{"t0":%d}`, time.Now().Add(-trip).UnixMilli()))
			item := a.add("a")[0]
			a.command("play")
			a.report(item, "ready", 0)
			b.report(item, "ready", 0)
			if got := time.Duration(a.playback().At-time.Now().UnixMilli()) * time.Millisecond; got != want {
				t.Errorf("round trip %v: got lead %v, want %v", trip, got, want)
			}
		})
	}
}

// playing brings the room to a player that plays the first of three items.
func playing(t *testing.T, r *room) (remote, player *peer, items []string) {
	t.Helper()
	remote, player = r.join(protocol.Remote), r.join(protocol.Player)
	items = remote.add("a", "b", "c")
	remote.command("play")
	player.report(items[0], "ready", 0)
	player.report(items[0], "playing", 0)
	remote.wantPlayback("playing", "playing", false)
	return remote, player, items
}

func TestBlockedPlayerHolds(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, player, items := playing(t, r)
		pass(time.Second)
		player.report(items[0], "blocked", time.Second)
		remote.wantPlayback("the only player is blocked", "playing", true)
		pass(time.Minute)
		remote.wantPlayback("it is blocked for long", "playing", true)
		remote.wantPosition("it is blocked for long", time.Second)
		player.report(items[0], "playing", time.Second)
		remote.wantPlayback("somebody tapped", "playing", false)
		remote.wantPosition("somebody tapped", time.Second)
	})
}

func TestHoldWhenTheLastPlayerLeaves(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, player, items := playing(t, r)
		pass(7 * time.Second)
		player.leave()
		pass(playerGrace - time.Millisecond)
		remote.wantPlayback("within the grace", "playing", false)
		pass(time.Millisecond)
		remote.wantPlayback("after the grace", "playing", true)
		remote.wantPosition("after the grace", 7*time.Second)

		pass(time.Hour)
		back := r.join(protocol.Player, returning(player))
		back.report(items[0], "ready", 7*time.Second)
		remote.wantPlayback("a player is back", "playing", false)
		remote.wantPosition("a player is back", 7*time.Second)
	})
}

func TestNoHoldForAReload(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, player, _ := playing(t, r)
		events := len(remote.events())
		player.leave()
		pass(playerGrace - time.Millisecond)
		r.join(protocol.Player, returning(player))
		pass(10 * time.Second)
		remote.wantPlayback("the page was reloaded", "playing", false)
		if got := len(remote.events()); got != events {
			t.Errorf("got %d events, want %d: nothing happened", got, events)
		}
	})
}

func TestNoHoldWhileAnotherPlayerPlays(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, player, _ := playing(t, r)
		r.join(protocol.Player)
		player.leave()
		pass(time.Minute)
		remote.wantPlayback("the other one plays", "playing", false)
	})
}

// Pages go on playing while the server restarts.
func TestRestart(t *testing.T) {
	tests := []struct {
		name    string
		away    time.Duration
		returns time.Duration // the player comes back so long after the start; 0: never
		held    bool
		hold    time.Duration // so long after the start it is held
	}{
		{"short, the player returns", 5 * time.Second, 8 * time.Second, false, 0},
		{"short, the player does not return", 5 * time.Second, 0, true, restartGrace},
		{"long", 10 * time.Minute, 0, true, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inRoom(t, func(t *testing.T, r *room) {
				_, player, _ := playing(t, r)
				pass(20 * time.Second)
				r.close()
				pass(tt.away)
				r.open()
				remote := r.join(protocol.Remote)
				if tt.hold > 0 || tt.returns > 0 {
					remote.wantPlayback("right after the start", "playing", false)
				}
				if tt.returns > 0 {
					pass(tt.returns)
					r.join(protocol.Player, returning(player))
				} else if tt.hold > 0 {
					pass(tt.hold - time.Millisecond)
					remote.wantPlayback("within the grace", "playing", false)
					pass(time.Millisecond)
				}
				pass(time.Second)
				remote.wantPlayback("then", "playing", tt.held)
				if tt.held {
					remote.wantPosition("then", 20*time.Second)
				}
			})
		})
	}
}

// After a crash the position is at most touchEvery old.
func TestCrash(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		playing(t, r)
		pass(23 * time.Second)
		r.crash()
		pass(time.Hour)
		remote := r.join(protocol.Remote)
		remote.wantPlayback("after the crash", "playing", true)
		got := time.Duration(remote.playback().Position) * time.Millisecond
		if got < 23*time.Second-touchEvery || got > 23*time.Second {
			t.Errorf("position: got %v, want 23s or at most %v less", got, touchEvery)
		}
	})
}

func TestTouch(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, player, _ := playing(t, r)
		before := r.log.touched()
		pass(time.Minute)
		if got, want := r.log.touched()-before, int(time.Minute/touchEvery); got < want-1 || got > want+1 {
			t.Errorf("touches in a minute of playing: got %d, want about %d", got, want)
		}
		remote.command("pause")
		player.leave()
		before = r.log.touched()
		pass(6 * time.Hour)
		if got := r.log.touched() - before; got < 5 || got > 7 {
			t.Errorf("touches in six hours of rest with somebody there: got %d, want about 6", got)
		}
	})
}

// A failed item is marked, and passed over when its reason could be read.
func TestFailed(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, player, items := playing(t, r)
		player.report(items[0], "failed", 0)
		updates := remote.named(protocol.EventUpdate)
		if len(updates) == 0 {
			t.Fatal("got no update, want the failed mark")
		}
		var d struct{ Item, Failed string }
		if err := json.Unmarshal(updates[len(updates)-1].Data, &d); err != nil || d.Item != items[0] || d.Failed != "because" {
			t.Errorf("update: got %+v, %v; want item %s failed because", d, err, items[0])
		}
		pass(skipAfter - time.Millisecond)
		if got := remote.playback().Item; string(got) != items[0] {
			t.Errorf("before the reason was read: got item %s, want %s", got, items[0])
		}
		pass(time.Millisecond)
		if got := remote.playback().Item; string(got) != items[1] {
			t.Errorf("after %v: got item %s, want %s", skipAfter, got, items[1])
		}
		remote.wantPlayback("the next item", "playing", true)
		pass(startTimeout)
		remote.wantPlayback("nobody says anything about the next item", "playing", false)
	})
}

func TestEverythingFails(t *testing.T) {
	for _, repeat := range []string{"none", "one", "all"} {
		t.Run(repeat, func(t *testing.T) {
			inRoom(t, func(t *testing.T, r *room) {
				remote, player, items := playing(t, r)
				remote.command(`repeat,"mode":"` + repeat + `"`)
				for range 10 * len(items) {
					if p := remote.playback(); p.Status == "playing" {
						player.report(string(p.Item), "failed", 0)
					}
					pass(skipAfter)
				}
				remote.wantPlayback("nothing plays", "ended", false)
				if got := len(remote.events()); got > 20 {
					t.Errorf("got %d events, want a few: the list went round and round", got)
				}
			})
		})
	}
}

// One that failed and is asked for again gets another try.
func TestFailedIsTriedAgain(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, player, items := playing(t, r)
		player.report(items[0], "failed", 0)
		pass(skipAfter)
		remote.command(`jump,"item":"` + items[0] + `"`)
		pass(skipAfter)
		if got := remote.playback().Item; string(got) != items[0] {
			t.Fatalf("while it is tried again: got item %s, want %s", got, items[0])
		}
		player.report(items[0], "playing", 0)
		pass(time.Minute)
		if got := remote.playback().Item; string(got) != items[0] {
			t.Errorf("it plays after all: got item %s, want %s", got, items[0])
		}
	})
}

// The first ended of any player moves on; further ones for that item, of any
// player, do not.
func TestEndedCountsOnce(t *testing.T) {
	for _, repeat := range []string{"none", "one"} {
		t.Run(repeat, func(t *testing.T) {
			inRoom(t, func(t *testing.T, r *room) {
				remote, player, items := playing(t, r)
				other := r.join(protocol.Player)
				other.report(items[0], "playing", 0)
				remote.command(`repeat,"mode":"` + repeat + `"`)
				pass(5 * time.Second)
				before := len(remote.events())
				for range 3 {
					player.report(items[0], "ended", 5*time.Second)
					other.report(items[0], "ended", 5*time.Second)
				}
				if got := len(remote.events()) - before; got != 1 {
					t.Errorf("six reports of one end: got %d events, want 1", got)
				}
				if repeat == "none" {
					return
				}
				player.report(items[0], "ready", 0)
				other.report(items[0], "ready", 0)
				player.report(items[0], "playing", 0)
				before = len(remote.events())
				player.report(items[0], "ended", 5*time.Second)
				if got := len(remote.events()) - before; got != 1 {
					t.Errorf("the second end of a repeated item: got %d events, want 1", got)
				}
			})
		})
	}
}
