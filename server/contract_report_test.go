package server

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// stage makes a session with a remote, a player that plays the first of the items,
// and those. It belongs into a bubble: what is not reported in time goes on by itself.
func (s *service) stage(urls ...string) (remote, player *client, items []string) {
	s.t.Helper()
	id := s.create().Session
	remote, player = s.join(id, "remote"), s.join(id, "player")
	items = remote.add(urls...)
	remote.command("play")
	player.report(items[0], "playing", 0)
	remote.await("the start", func(m message) bool { return m.Data["name"] == "start" })
	return remote, player, items
}

// contract.md, "report: what a player sees": comes back as players, "to all, not
// sequenced".
func TestReportPlayers(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, player, items := s.stage("https://example.com/a")
		before := time.Now().UnixMilli()
		if m := player.report(items[0], "buffering", 1234, `"duration":20000`, `"can":["seek","rate","volume","captions"]`, `"captions":["en","de-x-forced"]`, `"captionLabels":["","Nur\nFremdes"]`); m.Event != "ack" {
			t.Errorf("a report with an id: got %s, want ack", m.raw)
		}
		for _, c := range []*client{remote, player} {
			m := c.await("players with the report", func(m message) bool {
				return m.Event == "players" && strings.Contains(m.raw, "buffering")
			})
			p := m.Data["players"].([]any)[0].(object)
			at := int64(p["at"].(float64))
			delete(p, "at")
			want := fmt.Sprintf(`{"can":["seek","rate","volume","captions"],"captionLabels":["","Nur Fremdes"],"captions":["en","de-x-forced"],"client":%q,"duration":20000,"item":%q,"position":1234,"status":"buffering"}`, player.id, items[0])
			if text(p) != want || at < before || at > time.Now().UnixMilli() || m.Seq != nil {
				t.Errorf("got %s, want %s and the time of the report, without seq", m.raw, want)
			}
		}
		// "its title, duration and thumbnail may follow in update"
		remote.mu.Lock()
		remote.read = 0 // it came before players did
		remote.mu.Unlock()
		m := remote.awaitEvent("update")
		media, _ := m.Data["media"].(object)
		if m.By != "" || m.ID != "" || m.Data["item"] != items[0] || media["duration"] != 20000.0 || media["url"] != "https://example.com/a" {
			t.Errorf("update: got %s, want the whole media with its duration, without by and id", m.raw)
		}
		agree(t, remote, player)
	})
}

// "report needs no id, and has no answer without one".
func TestReportWithoutID(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, player, items := s.stage("https://example.com/a")
		player.write(fmt.Sprintf(`{"event":"report","data":{"item":%q,"status":"paused","position":77}}`, items[0]))
		remote.await("players with the report", func(m message) bool { return m.Event == "players" && strings.Contains(m.raw, ":77,") })
		player.skip()
		player.write(fmt.Sprintf(`{"event":"report","data":{"item":%q,"status":"paused","position":78}}`, items[0]))
		player.ask("ping", `{"t0":5}`)
		for _, m := range player.all() {
			if m.Event == "ack" && m.ID == "" || m.Event == "error" {
				t.Errorf("got %s, want no answer", m.raw)
			}
		}
	})
}

// "players only".
func TestReportOfARemote(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, _, items := s.stage("https://example.com/a")
		remote.refused("report", fmt.Sprintf(`{"item":%q,"status":"ended","position":0}`, items[0]), "forbidden", "")
		if got := remote.playback("status"); got != "playing" {
			t.Errorf("got %v, want playing", got)
		}
	})
}

func TestReportOfAnUnknownItem(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		_, player, _ := s.stage("https://example.com/a")
		player.refused("report", `{"item":"nobody","status":"ended","position":0}`, "item_not_found", "item")
	})
}

// "The first ended for the current item moves the session on, further ones for
// that item change nothing"; what the session does by itself is "a command named
// advance … without by and id".
func TestReportEnded(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, player, items := s.stage("https://example.com/a", "https://example.com/b", "https://example.com/c")
		other := s.join(remote.session, "player")
		other.report(items[0], "playing", 0)
		remote.skip()
		player.report(items[0], "ended", 2000)
		m := remote.awaitEvent("command")
		p, _ := m.Data["playback"].(object)
		if m.Data["name"] != "advance" || m.By != "" || m.ID != "" || p["item"] != items[1] || p["status"] != "playing" || p["held"] != true {
			t.Errorf("got %s, want advance to the second, held, without by and id", m.raw)
		}
		for range 3 {
			other.report(items[0], "ended", 2000)
			player.report(items[0], "ended", 2000)
		}
		if _, seq := remote.now(); seq != *m.Seq {
			t.Errorf("further ones: got seq %d, want %d", seq, *m.Seq)
		}
		player.report(items[2], "ended", 0) // is not current
		agree(t, remote, player, other)
		if got := remote.playback("item"); got != items[1] {
			t.Errorf("got item %v, want %s", got, items[1])
		}
	})
}

// "next after the last item (repeat none): ended, the item stays".
func TestReportEndedOfTheLast(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, player, items := s.stage("https://example.com/a")
		player.report(items[0], "ended", 2000)
		m := remote.await("the end", func(m message) bool { return m.Data["name"] == "advance" })
		if p := m.Data["playback"].(object); p["status"] != "ended" || p["item"] != items[0] {
			t.Errorf("got %s, want ended with its item", m.raw)
		}
		agree(t, remote, player)
	})
}

// "ended counts once until the item starts again (repeat one)".
func TestReportEndedWithRepeatOne(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, player, items := s.stage("https://example.com/a", "https://example.com/b")
		remote.command(`repeat,"mode":"one"`)
		for round := range 3 {
			_, before := remote.now()
			for range 3 {
				player.report(items[0], "ended", 2000)
			}
			remote.awaitSeq(before + 1)
			if _, seq := remote.now(); seq != before+1 {
				t.Errorf("round %d: got %d events, want 1", round, seq-before)
			}
			if remote.playback("item") != items[0] || remote.playback("status") != "playing" || remote.playback("position") != 0.0 {
				t.Errorf("round %d: got %v %v, want the item from its start", round, remote.playback("status"), remote.playback("item"))
			}
			player.report(items[0], "ready", 0)
			player.report(items[0], "playing", 100)
			remote.awaitSeq(before + 2)
		}
		agree(t, remote, player)
	})
}

// "failed does the same and is shown on the item".
func TestReportFailed(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, player, items := s.stage("https://example.com/a", "https://example.com/b")
		player.report(items[0], "failed", 0, `"reason":"no such\nfile"`)
		m := remote.awaitEvent("update")
		if m.Data["item"] != items[0] || m.Data["failed"] != "no such file" || m.By != "" {
			t.Errorf("got %s, want the reason on the item, as one line", m.raw)
		}
		m = remote.await("going on", func(m message) bool { return m.Data["name"] == "advance" })
		if p := m.Data["playback"].(object); p["item"] != items[1] || p["status"] != "playing" {
			t.Errorf("got %s, want the next item", m.raw)
		}
		state, _ := remote.now()
		if it := state["items"].([]any)[0].(object); it["failed"] != "no such file" {
			t.Errorf("state: got %s, want the reason on it", text(it))
		}
		remote.command(`jump,"item":"` + items[0] + `"`)
		player.report(items[0], "playing", 0)
		m = remote.awaitEvent("update")
		if failed, has := m.Data["failed"]; !has || failed != nil {
			t.Errorf("it plays after all: got %s, want failed null", m.raw)
		}
		agree(t, remote, player)
	})
}

// A reason without an end is cut, not refused, when it fits the limit in
// characters and not in bytes.
func TestReportFailedInManyBytes(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, player, items := s.stage("https://example.com/a")
		player.report(items[0], "failed", 0, `"reason":"`+strings.Repeat("界", 200)+`"`)
		m := remote.awaitEvent("update")
		if got, _ := m.Data["failed"].(string); len(got) < 190 || strings.Trim(got, "界") != "" {
			t.Errorf("got %q, want the beginning of the reason, in whole characters", got)
		}
	})
}

// contract.md, "State": held "waits (for a player to connect …)".
func TestHeldWithoutAPlayer(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		ann, ben := s.pair()
		item := ann.add("https://example.com/a")[0]
		m := ann.command("play")
		if p := m.Data["playback"].(object); p["held"] != true || p["status"] != "playing" {
			t.Errorf("got %s, want playing, held", m.raw)
		}
		player := s.join(ann.session, "player")
		player.report(item, "ready", 0)
		ann.await("the start", func(m message) bool { return m.Data["name"] == "start" })
		player.ws.Close()
		m = ann.await("the hold", func(m message) bool { return m.Data["name"] == "hold" })
		if p := m.Data["playback"].(object); p["held"] != true || m.By != "" || m.ID != "" {
			t.Errorf("got %s, want held, without by and id", m.raw)
		}
		agree(t, ann, ben)
	})
}

// "blocked means that the browser wants a tap before it plays": the phones are
// told, and the session waits.
func TestReportBlocked(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		remote, player, items := s.stage("https://example.com/a")
		player.report(items[0], "blocked", 0)
		told, held := false, false // in either order
		remote.await("players and the hold", func(m message) bool {
			told = told || m.Event == "players" && strings.Contains(m.raw, "blocked")
			held = held || m.Data["name"] == "hold"
			return told && held
		})
		agree(t, remote, player)
	})
}
