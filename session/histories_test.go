package session

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"remoted/playlist"
)

// A history is a random session as it goes over the wire.
type history struct {
	State json.RawMessage `json:"state"`
	Steps []step          `json:"steps"`
}

type step struct {
	Data json.RawMessage `json:"data"`
	// At some steps, what the rules lead to, and the position at a later time.
	Next     json.RawMessage `json:"next,omitempty"`
	Now      int64           `json:"now,omitempty"`
	Position int64           `json:"position"`

	frame []byte
}

const (
	// histories and events of each: enough that every command meets every state
	// many times, and a second of work.
	histories    = 3000
	historySteps = 25
	// compareEvery so many steps the states are compared, on average.
	compareEvery = 4
)

// TestPagesFollowTheRules has the pages' reducer follow thousands of random
// sessions by their events alone; it must arrive where the rules do.
func TestPagesFollowTheRules(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("Node.js is not here to run the pages' reducer")
	}
	var in bytes.Buffer
	lines := json.NewEncoder(&in)
	compared := 0
	for seed := range uint64(histories) {
		h := randomHistory(t, seed)
		for _, s := range h.Steps {
			if s.Next != nil {
				compared++
			}
		}
		if err := lines.Encode(h); err != nil {
			t.Fatal(err)
		}
	}
	run := exec.Command(node, "testdata/reduce.mjs")
	run.Stdin = &in
	out, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := fmt.Sprintf(`{"histories":%d,"compared":%d}`, histories, compared)
	if got := string(bytes.TrimSpace(out)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if compared < histories {
		t.Errorf("got %d comparisons in %d histories, want more", compared, histories)
	}
}

// TestEventsFitTheirSchemas holds every event of random sessions against the JSON
// Schema of its message.
func TestEventsFitTheirSchemas(t *testing.T) {
	schemas := map[string]*jsonschema.Resolved{}
	seen := map[string]int{}
	for seed := range uint64(histories / 10) {
		for _, s := range randomHistory(t, seed).Steps {
			var frame map[string]any
			if err := json.Unmarshal(s.frame, &frame); err != nil {
				t.Fatal(err)
			}
			event := frame["event"].(string)
			seen[event]++
			if schemas[event] == nil {
				schemas[event] = schemaOf(t, event)
			}
			if err := schemas[event].Validate(frame); err != nil {
				t.Fatalf("history %d: %s: %v", seed, s.frame, err)
			}
		}
	}
	for _, event := range []string{"add", "remove", "move", "upload", "update", "command"} {
		if seen[event] == 0 {
			t.Errorf("the histories hold no %s", event)
		}
	}
}

func schemaOf(t *testing.T, event string) *jsonschema.Resolved {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../docs/protocol/schema", "server-"+event+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

// randomHistory is the same for the same seed.
func randomHistory(t *testing.T, seed uint64) history {
	t.Helper()
	r := &dice{rand.New(rand.NewPCG(seed, 1))}
	s := playlist.New()
	h := history{State: wire(t, &s), Steps: []step{}}
	at := int64(vectorStart)
	for range historySteps {
		at += r.Int64N(8000) - 1000
		e, err := playlist.Decide(s, playlist.Command{
			At: at, By: playlist.Author{Client: vectorClient}, ID: "x", Seed: r.Uint64(), Players: r.IntN(3), Ready: r.IntN(2) == 0, Do: r.action(&s),
		})
		if err != nil {
			continue
		}
		told := emptied(e, s.Items)
		s = playlist.Apply(s, e)
		h.Steps = append(h.Steps, r.step(t, &s, told))
	}
	return h
}

// The numbers that the protocol's documentation repeats are the rules' and the
// session's own.
func TestProtocolDocumentsOurNumbers(t *testing.T) {
	f, err := os.Open("../docs/protocol.md")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var text bytes.Buffer
	for lines := bufio.NewScanner(f); lines.Scan(); {
		text.WriteString(lines.Text() + " ")
	}
	for _, sentence := range []string{
		fmt.Sprintf("the last %s accepted requests", grouped(WindowSize)),
		fmt.Sprintf("the last %s events", grouped(ReplayEvents)),
		fmt.Sprintf("%s clients", grouped(MaxClients)),
		fmt.Sprintf("%d s after it failed", int(skipAfter.Seconds())),
		fmt.Sprintf("after %d s at the latest", int(startTimeout.Seconds())),
		fmt.Sprintf("up to %d s while", int(loadTimeout.Seconds())),
		fmt.Sprintf("%d s after the last player", int(playerGrace.Seconds())),
		fmt.Sprintf("%d days", int(DefaultTTL.Hours()/24)),
		fmt.Sprintf("the last %d changes", playlist.MaxUndo),
		fmt.Sprintf("within %d s", playlist.UndoPlaybackWithin/1000),
		fmt.Sprintf("more than %d s", playlist.RestartAfter/1000),
	} {
		if !bytes.Contains(text.Bytes(), []byte(sentence)) {
			t.Errorf("docs/protocol.md does not say %q", sentence)
		}
	}
}

func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
