package spec

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestFill(t *testing.T) {
	p := parts{
		vectors: Vectors{"client-undo": {{Name: "the last change", Request: json.RawMessage(`{"event": "undo", "id": "8"}`)}}},
		rules:   "| the | table |\n",
	}
	tests := []struct {
		name, in, want, err string
	}{
		{"nothing to fill", "prose\n", "prose\n", ""},
		{"what was there goes", "a\n<!-- generated: rules -->\nold\n<!-- end -->\nb", "a\n<!-- generated: rules -->\n\n| the | table |\n\n<!-- end -->\nb", ""},
		{"an example", "<!-- generated: example client-undo/the last change -->\n<!-- end -->",
			"<!-- generated: example client-undo/the last change -->\n\n```json\n{\"event\":\"undo\",\"id\":\"8\"}\n```\n\n<!-- end -->", ""},
		{"an unknown part", "<!-- generated: weather -->\n<!-- end -->", "", `nothing is called "weather"`},
		{"an unknown file", "<!-- generated: example client-dance/x -->\n<!-- end -->", "", "no vector x in client-dance.json"},
		{"an unknown vector", "<!-- generated: example client-undo/x -->\n<!-- end -->", "", "no vector x in client-undo.json"},
		{"a marker without an end", "<!-- generated: rules -->\n", "", "has no end"},
	}
	for _, tt := range tests {
		got, err := fill(tt.in, p)
		switch {
		case tt.err == "" && (err != nil || got != tt.want):
			t.Errorf("%s: got %q, %v; want %q", tt.name, got, err, tt.want)
		case tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)):
			t.Errorf("%s: got %v, want an error that says %q", tt.name, err, tt.err)
		}
	}
	// Filling again changes nothing.
	once, err := fill(tests[1].in, p)
	if err != nil {
		t.Fatal(err)
	}
	if twice, err := fill(once, p); err != nil || twice != once {
		t.Errorf("filled again: got %q, %v; want %q", twice, err, once)
	}
}

func TestLayout(t *testing.T) {
	long := strings.Repeat("x", width)
	tests := []struct{ name, in, want string }{
		{"short", `{ "a": [1, 2] }`, `{"a":[1,2]}`},
		{"empty", `{}`, `{}`},
		{"long text", `"` + long + `"`, `"` + long + `"`},
		{"long object", `{"a":"` + long + `","b":[1,2]}`, "{\n  \"a\": \"" + long + "\",\n  \"b\": [1,2]\n}"},
		{"long array within", `{"a":["` + long + `",{}]}`, "{\n  \"a\": [\n    \"" + long + "\",\n    {}\n  ]\n}"},
	}
	for _, tt := range tests {
		got := layout(json.RawMessage(tt.in), 0)
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
		if !json.Valid([]byte(got)) {
			t.Errorf("%s: %s is no JSON", tt.name, got)
		}
	}
}

func TestThousands(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 0.25: "0.25", 999: "999", 1000: "1,000", 1048576: "1,048,576", 1<<53 - 1: "2^53 − 1"} {
		if got := thousands(x); got != want {
			t.Errorf("thousands(%v) = %s, want %s", x, got, want)
		}
	}
}
