package server

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"remoted/eventlog/pebblelog"
)

// contract.md, "The rest": presence "on every join and leave, not sequenced".
func TestPresence(t *testing.T) {
	s, ann, ben := pair(t)
	who := func(clients ...string) func(message) bool {
		return func(m message) bool {
			list, _ := m.Data["clients"].([]any)
			if m.Event != "presence" || m.Seq != nil || len(list) != len(clients) {
				return false
			}
			for i, c := range list {
				if text(c) != clients[i] {
					return false
				}
			}
			return true
		}
	}
	a := fmt.Sprintf(`{"client":%q,"name":"Ann","role":"remote"}`, ann.id)
	b := fmt.Sprintf(`{"client":%q,"name":"Ben","role":"remote"}`, ben.id)
	ann.await("Ann and Ben", who(a, b))
	player := s.join(ann.session, "player")
	c := fmt.Sprintf(`{"client":%q,"role":"player"}`, player.id)
	ann.await("a player joins", who(a, b, c))
	player.await("the player is told, too", who(a, b, c))
	ben.ws.Close()
	ann.await("Ben leaves", who(a, c))
	if _, seq := ann.now(); seq != 0 {
		t.Errorf("got seq %d, want 0: who is there is no event", seq)
	}
}

// Whoever joins learns what the players do.
func TestPlayersForNewcomers(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, player, items := s.stage("https://example.com/a")
		player.report(items[0], "paused", 4321)
		late := s.join(remote.session, "remote")
		late.await("players", func(m message) bool {
			return m.Event == "players" && strings.Contains(m.raw, player.id) && strings.Contains(m.raw, "4321")
		})
		player.ws.Close()
		late.await("no players", func(m message) bool { return m.Event == "players" && text(m.Data["players"]) == "[]" })
	})
}

// "ping … pong {t0, t1: server time}".
func TestPing(t *testing.T) {
	pongs := make(chan string, 2)
	_, ann, _ := pair(t, func(s *service) {
		s.onDial = func(ws *websocket.Conn) {
			ws.SetPongHandler(func(data string) error { pongs <- data; return nil })
		}
	})
	before := time.Now().UnixMilli()
	m := ann.must("ping", `{"t0":123}`, "pong")
	if t1 := int64(m.Data["t1"].(float64)); m.Data["t0"] != 123.0 || t1 < before || t1 > time.Now().UnixMilli() {
		t.Errorf("got %s, want t0 123 and now", m.raw)
	}
	if err := ann.ws.WriteControl(websocket.PingMessage, []byte("here?"), time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	if got := <-pongs; got != "here?" {
		t.Errorf("WebSocket ping: got pong %q, want here?", got)
	}
}

// "A client's pong answers a server's ping with its data": no answer to it.
func TestPong(t *testing.T) {
	s, ann, _ := pair(t)
	player := s.join(ann.session, "player")
	ping := player.awaitEvent("ping") // a player is asked at once, for its round trip
	player.skip()
	player.write(fmt.Sprintf(`{"event":"pong","data":%s}`, text(ping.Data)))
	player.write(`{"event":"pong"}`)
	player.ask("ping", `{"t0":1}`)
	for _, m := range player.all() {
		if m.Event == "error" || m.Event == "ack" {
			t.Errorf("got %s, want no answer to a pong", m.raw)
		}
	}
}

// "goodbye {reason: restart, retryAfter}, then a close", with a code that means
// reconnect; the state is there after the restart.
func TestGoodbye(t *testing.T) {
	s, ann, ben := pair(t)
	ann.add("https://example.com/a")
	idle := s.dial()
	before := s.view(ann.session)
	s.stop()
	for _, c := range []*client{ann, ben} {
		m := c.awaitEvent("goodbye")
		if after, ok := m.Data["retryAfter"].(float64); !ok || after <= 0 || after > 30_000 || m.Data["reason"] != "restart" {
			t.Errorf("got %s, want the reason restart and a time", m.raw)
		}
		if code := c.awaitClose(); code < 4000 || code > 4499 {
			t.Errorf("close: got %d, want 4000 to 4499", code)
		}
	}
	if code := idle.awaitClose(); code < 4000 || code > 4499 {
		t.Errorf("close of one that did not register: got %d, want 4000 to 4499", code)
	}
	s.start()
	if after := s.view(ann.session); text(after.State) != text(before.State) || after.Seq != before.Seq || after.Epoch != before.Epoch {
		t.Errorf("after the restart: got %+v, want %+v", after, before)
	}
	back := s.join(ann.session, "remote", fmt.Sprintf(`"client":%q,"resume":{"epoch":%q,"seq":1}`, ann.id, ann.epoch))
	if m := back.all()[0]; text(m.Data["events"]) != "[]" || *m.Seq != 1 {
		t.Errorf("resume after the restart: got %s, want no events: nothing was missed", m.raw)
	}
}

// "Sending an accepted id again (after a reconnect, say) changes nothing and is
// acknowledged with the first seq"; so after a restart of the server, on disk.
func TestIdempotence(t *testing.T) {
	dir := t.TempDir()
	open := func() *pebblelog.Log {
		log, err := pebblelog.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		return log
	}
	log := open()
	s := newService(t, withLog(log))
	ann := s.join(s.create().Session, "remote")
	first := ann.must("add twice", addData("https://example.com/a"), "add")
	ann.add("https://example.com/b")
	again := func(when string) {
		t.Helper()
		if m := ann.ask("add twice", addData("https://example.com/a")); m.Event != "ack" || m.Seq == nil || *m.Seq != *first.Seq {
			t.Errorf("%s: got %s, want ack of %d", when, m.raw, *first.Seq)
		}
	}
	again("at once")
	ann = ann.again()
	again("after a reconnect")
	s.stop()
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	log = open()
	t.Cleanup(func() { s.stop(); log.Close() })
	s.log = log
	s.start()
	ann = ann.again()
	again("after a restart")
	if m := ann.ask("add other", addData("https://example.com/c")); m.Seq == nil || *m.Seq != 3 {
		t.Errorf("another id: got %s, want event 3", m.raw)
	}
	agree(t, ann)
}

// "Every client of a session sees the same sequenced events in the same order":
// the same bytes, whatever the event.
func TestSameBytesForAll(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		ann, ben := s.pair()
		player := s.join(ann.session, "player")
		item := ann.add("https://example.com/a", "https://example.com/b")[0]
		ann.command("play")
		player.report(item, "ready", 0)
		ben.command(`seek,"position":5`)
		player.report(item, "failed", 0, `"reason":"<é&\u2028>"`)
		ben.must("move", fmt.Sprintf(`{"items":[%q],"before":null}`, item), "move")
		ann.must("undo", "", "move")
		ann.must("clear", "", "remove")
		agree(t, ann, ben, player)
		want := ann.events()
		for _, c := range []*client{ben, player} {
			got := c.events()
			if len(got) != len(want) {
				t.Fatalf("got %d events, want %d", len(got), len(want))
			}
			for i := range want {
				if got[i].raw != want[i].raw {
					t.Errorf("event %d: got %s, want %s", i+1, got[i].raw, want[i].raw)
				}
			}
		}
	})
}

// One session knows nothing of another.
func TestSessionsAreApart(t *testing.T) {
	s, ann, _ := pair(t)
	other := s.join(s.create().Session, "remote")
	item := ann.add("https://example.com/a")[0]
	other.refused("remove", fmt.Sprintf(`{"items":[%q]}`, item), "item_not_found", "items[0]")
	for _, m := range other.all() {
		if strings.Contains(m.raw, item) && m.Event != "error" || strings.Contains(m.raw, ann.id) {
			t.Errorf("got %s of another session", m.raw)
		}
	}
}
