package server

import (
	"fmt"
	"testing"
	"time"
)

// contract.md, "command: steer the player": every command's event repeats the
// request's fields and carries every field of the state that it changes; and a
// command that changes nothing is acknowledged.
func TestCommandEvents(t *testing.T) {
	const ids = "ABCDEFGHIJK"
	tests := []struct {
		command string
		data    string // of the event, without the playback; A, B, C are the items
		then    string // status, item and position
	}{
		{`volume,"volume":40`, `{"name":"volume","volume":40}`, "idle - 0"},
		{`volume,"volume":40`, ``, "idle - 0"},
		{`mute`, `{"muted":true,"name":"mute"}`, "idle - 0"},
		{`mute`, ``, "idle - 0"},
		{`unmute`, `{"muted":false,"name":"unmute"}`, "idle - 0"},
		{`mute`, `{"muted":true,"name":"mute"}`, "idle - 0"},
		{`volume,"volume":0`, `{"name":"volume","volume":0}`, "idle - 0"},
		{`volume,"volume":100`, `{"muted":false,"name":"volume","volume":100}`, "idle - 0"}, // "volume above 0 also unmutes, and says so"
		{`repeat,"mode":"all"`, `{"mode":"all","name":"repeat","repeat":"all"}`, "idle - 0"},
		{`repeat,"mode":"all"`, ``, "idle - 0"},
		{`repeat,"mode":"none"`, `{"mode":"none","name":"repeat","repeat":"none"}`, "idle - 0"},
		{`shuffle,"on":true`, `{"name":"shuffle","on":true,"shuffle":true}`, "idle - 0"},
		{`shuffle,"on":false`, `{"name":"shuffle","on":false,"shuffle":false}`, "idle - 0"},
		{`captions,"language":"de"`, `{"captions":"de","language":"de","name":"captions"}`, "idle - 0"},
		{`captions,"language":null`, `{"captions":null,"language":null,"name":"captions"}`, "idle - 0"},
		{`captions,"language":null`, ``, "idle - 0"},
		{`pause`, ``, "idle - 0"},
		{`stop`, ``, "idle - 0"},
		{`seek,"position":5`, ``, "idle - 0"},
		{`previous`, ``, "idle - 0"},
		{`play`, `{"name":"play"}`, "playing A 1000"}, // "with nothing chosen, play starts the first item", at its start
		{`play`, ``, "playing A 1000"},
		{`pause`, `{"name":"pause"}`, "paused A 1000"},
		{`toggle`, `{"name":"toggle"}`, "playing A 1000"},
		{`toggle`, `{"name":"toggle"}`, "paused A 1000"},
		{`seek,"position":4000`, `{"name":"seek","position":4000}`, "paused A 4000"},
		{`seek,"delta":500`, `{"delta":500,"name":"seek"}`, "paused A 4500"},
		{`seek,"delta":-999999,"expect":"A"`, `{"delta":-999999,"expect":"A","name":"seek"}`, "paused A 1000"}, // clamped to start
		{`seek,"position":-1`, ``, "paused A 1000"},
		{`seek,"position":99999999`, `{"name":"seek","position":99999999}`, "paused A 9000"}, // and to end
		{`rate,"rate":1.5`, `{"name":"rate","rate":1.5}`, "paused A 9000"},
		{`rate,"rate":1.5`, ``, "paused A 9000"},
		{`rate,"rate":0.25`, `{"name":"rate","rate":0.25}`, "paused A 9000"},
		{`rate,"rate":2`, `{"name":"rate","rate":2}`, "paused A 9000"},
		{`stop`, `{"name":"stop"}`, "idle A 1000"}, // "play, stop and next go to start"
		{`stop`, ``, "idle A 1000"},
		{`next,"expect":"A"`, `{"expect":"A","name":"next"}`, "playing B 0"},
		{`seek,"position":123456789`, `{"name":"seek","position":123456789}`, "playing B 123456789"}, // no duration is known
		{`previous`, `{"name":"previous"}`, "playing B 0"},                                           // it has played for more than 3 s
		{`seek,"position":3000`, `{"name":"seek","position":3000}`, "playing B 3000"},
		{`previous`, `{"name":"previous"}`, "playing A 1000"},
		{`previous`, ``, "playing A 1000"}, // nothing is before it
		{`seek,"position":4001`, `{"name":"seek","position":4001}`, "playing A 4001"},
		{`previous`, `{"name":"previous"}`, "playing A 1000"}, // position − start > 3000
		{`jump,"item":"C"`, `{"item":"C","name":"jump"}`, "playing C 0"},
		{`jump,"item":"C"`, ``, "playing C 0"},
		{`next`, `{"name":"next"}`, "ended C 0"}, // "next after the last item (repeat none): ended, the item stays"
		{`next`, ``, "ended C 0"},
		{`repeat,"mode":"all"`, `{"mode":"all","name":"repeat","repeat":"all"}`, "ended C 0"},
		{`next`, `{"name":"next"}`, "playing A 1000"},
		{`repeat,"mode":"one"`, `{"mode":"one","name":"repeat","repeat":"one"}`, "playing A 1000"},
		{`next`, `{"name":"next"}`, "playing B 0"}, // somebody asks: it goes on
	}
	_, ann, ben := pair(t)
	m := ann.must("add", `{"items":[{"url":"https://example.com/a","start":1000,"end":9000},{"url":"https://example.com/b"},{"url":"https://example.com/c"}]}`, "add")
	items := itemIDs(m.Data["items"])
	name := func(s string) string { return replaceItems(s, items, ids) }
	ask := func(s string) string { return replaceItems(s, []string{`"A"`, `"B"`, `"C"`}, "", quoted(items)...) }
	for i, tt := range tests {
		what := fmt.Sprintf("%d: %s", i, tt.command)
		m := ann.command(ask(tt.command))
		_, before := ben.now()
		if tt.data == "" {
			if m.Event != "ack" || m.Seq == nil {
				t.Errorf("%s: got %s, want ack", what, m.raw)
			}
		} else {
			delete(m.Data, "playback")
			if got := name(text(m.Data)); m.Event != "command" || got != tt.data {
				t.Errorf("%s: got %s %s, want command %s", what, m.Event, got, tt.data)
			}
			ben.awaitSeq(before)
		}
		item, _ := ann.playback("item").(string)
		if item == "" {
			item = "-"
		}
		if got := name(fmt.Sprintf("%v %s %.0f", ann.playback("status"), item, ann.playback("position"))); got != tt.then {
			t.Errorf("%s: got %s, want %s", what, got, tt.then)
		}
	}
	agree(t, ann, ben)
}

// "expect names the item that the person saw as current: when it no longer is,
// the command is refused with stale and nothing is skipped twice"; "seq … of a
// refusal stand inside error".
func TestCommandExpect(t *testing.T) {
	_, ann, ben := pair(t)
	items := ann.add("https://example.com/a", "https://example.com/b", "https://example.com/c")
	ann.command("play")
	next := fmt.Sprintf(`{"name":"next","expect":%q}`, items[0])
	ann.must("command", next, "command")
	for _, name := range []string{"next", "previous", `seek,"position":5`} {
		e := ben.refused("command", with(commandJSON(name), fmt.Sprintf(`"expect":%q`, items[0])), "stale", "expect")
		if e.Seq == nil || *e.Seq != 3 {
			t.Errorf("%s: got %+v, want the current seq 3", name, e)
		}
	}
	if got := ben.playback("item"); got != items[1] {
		t.Errorf("two people press next: got item %v, want %s", got, items[1])
	}
	ann.refused("command", `{"name":"jump","item":"nobody"}`, "item_not_found", "item")
	agree(t, ann, ben)
}

// contract.md, "State": "The position now, while playing and not held, is
// position + (now − at) × rate."
func TestPositionOverTime(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		ann, ben := s.pair()
		player := s.join(ann.session, "player")
		item := ann.add("https://example.com/a")[0]
		ann.command(`rate,"rate":2`)
		ann.command("play")
		if ann.playback("held") != true {
			t.Errorf("got %v, want held until the player has it loaded", ann.playback("held"))
		}
		player.report(item, "ready", 0)
		start := player.await("the start", func(m message) bool { return m.Event == "command" && m.Data["name"] == "start" })
		if start.By != "" || start.ID != "" || ann.playback("held") == nil {
			t.Errorf("start: got %s, want it without by and id", start.raw)
		}
		time.Sleep(300 * time.Millisecond) // of playing
		pause := ann.command("pause")
		p := pause.Data["playback"].(object)
		if got, want := p["position"].(float64), float64(2*(pause.At-start.At)); got != want || want < 500 {
			t.Errorf("position after %d ms at double rate: got %v, want %v", pause.At-start.At, got, want)
		}
		if p["at"] != float64(pause.At) {
			t.Errorf("at: got %v, want the time of the event %d", p["at"], pause.At)
		}
		agree(t, ann, ben, player)
	})
}

// "A seek is clamped … to the duration once it is known; a negative one is
// clamped, not refused."
func TestSeekIsClampedToTheDuration(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		ann, ben := s.pair()
		player := s.join(ann.session, "player")
		item := ann.add("https://example.com/a")[0]
		ann.command("play")
		ann.command("pause")
		player.report(item, "paused", 0, `"duration":20000`)
		ann.awaitEvent("update")
		ann.command(`seek,"position":20001`)
		if got := ann.playback("position"); got != 20000.0 {
			t.Errorf("beyond the end: got %v, want 20000", got)
		}
		ann.command(`seek,"position":-5`)
		if got := ann.playback("position"); got != 0.0 {
			t.Errorf("before the beginning: got %v, want 0", got)
		}
		agree(t, ann, ben)
	})
}

// "shuffle: play order only; the list keeps its order", and each item plays once.
func TestShuffleKeepsTheList(t *testing.T) {
	_, ann, ben := pair(t)
	var urls []string
	for i := range 20 {
		urls = append(urls, fmt.Sprint("https://example.com/", i))
	}
	items := ann.add(urls...)
	ann.command(`shuffle,"on":true`)
	wantList(t, ann, "after shuffle", items...)
	seen := map[any]bool{}
	var order []any
	for ann.command("next"); ann.playback("status") == "playing"; ann.command("next") {
		seen[ann.playback("item")] = true
		order = append(order, ann.playback("item"))
	}
	if len(seen) != len(items) || len(order) != len(items) {
		t.Errorf("got %d plays of %d items, want each of %d once", len(order), len(seen), len(items))
	}
	wantList(t, ann, "after a round", items...)
	agree(t, ann, ben)
}
