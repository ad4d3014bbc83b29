package protocol_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"remoted/protocol"
)

var update = flag.Bool("update", false, "write the vectors of the server's messages")

const (
	session = "0190c1a2-7f3e-7c4d-8a55-0123456789ab"
	epoch   = "5c1d7a90-2f4b-4e0c-9d3a-6b8e1f2a3c4d"
	screen  = "e8b2a6d4-1c3f-4a5e-b7d9-0f1e2d3c4b5a"
	phone   = "7d0f3b52-94c1-4f7e-a1b6-2c5d8e9f0a1b"
	now     = 1795341612345 // Unix ms
)

// message is a vector of what the server sends, as the program makes it.
type message struct {
	name  string
	frame func() (protocol.Frame, error)
}

func encoded(event, id string, seq uint64, data any) func() (protocol.Frame, error) {
	return func() (protocol.Frame, error) {
		return protocol.Encode(protocol.Envelope{Event: event, ID: id, Seq: seq}, data)
	}
}

func acknowledged(id string, seq uint64) func() (protocol.Frame, error) {
	return func() (protocol.Frame, error) { return protocol.EncodeAck(id, seq), nil }
}

func refused(id string, e *protocol.Error) func() (protocol.Frame, error) {
	return func() (protocol.Frame, error) { return protocol.EncodeError(id, e), nil }
}

func aState(t testing.TB) protocol.Frame {
	t.Helper()
	state, err := protocol.EncodeState(protocol.State{
		Session: session,
		Items: []protocol.Item{{
			ID:      "sunrise",
			Media:   protocol.Media{Provider: "file", Ref: "https://media.example/sunrise.mp4", URL: "https://media.example/sunrise.mp4", Title: "Sunrise", Duration: 212000},
			AddedBy: protocol.AddedBy{Client: phone, Name: "Ann's phone"},
			AddedAt: now - 60000,
		}},
		Playback: protocol.Playback{Status: "playing", Item: "sunrise", Position: 4210, At: now - 1000, Rate: 1},
		Volume:   100,
		Repeat:   "none",
	})
	if err != nil {
		t.Fatal(err)
	}
	return state
}

func anEvent(t testing.TB) protocol.Frame {
	t.Helper()
	f, err := protocol.Encode(protocol.Envelope{Event: "command", Seq: 58, At: now, By: phone, ID: "18"},
		protocol.CommandData{Name: "volume", Volume: new(30)})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func serverMessages(t testing.TB) map[string][]message {
	registered := protocol.Registered{Session: session, Client: phone, Role: protocol.Remote, Epoch: epoch, ServerTime: now}
	withState, withEvents, withNone := registered, registered, registered
	withState.State = aState(t)
	withEvents.Events = []protocol.Frame{anEvent(t)}
	withNone.Events = []protocol.Frame{}
	failed := protocol.PlayerState{Client: screen, Status: protocol.Failed, Item: "rain", At: now, Reason: "404 Not Found"}
	playing := protocol.PlayerState{
		Client: screen, Status: protocol.Playing, Item: "sunrise", Position: 4210, At: now, Duration: 212000, Can: []string{"seek", "rate", "volume"},
	}
	set := playing
	set.Drift, set.Trim, set.Muted, set.Delay = new(int64(-12)), new(int64(80)), new(false), new(int64(120))
	return map[string][]message{
		"registered": {
			{"the state", encoded("registered", "1", 57, withState)},
			{"what was missed", encoded("registered", "1", 58, withEvents)},
			{"nothing was missed", encoded("registered", "1", 58, withNone)},
		},
		"download": {
			{"the state", encoded("download", "2", 57, protocol.Download{State: aState(t)})},
			{"what was missed", encoded("download", "2", 58, protocol.Download{Events: []protocol.Frame{anEvent(t)}})},
			{"a session in which nothing happened yet", encoded("download", "2", 0, protocol.Download{Events: []protocol.Frame{}})},
		},
		"players": {
			{"one that plays", encoded("players", "", 0, protocol.Players{Players: []protocol.PlayerState{playing}})},
			{"one that just came, and one that cannot play it", encoded("players", "", 0, protocol.Players{Players: []protocol.PlayerState{
				{Client: phone, Status: protocol.Loading}, failed,
			}})},
			{"one with settings of its own", encoded("players", "", 0, protocol.Players{Players: []protocol.PlayerState{set}})},
			{"none", encoded("players", "", 0, protocol.Players{Players: []protocol.PlayerState{}})},
		},
		"presence": {
			{"a screen and a phone", encoded("presence", "", 0, protocol.Presence{Clients: []protocol.ClientInfo{
				{Client: screen, Role: protocol.Player}, {Client: phone, Role: protocol.Remote, Name: "Ann's phone"},
			}})},
		},
		"ping": {{"are you there?", encoded("ping", "", 0, protocol.PingData{T0: now})}},
		"pong": {{"the time", encoded("pong", "10", 0, protocol.PongData{T0: 123, T1: now})}},
		"ack": {
			{"nothing changed", acknowledged("9", 57)},
			{"in a session in which nothing happened yet", acknowledged("8", 0)},
		},
		"error": {
			{"an item that is gone", refused("5", protocol.Errorf(protocol.ItemNotFound, "items[0]", "no item %q in the list", "rain"))},
			{"something else is current", refused("17", &protocol.Error{Code: protocol.Stale, Field: "expect", Message: "another item is current now", Seq: 57})},
			{"too fast", refused("17", &protocol.Error{Code: protocol.RateLimited, Message: "at most 200 messages a second", RetryAfter: 5})},
			{"what is no JSON has no id", refused("", protocol.Errorf(protocol.BadMessage, "", "this is not JSON"))},
		},
		"goodbye": {{"back in a moment", encoded("goodbye", "", 0, protocol.Goodbye{Reason: "restart", RetryAfter: 730})}},
	}
}

// The server's messages are encoded to the byte as the vectors have them.
func TestMessageVectors(t *testing.T) {
	for event, list := range serverMessages(t) {
		file := "testdata/vectors/server-" + event + ".json"
		var want strings.Builder
		for i, m := range list {
			frame, err := m.frame()
			if err != nil {
				t.Fatalf("%s/%s: %v", event, m.name, err)
			}
			fmt.Fprintf(&want, "%s  {\n    \"name\": %q,\n    \"message\": %s\n  }", [2]string{"[\n", ",\n"}[min(i, 1)], m.name, frame)
		}
		want.WriteString("\n]\n")
		if !json.Valid([]byte(want.String())) {
			t.Fatalf("%s: %s is no JSON", event, want.String())
		}
		if *update {
			if err := os.WriteFile(file, []byte(want.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, []byte(want.String())) {
			t.Errorf("%s:\ngot  %s\nwant %s", file, got, want.String())
		}
	}
}

// Every message that is not sequenced has vectors here; the others have theirs in
// state-*.json, which package session makes of the rules.
func TestMessageVectorsAreWhole(t *testing.T) {
	have := serverMessages(t)
	for _, m := range protocol.Messages {
		if _, ok := have[m.Event]; ok == m.Sequenced {
			t.Errorf("%s has vectors here: %v, want %v", m.Event, ok, !m.Sequenced)
		}
	}
}
