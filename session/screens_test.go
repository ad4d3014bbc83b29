package session

import (
	"fmt"
	"testing"
	"time"

	"remoted/protocol"
)

// choose says which players play.
func (p *peer) choose(players ...*peer) {
	p.room.t.Helper()
	ids := "null"
	for i, c := range players {
		if i == 0 {
			ids = "["
		} else {
			ids += ","
		}
		ids += fmt.Sprintf("%q", c.client.ID())
	}
	if len(players) > 0 {
		ids += "]"
	}
	p.must("command", `{"name":"screens","players":`+ids+`}`)
}

// A player that was not chosen is not waited for, and what it says of an item
// brings about nothing.
func TestChosenPlayersCount(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, tv, tablet := r.join(protocol.Remote), r.join(protocol.Player), r.join(protocol.Player)
		items := remote.add("a", "b")
		remote.choose(tv)
		remote.command("play")
		tv.report(items[0], "ready", 0)
		remote.wantPlayback("the chosen one is ready", "playing", false)
		if lead := remote.playback().At - time.Now().UnixMilli(); lead != 0 {
			t.Errorf("lead: got %d ms, want 0: it plays alone", lead)
		}
		tablet.report(items[0], "ended", 0)
		tablet.report(items[0], "failed", 0)
		tablet.report(items[0], "blocked", 0)
		pass(skipAfter + time.Second)
		if p := remote.playback(); string(p.Item) != items[0] || p.Held {
			t.Fatalf("after the other one ended, failed and was blocked: got %+v, want %s to play", p, items[0])
		}
		if n := len(remote.named(protocol.EventUpdate)); n != 0 {
			t.Errorf("got %d updates of items, want none", n)
		}
		tv.report(items[0], "blocked", 0)
		remote.wantPlayback("the chosen one is blocked", "playing", true)
		remote.choose(tablet)
		tablet.report(items[0], "ready", 0)
		remote.wantPlayback("another one was chosen", "playing", false)
	})
}

// Nobody is left in silence because a screen that was chosen has gone.
func TestAllPlayWhenTheChosenOneIsGone(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, tv, tablet := r.join(protocol.Remote), r.join(protocol.Player), r.join(protocol.Player)
		items := remote.add("a", "b")
		remote.choose(tv)
		remote.command("play")
		tv.report(items[0], "playing", 0)
		tv.leave()
		pass(time.Minute)
		remote.wantPlayback("the other one plays", "playing", false)
		tablet.report(items[0], "ended", time.Minute)
		if p := remote.playback(); string(p.Item) != items[1] {
			t.Fatalf("after the other one came to the end: got %s, want %s", p.Item, items[1])
		}
		back := r.join(protocol.Player, returning(tv))
		tablet.report(items[1], "ready", 0)
		remote.wantPlayback("the chosen one is back, and not ready", "playing", true)
		back.report(items[1], "ready", 0)
		remote.wantPlayback("it is ready", "playing", false)
	})
}

// With nobody chosen there is nothing to say of it; the choice outlives a restart.
func TestScreensAreState(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, tv := r.join(protocol.Remote), r.join(protocol.Player)
		remote.choose(tv)
		r.crash()
		late := r.join(protocol.Remote)
		d, _ := late.registered()
		if len(d.State.Screens) != 1 || d.State.Screens[0] != tv.client.ID() {
			t.Fatalf("after a restart: got screens %q, want the one that was chosen", d.State.Screens)
		}
		late.choose()
		d, _ = r.join(protocol.Remote).registered()
		if d.State.Screens != nil {
			t.Errorf("after all were chosen: got %q, want none", d.State.Screens)
		}
	})
}

// What a player says of itself is told to everybody.
func TestPlayersTellTheirSettings(t *testing.T) {
	inRoom(t, func(t *testing.T, r *room) {
		remote, tv := r.join(protocol.Remote), r.join(protocol.Player)
		item := remote.add("a")[0]
		tv.ask("report", fmt.Sprintf(`{"item":%q,"status":"playing","position":0,"drift":-7,"trim":80,"muted":true,"delay":-120}`, item))
		told := remote.named(protocol.EventPlayers)
		var d protocol.Players
		unmarshal(t, told[len(told)-1].Data, &d)
		p := d.Players[0]
		if p.Drift == nil || *p.Drift != -7 || *p.Trim != 80 || !*p.Muted || *p.Delay != -120 {
			t.Errorf("got %s, want what was reported", told[len(told)-1].Data)
		}
	})
}
