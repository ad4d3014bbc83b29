package playlist

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The scripts in testdata/script are stories about a session. A line is a
// command; indented below it stands what it led to: the event, "no change" or
// the refusal, and after an event the state. Run with -update to rewrite those
// lines, and read the difference before you commit it.
//
//	# a comment
//	at 1000                     it is 1000 ms now; later 500: 500 ms more
//	players 1 ready             one player is connected, and has the item loaded
//	seed 7                      chance, for play orders
//	ann add A B/5000 place=next ann asks; B lasts 5 s (A three minutes, B/? unknown)
//	finish A                    nobody asks: the session does it by itself
//	ann fallback folder:jazz    what plays while nothing is queued; "gap F" plays F
//	times 3 ann next            three times; only the last is shown
//	state, history              show it
//
// In a state the current item is in [brackets], "^" marks what was asked for
// next, "+2" a list of which two items came, "!" what failed and "~" what comes
// from the fallback. A position is the one of now, in milliseconds.

func TestScripts(t *testing.T) {
	names, err := filepath.Glob("testdata/script/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("scripts: got %v, %v, want some", names, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name, want, runScript(t, name, want))
		})
	}
}

// runScript runs the commands of a script and returns it with fresh results.
func runScript(t *testing.T, name string, script []byte) []byte {
	r := &runner{t: t, s: New(), replay: New()}
	var out bytes.Buffer
	lines := bufio.NewScanner(bytes.NewReader(script))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.HasPrefix(line, "    ") {
			continue
		}
		fmt.Fprintln(&out, line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r.where = fmt.Sprintf("%s:%d: %s", name, n, line)
		for _, result := range r.line(strings.Fields(line)) {
			fmt.Fprintf(&out, "    %s\n", result)
		}
	}
	return out.Bytes()
}

// runner is a session that a script steers.
type runner struct {
	t       *testing.T
	where   string // the line that runs
	s       State
	replay  State // what the encoded events alone lead to
	now     int64
	seed    uint64
	players int
	ready   bool
	serial  int // numbers the items of "n*3"
}

// line runs one line and returns what it led to.
func (r *runner) line(words []string) []string {
	switch words[0] {
	case "at":
		r.now = r.number(words[1])
	case "later":
		r.now += r.number(words[1])
	case "seed":
		r.seed = uint64(r.number(words[1]))
	case "players":
		r.players = int(r.number(words[1]))
		r.ready = len(words) > 2 && words[2] == "ready"
	case "state":
		return r.state()
	case "history":
		return []string{strings.TrimSpace(fmt.Sprintf("history of %d: %s", len(r.s.History), r.played()))}
	case "times":
		var last []string
		for range r.number(words[1]) {
			last = r.line(words[2:])
		}
		return last
	case "ann", "bob", "cy":
		return r.do(Author{words[0], strings.ToUpper(words[0][:1]) + words[0][1:]}, words[1:])
	default:
		return r.do(Author{}, words)
	}
	return nil
}

// do decides and applies one command.
func (r *runner) do(by Author, words []string) []string {
	before := r.s
	e, err := Decide(r.s, Command{At: r.now, By: by, Seed: r.seed, Players: r.players, Ready: r.ready, Do: r.action(words)})
	var refused *Error
	switch {
	case errors.Is(err, ErrNoChange):
		return []string{"no change"}
	case errors.As(err, &refused):
		return []string{strings.TrimSpace(fmt.Sprintf("refused: %s %s", refused.Code, refused.Field))}
	case err != nil:
		r.t.Fatalf("%s: %v", r.where, err)
	}
	r.s = Apply(r.s, e)
	if err := r.s.Check(); err != nil {
		r.t.Fatalf("%s: %v", r.where, err)
	}
	r.replayed(e)
	return append([]string{r.event(&before, e)}, r.state()...)
}

// replayed checks that the event alone, read back from its encoding, leads to
// the same state.
func (r *runner) replayed(e Event) {
	b, err := json.Marshal(e)
	if err != nil {
		r.t.Fatalf("%s: %v", r.where, err)
	}
	var stored Event
	if err := json.Unmarshal(b, &stored); err != nil {
		r.t.Fatalf("%s: %v", r.where, err)
	}
	r.replay = Apply(r.replay, stored)
	if diff := differ(&r.s, &r.replay); diff != "" {
		r.t.Fatalf("%s: the replay differs (-live +replay):\n%s", r.where, diff)
	}
}

func (r *runner) number(word string) int64 {
	n, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		r.t.Fatalf("%s: %v", r.where, err)
	}
	return n
}
