package client

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"remoted/protocol"
)

// list makes items whose ids are the letters.
func list(letters string) []protocol.Item {
	var items []protocol.Item
	for _, r := range letters {
		items = append(items, protocol.Item{ID: string(r)})
	}
	return items
}

func letters(items []protocol.Item) string {
	var b strings.Builder
	for _, it := range items {
		b.WriteString(it.ID)
	}
	return b.String()
}

func TestApplyList(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"insert", `{"items":[{"id":"x"},{"id":"y"}],"index":1}`, "axybcd"},
		{"insert at the end", `{"items":[{"id":"x"}],"index":4}`, "abcdx"},
		{"insert beyond the end", `{"items":[{"id":"x"}],"index":9}`, "abcdx"},
		{"insert nothing", `{"items":[],"index":1}`, "abcd"},
		{"replace", `{"mode":"replace","items":[{"id":"x"}]}`, "x"},
		{"replace by nothing", `{"items":[]}`, ""},
		{"move", `{"items":["d","a"],"before":"c"}`, "bdac"},
		{"move to the end", `{"items":["a"],"before":null}`, "bcda"},
		{"move, unknown place", `{"items":["a"],"before":"z"}`, "bcda"},
		{"move in front of itself", `{"items":["c","a"],"before":"c"}`, "bdca"},
		{"move one that is gone", `{"items":["z","a"],"before":"d"}`, "bcad"},
		{"move one twice", `{"items":["a","a"],"before":"d"}`, "bcad"},
		{"remove", `{"items":["a","z","c"]}`, "bd"},
		{"items null", `{"items":null}`, "abcd"},
		{"no items", `{"name":"jump","item":"b"}`, "abcd"},
		{"no data", ``, "abcd"},
	} {
		before := protocol.State{Items: list("abcd"), Volume: 50, Captions: "de"}
		got, err := apply(before, json.RawMessage(tt.data))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		if letters(got.Items) != tt.want || got.Volume != 50 || got.Captions != "de" {
			t.Errorf("%s: got %q, want %q; volume %d, captions %q", tt.name, letters(got.Items), tt.want, got.Volume, got.Captions)
		}
		if letters(before.Items) != "abcd" {
			t.Errorf("%s: the state before became %q", tt.name, letters(before.Items))
		}
	}
}

func TestApplyValues(t *testing.T) {
	s := protocol.State{Items: list("ab"), Captions: "de"}
	s.Items[1].Failed = "gone"
	items := slices.Clone(s.Items)
	steps := []struct{ data, want string }{
		{`{"volume":0,"muted":true}`, `"volume":0,"muted":true,"repeat":"","shuffle":false,"captions":"de"}`},
		{`{"repeat":"all","shuffle":true,"on":true,"captions":null}`, `"volume":0,"muted":true,"repeat":"all","shuffle":true,"captions":null}`},
		{`{"playback":{"status":"playing","item":"b","position":7,"at":8,"rate":2,"held":true}}`,
			`"playback":{"status":"playing","item":"b","position":7,"at":8,"rate":2,"held":true}`},
		{`{"playback":{"status":"idle","item":null,"position":0,"at":9,"rate":1,"held":false}}`, `"status":"idle","item":null`},
		{`{"item":"b","failed":null}`, `{"id":"b","media":{"provider":"","ref":"","url":"","title":""},"addedBy":{"client":""},"addedAt":0}]`},
		{`{"item":"a","media":{"provider":"p","ref":"r","url":"u","title":"t","duration":9},"failed":"no"}`,
			`{"id":"a","media":{"provider":"p","ref":"r","url":"u","title":"t","duration":9},"addedBy":{"client":""},"addedAt":0,"failed":"no"}`},
		{`{"item":"a","name":"jump"}`, `"failed":"no"`},
		{`{"item":"z","failed":"no"}`, `"failed":"no"`},
	}
	for _, step := range steps {
		next, err := apply(s, json.RawMessage(step.data))
		if err != nil {
			t.Fatalf("%s: %v", step.data, err)
		}
		text, err := json.Marshal(next)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), step.want) {
			t.Errorf("after %s\n got %s\nwant %s in it", step.data, text, step.want)
		}
		s = next
	}
	if items[1].Failed != "gone" {
		t.Error("a state that was handed out was changed")
	}
}

func TestApplyRefusesWhatItCannotRead(t *testing.T) {
	for _, data := range []string{`{"items":[1]}`, `{"items":{}}`, `{"items":["a",{"id":"b"}]}`, `{"index":"1"}`, `{"playback":7}`, `{"before":{}}`, `[]`} {
		s := protocol.State{Items: list("ab")}
		got, err := apply(s, json.RawMessage(data))
		if err == nil || letters(got.Items) != "ab" {
			t.Errorf("%s: got %q and error %v, want the state as it was and an error", data, letters(got.Items), err)
		}
	}
}
