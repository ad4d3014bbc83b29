package playlist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// came plays items of those refs from the fallback, one after the other.
func came(t *testing.T, s State, refs ...string) State {
	t.Helper()
	for i, ref := range refs {
		item := NewItem{ID: ItemID(fmt.Sprintf("%d-%d", s.Seq, i)), Media: Media{Provider: "library", Ref: ref, URL: "/" + ref, Title: ref}}
		s = act(t, s, PlayFallback{From: s.fallback(), Item: item})
		s = act(t, s, Finish{Item: item.ID})
		s = act(t, s, DropFallback{})
		mustCheck(t, &s, "what came from the fallback")
	}
	return s
}

// What came from a source is known until it comes again, or another source is set.
func TestRecent(t *testing.T) {
	jazz := FallbackSource{Kind: SourceFolder, Key: "jazz", Name: "Jazz"}
	s := came(t, act(t, New(), SetFallback{jazz}), "a", "b", "c")
	want := func(when string, refs ...string) {
		t.Helper()
		if !slices.Equal(s.Recent, refs) {
			t.Errorf("%s: got %q, want %q", when, s.Recent, refs)
		}
	}
	want("each once", "a", "b", "c")
	before := s
	s = came(t, s, "b")
	want("one again", "b")
	if !slices.Equal(before.Recent, []string{"a", "b", "c"}) {
		t.Errorf("the state before came to have %q", before.Recent)
	}
	jazz.Name = "Cool jazz"
	s = act(t, s, SetFallback{jazz})
	want("called otherwise", "b")
	s = act(t, s, SetFallback{FallbackSource{Kind: SourceFolder, Key: "blues"}})
	want("another source")
	s = act(t, came(t, s, "d"), SetFallback{})
	want("none")
}

func TestRecentIsBounded(t *testing.T) {
	var recent []string
	for i := range MaxRecent + 10 {
		recent = appendRecent(recent, fmt.Sprint(i))
	}
	if n := len(recent); n != MaxRecent || recent[0] != "10" {
		t.Errorf("got %d from %s on, want the last %d", n, recent[0], MaxRecent)
	}
	const many = MaxRecentBytes / 100
	for i := range MaxRecent {
		recent = appendRecent(recent, fmt.Sprintf("%05d", i)+strings.Repeat("x", 95))
	}
	if n := len(recent); n != many {
		t.Errorf("got %d of 100 bytes, want %d", n, many)
	}
	if recent = appendRecent(recent, strings.Repeat("y", MaxRecentBytes+1)); len(recent) != 1 {
		t.Errorf("got %d beside one that is larger than all, want it alone", len(recent))
	}
}
