package playlist

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestTable writes what every command does in every state, for the protocol's
// documentation, and compares it with what is there.
func TestTable(t *testing.T) {
	const name = "testdata/table.md"
	want, err := os.ReadFile(name)
	if err != nil && !*update {
		t.Fatal(err)
	}
	golden(t, name, want, table(t))
}

const tableIntro = `The list is A, B, C, each three minutes long; B is current, at 1:00, or C where the session has ended; one player is
connected and has the current item loaded, except where that is held. "held": it shall play, and waits to be
loaded. "–": nothing changes, and the answer is an ` + "`ack`" + `. A code: it is refused. What is not named stays
as it is.
`

func table(t *testing.T) []byte {
	var out bytes.Buffer
	out.WriteString(tableIntro)
	for _, part := range tableRows() {
		fmt.Fprintf(&out, "\n| %s |", part.title)
		for _, col := range tableColumns {
			fmt.Fprintf(&out, " %s |", col.name)
		}
		fmt.Fprintf(&out, "\n|%s\n", strings.Repeat("---|", 1+len(tableColumns)))
		for _, row := range part.rows {
			fmt.Fprintf(&out, "| %s |", row.name)
			for _, col := range tableColumns {
				fmt.Fprintf(&out, " %s |", effect(t, col, row))
			}
			out.WriteString("\n")
		}
	}
	return out.Bytes()
}

// column is a state to begin with.
type column struct {
	name    string
	status  Status
	current ItemID
	empty   bool
	held    bool
}

var tableColumns = []column{
	{name: "empty", status: Idle, empty: true},
	{name: "nothing chosen", status: Idle},
	{name: "stopped", status: Idle, current: "B"},
	{name: "playing", status: Playing, current: "B"},
	{name: "held", status: Playing, current: "B", held: true},
	{name: "paused", status: Paused, current: "B"},
	{name: "ended", status: Ended, current: "C"},
}

const tableNow = 100_000 // Unix milliseconds

// state is the column's state, with what the row wants to be different.
func (c column) state(t *testing.T, r row) State {
	t.Helper()
	s := New()
	if !c.empty {
		s = act(t, s, Add{Items: tableItems("A", "B", "C")})
	}
	p := Playback{Status: c.status, Item: c.current, Position: 60_000, At: tableNow, Rate: 1, Held: c.held}
	if c.current != "" && c.status != Ended {
		if r.current != "" {
			p.Item = r.current
		}
		if r.position != 0 {
			p.Position = r.position
		}
	}
	switch {
	case c.status == Ended:
		p.Position = filmLength
	case c.status == Idle:
		p.Position = 0
	}
	s = Apply(s, Event{Seq: s.Seq + 1, At: tableNow, Kind: KindCommand, Playback: &p})
	for _, a := range r.given {
		s = act(t, s, a(&s))
	}
	s.At = tableNow
	mustCheck(t, &s, "making the column "+c.name)
	return s
}

func tableItems(names ...ItemID) []NewItem {
	out := make([]NewItem, len(names))
	for i, name := range names {
		out[i] = NewItem{ID: name, Media: Media{Title: string(name), Duration: filmLength}}
	}
	return out
}

// effect says in a few words what the row does in the column's state.
func effect(t *testing.T, c column, r row) string {
	t.Helper()
	s := c.state(t, r)
	e, err := Decide(s, Command{At: tableNow, By: Author{Client: "ann"}, Seed: 7, Players: 1, Ready: !c.held, Do: r.do(&s)})
	var refused *Error
	switch {
	case errors.Is(err, ErrNoChange):
		return "–"
	case errors.As(err, &refused):
		return "`" + string(refused.Code) + "`"
	case err != nil:
		t.Fatalf("%s, %s: %v", c.name, r.name, err)
	}
	after := Apply(s, e)
	mustCheck(t, &after, r.name)
	var words []string
	if !slices.Equal(names(s.Items), names(after.Items)) {
		words = append(words, strings.TrimSpace("list "+strings.Join(names(after.Items), " ")))
	}
	if len(after.Items) == 0 && len(s.Items) > 0 {
		words[0] = "list empty"
	}
	if e.Item != nil {
		words = append(words, "marked as failed")
	}
	was := s.Playback
	if was.Rate != after.Playback.Rate {
		words = append(words, fmt.Sprintf("rate %v", after.Playback.Rate))
		was.Rate = after.Playback.Rate
	}
	if !after.Playback.same(was, tableNow) {
		words = append(words, playbackInWords(after.Playback))
	}
	words = append(words, settingWords(e)...)
	if len(words) == 0 {
		t.Errorf("%s, %s: an event %+v without an effect", c.name, r.name, e)
	}
	return strings.Join(words, "; ")
}

func playbackInWords(p Playback) string {
	at := fmt.Sprintf("%d:%02d", p.Position/60_000, p.Position/1000%60)
	switch {
	case p.Item == "":
		return "nothing chosen"
	case p.Status == Playing && p.Held:
		return fmt.Sprintf("plays %s from %s, held", p.Item, at)
	case p.Status == Playing:
		return fmt.Sprintf("plays %s from %s", p.Item, at)
	case p.Status == Paused:
		return fmt.Sprintf("%s paused at %s", p.Item, at)
	case p.Status == Ended:
		return fmt.Sprintf("ended on %s", p.Item)
	}
	return fmt.Sprintf("%s stopped at %s", p.Item, at)
}
